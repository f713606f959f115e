"""An SVG turned into a PNG, with our own font and none of the machine's.

Its one rule: a letter is drawn with a font that comes with the program, since a missing font drops
text without a word.
"""

from pathlib import Path

import font_source_sans_pro  # type: ignore[import-untyped]
import resvg_py

_FAMILY = "Source Sans Pro"
_FACES = ("Regular", "It", "Bold", "BoldIt")


def font_files() -> list[str]:
    """The four faces that our charts are drawn with."""
    folder = Path(font_source_sans_pro.__file__).parent / "files"
    return [str(folder / f"SourceSansPro-{face}.ttf") for face in _FACES]


def to_png(svg: str, scale: float = 2.0) -> bytes:
    """Draw a stand-alone SVG as a PNG on white; ValueError for what is no SVG."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=scale,
            background="#ffffff",
            skip_system_fonts=True,
            font_files=font_files(),
            font_family=_FAMILY,
            sans_serif_family=_FAMILY,
        )
    )

"""Files packed into one so that the same contents are the same bytes, whenever they are packed.

Its one rule: nothing of the moment or the machine is in what is packed.
"""

import io
import zipfile
from collections.abc import Callable, Iterable

MOMENT = 1980, 1, 1, 0, 0, 0
_STORED = (".png",)

Rewrite = Callable[[str, bytes], bytes]


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Files by their names as one zip, in the order given."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name, data in files:
            entry = zipfile.ZipInfo(name, MOMENT)
            stored = name.endswith(_STORED)
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, data)
    return made.getvalue()


def repacked(data: bytes, rewrite: Rewrite = lambda name, data: data) -> bytes:
    """A zip packed again without its moment, each file in it as `rewrite` has it."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return packed((name, rewrite(name, source.read(name))) for name in source.namelist())

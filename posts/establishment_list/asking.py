"""What a list seems to say, and may not have meant: posts without a unit, rows with one cell.

Its one rule: it is read as it stands, and said, with its rows, so that a person can look.
"""

from collections.abc import Sequence

from .findings import Findings, quoted
from .rows import ListedPost
from .table import Table, rows_listed
from .units import Path, Units

MOST_ASKED, FEW_COLUMNS = 10, 4


def ask_about_rows(posts: Sequence[ListedPost], units: Units, findings: Findings) -> None:
    """Ask about posts that name no unit, and those that name less of one than the row above."""
    rows = [post.row for post in posts if post.row not in units.path_of]
    if rows and units.found:
        one = "1 post names" if len(rows) == 1 else f"{len(rows):,} posts name"
        findings.remark(f"{one} no unit ({rows_listed(rows)}): unit not stated.")
    _ask_about_less(posts, units, findings)


def ask_about_lone(posts: Sequence[ListedPost], table: Table, findings: Findings) -> None:
    """Ask about the posts in whose rows one cell stands alone, where others say more."""
    lone = [post for post in posts if sum(map(bool, table.rows[post.row - 1])) == 1]
    if not lone or len(lone) == len(posts) or table.width < FEW_COLUMNS:
        return
    rows, names = rows_listed(post.row for post in lone), ", ".join(post.name for post in lone[:3])
    findings.remark(
        f"Nothing stands in {rows} but {names}, which is read as a post all the same. If it is "
        "none, delete the row."
        if len(lone) == 1
        else f"In each of {rows} one cell stands alone ({names}), and is read as a post all the "
        "same. If one is none, delete its row."
    )


def _ask_about_less(posts: Sequence[ListedPost], units: Units, findings: Findings) -> None:
    """Ask about runs of posts that stand in a unit above that of the row before them."""
    fuller: Path = ()
    runs = dict[tuple[Path, Path], list[ListedPost]]()
    for post in posts:
        path = units.path_of.get(post.row, ())
        if path and len(path) < len(fuller) and fuller[: len(path)] == path:
            runs.setdefault((fuller, path), []).append(post)
        else:
            fuller = path
    for run in list(runs.values())[:MOST_ASKED]:
        findings.remark(_asked(run, units))


def _asked(run: Sequence[ListedPost], units: Units) -> str:
    name = units.found[units.path_of[run[0].row]].name
    one, rows = len(run) == 1, rows_listed(post.row for post in run)
    return (
        f"{rows[0].upper()}{rows[1:]} {'names' if one else 'name'} no unit below {quoted(name)}, "
        f"though the row above does. {'It is' if one else 'They are'} read as standing in "
        f"{quoted(name)} itself; fill in the unit if that was meant for {'it' if one else 'them'}."
    )

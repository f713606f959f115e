"""C4: whether each existing post has a fate, and each proposed one an origin or is new.

Of a draft, posts of which nobody has recorded what becomes of staff, or how they are filled, too.
Its one rule: what a paper leaves open is information; what a draft leaves open is to be settled.
"""

from collections.abc import Iterator, Sequence

from posts.snapshot import Post
from reports.change import FATE_NOT_STATED, ORIGIN_NOT_STATED
from reports.change import POST as OF_POST
from reports.checks.checked import Checked
from reports.checks.drafted import findings
from reports.checks.finding import (
    FILLINGS,
    INFO,
    LOOK,
    MATCH,
    PEOPLE,
    POST,
    POSTS,
    Finding,
    Mend,
    Place,
)
from reports.counting import post_count
from reports.counts import added
from reports.drafts.draft import called_all, posts_of
from reports.drafts.posts import unmatched
from reports.people.suggesting import Suggesting
from reports.people.unrecorded import without_fate, without_way

_MENDS = (
    Mend(words="Open posts before and after", kind=POSTS),
    Mend(words="Record what becomes of staff", kind=PEOPLE),
)
_OF_FATES = "staff affected", "section 188 information", "redundancy consultation"
"""The parts that tell what becomes of staff."""

_OPEN = "show=open"
_STAYS = "stays"


def check(checked: Checked) -> Iterator[Finding]:
    """Posts that are matched with nothing, and of which nothing says that they end or are new."""
    if not checked.is_sound:
        return
    if staying := _said_to_stay(checked):
        heading = f"{_posts(staying, 'existing')} that staff are said to stay in will be deleted"
        yield _finding(
            staying, heading, (Mend(words="Correct what becomes of staff", kind=PEOPLE),), LOOK
        )
    if checked.comparison.is_drawn:
        yield from _unmatched(checked)
        yield from _unrecorded(checked)
        return
    draft = checked.draft
    going = list(posts_of(checked.before, draft.changes(OF_POST, FATE_NOT_STATED)))
    coming = list(posts_of(checked.after, draft.changes(OF_POST, ORIGIN_NOT_STATED)))
    if going:
        yield _finding(going, f"What becomes of {_posts(going, 'existing')} is not stated")
    if coming:
        comes = "comes" if added(map(post_count, coming)).low == 1 else "come"
        yield _finding(coming, f"Where {_posts(coming, 'proposed')} {comes} from is not stated")


def _unmatched(checked: Checked) -> Iterator[Finding]:
    """Posts in one seat of which nobody has said which becomes which; HR officers match them."""
    for failing in unmatched(checked.draft):
        to = [key for mend in failing.mends for key in mend.keys]
        match = tuple(Mend(words="Match them in the draft", kind=MATCH, key=key) for key in to[:1])
        yield from findings(checked, [failing], mends=(*match, _MENDS[1]) if match else _MENDS)


def _said_to_stay(checked: Checked) -> list[Post]:
    """Posts that go for certain, of which it is recorded that whoever holds them stays."""
    suggesting, posts = Suggesting(checked.comparison), checked.before.posts
    said = (each.key for each in checked.comparison.proposal.fates if each.outcome == _STAYS)
    return [
        posts[key] for key in dict.fromkeys(said) if key in posts and suggesting.is_deleted(key)
    ]


def _unrecorded(checked: Checked) -> Iterator[Finding]:
    """Posts that change and of which the part that tells of staff will have nothing to say."""
    comparison = checked.comparison
    if checked.has_part(*_OF_FATES) and (going := without_fate(comparison)):
        heading = f"What becomes of staff is not recorded of {_posts(going, 'existing')}"
        yield _finding(going, heading, (Mend(words="Record it", kind=PEOPLE, key=_OPEN),))
    if checked.has_part("how posts are filled") and (coming := without_way(comparison)):
        heading = f"How to fill {_posts(coming, 'proposed')} is not recorded"
        yield _finding(coming, heading, (Mend(words="Record it", kind=FILLINGS, key=_OPEN),))


def _finding(
    posts: Sequence[Post], heading: str, mends: tuple[Mend, ...] = _MENDS, severity: str = INFO
) -> Finding:
    return Finding(
        severity=severity,
        heading=heading,
        text=f"{called_all(posts)}.",
        places=tuple(
            Place(kind=POST, words=post.title or "title not stated", key=post.key,
                  sources=post.sources)
            for post in posts
        ),
        mends=mends,
    )  # fmt: skip


def _posts(posts: Sequence[Post], which: str) -> str:
    """“7 existing posts”, “at least 3 proposed posts”."""
    total = added(map(post_count, posts))
    return f"{total} {which} {'post' if total.low == 1 else 'posts'}"

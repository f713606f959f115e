"""C14: whether the public edition names a person, or says of one what only they should know.

Names of holders, pay or health beside the title of a post that one person holds, addresses and
numbers of people. Its one rule: the name of a person is never in the finding.
"""

import re
from collections.abc import Iterator

from reports.checks.checked import Checked
from reports.checks.finding import LOOK, MUST, RECOMMENDATIONS, SECTIONS, Finding, Mend
from reports.checks.said import Said
from reports.checks.words import Firsts, Phrase, by_first_word, phrase, runs_of
from reports.editions import PUBLIC
from reports.singles import is_single
from reports.told import Names

_EMAIL = re.compile(r"\b[\w-]{1,64}\.[\w.-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")
_PHONE = re.compile(r"(?<![\d£.,])(?:\+44\s?|0)\d{2,4}[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\d)")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.?\s+(?:[A-Z]\w*\.?\s+)?[A-Z][\w’'-]+")
_PAY = re.compile(
    r"\b(?:salary|salaries|paid|pay of|earns|remuneration|spot point)\b", re.IGNORECASE
)
_POUNDS = re.compile(r"£\s?\d{2,3},?\d{3}\b|£\s?\d{2,3}(?:\.\d)?k\b", re.IGNORECASE)
_PRIVATE = re.compile(
    r"\b(?:illness of|(?:through|due to|because of|owing to) (?:\w+ ){0,2}illness|"
    r"long[- ]term (?:illness|sick\w*)|sick(?:ness)? (?:leave|absence)|is pregnant|"
    r"(?:on|the) (?:maternity|paternity) leave of|is on (?:maternity|paternity) leave|"
    r"(?:disciplinary \w+|grievance) (?:against|by)|suspended from duty)\b",
    re.IGNORECASE,
)
_CONTACT = ("contact", "author", "signature")
_LEAVE_OUT = "Leave the section out of the public edition"


def check(checked: Checked) -> Iterator[Finding]:
    """Whatever in the public texts is of one person."""
    names = Names(name for name in checked.holders if len(name.split()) > 1)
    titles = _titles(checked)
    heads = by_first_word(titles)
    for said in checked.said:
        if said.section and PUBLIC.key not in checked.editions_of.get(said.section.key, ()):
            continue
        yield from _named(said, names)
        yield from _of_one(said, titles, heads)
        if said.section is None or said.section.key not in _CONTACT:
            yield from _reached(said)


def _named(said: Said, names: Names) -> Iterator[Finding]:
    number = len(set(names.in_text(said.text)))
    if number:
        who = "A person who holds a post is" if number == 1 else f"{number} holders of posts are"
        yield _finding(said, MUST, f"{who} named", "The public edition has no personal names.")
    for found in _TITLED.finditer(said.text):
        if not number:
            yield _finding(said, LOOK, "A person seems to be named", found[0].split()[0] + " …")


def _titles(checked: Checked) -> dict[Phrase, str]:
    """The titles of posts that one person holds, as they are looked for."""
    posts = (post for post in checked.posts if post.title and len(post.title.split()) > 1)
    return {phrase(post.title or ""): post.title or "" for post in posts if is_single(post)}


def _of_one(said: Said, titles: dict[Phrase, str], heads: Firsts) -> Iterator[Finding]:
    """Pay, or what is private, in a sentence that names a post with one holder."""
    for pattern, what in ((_POUNDS, "pay"), (_PRIVATE, "private")):
        for found in pattern.finditer(said.text):
            sentence = said.sentence(found.start())
            if what == "pay" and not _PAY.search(sentence):
                continue
            title = next((titles[each] for each in runs_of(sentence, heads)), None)
            if title is not None:
                yield _finding(
                    said, MUST, f"What the text says of {title} is of one person",
                    "One person holds the post, so its pay is theirs."
                    if what == "pay"
                    else "One person holds the post, and the public edition says this of them.",
                )  # fmt: skip


def _reached(said: Said) -> Iterator[Finding]:
    if _EMAIL.search(said.text):
        yield _finding(said, LOOK, "An e-mail address of a person", "A general address will do.")
    if _PHONE.search(said.text):
        yield _finding(said, LOOK, "A telephone number", "It may be a person's own.")


def _finding(said: Said, severity: str, heading: str, text: str) -> Finding:
    """What is found in a text; its words are not repeated, nor come into an address."""
    mend = (
        Mend(words=_LEAVE_OUT, kind=SECTIONS, key=said.section.key)
        if said.section
        else Mend(words="Correct the recommendations", kind=RECOMMENDATIONS)
    )
    return Finding(
        severity=severity,
        heading=heading,
        text=text,
        places=(said.place(),),
        mends=(mend,),
        holds_back=(PUBLIC.key,) if severity == MUST else (),
    )

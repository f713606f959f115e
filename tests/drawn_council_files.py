"""Council files drawn at random for hypothesis, with texts that no file likes to hold."""

from dataclasses import replace
from decimal import Decimal
from itertools import count

from hypothesis import strategies as st

from posts import snapshot as values
from posts.snapshot import Ending, Leads, Origin, OtherName, Post, ReportingLine, Snapshot, Unit
from reports.councilfile.keys import DerivedKeys, path_of
from reports.councilfile.prose import tidy
from reports.councilfile.report_schema import BASES, PAPER_SIZES
from reports.councilfile.restructure_schema import COST_KINDS, OUTCOMES, WAYS
from reports.councilfile.schema import POST_CHANGES, STATUSES, UNIT_CHANGES
from reports.councilfile.values import CouncilFile, Grade, Kind, StructureFile, Tier
from reports.editions import EDITIONS
from reports.house import HOUSES
from reports.numbering import SCHEMES
from reports.proposal import (
    SCOPES,
    SIDES,
    Cost,
    Fate,
    Filling,
    Milestone,
    Phase,
    Proposal,
    Recommendation,
    Report,
    Scope,
    Statement,
    Written,
)

NASTY = (
    "yes", "null", "~", "1.10", "- x", "-", "--", "---", "...", "-2", "a: b", "a:", ":a", "a :b",
    "a #b", "#a", "a#", "? x", "?", "&a", "*a", "!a", "|", ">", "| x", "%a", "@a", "`a", "[a]",
    "{a: b}", "a, b", "'a'", '"a"', "it's", 'say "so"', "it's \"so\"",
    "<<", "=", "back\\slash", 'both \\ and "',
    " lead", "trail ", "two  spaces", "tab\there", "\ttab", "a\nb", "a\n\n\nb", "a\n  b\nc",
    "a\n", "\na", "a \nb", "a\n \nb", "a\n# b\n- c: d", "a\r\nb", "nel\x85", "ls\u2028ps\u2029x",
    "nbsp\xa0", "\xa0", "bom\ufeff", "العربية: نص", "שלום", "emoji 👩‍👩‍👧 🏛", "é ﬁ ½ §¶",
    "word " * 60 + "end", "word: " * 60 + "end", 'the "word" ' * 30 + "end", "x" * 300,
    "- " * 80 + "x", "a\\ " * 60 + "b", "two  spaces " * 20 + "x", "a # " * 50 + "b", "none", "new",
    "line one is here\n" + "word " * 60 + "end\n\n  - indented", "not stated.", "0x1F", "1_000",
)  # fmt: skip

TEXTS = st.sampled_from(NASTY) | st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t :#-'\"\\"), min_size=1
).filter(lambda text: text != "not stated")
SHORT = TEXTS.filter(lambda text: len(text) <= 20)
LONG = TEXTS.filter(lambda text: len(text) <= 100)
SOME = st.none() | TEXTS
SOME_SHORT = st.none() | SHORT
SOME_LONG = st.none() | LONG
MANY = st.lists(TEXTS, max_size=3).map(tuple)
TIER = st.none() | st.integers(1, 99)
WHOLE = st.none() | st.integers(1, 999_999_999)
NUMBERS = st.none() | st.decimals(0, 10**9, places=2) | st.integers(0, 10**9).map(Decimal)
DATES = st.none() | st.sampled_from(["1 April 2006", "late November 2005", "by December 2009"])
DAYS = st.none() | st.sampled_from(["2005-10-25", "2006-01-01"])
SURE = {"certainty": st.sampled_from(values.CERTAINTIES), "sources": MANY, "note": SOME}
OTHER_NAMES = st.lists(st.builds(OtherName, TEXTS, MANY), max_size=2).map(tuple)
PART = {"phase": SOME_LONG, "effective": DATES, "other_names": OTHER_NAMES, **SURE}


def changes(words):
    return st.lists(st.sampled_from(words), max_size=2).map(tuple)


UNITS = st.fixed_dictionaries(
    {"name": TEXTS, "remit": SOME, "number": WHOLE, "changed": changes(UNIT_CHANGES), **PART}
)
POSTS = st.fixed_dictionaries(
    {
        "title": SOME,
        "number": WHOLE,
        "tier": TIER,
        "fte": NUMBERS,
        "changed": changes(POST_CHANGES),
    }
    | dict.fromkeys(("responsibilities", "filled_by"), SOME)
    | dict.fromkeys(("category", "state", "contract", "statutory"), SOME_LONG)
    | dict.fromkeys(("post_number", "cost_centre", "location"), SOME_LONG)
    | PART
)


COUNTED = st.none() | st.integers(0, 999_999_999)
MONEY = st.none() | st.decimals(-(10**9), 10**9, places=2)
SECTIONS = st.builds(
    Written,
    key=st.text("abc-_1", min_size=1, max_size=5),
    heading=TEXTS,
    text=st.just("") | TEXTS.map(tidy),
    is_shown=st.booleans(),
    is_numbered=st.booleans(),
    is_appendix=st.booleans(),
    editions=st.lists(st.sampled_from([*EDITIONS]), unique=True).map(tuple),
    sources=MANY,
)
REPORTS = st.builds(
    Report,
    template=st.sampled_from([*HOUSES]),
    numbering=st.sampled_from(SCHEMES),
    item=SOME_SHORT,
    **dict.fromkeys(("wards", "classification", "contact"), SOME_LONG),
    exempt=st.lists(st.integers(1, 12), max_size=2).map(tuple),
    basis=st.sampled_from(BASES),
    paper_size=st.sampled_from(PAPER_SIZES),
    sections=st.lists(SECTIONS, unique_by=lambda each: each.key, max_size=3).map(tuple),
)


class Drawing:
    """Draws one structure in the order of its file, which is the order of its values."""

    def __init__(self, draw, key, council, units_before=(), posts_before=()):
        self.draw, self.key, self.council, self.units_before = draw, key, council, units_before
        self.derived, self.numbers = DerivedKeys(), count()
        self.units, self.posts, self.leads, self.lines, self.origins = {}, {}, [], [], []
        self.reserved = [f"{key}-p{number}" for number in range(3)]
        before = [*units_before, *posts_before]
        self.some_before = (
            st.lists(st.sampled_from(before), unique=True, max_size=2) if before else st.just([])
        )

    def snapshot(self):
        for place in (values.COUNCIL, values.OUTSIDE, values.UNPLACED):
            self.draw_units(f"{self.key}/{place}", None, place, 2)
            if place == values.COUNCIL:
                self.draw_posts(f"{self.key}/{place}", None)
                self.draw_reserved(f"{self.key}/{place}")
        ending = st.fixed_dictionaries({"phase": SOME_LONG, "effective": DATES, **SURE})
        ended = set(self.draw(self.some_before)) - self.units.keys()
        return Snapshot(
            key=self.key,
            title=self.draw(TEXTS),
            complete_to_tier=self.draw(TIER),
            units=self.units,
            posts=self.posts,
            leads=tuple(self.leads),
            lines=tuple(self.lines),
            origins=tuple(self.origins),
            endings=tuple(Ending(key=key, **self.draw(ending)) for key in sorted(ended)),
        )

    def draw_units(self, above, parent, place, depth):
        for fields in self.draw(st.lists(UNITS, max_size=2 if depth else 0)):
            path = path_of(above, fields["name"])
            key = self.new_key(path, self.units_before)
            kind = self.draw(st.sampled_from([None, *self.council.kinds]))
            self.units[key] = Unit(
                key=key,
                parent=parent,
                place=place,
                kind=kind and kind.name,
                is_function=bool(kind and kind.is_function),
                **fields,
            )
            self.draw_leads(key)
            self.draw_origins(key)
            self.draw_posts(path, key)
            self.draw_units(path, key, None, depth - 1)

    def draw_posts(self, above, unit):
        for fields in self.draw(st.lists(POSTS, max_size=2)):
            self.draw_post(fields, self.new_key(path_of(above, fields["title"])), unit)

    def draw_reserved(self, above):
        """Draw the posts that others report to and are led by; they report to nobody."""
        for key in self.reserved:
            self.derived.in_turn(path_of(above, None))
            self.posts[key] = Post(key=key, line="none")

    def draw_post(self, fields, key, unit):
        line = self.draw(st.sampled_from(values.LINES))
        self.posts[key] = Post(
            key=key,
            unit=unit,
            line=line,
            reports_to=self.some_post() if line == "stated" else None,
            reports_to_other=self.draw(TEXTS) if line == "outside" else None,
            grade=self.draw(st.sampled_from([None, *self.council.grades])),
            **fields,
        )
        for kind in self.draw(st.lists(st.sampled_from(values.LINE_KINDS), max_size=1)):
            to = self.draw(st.sampled_from([None, *self.reserved]))
            other = self.draw(TEXTS) if to is None else None
            said = self.draw(st.fixed_dictionaries({"reason": SOME, **SURE}))
            self.lines.append(ReportingLine(post=key, kind=kind, to=to, to_other=other, **said))
        self.draw_origins(key)

    def draw_leads(self, unit):
        for how in values.LEADS_AS:
            posts = self.draw(st.lists(st.sampled_from(self.reserved), unique=True, max_size=2))
            self.leads.extend(Leads(post=post, unit=unit, how=how) for post in posts)

    def draw_origins(self, key):
        words = st.sampled_from(["new", "not stated"]).map(lambda share: {"share": share})
        shares = st.sampled_from(values.SHARES)
        outside = st.fixed_dictionaries({"share": shares, "outside": TEXTS})
        given = self.draw(st.lists(words | outside, max_size=1))
        before = self.draw(self.some_before)
        given += [{"share": self.draw(shares), "came_from": each} for each in before]
        for each in given:
            self.origins.append(Origin(key=key, **each, **self.draw(st.fixed_dictionaries(SURE))))

    def new_key(self, path, before=()):
        """A key of the kind that the database makes, or the one that is derived."""
        derived = self.derived.in_turn(path)
        kept = [key for key in before if key not in self.units]
        if kept and self.draw(st.booleans()):
            return kept[0]
        return derived if self.draw(st.booleans()) else f"{self.key}-k{next(self.numbers)}"

    def some_post(self):
        return self.draw(st.sampled_from(self.reserved))


class Words:
    """The words of a council that its units and posts draw on."""

    def __init__(self, draw):
        self.kinds = draw(
            st.lists(
                st.builds(Kind, name=LONG, is_function=st.booleans()),
                unique_by=lambda kind: kind.name,
                max_size=3,
            )
        )
        self.grades = draw(st.lists(LONG, unique=True, max_size=3))


_DOUBTFUL = {**SURE, "certainty": st.sampled_from([*values.CERTAINTIES, "doubtful"])}
_MILESTONE = st.builds(
    Milestone, what=TEXTS, when=SOME_LONG, earliest=DAYS, group=SOME_LONG, **_DOUBTFUL
)
_PHASE = st.builds(Phase, name=LONG, what=SOME, when=SOME_LONG, sources=MANY)
_ASKED = st.builds(Recommendation, number=SOME_SHORT, verb=SHORT, text=TEXTS, sources=MANY)
_SAID = {"note": SOME, "sources": MANY}
_COST = st.builds(
    Cost, kind=st.sampled_from(COST_KINDS), what=TEXTS, pounds=MONEY, year=SOME_SHORT, **_SAID
)
_PEOPLE = dict.fromkeys(("people", "contracts", "at_risk", "dismissals"), COUNTED)


def _statements(units):
    """Statements that count posts or units, some of them only below one of the units."""
    wheres = {"tier": st.integers(1, 9), "category": TEXTS, "outside": st.booleans()}
    wheres |= {"under": st.sampled_from(units)} if units else {}
    return st.builds(
        Statement,
        says=TEXTS,
        about=SOME_LONG,
        value=NUMBERS,
        counts=st.sampled_from(["posts", "units"]),
        side=st.just(SIDES[0]),
        where=st.fixed_dictionaries({}, optional=wheres),
        year=SOME_SHORT,
        **_DOUBTFUL,
    )


def _fates(posts):
    outcomes = st.sampled_from([None, *OUTCOMES])
    return st.builds(Fate, key=st.sampled_from(posts), outcome=outcomes, **_PEOPLE, **_SAID)


def _fillings(posts):
    return st.builds(Filling, key=st.sampled_from(posts), way=st.sampled_from(WAYS), **_SAID)


def _scopes(keys):
    """Which units and posts are in scope, each said once."""
    scope = st.builds(
        Scope, key=st.sampled_from(keys), scope=st.sampled_from(SCOPES), why=SOME, sources=MANY
    )
    return st.lists(scope, unique_by=lambda each: each.key, max_size=2)


def _some(strategy, most=2):
    return st.lists(strategy, max_size=most)


@st.composite
def restructures(draw, before, after):
    """Draw a restructure of two structures."""
    keys = {*before.units, *before.posts, *after.units, *after.posts}
    lists = {
        "scope": _scopes(sorted(keys)),
        "fates": _some(_fates([*before.posts])),
        "fillings": _some(_fillings([*after.posts])),
        "costs": _some(_COST),
        "phases": _some(_PHASE, 1),
        "milestones": _some(_MILESTONE),
        "recommendations": _some(_ASKED, 1),
        "statements": _some(_statements([*before.units])),
    }
    return Proposal(
        key="restructure",
        before=before.key,
        after=after.key,
        report=draw(st.none() | REPORTS),
        meeting=draw(DAYS),
        effective=draw(DATES),
        sources=draw(MANY),
        title=draw(TEXTS),
        **{name: tuple(draw(records)) for name, records in lists.items()},
        **{name: draw(SOME_LONG) for name in ("report_of", "body", "decision", "paper", "note")},
    )


@st.composite
def council_files(draw):
    """Draw a council with two structures and what leads from one to the other."""
    words = Words(draw)
    before = Drawing(draw, "before", words).snapshot()
    after = Drawing(draw, "after", words, before.units, before.posts).snapshot()
    grade = st.builds(
        Grade, name=st.none(), rank=TIER, pounds=NUMBERS, basis=SOME, year=SOME_SHORT, sources=MANY
    )
    head = {"status": st.sampled_from(STATUSES), "in_force_from": DATES, "sources": MANY}
    head |= {"approved_by": SOME_LONG, "approved_on": DAYS, "minute": SOME_SHORT}
    structure = st.builds(StructureFile, snapshot=st.none(), note=SOME, **head)
    return CouncilFile(
        slug="wyreham",
        name=draw(LONG),
        other_names=draw(OTHER_NAMES),
        note=draw(SOME),
        kinds=tuple(words.kinds),
        tiers=(Tier(tier=1, name=draw(TEXTS)),),
        grades=tuple(replace(draw(grade), name=name) for name in words.grades),
        structures=(
            replace(draw(structure), snapshot=before),
            replace(draw(structure), snapshot=after, drawn_from="before", status="draft"),
        ),
        proposals=(draw(restructures(before, after)),) if before.posts else (),
    )

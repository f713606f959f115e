"""Made-up councils of any size, for pages and benchmarks: the same seed, the same council.

Directorates hold divisions, divisions services, services teams; each has a head, who reports to
the head above, and officers, who report to the head of where they sit. Its one rule: no name here
is a real council's.
"""

from dataclasses import replace
from decimal import Decimal
from random import Random

from divisions.models import Structure
from posts import snapshot as s
from posts import writing
from posts.models import Grade

LEVELS = ("directorate", "division", "service", "team")
HEADS = ("Director", "Assistant Director", "Head of Service", "Team Manager")
SPREAD = (5, 4, 5)
"""How many divisions a directorate has, how many services a division, how many teams a service."""

OFFICERS = ("Social Worker", "Support Officer", "Adviser", "Co-ordinator", "Business Officer")
ABOUT = (
    "Adoption", "Fostering", "Youth", "Early Years", "Libraries", "Highways", "Housing", "Revenues",
    "Planning", "Parks", "Leisure", "Finance", "Property", "Licensing", "Waste", "Inclusion",
)  # fmt: skip
STATES = ("filled",) * 12 + ("vacant", "interim", None)
GRADES = tuple(f"Grade {number}" for number in range(1, 13))


def snapshot(posts=1000, seed=0, key="made-up"):
    """A structure of so many posts, complete in every tier."""
    council = _Council(Random(seed))
    council.grow(posts)
    return s.Snapshot(
        key=key,
        title=f"A made-up council of {posts:,} posts",
        complete_to_tier=9,
        units=council.units,
        posts=council.posts,
        leads=tuple(council.leads),
        lines=tuple(council.lines),
    )


class _Council:
    """A council that grows: the chief executive first, then directorate by directorate."""

    def __init__(self, random):
        self.random = random
        self.units, self.posts, self.leads, self.lines = {}, {}, [], []

    def grow(self, wanted):
        self.wanted = wanted
        chief = self._post("Chief Executive", None, None, "Chief Officer")
        while len(self.posts) < wanted:
            self._unit(0, None, chief)

    def _unit(self, level, parent, manager):
        if len(self.posts) >= self.wanted:
            return
        unit = self._add_unit(level, parent)
        head = self._post(f"{HEADS[level]}, {unit.name}", unit.key, manager, HEADS[level])
        self.leads.append(s.Leads(post=head, unit=unit.key))
        if level == len(SPREAD):
            self._officers(unit, head, self.random.randint(3, 9))
            return
        self._officers(unit, head, 1)
        for _ in range(SPREAD[level]):
            self._unit(level + 1, unit.key, head)

    def _officers(self, unit, head, count):
        for _ in range(min(count, self.wanted - len(self.posts))):
            post = self._post(self.random.choice(OFFICERS), unit.key, head, "Officer")
            if self.random.random() < 0.02:
                self.lines.append(s.ReportingLine(post=post, kind=s.DOTTED, to="p1"))

    def _add_unit(self, level, parent):
        number = len(self.units) + 1
        unit = s.Unit(
            key=f"u{number}",
            name=f"{ABOUT[number % len(ABOUT)]} {LEVELS[level].title()} {number}",
            kind=LEVELS[level],
            parent=parent,
            place=None if parent else s.COUNCIL,
            position=number * 1024,
            sources=(f"¶{number}",),
        )
        self.units[unit.key] = unit
        return unit

    def _post(self, title, unit, manager, category):
        number = len(self.posts) + 1
        post = s.Post(
            key=f"p{number}",
            title=title,
            unit=unit,
            line=s.LINE_STATED if manager else s.LINE_NONE,
            reports_to=manager,
            position=number * 1024,
            category=category,
            grade=self.random.choice(GRADES),
            fte=Decimal(self.random.choice(("1.00", "1.00", "1.00", "0.60"))),
            state=self.random.choice(STATES),
            post_number=f"N{number:05}",
            sources=(f"¶{number}",),
        )
        self.posts[post.key] = post
        return post.key


def changed(before, share=0.1, seed=1, key="made-up-after"):
    """The structure after a restructure that touches such a share of its teams and posts.

    Teams move or are renamed; officers are regraded, moved, deleted, and as many are made.
    """
    random = Random(seed)
    units, posts = dict(before.units), dict(before.posts)
    teams = [key for key, unit in units.items() if unit.kind == "team"] or list(units)
    above = {units[key].parent for key in teams}
    for team in random.sample(teams, int(len(teams) * share)):
        how = random.choice(
            [{"parent": random.choice(sorted(above, key=str))}, {"name": f"New {team}"}]
        )
        units[team] = replace(units[team], **how)
    officers = [key for key, post in posts.items() if post.category == "Officer"]
    touched = random.sample(officers, min(len(officers), int(len(posts) * share)))
    for number, post in enumerate(touched):
        _CHANGES[number % len(_CHANGES)](random, before, posts, post, random.choice(teams))
    made = posts.keys() - before.posts.keys()
    return replace(
        before,
        key=key,
        units=units,
        posts=posts,
        lines=tuple(line for line in before.lines if line.post in posts),
        origins=tuple(s.Origin(key=post, share=s.NEW) for post in sorted(made)),
    )


def _regrade(random, before, posts, post, team):
    others = [grade for grade in GRADES if grade != posts[post].grade]
    posts[post] = replace(posts[post], grade=random.choice(others))


def _move(random, before, posts, post, team):
    head = before.leads_of[team][0].post
    posts[post] = replace(posts[post], unit=team, reports_to=head)


def _delete(random, before, posts, post, team):
    del posts[post]


def _make(random, before, posts, post, team):
    new, number = f"{post}-new", f"{posts[post].post_number}N"
    posts[new] = replace(posts[post], key=new, title="Locality Officer", post_number=number)


_CHANGES = (_regrade, _move, _delete, _make)


def planted(council, wanted, status=Structure.Status.ON_RECORD):
    """A structure of a council that holds a made-up snapshot."""
    names = set(council.grades.values_list("name", flat=True))
    new = [Grade(council=council, name=name) for name in GRADES if name not in names]
    Grade.objects.bulk_create(new)
    structure = Structure(
        council=council,
        key=wanted.key,
        title=wanted.title,
        status=status,
        complete_to_tier=wanted.complete_to_tier,
    )
    Structure.objects.bulk_create([structure])
    with structure.editing(verb="make up", even_frozen=True) as editing:
        writing.write(editing, s.Snapshot(key=wanted.key, title=wanted.title), wanted)
    return structure

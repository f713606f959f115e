"""Where boxes stand: none upon another, in order, below what they belong to."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from posts.layout import Box, Layout, Stroke, arrange

sizes = st.tuples(st.integers(20, 300), st.integers(10, 200))
shapes = st.recursive(
    st.tuples(sizes, st.just([])),
    lambda below: st.tuples(sizes, st.lists(below, max_size=5) | st.lists(below, max_size=20)),
)


def planted(shape: tuple, key: str = "0") -> Box:
    (width, height), below = shape
    children = [planted(child, f"{key}.{place}") for place, child in enumerate(below)]
    return Box(key, width, height, tuple(bracketed(children)))


def bracketed(children: list[Box]) -> list[Box]:
    """The children, the leaves at their end in a bracket where there are three."""
    if len(children) < 3 or any(child.children for child in children[-3:]):
        return children
    width = max(child.width for child in children[-3:])
    return [*children[:-3], Box(f"{children[0].key} on", width, 0, tuple(children[-3:]), True)]


def every(roots: list[Box]) -> list[Box]:
    found = list(roots)
    for box in found:
        found.extend(box.children)
    return found


def crosses(stroke: Stroke, place: tuple[float, float, float, float]) -> bool:
    x, y, width, height = place
    left, right = sorted((stroke.x1, stroke.x2))
    top, bottom = sorted((stroke.y1, stroke.y2))
    return (
        left < x + width - 0.01
        and right > x + 0.01
        and top < y + height - 0.01
        and bottom > y + 0.01
    )


forests = st.lists(shapes, min_size=1, max_size=4).map(
    lambda forest: [planted(shape, str(place)) for place, shape in enumerate(forest)]
)
rooms = st.sampled_from([(300, 300), (1300, 900), (20_000, 500)])


@given(forests, rooms)
@settings(deadline=None)
def test_no_two_boxes_overlap_and_none_is_lost(roots, room):
    layout = arrange(roots, wide=room[0], tall=room[1])
    assert set(layout.places) == {box.key for box in every(roots) if not box.is_bracket}
    for (x, y, width, height), other in combinations(layout.places.values(), 2):
        apart_sideways = x + width <= other.x + 0.01 or other.x + other.width <= x + 0.01
        apart_upright = y + height <= other.y + 0.01 or other.y + other.height <= y + 0.01
        assert apart_sideways or apart_upright


@given(forests, rooms)
@settings(deadline=None)
def test_no_connector_runs_through_a_box(roots, room):
    layout = arrange(roots, wide=room[0], tall=room[1])
    strokes = [stroke for wire in layout.wires for stroke in wire.strokes]
    for place in layout.places.values():
        assert not [stroke for stroke in strokes if crosses(stroke, place)]


@given(forests, rooms)
@settings(deadline=None)
def test_what_is_below_a_box_hangs_below_it_in_order(roots, room):
    places = arrange(roots, wide=room[0], tall=room[1]).places
    for box in every(roots):
        below = [places[child.key] for child in drawn_below(box)]
        assert all(a.y < b.y or a.x < b.x for a, b in pairwise(below))
        if not box.is_bracket:
            bottom = places[box.key].y + places[box.key].height
            assert all(place.y > bottom for place in below)


def drawn_below(box: Box) -> list[Box]:
    """The boxes below a box, those of a bracket in its stead."""
    return [
        one for child in box.children for one in (child.children if child.is_bracket else [child])
    ]


@given(forests)
@settings(deadline=None)
def test_a_box_never_gets_less_room_than_it_asked_for_and_the_whole_holds_all(roots):
    layout = arrange(roots)
    for box in every(roots):
        if box.is_bracket:
            continue
        x, y, width, height = layout.places[box.key]
        assert width >= box.width
        assert height >= box.height
        assert min(x, y) >= -0.01
        assert x + width <= layout.width + 0.01
        assert y + height <= layout.height + 0.01


def directorate(*services: int) -> Box:
    divisions = [
        Box(f"d{n}", 150, 40, tuple(Box(f"d{n}s{m}", 130, 30) for m in range(count)))
        for n, count in enumerate(services)
    ]
    return Box("directorate", 250, 50, tuple(divisions))


def columns(layout: Layout, *keys: str) -> list[float]:
    return [layout.places[key].x for key in keys]


def test_divisions_stand_in_a_row_and_their_services_hang_below_them():
    layout = arrange([directorate(3, 1, 2)])
    assert len({layout.places[key].y for key in ("d0", "d1", "d2")}) == 1
    assert len(set(columns(layout, "d0s0", "d0s1", "d0s2"))) == 1
    assert columns(layout, "d0", "d1", "d2") == sorted(columns(layout, "d0", "d1", "d2"))


def test_boxes_of_a_row_are_equally_tall_unless_one_is_far_taller():
    alike = arrange([Box("c", 250, 50, (Box("a", 150, 40), Box("b", 150, 90)))])
    assert alike.places["a"].height == 90
    unlike = arrange([Box("c", 250, 50, (Box("a", 150, 40), Box("b", 150, 400)))])
    assert unlike.places["a"].height == 40


def test_a_list_ends_at_the_right_edge_of_its_division():
    places = arrange([directorate(2)]).places
    edges = {place.x + place.width for key, place in places.items() if key.startswith("d0")}
    assert len(edges) == 1


def test_divisions_hang_too_where_a_row_of_them_would_be_too_wide():
    council = Box("council", 250, 50, tuple(Box(f"u{n}", 150, 40) for n in range(40)))
    assert len(set(columns(arrange([council], wide=300, tall=2000), "u0", "u1", "u39"))) == 1
    assert len(set(columns(arrange([council], wide=9000, tall=2000), "u0", "u1", "u39"))) == 3


def test_a_long_list_is_folded_into_columns_where_there_is_room():
    layout = arrange([directorate(16, 4)], wide=700)
    assert len(set(columns(layout, *(f"d0s{n}" for n in range(16))))) == 2
    assert len(set(columns(layout, *(f"d1s{n}" for n in range(4))))) == 1
    narrow = arrange([directorate(16, 4)], wide=400)
    assert len(set(columns(narrow, *(f"d0s{n}" for n in range(16))))) == 1


def test_the_leaves_of_a_bracket_stand_below_one_another_beside_the_divisions():
    leaves = tuple(Box(f"leaf{n}", 150, 30) for n in range(3))
    top = Box(
        "top", 250, 50, (Box("d", 150, 40, (Box("s", 130, 30),)), Box("", 150, 0, leaves, True))
    )
    places = arrange([top]).places
    assert [places[f"leaf{n}"].y for n in range(3)] == [84, 121, 158]
    assert len({places[f"leaf{n}"].x for n in range(3)} | {places["d"].x}) == 2


def test_the_second_row_can_begin_lower_and_no_box_grows_by_it():
    layout = arrange([directorate(3, 1)], second=200)
    assert (layout.second, layout.places["d0"].y) == (200, 200)
    assert layout.places["directorate"].height == 50


def test_trees_that_are_too_wide_together_stand_on_shelves():
    roots = [Box(f"p{n}", 150, 40) for n in range(10)]
    places = arrange(roots, wide=700, tall=900).places
    assert [places[f"p{n}"].y for n in range(10)] == [0] * 4 + [54] * 4 + [108] * 2


def test_a_structure_a_thousand_levels_deep_is_drawn():
    box = Box("0", 150, 30)
    for level in range(1, 1001):
        box = Box(str(level), 150, 30, (box,))
    places = arrange([box]).places
    assert [places[str(level)].y for level in range(1000, -1, -1)] == sorted(
        place.y for place in places.values()
    )

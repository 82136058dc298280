"""Cutting a text into what is drawn: nothing is lost, nothing is drawn twice."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from graph.views import EntityCard, Mark
from web.marks import present, separate, stretches


def card(name: str, type: str = "Person") -> EntityCard:
    day = date(2024, 3, 12)
    return EntityCard(name, type, name, "", (name,), (), 1, day, day)


def mark(start: int, end: int, name: str = "Lan", role: str | None = None) -> Mark:
    return Mark(start, end, card(name), role)


def drawn(cut) -> str:
    return "".join(piece.text for stretch in cut for piece in stretch.pieces)


def test_lan_is_marked_and_the_rest_is_not() -> None:
    (stretch,) = stretches("Lan gọi Hà", [mark(0, 3)])
    assert [(piece.text, piece.mark is not None) for piece in stretch.pieces] == [
        ("Lan", True),
        (" gọi Hà", False),
    ]


def test_the_longer_of_two_overlapping_marks_is_kept() -> None:
    kept = separate([mark(0, 3, "Lan"), mark(0, 9, "Lan Thị A")])
    assert [one.entity.name for one in kept] == ["Lan Thị A"]


def test_a_sentence_asked_for_is_a_stretch_of_its_own() -> None:
    cut = stretches("Một. Hai. Ba.", [], followed=(5, 9))
    assert [(one.start, one.end, one.followed) for one in cut] == [
        (0, 5, False),
        (5, 9, True),
        (9, 13, False),
    ]


def test_a_sentence_asked_for_wins_over_one_that_overlaps_it() -> None:
    cut = stretches("Một. Hai. Ba.", [], [(0, 9)], followed=(5, 9))
    assert [one.start for one in cut if one.sentence] == [5]


def test_a_role_is_told_at_the_first_mention_only() -> None:
    cut = stretches("Lan. Lan.", [mark(0, 3, role="victim"), mark(5, 8, role="victim")])
    assert [piece.first for one in cut for piece in one.pieces if piece.mark] == [True, False]


def test_a_window_draws_its_part_alone() -> None:
    cut = stretches("Lan gọi Hà", [mark(0, 3), mark(8, 10, "Hà")], window=(4, 10))
    assert drawn(cut) == "gọi Hà"


def test_people_are_listed_before_phones_and_counted() -> None:
    phone = Mark(8, 12, card("0912", "Phone"), None)
    listed = present([phone, mark(0, 3), mark(4, 7)])
    assert [(one.entity.name, one.mentions) for one in listed] == [("Lan", 2), ("0912", 1)]


@given(st.data())
def test_pieces_together_are_the_text_again(data: st.DataObject) -> None:
    text = data.draw(st.text(min_size=1, max_size=60))
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(
        lambda span: span[0] < span[1]
    )
    marks = [mark(*span, name=str(span)) for span in data.draw(st.lists(spans, max_size=6))]
    sentences = data.draw(st.lists(spans, max_size=6))
    phrases = [("x", *span) for span in data.draw(st.lists(spans, max_size=3))]
    followed = data.draw(st.none() | spans)
    assert drawn(stretches(text, marks, sentences, phrases, followed=followed)) == text

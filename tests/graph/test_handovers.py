"""A number that changed hands is two numbers, for what is known and for what is still to come."""

from datetime import UTC, date, datetime

import pytest

from graph.errors import Conflict
from graph.records import Handover
from graph.store import Store
from tests.graph.filing_builder import Note

PHONE = "+84912000001"
CHANGED = Handover(date(2025, 3, 1), "Minh", datetime(2026, 4, 1, tzinfo=UTC), "SIM sold")


def call(day: date, name: str = "Hùng") -> Note:
    note = Note(f"«{name}» called from «{PHONE}».", title=f"{name} {day}", day=day, language="vi")
    note.person(name, f"phone:{PHONE}").add("Phone", PHONE)
    return note.claim(name, "USES_PHONE", PHONE)


def home(store: Store, note: Note, words: str) -> str:
    (row,) = store._database.run(
        "MATCH (:Appearance {id: $id})-[:OF]->(e:Entity) RETURN e.id AS id",
        id=note.appearances[words].id,
    )
    return str(row["id"])


@pytest.fixture
def calls(store: Store) -> tuple[Note, Note, Note]:
    notes = call(date(2024, 6, 1)), call(date(2025, 2, 28)), call(date(2025, 9, 1))
    store.save([note.filing() for note in notes])
    assert len({home(store, note, "Hùng") for note in notes}) == 1
    return notes


def test_number_and_its_holders_part_by_date(store: Store, calls: tuple[Note, ...]) -> None:
    store.change_hands(home(store, calls[0], PHONE), CHANGED)
    for words in (PHONE, "Hùng"):
        hands = [home(store, note, words) for note in calls]
        assert hands[0] == hands[1] != hands[2]
    after = store.fingerprint()
    store.rebuild()
    assert store.fingerprint() == after


def test_later_reports_mean_the_later_holder(store: Store, calls: tuple[Note, ...]) -> None:
    store.change_hands(home(store, calls[0], PHONE), CHANGED)
    early, late = call(date(2024, 1, 1)), call(date(2026, 1, 1))
    store.save([early.filing(), late.filing()])
    for words in (PHONE, "Hùng"):
        assert home(store, early, words) == home(store, calls[0], words)
        assert home(store, late, words) == home(store, calls[2], words)
    after = store.fingerprint()
    store.rebuild()
    assert store.fingerprint() == after


def test_taken_back_it_is_one_number_again(store: Store, calls: tuple[Note, ...]) -> None:
    before = store.fingerprint()
    phone = home(store, calls[0], PHONE)
    store.change_hands(phone, CHANGED)
    assert [one.day for one in store.handovers(phone).changes] == [CHANGED.day]
    assert [one.day for one in store.handovers(home(store, calls[2], PHONE)).changes] == [
        CHANGED.day
    ]
    later = datetime(2026, 4, 2, tzinfo=UTC)
    store.change_hands(phone, Handover(CHANGED.day, "Minh", later, "a mistake", withdrawn=True))
    assert store.fingerprint() == before
    assert store.handovers(phone).changes == ()


def test_what_has_no_earlier_holder_cannot_change_hands(
    store: Store, calls: tuple[Note, ...]
) -> None:
    phone, person = home(store, calls[0], PHONE), home(store, calls[0], "Hùng")
    with pytest.raises(Conflict, match="before 2024-06-01"):
        store.change_hands(phone, Handover(date(2024, 6, 1), "Minh", CHANGED.time))
    with pytest.raises(Conflict, match="changes hands"):
        store.change_hands(person, CHANGED)


def test_holders_one_after_the_other_are_shown(store: Store) -> None:
    days = date(2024, 6, 1), date(2024, 8, 1), date(2025, 9, 1)
    names = "Vừ Bá Pó", "Vừ Bá Pó", "Trần Thị Liên"
    notes = [call(day, name) for day, name in zip(days, names, strict=True)]
    store.save([note.filing() for note in notes])
    (likely,) = store.handovers(home(store, notes[0], PHONE)).likely
    assert likely.day == days[2]
    assert ([one.name for one in likely.before], [one.name for one in likely.after]) == (
        ["Vừ Bá Pó"],
        ["Trần Thị Liên"],
    )
    store.save([call(date(2025, 10, 1), "Vừ Bá Pó").filing()])
    assert store.handovers(home(store, notes[0], PHONE)).likely == ()

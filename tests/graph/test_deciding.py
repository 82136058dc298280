"""Merging, parting, and taking back, as a reviewer does it."""

from datetime import UTC, datetime, timedelta

import pytest

from graph.deciding import Signed
from graph.errors import Conflict, DifferentTypes, Missing, Moved
from graph.store import Store
from tests.graph.filing_builder import Note

START = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)


def signed(minute: int = 0, reason: str = "I know them") -> Signed:
    return Signed("Minh", START + timedelta(minutes=minute), reason)


def told(name: str, title: str, *facts: str) -> Note:
    note = Note(f"«{name}» was seen. A phone «+84912000001».", title=title, language="vi")
    return note.person(name, *facts).add("Phone", "+84912000001")


def entity_of(store: Store, note: Note, words: str) -> str:
    id = note.appearances[words].id
    found = store._database.run(
        "MATCH (:Appearance {id: $id})-[:OF]->(e:Entity) RETURN e.id AS id", id=id
    )
    return str(found[0]["id"])


@pytest.fixture
def two(store: Store) -> tuple[Note, Note]:
    """Two reports whose people are not joined by machine."""
    notes = told("Vừ Bá Pó", "one"), told("Pó Sẹo", "two")
    store.save([note.filing() for note in notes])
    return notes


def test_merge_keeps_both_names_and_redirects_the_old_address(
    store: Store, two: tuple[Note, Note]
) -> None:
    left, right = entity_of(store, two[0], "Vừ Bá Pó"), entity_of(store, two[1], "Pó Sẹo")
    store.judge_entities([(left, right)], "same", signed())
    now = entity_of(store, two[0], "Vừ Bá Pó")
    assert now == entity_of(store, two[1], "Pó Sẹo")
    merged = store.entity(now)
    assert set(merged.card.names) == {"Vừ Bá Pó", "Pó Sẹo"}
    assert [why.text for why in merged.reasons] == [
        "Minh judged them the same on 2026-04-01: I know them"
    ]
    (old,) = {left, right} - {now}
    with pytest.raises(Moved) as moved:
        store.entity(old)
    assert moved.value.new == now


def test_taking_a_merge_back_gives_both_their_own_address(
    store: Store, two: tuple[Note, Note]
) -> None:
    left, right = entity_of(store, two[0], "Vừ Bá Pó"), entity_of(store, two[1], "Pó Sẹo")
    store.judge_entities([(left, right)], "same", signed())
    (act,) = store.acts(entity_of(store, two[0], "Vừ Bá Pó"))
    store.withdraw([act.id], signed(1, "a slip"))
    assert entity_of(store, two[0], "Vừ Bá Pó") == left
    assert entity_of(store, two[1], "Pó Sẹo") == right
    assert [one.judgement for one in store.acts(left)] == ["withdrawn", "same"]
    assert not any(one.stands for one in store.acts(left))


def test_parted_appearances_stay_together_and_apart_from_the_rest(store: Store) -> None:
    notes = [told("Vừ Bá Pó", str(n), "phone:+84912000001") for n in range(4)]
    store.save([note.filing() for note in notes])
    whole = entity_of(store, notes[0], "Vừ Bá Pó")
    assert store.entity(whole).appearance_count == 4
    others = [note.appearances["Vừ Bá Pó"].id for note in notes[:2]]
    store.part(whole, others, signed())
    parted = {entity_of(store, note, "Vừ Bá Pó") for note in notes[:2]}
    rest = {entity_of(store, note, "Vừ Bá Pó") for note in notes[2:]}
    assert len(parted) == len(rest) == 1
    assert parted != rest
    after = store.fingerprint()
    store.rebuild()
    assert store.fingerprint() == after


def test_parted_entities_can_be_merged_again(store: Store) -> None:
    notes = [told("Vừ Bá Pó", str(n), "phone:+84912000001") for n in range(3)]
    store.save([note.filing() for note in notes])
    whole = entity_of(store, notes[0], "Vừ Bá Pó")
    store.part(whole, [notes[0].appearances["Vừ Bá Pó"].id], signed())
    left, right = (entity_of(store, note, "Vừ Bá Pó") for note in notes[:2])
    store.judge_entities([(left, right)], "same", signed(1))
    assert len({entity_of(store, note, "Vừ Bá Pó") for note in notes}) == 1


def test_number_that_changed_hands_is_parted_by_report(store: Store) -> None:
    notes = [told("Vừ Bá Pó", str(n)) for n in range(3)]
    store.save([note.filing() for note in notes])
    phone = entity_of(store, notes[0], "+84912000001")
    later = [note.appearances["+84912000001"].id for note in notes[1:]]
    store.part(phone, later, signed(reason="sold in March"))
    hands = [entity_of(store, note, "+84912000001") for note in notes]
    assert hands[1] == hands[2] != hands[0]
    after = store.fingerprint()
    store.rebuild()
    assert store.fingerprint() == after


def test_different_is_asked_again_only_when_something_new_is_learned(store: Store) -> None:
    name = "Lầu Bá Xềnh"
    first, second = told(name, "one", "handle:zalo/xenh"), told(name, "two", "born:1984")
    store.save([first.filing(), second.filing()])
    left, right = entity_of(store, first, name), entity_of(store, second, name)
    assert [one.right.id for one in store.proposals(left)] == [right]
    store.judge_entities([(left, right)], "different", signed())
    assert store.proposals(left) == ()
    store.save([told(name, "three", "handle:zalo/xenh").filing()])
    assert store.proposals(entity_of(store, first, name)) == ()
    store.save([told(name, "four", "handle:zalo/xenh", "born:1984").filing()])
    left, right = entity_of(store, first, name), entity_of(store, second, name)
    assert left != right
    assert [one.right.id for one in store.proposals(left)] == [right]


def test_queue_shows_each_pair_once(store: Store, two: tuple[Note, Note]) -> None:
    pairs, following = store.identity_queue(weak=True)
    assert [{one.left.name, one.right.name} for one in pairs] == [{"Vừ Bá Pó", "Pó Sẹo"}]
    assert following is None


def test_batch_of_pairs_that_share_a_person_becomes_one(store: Store) -> None:
    notes = [told(name, name) for name in ("Vừ Bá Pó", "Pó Sẹo", "Pó")]
    store.save([note.filing() for note in notes])
    ids = [
        entity_of(store, note, name)
        for note, name in zip(notes, ("Vừ Bá Pó", "Pó Sẹo", "Pó"), strict=True)
    ]
    store.judge_entities([(ids[0], ids[1]), (ids[1], ids[2])], "same", signed())
    assert store.entity(entity_of(store, notes[0], "Vừ Bá Pó")).appearance_count == 3


def test_comparison_says_what_speaks_for_and_against(store: Store) -> None:
    notes = told("Vừ Bá Pó", "one", "born:1982"), told("Vừ Bá Pó", "two", "born:1999")
    store.save([note.filing() for note in notes])
    found = store.comparison(*(entity_of(store, note, "Vừ Bá Pó") for note in notes))
    assert [why.code for why in found.against] == ["different_births"]
    assert found.reasons[0].text == "Same name Vừ Bá Pó."
    assert found.left.sentences[0].text == "Vừ Bá Pó was seen."


def test_what_cannot_be_meant_is_refused(store: Store, two: tuple[Note, Note]) -> None:
    person, phone = entity_of(store, two[0], "Vừ Bá Pó"), entity_of(store, two[0], "+84912000001")
    with pytest.raises(Conflict):
        store.judge_entities([(person, person)], "same", signed())
    with pytest.raises(DifferentTypes):
        store.judge_entities([(person, phone)], "same", signed())
    with pytest.raises(Missing):
        store.judge_entities([(person, "nobody")], "same", signed())
    with pytest.raises(Conflict):
        store.part(person, [two[0].appearances["Vừ Bá Pó"].id], signed())
    with pytest.raises(Missing):
        store.withdraw(["none"], signed())


def test_things_are_proposed_joined_and_parted(store: Store) -> None:
    one = Note("«nhà nghỉ Hương Rừng» at «Vinh», call «+84912000001».", "inn")
    one.add("Organization", "nhà nghỉ Hương Rừng").add("Phone", "+84912000001")
    one.claim("nhà nghỉ Hương Rừng", "CONTACTED", "+84912000001")
    two = Note("«Hương Rừng» again, «+84912000001»; the van «378-013.18».", "again")
    two.add("Organization", "Hương Rừng").add("Phone", "+84912000001")
    two.add("Vehicle", "378-013.18").claim("Hương Rừng", "CONTACTED", "+84912000001")
    three = Note("The van «37B-013.18» from «Huồi Lê».", "van")
    three.add("Vehicle", "37B-013.18").add("Place", "Huồi Lê")
    four = Note("Up in «Huồi Lê».", "up")
    four.add("Place", "Huồi Lê", within="Keng Đu, Kỳ Sơn, Nghệ An")
    store.save([note.filing() for note in (one, two, three, four)])
    for type, left, right, code in (
        ("Organization", (one, "nhà nghỉ Hương Rừng"), (two, "Hương Rừng"), "organisation_name"),
        ("Vehicle", (two, "378-013.18"), (three, "37B-013.18"), "plate_misread"),
        ("Place", (three, "Huồi Lê"), (four, "Huồi Lê"), "place_name"),
    ):
        (pair,) = store.identity_queue(type=type)[0]
        ids = [entity_of(store, *side) for side in (left, right)]
        assert {pair.left.id, pair.right.id} == set(ids)
        assert code in [reason.code for reason in pair.reasons]
        lines = {line["id"]: line["proposed"] for line in store.entity_lines(type)}
        assert lines[ids[0]] == [ids[1]]
        judged = store.judge_entities([(ids[0], ids[1])], "same", signed())
        assert entity_of(store, *left) == entity_of(store, *right)
        assert store.identity_queue(type=type)[0] == ()
        store.withdraw(judged, signed(1))
        store.judge_entities([(ids[0], ids[1])], "different", signed(2))
        assert store.identity_queue(type=type)[0] == ()
    after = store.fingerprint()
    store.rebuild()
    assert store.fingerprint() == after

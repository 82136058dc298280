"""The derived layer is the same however it came about."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import hypothesis.strategies as st
from hypothesis import HealthCheck, given, settings

from graph.errors import Conflict
from graph.records import Filing, Handover, IdentityReview, Review
from graph.store import Store
from tests.graph.filing_builder import RECEIVED, Note

START = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
NAMES = ("Trần Văn Tú", "Trần Văn Tư", "Tran Van Tu", "Tú", "Vừ Y Giống", "Vu Y Giong", "Giống")
PHONES = ("+84912000001", "+84912000002")
BORN = (None, "1987", "1987-03-02", "1990")
HOMES = (None, "keng du")


@st.composite
def filings(draw: st.DrawFn) -> list[Filing]:
    """Notes about few people with few phones, so that much of it hangs together."""
    return [draw(_note(n)).filing() for n in range(draw(st.integers(2, 6)))]


@st.composite
def _note(draw: st.DrawFn, n: int) -> Note:
    first, second = draw(st.sampled_from(NAMES)), "Lò Thị Mai"
    phone = draw(st.sampled_from(PHONES))
    words = f"«{first}» knows «{second}» and «{phone}». They met in «Vinh»."
    received = RECEIVED + timedelta(minutes=draw(st.integers(0, 3)))
    day = date(2026, 2, draw(st.integers(1, 3)))
    note = Note(words, title=f"note {n}", received=received, day=day)
    born, home = draw(st.sampled_from(BORN)), draw(st.sampled_from(HOMES))
    note.language = draw(st.sampled_from(["vi", "fr"]))
    facts = [f"phone:{phone}"] if draw(st.booleans()) else []
    facts += [f"born:{born}"] if born else []
    facts += [f"home:{home}"] if home else []
    sex = draw(st.sampled_from([{}, {"sex": "male"}, {"sex": "female"}]))
    note.person(first, *facts, **sex).person(second, f"phone:{phone}")
    note.add("Phone", phone).add("Place", "Vinh", gazetteer="vn-40")
    note.claim(first, "USES_PHONE", phone)
    if draw(st.booleans()):
        note.claim(second, "ASSOCIATE", first, negated=draw(st.booleans()))
    return note.lead(first, second).lead(second, phone)


@st.composite
def stories(draw: st.DrawFn) -> tuple[list[Filing], list[object]]:
    """Filings, and steps in some order: save a few, review claims or leads, judge identities."""
    told = draw(filings())
    order = draw(st.permutations(told))
    steps: list[object] = []
    filed: list[Filing] = []
    for n, filing in enumerate(order):
        steps.append([filing])
        filed.append(filing)
        time = START + timedelta(minutes=n)
        if draw(st.booleans()):
            targets = [c.id for f in filed for c in f.claims] + [
                x.id for f in filed for x in f.leads
            ]
            chosen = draw(st.lists(st.sampled_from(targets), min_size=1, max_size=3, unique=True))
            verdict = draw(st.sampled_from(["confirmed", "rejected", "unsure"]))
            steps.append(Review(tuple(chosen), verdict, "An", time, "so it is"))
        if len(filed) > 1 and draw(st.booleans()):
            type = draw(st.sampled_from(["Person", "Person", "Phone"]))
            ids = [a.id for f in filed for a in f.appearances if a.type == type]
            judged = draw(st.lists(st.sampled_from(ids), min_size=2, max_size=5, unique=True))
            cut = draw(st.integers(1, len(judged) - 1))
            sides = tuple(judged[:cut]), tuple(judged[cut:])
            judgement = draw(st.sampled_from(["same", "different", "unsure"]))
            steps.append(IdentityReview(*sides, judgement, "An", time, "I know them"))
            if draw(st.booleans()):
                day = date(2026, 2, draw(st.integers(1, 4)))
                taken_back = draw(st.booleans())
                handover = Handover(day, "An", time, "sold", withdrawn=taken_back)
                steps.append((draw(st.sampled_from(PHONES)), handover))
            if draw(st.booleans()):
                later = time + timedelta(seconds=1)
                steps.append(IdentityReview(*sides, "withdrawn", "An", later, "taken back"))
    return told, steps


def play(store: Store, steps: list[object]) -> str:
    """Empty the store, take the steps, and answer the fingerprint."""
    store._database.run("MATCH (n) DETACH DELETE n")
    for step in steps:
        if isinstance(step, Review):
            store.review(step)
        elif isinstance(step, IdentityReview):
            store.judge(step)
        elif isinstance(step, tuple):
            change_hands(store, *step)
        else:
            store.save(step)
    return store.fingerprint()


def change_hands(store: Store, phone: str, handover: Handover) -> None:
    """Let a number change hands where it is known."""
    for line in store.entity_lines("Phone"):
        if phone in line["names"]:
            with suppress(Conflict):
                store.change_hands(line["id"], handover)
            return


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(story=stories())
def test_a_rebuild_gives_the_graph_that_saving_reviewing_and_judging_gave(
    store: Store, story: tuple[list[Filing], list[object]]
) -> None:
    _, steps = story
    before = play(store, steps)
    store.rebuild()
    assert store.fingerprint() == before


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(story=stories())
def test_all_reports_at_once_and_then_the_reviews_give_the_same_graph(
    store: Store, story: tuple[list[Filing], list[object]]
) -> None:
    told, steps = story
    # whether a number may change hands depends on what is known by then
    steps = [step for step in steps if not isinstance(step, tuple)]
    reviews = [step for step in steps if not isinstance(step, list)]
    assert play(store, steps) == play(store, [told, *reviews])


def test_an_entity_keeps_its_id_when_newer_reports_join_it(store: Store) -> None:
    facts = "phone:+84912000001", "born:1987"
    ids = []
    for n in range(6):
        received = RECEIVED + timedelta(minutes=n)
        note = Note("«Vừ Bá Pó» was seen.", title=f"note {n}", received=received, language="vi")
        store.save([note.person("Vừ Bá Pó", *facts).filing()])
        ids.append({row["id"] for row in store._database.run("MATCH (e:Entity) RETURN e.id AS id")})
    assert ids == [ids[0]] * 6
    assert len(ids[0]) == 1


def test_rebuild_tells_how_far_it_is(store: Store) -> None:
    store.save([Note("«Lan» was here.", title=str(n)).person("Lan").filing() for n in range(3)])
    heard: list[tuple[int, int]] = []
    store.rebuild(lambda done, of: heard.append((done, of)))
    assert heard == [(3, 3)]

"""The measure: a perfect reading is perfect, and each fault costs what it should."""

from collections.abc import Mapping
from typing import Any

from nlp_models.evaluation import evaluate, summed, table
from nlp_models.vocabulary import LANGUAGES

TEXT = "Lan gọi 0912345678. Tèo đưa Lan từ Vinh ra Huế."


def entity(identifier: str, kind: str, word: str, **more: Any) -> dict[str, Any]:
    start = TEXT.index(word)
    found = {"id": identifier, "type": kind, "name": word, "aliases": [], "attributes": {}}
    return found | {"mentions": [[start, start + len(word), word]]} | more


def note(**changes: Any) -> dict[str, Any]:
    entities = [
        entity("e1", "Person", "Lan", role="victim"),
        entity("e2", "Phone", "0912345678", name="+84912345678"),
        entity("e3", "Person", "Tèo", role="suspect"),
        entity("e4", "Place", "Vinh"),
        entity("e5", "Place", "Huế"),
    ]
    claim = {"kind": "TRANSPORTED", "subject": "e3", "object": "e1", "start": 20, "end": 47}
    route = {"stops": ["e4", "e5"], "mode": None, "start": 20, "end": 47}
    report = {"id": "n", "language": "vi", "classes": ["Other"]}
    whole = {"report": report, "entities": entities, "claims": [claim], "routes": [route]}
    return whole | {"text": TEXT} | changes


def f1(found: Mapping[str, Any], *facets: str) -> float:
    scores, _ = evaluate([note()], lambda text, language: found)
    return summed(scores, facets, LANGUAGES).f1


def test_a_perfect_reading_is_perfect() -> None:
    same = {**note()}
    for facet in ("Person", "Phone", "Place", "role", "claim", "route leg", "classes"):
        assert f1(same, facet) == 1.0


def test_a_missed_person_costs_recall_and_what_hangs_on_it() -> None:
    found = note(entities=[e for e in note()["entities"] if e["id"] != "e3"], claims=[])
    scores, differences = evaluate([note()], lambda text, language: found)
    assert summed(scores, ("Person",), LANGUAGES).recall == 0.5
    assert summed(scores, ("claim",), LANGUAGES).recall == 0.0
    assert "Person\tn\t-\tTèo" in differences


def test_a_claim_the_wrong_way_round_is_wrong() -> None:
    claim = {**note()["claims"][0], "subject": "e1", "object": "e3"}
    assert f1(note(claims=[claim]), "claim") == 0.0


def test_a_negated_claim_is_no_plain_one() -> None:
    claim = {**note()["claims"][0], "negated": True}
    assert f1(note(claims=[claim]), "claim") == 0.0


def test_kin_has_no_direction() -> None:
    kin = {**note()["claims"][0], "kind": "FAMILY"}
    back = {**kin, "subject": "e1", "object": "e3"}
    scores, _ = evaluate([note(claims=[kin])], lambda text, language: note(claims=[back]))
    assert summed(scores, ("claim",), LANGUAGES).f1 == 1.0


def test_the_table_has_a_row_for_each_facet_with_facts() -> None:
    scores, _ = evaluate([note()], lambda text, language: note())
    lines = list(table(scores))
    assert any(line.startswith("persons") and " 1.00" in line for line in lines)
    assert not any(line.startswith("plates") for line in lines)

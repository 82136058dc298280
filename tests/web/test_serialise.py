"""The JSON twin says what the page says."""

from datetime import UTC, date, datetime

from graph.views import Counts, EntityCard
from web.serialise import as_json


def test_a_card_becomes_an_object_with_iso_dates() -> None:
    card = EntityCard("1", "Person", "Lan", "", ("Lan",), (), 2, date(2024, 3, 12), None)
    assert as_json(card) == {
        "id": "1",
        "type": "Person",
        "name": "Lan",
        "detail": "",
        "names": ["Lan"],
        "roles": [],
        "reports": 2,
        "first_seen": "2024-03-12",
        "last_seen": None,
    }


def test_a_mapping_and_a_time_are_kept() -> None:
    counts = Counts(1, {"Person": 2}, {"machine": 3}, 4, 5)
    assert as_json((counts, datetime(2024, 3, 12, 8, tzinfo=UTC))) == [
        {
            "reports": 1,
            "entities": {"Person": 2},
            "connections": {"machine": 3},
            "leads": 4,
            "waiting": 5,
        },
        "2024-03-12T08:00:00+00:00",
    ]

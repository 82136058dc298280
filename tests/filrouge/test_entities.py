"""``filrouge entities`` prints everyone with the reasons, and whom a reviewer is asked about."""

import json

import pytest
from click.testing import CliRunner

from filrouge.cli import cli
from graph.address import Address
from graph.store import Store
from tests.graph.filing_builder import Note


@pytest.fixture
def filled(clean_graph: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three reports: two joined by a phone, a third that may be of the same man."""
    monkeypatch.setenv("FILROUGE_NEO4J_URI", clean_graph.uri)
    monkeypatch.setenv("FILROUGE_NEO4J_USER", clean_graph.user)
    monkeypatch.setenv("FILROUGE_NEO4J_PASSWORD", clean_graph.password)
    name, phone = "Vừ Bá Pó", "phone:+84912000001"
    notes = [
        Note(f"«{name}» was seen.", title=str(n), language="vi").person(name, *facts)
        for n, facts in enumerate([(phone,), (phone,), ()])
    ]
    with Store.connect(clean_graph) as store:
        store.prepare()
        store.save([note.filing() for note in notes])


def lines(*words: str) -> list[dict[str, object]]:
    answer = CliRunner().invoke(cli, ["entities", *words], catch_exceptions=False)
    assert answer.exit_code == 0
    return [json.loads(line) for line in answer.stdout.splitlines()]


@pytest.mark.usefixtures("filled")
def test_joined_people_are_one_line_and_the_likely_one_is_proposed() -> None:
    one, other = sorted(lines("--type", "Person"), key=lambda line: -len(str(line)))
    assert one["names"] == ["Vừ Bá Pó"]
    assert one["reasons"] == ["Same name Vừ Bá Pó.", "Same phone +84912000001."]
    assert [seen["report"] for seen in one["appearances"]] == ["notes/0.txt", "notes/1.txt"]  # type: ignore[attr-defined]
    assert one["proposed"] == [other["id"]]
    assert other["proposed"] == [one["id"]]


@pytest.mark.usefixtures("filled")
def test_other_types_are_left_out_when_one_is_asked_for() -> None:
    assert lines("--type", "Phone") == []

"""Clusters of candidates: what is joined, what stays apart, whatever the order."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from graph.identity import Candidate, Judged, cluster, latest
from graph.matching.sketch import sketch

START = datetime(2026, 4, 1, tzinfo=UTC)


def person(id: str, name: str, *facts: str, language: str = "vi", alias: str = "") -> Candidate:
    row = {
        "name": name,
        "aliases": [alias] if alias else [],
        "facts": facts,
        "clues": [f"language:{language}"],
    }
    return Candidate(id, sketch(row))


def groups(people: Sequence[Candidate], *judged: Judged) -> set[str]:
    """Cluster in every order, and write each cluster as the letters of its members."""
    answers = {
        frozenset("".join(sorted(group.members)) for group in cluster(order, judged))
        for order in permutations(people)
    }
    assert len(answers) == 1
    return set(answers.pop())


def judged(left: str, right: str, judgement: str, minute: int = 0) -> Judged:
    time = START + timedelta(minutes=minute)
    return Judged(f"j{minute}", frozenset(left), frozenset(right), judgement, "Minh", time)


PHONE = "phone:+84912000001"


def test_chain_of_sure_pairs_is_one() -> None:
    people = [
        person("a", "Vừ Bá Pó", PHONE),
        person("b", "Vừ Bá Pó", PHONE, "born:1982"),
        person("c", "Vu Ba Po", "born:1982", language="en"),
    ]
    assert groups(people) == {"abc"}


def test_given_name_with_the_phone_of_two_namesakes_is_nobodys() -> None:
    people = [
        person("a", "Nguyễn Văn Hùng", PHONE),
        person("b", "Lê Văn Hùng", PHONE),
        person("c", "Hùng", PHONE),
    ]
    assert groups(people) == {"a", "b", "c"}


def test_unmarked_name_of_one_of_two_twins_is_left_to_a_reviewer() -> None:
    twins = ("born:2005-09-02",)
    people = [
        person("a", "Lương Thị Thủy", *twins),
        person("b", "Lương Thị Thụy", *twins),
        person("c", "Luong Thi Thuy", *twins, language="en"),
    ]
    assert groups(people) == {"a", "b", "c"}


def test_two_births_are_never_bridged() -> None:
    people = [
        person("a", "Lầu Bá Xềnh", PHONE, "born:1984"),
        person("b", "Lầu Bá Xềnh", PHONE, "born:1999"),
        person("c", "Lầu Bá Xềnh", PHONE),
    ]
    assert groups(people) == {"a", "b", "c"}


def test_alias_joins_names_that_have_nothing_in_common() -> None:
    people = [
        person("a", "Ibrahim Touré", PHONE, language="fr", alias="Le Vieux"),
        person("b", "Le Vieux", PHONE, language="fr"),
        person("c", "Ibrahima Toure", PHONE, language="fr"),
    ]
    assert groups(people) == {"abc"}


def test_common_name_and_year_alone_join_nobody() -> None:
    people = [person(id, "Nguyễn Văn Hùng", "born:1979") for id in "ab"]
    assert groups(people) == {"a", "b"}


def test_reviewer_joins_what_the_machine_would_not() -> None:
    people = [person("a", "Vừ Bá Pó", "born:1982"), person("b", "Vừ Bá Pó", "born:1999")]
    assert groups(people, judged("a", "b", "same")) == {"ab"}


def test_reviewer_parts_what_the_machine_joined() -> None:
    people = [person(id, "Vừ Bá Pó", PHONE) for id in "abc"]
    assert groups(people, judged("a", "bc", "different")) == {"a", "bc"}


def test_newer_judgement_comes_first() -> None:
    people = [person("a", "Vừ Bá Pó"), person("b", "Pó Sẹo"), person("c", "Pó")]
    told = judged("a", "b", "same", 0), judged("a", "bc", "different", 1)
    assert groups(people, *told) == {"a", "b", "c"}


@pytest.mark.parametrize("taken_back", ["unsure", "withdrawn"])
def test_judgement_taken_back_is_as_if_never_made(taken_back: str) -> None:
    people = [person(id, "Vừ Bá Pó", PHONE) for id in "ab"]
    told = judged("a", "b", "different", 0), judged("b", "a", taken_back, 1)
    assert groups(people, *told) == {"ab"}
    assert latest(told) == []


def test_reasons_name_what_was_shared() -> None:
    (group,) = cluster([person(id, "Vừ Bá Pó", PHONE) for id in "ab"], [])
    assert group.reasons == ("name_exact|Vừ Bá Pó", "same_phone|+84912000001")

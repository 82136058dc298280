"""The whole demo case file through the real reading into a real Neo4j, held to expected.toml."""

import tomllib
from collections.abc import Iterator
from typing import Any

import networkx
import pytest
from neo4j import Driver

from demo.make_case import CASE
from demo.source import HERE, sources
from graph.address import Address
from graph.store import Store
from ingest.options import Options
from ingest.originals import Originals
from ingest.pipeline import ingest
from nlp_models.folding import fold
from tests.demo.case_graph import CaseGraph, read_case_graph

EXPECTED = tomllib.loads((HERE / "expected.toml").read_text(encoding="utf-8"))
PEOPLE: dict[str, dict[str, Any]] = {person["id"]: person for person in EXPECTED["person"]}
JOINED = [person for person in PEOPLE.values() if len(person.get("joined", ())) > 1]
pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module")
def case(
    tmp_path_factory: pytest.TempPathFactory, neo4j_address: Address, neo4j_driver: Driver
) -> Iterator[CaseGraph]:
    database = neo4j_address.database
    neo4j_driver.execute_query("MATCH (n) DETACH DELETE n", database_=database)
    originals = Originals(tmp_path_factory.mktemp("originals"))
    with Store.connect(neo4j_address) as store:
        store.prepare()
        summary = ingest([CASE], store, originals, Options(source="demo"))
    assert summary.failed == ()
    yield read_case_graph(neo4j_driver, database)
    neo4j_driver.execute_query("MATCH (n) DETACH DELETE n", database_=database)


def entities(case: CaseGraph, person: str) -> set[str]:
    about = PEOPLE[person]
    return case.entities(about["name"], about.get("joined") or about["roles"])


def test_every_report_of_the_case_is_read(case: CaseGraph) -> None:
    assert {seen.report for seen in case.appearances} == {source.name[:2] for source in sources()}


def test_every_report_is_read_in_its_language(case: CaseGraph) -> None:
    read = {report: language for report, (language, _) in case.reports.items()}
    assert read == {source.name[:2]: source.language for source in sources()}


def test_reports_are_dated_by_what_they_say(case: CaseGraph) -> None:
    wanted = {source.name[:2]: source.date for source in sources()}
    wrong = {
        report: str(date) for report, (_, date) in case.reports.items() if date != wanted[report]
    }
    assert len(wrong) <= len(wanted) / 10, wrong


@pytest.mark.parametrize("number", EXPECTED["number"], ids=lambda number: number["name"])
def test_number_is_found_in_every_report_that_names_it(
    case: CaseGraph, number: dict[str, Any]
) -> None:
    found = case.of_number(number["type"], number["name"])
    assert {seen.report for seen in found} == set(number["reports"])
    assert len({seen.entity for seen in found}) == 1


def test_most_people_are_one_entity_over_their_reports(case: CaseGraph) -> None:
    apart = [
        person["id"]
        for person in JOINED
        if not all(case.of_person(person["name"], report) for report in person["joined"])
        or len(case.entities(person["name"], person["joined"])) > 1
    ]
    assert len(apart) <= len(JOINED) / 4, apart


@pytest.mark.parametrize("pair", EXPECTED["apart"], ids=lambda pair: " and ".join(pair["people"]))
def test_namesakes_stay_apart(case: CaseGraph, pair: dict[str, Any]) -> None:
    left, right = (entities(case, person) for person in pair["people"])
    assert left, "the first was not found"
    assert right, "the second was not found"
    assert not left & right, pair["why"]


def test_victim_is_a_victim_where_she_is_received(case: CaseGraph) -> None:
    (mai,) = {seen.entity for seen in case.of_person(PEOPLE["mai"]["name"], "01")}
    roles = {seen.role for seen in case.appearances if seen.entity == mai and seen.report == "01"}
    assert roles == {"victim"}


def test_only_one_phone_and_one_driver_join_the_rings(case: CaseGraph) -> None:
    network = case.without({"Place", "Organization", "Address"})
    (phone,) = {seen.entity for seen in case.of_number("Phone", EXPECTED["joint"]["phone"])}
    drivers = entities(case, EXPECTED["joint"]["driver"])
    first, second = (
        {entity for person in EXPECTED["rings"][ring] for entity in entities(case, person)}
        for ring in "ab"
    )
    assert joined(network, first, second)
    network.remove_nodes_from({phone} | drivers)
    assert not joined(network, first, second)


def joined(network: networkx.Graph, first: set[str], second: set[str]) -> bool:
    return any(
        networkx.has_path(network, left, right)
        for left in first & set(network)
        for right in second & set(network)
    )


@pytest.mark.parametrize(
    "denial", EXPECTED["denied"], ids=lambda denial: " and ".join(denial["people"])
)
def test_denial_joins_nobody(case: CaseGraph, denial: dict[str, Any]) -> None:
    left, right = (
        case.entities(PEOPLE[person]["name"], [denial["report"]]) for person in denial["people"]
    )
    assert not [c for c in case.connections if {c[0], c[2]} & left and {c[0], c[2]} & right]


@pytest.mark.parametrize("route", EXPECTED["route"], ids=lambda route: route["report"])
def test_route_is_told_in_order(case: CaseGraph, route: dict[str, Any]) -> None:
    told = [[fold(s) for s in stops] for report, stops in case.routes if report == route["report"]]
    wanted = [fold(stop) for stop in route["stops"]]
    assert any(in_order(wanted, stops) for stops in told), told


def in_order(wanted: list[str], stops: list[str]) -> bool:
    rest = iter(stops)
    return all(stop in rest for stop in wanted)


def test_officials_are_no_suspects(case: CaseGraph) -> None:
    officials = [p for p in PEOPLE.values() if set(p.get("roles", {}).values()) == {"official"}]
    mistaken = [
        (person["name"], report)
        for person in officials
        for report in person["reports"]
        for seen in case.of_person(person["name"], report)
        if seen.role in ("suspect", "victim")
    ]
    assert mistaken == []


def test_most_roles_are_read_as_a_person_would(case: CaseGraph) -> None:
    wanted = [
        (person["name"], report, role)
        for person in PEOPLE.values()
        for report, role in person.get("roles", {}).items()
    ]
    missed = [
        (name, report, role, [seen.role for seen in case.of_person(name, report)])
        for name, report, role in wanted
        if role not in {seen.role for seen in case.of_person(name, report)}
    ]
    assert len(missed) <= len(wanted) / 6, missed

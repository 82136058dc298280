"""The shared server, as every test of the graph uses it."""

from neo4j import Driver

from graph.address import Address


def test_the_shared_graph_is_empty_at_the_start_of_a_test(
    clean_graph: Address, neo4j_driver: Driver
) -> None:
    found = neo4j_driver.execute_query("MATCH (n) RETURN count(n) AS n", database_="neo4j")
    assert found.records[0]["n"] == 0

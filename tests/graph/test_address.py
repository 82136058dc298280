"""Where a Neo4j listens, as the environment says it."""

import pytest

from graph.address import Address, AddressError


def test_no_uri_is_no_address() -> None:
    assert Address.from_environment({"FILROUGE_NEO4J_PASSWORD": "secret"}) is None


def test_all_four_variables_are_read() -> None:
    address = Address.from_environment(
        {
            "FILROUGE_NEO4J_URI": "neo4j+s://case.example.org",
            "FILROUGE_NEO4J_USER": "mai",
            "FILROUGE_NEO4J_PASSWORD": "secret",
            "FILROUGE_NEO4J_DATABASE": "cases",
        }
    )
    assert address == Address("neo4j+s://case.example.org", "mai", "secret", "cases")


def test_user_and_database_are_neo4j_where_nothing_is_said() -> None:
    address = Address.from_environment({"FILROUGE_NEO4J_URI": "bolt://127.0.0.1:7687"})
    assert address == Address("bolt://127.0.0.1:7687", "neo4j", "", "neo4j")


def test_printing_an_address_hides_its_password() -> None:
    assert "secret" not in repr(Address("bolt://localhost", "neo4j", "secret"))


@pytest.mark.parametrize(
    ("uri", "reason"),
    [
        pytest.param("http://localhost:7474", "bolt://", id="another scheme"),
        pytest.param("localhost:7687", "bolt://", id="no scheme"),
        pytest.param("bolt://", "names no host", id="no host"),
        pytest.param("bolt://localhost:seven", "port", id="port in words"),
    ],
)
def test_what_is_no_address_is_refused_with_the_reason(uri: str, reason: str) -> None:
    with pytest.raises(AddressError, match=reason) as caught:
        Address(uri, "neo4j", "secret")
    assert uri in str(caught.value)
    assert "secret" not in str(caught.value)

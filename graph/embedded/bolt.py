"""A question to the server over Bolt, to know that it takes queries."""

from neo4j import GraphDatabase, Query
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from graph.address import Address

PATIENCE = 5.0


def takes_queries(address: Address) -> bool:
    """Say whether a query comes back from this address.

    Raises AuthError when the server refuses the password.
    """
    try:
        with (
            GraphDatabase.driver(
                address.uri,
                auth=(address.user, address.password),
                connection_timeout=PATIENCE,
                connection_acquisition_timeout=PATIENCE,
                telemetry_disabled=True,
            ) as driver,
            driver.session(database=address.database) as session,
        ):
            session.run(Query("RETURN 1", timeout=PATIENCE)).consume()
    except AuthError:
        raise
    except (DriverError, Neo4jError, OSError):
        return False
    return True

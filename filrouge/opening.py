"""Opens the graph that the settings name: the user's own Neo4j, or the one filrouge runs."""

from collections.abc import Callable

from filrouge.settings import Settings
from graph.address import Address
from graph.embedded import EmbeddedServer
from graph.store import Store

Progress = Callable[[int, int, int], None]


def own_server(settings: Settings, progress: Progress | None = None) -> EmbeddedServer:
    """Give the embedded server of these settings' home, started or not."""
    return EmbeddedServer(
        settings.home / "neo4j", settings.parts, heap=settings.heap, progress=progress
    )


def find_address(settings: Settings, progress: Progress | None = None) -> Address:
    """Give the address of the graph, starting filrouge's own Neo4j where no other is named."""
    if settings.neo4j_uri:
        return Address(
            settings.neo4j_uri,
            settings.neo4j_user,
            settings.neo4j_password,
            settings.neo4j_database,
        )
    return own_server(settings, progress).start()


def open_store(settings: Settings, progress: Progress | None = None) -> Store:
    """Connect to the graph and see that its constraints and indexes stand."""
    store = Store.connect(find_address(settings, progress))
    store.prepare()
    return store

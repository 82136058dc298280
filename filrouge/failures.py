"""The errors that the command line expects and prints as a sentence; any other is a bug."""

from filrouge.settings import SettingError
from graph.address import AddressError
from graph.embedded.errors import EmbeddedError
from graph.errors import StoreError
from ingest.errors import IngestError

EXPECTED: tuple[type[Exception], ...] = (
    SettingError,
    AddressError,
    EmbeddedError,
    StoreError,
    IngestError,
)

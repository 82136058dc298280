"""The pages: Flask views over the graph store, for people and, at the same addresses, as JSON."""

from web.application import create_app
from web.config import Config

__all__ = ["Config", "create_app"]

"""What the application of the current request works with, and who is asking."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import cast

from flask import current_app, request, session

from graph.store import Store
from ingest.originals import Originals
from web.config import Config
from web.jobs import Jobs

EXTENSION = "filrouge"
THEMES = ("auto", "light", "dark")
LANGUAGES = {"vi": "Tiếng Việt", "fr": "Français", "en": "English"}


@dataclass(frozen=True, slots=True)
class Parts:
    """What one application is made of."""

    store: Store
    originals: Originals
    config: Config
    jobs: Jobs


def parts() -> Parts:
    """Give the parts of the application that answers this request."""
    return cast(Parts, current_app.extensions[EXTENSION])


def store() -> Store:
    """Give the graph store."""
    return parts().store


def config() -> Config:
    """Give the settings of the pages."""
    return parts().config


def jobs() -> Jobs:
    """Give the list of jobs."""
    return parts().jobs


def reviewer() -> str:
    """Name who is asking: the name set in the browser, else that of the settings."""
    return str(session.get("reviewer") or config().reviewer)


def theme() -> str:
    """Give the theme chosen in this browser."""
    return _chosen("theme", THEMES, "auto")


def language() -> str:
    """Give the language chosen in this browser, else the best that it accepts."""
    accepted = request.accept_languages.best_match(list(LANGUAGES)) or config().language
    return _chosen("language", LANGUAGES, accepted)


def _chosen(name: str, allowed: Collection[str], default: str) -> str:
    value = str(session.get(name, ""))
    return value if value in allowed else default

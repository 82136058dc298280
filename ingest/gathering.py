"""Drafts gathered into batches of one language."""

from collections.abc import Iterator

from ingest.draft import Draft
from nlp_models.vocabulary import Language

MOST_DRAFTS = 64
MOST_CHARACTERS = 2_000_000
_FIRST_DRAFTS = 4


class Gathering:
    """Gathers drafts by language; the first batches are small, so that results show early."""

    def __init__(self) -> None:
        self._drafts: dict[Language, list[Draft]] = {}
        self._enough = _FIRST_DRAFTS

    def add(self, language: Language, draft: Draft) -> list[Draft] | None:
        """Add a draft, and return its language's batch when that is full."""
        drafts = self._drafts.setdefault(language, [])
        drafts.append(draft)
        size = sum(len(one.text.characters) for one in drafts)
        if len(drafts) < self._enough and size < MOST_CHARACTERS:
            return None
        self._enough = min(2 * self._enough, MOST_DRAFTS)
        return self._drafts.pop(language)

    def rest(self) -> Iterator[tuple[Language, list[Draft]]]:
        """Yield the batches that are not full."""
        while self._drafts:
            yield self._drafts.popitem()

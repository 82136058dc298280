"""What a reader is asked: the file's name and type, the limits, the language if it is known."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.limits import Limits

if TYPE_CHECKING:  # the reading process needs none of the models
    from nlp_models.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Ask:
    """The question that goes with a file's bytes."""

    name: str
    media_type: str
    limits: Limits
    language: "Language | None" = None

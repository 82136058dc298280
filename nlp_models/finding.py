"""What one component found at one place of a text, before findings are joined to appearances.

Components hand findings on in ``doc._.findings`` (a tuple, in character offsets: a disguised
number need not end where a token ends). A later component leaves the characters of an earlier
finding alone unless it says why.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from spacy.tokens import Doc

from nlp_models.vocabulary import AppearanceType

if not Doc.has_extension("findings"):
    Doc.set_extension("findings", default=())


@dataclass(frozen=True, slots=True)
class Finding:
    """Characters ``start`` to ``end`` name something of ``type`` whose normal form is ``name``."""

    start: int
    end: int
    type: AppearanceType
    name: str
    attributes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

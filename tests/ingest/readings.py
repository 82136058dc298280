"""Short builders of readings, for tests that need no pipeline."""

from types import MappingProxyType
from typing import Any

from ingest.draft import Draft
from ingest.text import Text
from nlp_models.reading import Appearance, Claim, Mention, Reading

TEXT = "Nguyễn Văn Hùng ở Keng Đu, số 0912.764.330. Hùng là anh của Lò Thị Lan."


def appearance(id: str, type: Any, name: str, *words: str, **more: Any) -> Appearance:
    """Build an appearance with a mention wherever one of the words stands first in TEXT."""
    mentions = tuple(
        Mention(TEXT.index(word), TEXT.index(word) + len(word), word) for word in words
    )
    attributes = MappingProxyType(more.pop("attributes", {}))
    return Appearance(id, type, name, mentions, attributes=attributes, **more)


HUNG = appearance(
    "e1",
    "Person",
    "Nguyễn Văn Hùng",
    "Nguyễn Văn Hùng",
    role="suspect",
    attributes={"born": "1987"},
)
KENG_DU = appearance("e2", "Place", "Keng Đu", "Keng Đu")
PHONE = appearance("e3", "Phone", "+84912764330", "0912.764.330")
LAN = appearance("e4", "Person", "Lò Thị Lan", "Lò Thị Lan")


def claim(kind: Any, subject: Appearance, thing: Appearance, **more: Any) -> Claim:
    return Claim(kind, subject.id, thing.id, 0, 43, more.pop("confidence", 0.9), "test", **more)


def reading(text: str = TEXT, **parts: Any) -> Reading:
    """Build a reading of TEXT, or of another text without appearances."""
    known = (HUNG, KENG_DU, PHONE, LAN) if text is TEXT else ()
    empty: dict[str, Any] = dict.fromkeys(("claims", "routes", "leads", "classes"), ())
    return Reading(
        **{
            "text": text,
            "language": "vi",
            "appearances": known,
            "sentences": ((0, len(text)),),
            **empty,
            **parts,
        }
    )


def draft(**more: Any) -> Draft:
    """Build the draft of a note whose text is TEXT."""
    values = {
        "id": "a" * 24,
        "original": "b" * 64,
        "path": "notes/a.txt",
        "title": "Báo cáo",
        "text": Text(TEXT),
        "media_type": "text/plain",
        "size": 90,
        "date": None,
    }
    return Draft(**{**values, **more})

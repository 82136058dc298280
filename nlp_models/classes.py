"""Classes of exploitation that a report speaks of, with the phrases that say so."""

import re
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from nlp_models import vocabulary
from nlp_models.class_words import WORDS
from nlp_models.folding import fold_characters
from nlp_models.masked import drop_marks, keeps_marks
from nlp_models.reading import Classification, Mention
from nlp_models.vocabulary import ExploitationClass

MOST_PHRASES = 12


@Language.factory("filrouge_classes", assigns=["doc._.classes"])
def make_classes(nlp: Language, name: str) -> "Classes":
    """Make the component for a pipeline."""
    return Classes(cast(vocabulary.Language, nlp.lang))


class Classes:
    """Leaves the classes of a report; “Other” only where a sale or traffic has no other aim."""

    def __init__(self, language: vocabulary.Language) -> None:
        words = WORDS[language]
        self.marked = {
            name: re.compile(rf"(?<!\w)(?:{source})(?!\w)") for name, source in words.items()
        }
        self.bare = {
            name: re.compile(rf"(?<!\w)(?:{drop_marks(source)})(?!\w)")
            for name, source in words.items()
        }
        self.negated = re.compile(
            r"(?:không có dấu hiệu|không phải|khong phai|khong co dau hieu|no sign of|no evidence of|aucun signe de|pas de signe de|pas d'indice de|not )[^.;\n]{0,12}$"
        )

    def __call__(self, doc: Doc) -> Doc:
        text = doc.text.lower()
        if len(text) != len(doc.text):
            text = fold_characters(doc.text)
        marked = keeps_marks(doc.text)
        surface = text if marked else fold_characters(text)
        found: dict[ExploitationClass, tuple[Mention, ...]] = {}
        for name, pattern in (self.marked if marked else self.bare).items():
            phrases = tuple(
                Mention(match.start(), match.end(), doc.text[match.start() : match.end()])
                for match, _ in zip(pattern.finditer(surface), range(MOST_PHRASES), strict=False)
                if not self.negated.search(surface[max(0, match.start() - 40) : match.start()])
            )
            if phrases:
                found[name] = phrases
        if len(found) > 1:
            found.pop("Other", None)
        doc._.classes = tuple(Classification(name, found[name]) for name in sorted(found))
        return doc

"""What lists know of each word, as numbers for the encoder: the tags of ``filrouge_signs``."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags that are told apart; number 0 is any other."""

    names: tuple[str, ...]

    def of(self, spans: Sequence[tuple[int, int, str]], starts: Ints, ends: Ints) -> Ints:
        """Return, for each piece, the number of the tag of the word that it begins in."""
        numbers = {name: number for number, name in enumerate(self.names, 1)}
        found = np.zeros(len(starts), np.int32)
        at = 0
        for place, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
            while at < len(spans) and spans[at][1] <= start:
                at += 1
            if at < len(spans) and spans[at][0] < end:
                found[place] = numbers.get(spans[at][2], 0)
        return found


def tag_spans(doc: Doc) -> list[tuple[int, int, str]]:
    """Return each word's characters and tag."""
    return [(t.idx, t.idx + len(t.text), t.tag_) for t in doc if not t.is_space]

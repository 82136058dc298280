"""Finds where sentences begin: at stops and line breaks, not after abbreviations and initials."""

import re

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

LONGEST = 240  # tokens; a longer sentence is cut, at a semicolon or comma where there is one

_STOP = re.compile(r"(?:[.!?…]+[\"”»’')\]]*(?=\s))|\n")
_ABBREVIATIONS = (  # as written, or with a capital, or in capitals
    "mr|mrs|ms|dr|mme|mlle|mm|ste|tel|tél|nr|approx|env|tp|tx|lt|sgt|capt|col|maj|cpl|insp|gen|vs|"
    "cf|sn|ns|ths|ts|bs|ks|pgs|gs|th|ng|ph|tr|kh|vd|av|bd|rte|réf|ref|vol|pp|jr|ltd|inc|dob|cb|đc|"
    "dc|sđt|sdt|stk|cmnd|cccd|cdt|cne|dist|đ/c"
)
_CAPITALISED = "Ông|Bà|Anh|Chị|Em|Me|St|No|Art|Hon|Adj|Proc|Prov|Vill|Chef"
_NO_END = re.compile(
    # an initial (also in L.Th.H.), an abbreviation, or a list's number at the start of its line
    rf"(?:(?:^|[\s.(\[\"“«])(?:[A-ZĐÂÊÔƯƠ]|{_CAPITALISED}|(?i:{_ABBREVIATIONS}))|(?:^|\n)\s*\d{{1,2}})\.$"
)


@Language.factory("filrouge_sentences", assigns=["token.is_sent_start", "doc.sents"])
def make_sentences(nlp: Language, name: str) -> "Sentences":
    """Make the component for a pipeline."""
    return Sentences()


class Sentences:
    """Marks the first token of each sentence."""

    def __call__(self, doc: Doc) -> Doc:
        if len(doc):
            starts = token_starts(doc)
            marks = np.full(len(doc), -1, dtype=np.int64)
            marks[first_tokens(doc, starts)] = 1
            marks[0] = 1
            doc.from_array(["SENT_START"], marks.astype(np.uint64).reshape(-1, 1))
        return doc


def token_starts(doc: Doc) -> NDArray[np.int64]:
    """Return where each token begins, in characters."""
    sizes = doc.to_array(["LENGTH", "SPACY"]).astype(np.int64).sum(axis=1)
    return np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(np.int64)


def first_tokens(doc: Doc, starts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the tokens that begin a sentence."""
    text = doc.text
    ends = [stop.end() for stop in _STOP.finditer(text) if _ends(text, stop)]
    tokens = np.searchsorted(starts, np.array(ends, dtype=np.int64))
    tokens = np.unique(np.concatenate(([0], tokens[tokens < len(starts)])))
    gaps = np.diff(np.append(tokens, len(starts)))
    if gaps.max() <= LONGEST:
        return tokens
    cut: list[int] = []
    for first, size in zip(tokens.tolist(), gaps.tolist(), strict=True):
        cut += _cut(doc, first, first + size)
    return np.array(cut, dtype=np.int64)


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Tell whether a stop ends the sentence: “Ông. Hùng” and “L.Th.H. khai” go on."""
    if stop[0] == "\n":
        return True
    if stop[0] != ".":
        return True
    return _NO_END.search(text, max(0, stop.start() - 12), stop.end()) is None


def _cut(doc: Doc, first: int, end: int) -> list[int]:
    """Cut a run of tokens into sentences that are not too long."""
    cuts = [first]
    while end - cuts[-1] > LONGEST:
        window = range(cuts[-1] + LONGEST, cuts[-1] + LONGEST // 2, -1)
        at = next((i for i in window if doc[i - 1].text in ";,"), cuts[-1] + LONGEST)
        cuts.append(at)
    return cuts

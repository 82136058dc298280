"""Cuts a text into words, numbers and signs; one way of cutting for all languages.

One pass of one regular expression: linear in the length of the text whatever it holds, so that
ten megabytes without a blank are cut as fast as prose. No token is longer than 64 characters.
"""

import re
from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    r"\s{1,64}"
    r"|(?:[dlnjmstc]|qu|jusqu|lorsqu|puisqu)['’](?=\w)"  # French elision: d'Agadez, qu'elle
    r"|\d(?:[\d.,:/]{0,40}\d)?"  # 0912.345.678, 12/03/2021, 17,5
    rf"|{_LETTER}(?:{_LETTER}|[\u0300-\u036f\u0e31-\u0e3a\u0e47-\u0e4e]){{0,63}}"
    r"|.",
    re.IGNORECASE | re.DOTALL,
)


class ReportTokenizer:
    """Turns a text into a ``Doc`` whose tokens, with their blanks, are exactly the text."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for token in _TOKEN.findall(text):
            if token[0] == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
                token = token[1:]
                if not token:
                    continue
            words.append(token)
            spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: object) -> bytes:
        """Return nothing: the tokenizer has no state."""
        return b""

    def from_bytes(self, _: bytes, **__: object) -> "ReportTokenizer":
        """Return itself: the tokenizer has no state."""
        return self

    def to_disk(self, path: str | Path, **_: object) -> None:
        """Write nothing: the tokenizer has no state."""

    def from_disk(self, path: str | Path, **_: object) -> "ReportTokenizer":
        """Return itself: the tokenizer has no state."""
        return self


@spacy.registry.tokenizers("filrouge.report_tokenizer.v1")
def make_tokenizer() -> Callable[[Language], ReportTokenizer]:
    """Give spaCy's configuration a way to make the tokenizer."""
    return lambda nlp: ReportTokenizer(nlp.vocab)

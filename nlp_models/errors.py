"""What can go wrong in reading.

ReadingError
├── UnknownLanguage   no pipeline for that language
└── MissingModel      the weights are not where they are shipped
"""

from pathlib import Path


class ReadingError(Exception):
    """Something that keeps a text from being read."""


class UnknownLanguage(ReadingError):
    """No pipeline reads that language."""

    def __init__(self, language: str) -> None:
        super().__init__(f"no pipeline reads {language!r}; there are vi, fr and en")
        self.language = language


class MissingModel(ReadingError):
    """The weights of a trained model are not where they are shipped."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"no trained model at {path}; make it with: python -m nlp_models.training")
        self.path = path

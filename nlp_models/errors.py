"""What can go wrong in reading.

ReadingError
├── UnknownLanguage   no pipeline for that language
├── MissingModel      the weights are not where they are shipped
└── NotInstalled      a ready model to compare with is not there
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


class NotInstalled(ReadingError):
    """A ready model to compare with is not installed."""

    def __init__(self, package: str) -> None:
        super().__init__(f"{package} is not installed; install filrouge with its extra: ready")
        self.package = package

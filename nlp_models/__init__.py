"""Reading a report's text: one spaCy pipeline a language, and the values that come out of it."""

from nlp_models.assembly import read_report, reading_of
from nlp_models.language import identify
from nlp_models.pipeline import load

__all__ = ["identify", "load", "read_report", "reading_of"]

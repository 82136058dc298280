"""What every template can say: filters and globals."""

from typing import Any

from flask import Flask, request
from flask_babel import get_locale

from graph.records import LEAD
from web import current, figures, words
from web.glance import glance
from web.links import here, page_url, report_place
from web.reasons import why

FILTERS = {
    "day": figures.day,
    "moment": figures.moment,
    "ago": figures.ago,
    "number": figures.number,
    "size": figures.size,
    "confidence_words": words.confidence_words,
    "grade_words": words.grade_words,
}
TABLES = {
    "type_words": words.TYPES,
    "status_words": words.STATUSES,
    "verdict_words": words.VERDICTS,
    "judgement_words": words.JUDGEMENTS,
    "role_words": words.ROLES,
    "class_words": words.CLASSES,
    "attribute_words": words.ATTRIBUTES,
    "value_words": words.VALUES,
    "language_words": words.TEXT_LANGUAGES,
}
GLOBALS: dict[str, Any] = {
    "LANGUAGES": current.LANGUAGES,
    "THEMES": current.THEMES,
    "ENTITY_KINDS": words.ENTITY_KINDS,
    "KINDS": words.KINDS_AND_LEADS,
    "RELIABILITY": words.RELIABILITY,
    "CREDIBILITY": words.CREDIBILITY,
    "LEAD": LEAD,
    "kind_words": words.kind_words,
    "counted": words.counted,
    "noun": words.noun,
    "shown": figures.shown,
    "reviewer": current.reviewer,
    "theme": current.theme,
    "glance": glance,
    "here": here,
    "page_url": page_url,
    "report_place": report_place,
    "why": why,
    "status_of": lambda connection: "lead" if connection.kind == LEAD else connection.status,
}


def teach(app: Flask) -> None:
    """Add our filters and globals to the templates of ``app``."""
    app.jinja_env.filters.update(FILTERS)
    for name, table in TABLES.items():
        app.jinja_env.filters[name] = _look_up(table)
    app.jinja_env.globals.update(GLOBALS)
    app.context_processor(lambda: {"language": str(get_locale() or "en"), "args": request.args})


def _look_up(table: dict[str, Any]) -> Any:
    """Say a word of a table; a word that is not in it stands for itself."""
    return lambda word: str(table.get(word, word))

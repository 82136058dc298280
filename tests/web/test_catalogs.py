"""Every message of the pages is said in Vietnamese and in French."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

import web
from web.catalogs import FOLDER, load

PAGES = Path(web.__file__).parent
KEYWORDS = {"_": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2)}


def messages() -> set[str]:
    with (PAGES / "babel.cfg").open() as source:
        methods, options = parse_mapping_cfg(source)
    found = extract_from_dir(PAGES, methods, options, keywords=KEYWORDS)
    return {text[0] if isinstance(text, tuple) else text for _, _, text, _, _ in found}


def catalog(language: str) -> Catalog:
    with (FOLDER / language / "LC_MESSAGES" / "messages.po").open("rb") as source:
        return read_po(source, locale=language)


@pytest.mark.parametrize("language", ["vi", "fr"])
def test_no_message_is_left_in_english(language: str) -> None:
    said = catalog(language)
    missing = {text for text in messages() if text not in said or not said[text].string}
    assert missing == set()


@pytest.mark.parametrize("language", ["vi", "fr"])
def test_blanks_to_fill_are_the_same_in_every_language(language: str) -> None:
    problems = [
        (message.id, str(error))
        for message in catalog(language)
        if message.id
        for error in message.check(catalog(language))
    ]
    assert problems == []


def test_read_by_machine_is_doc_bang_may() -> None:
    assert load("vi").ugettext("read by machine") == "đọc bằng máy"


def test_two_people_are_deux_personnes() -> None:
    assert load("fr").ungettext("%(num)d person", "%(num)d people", 2) == "%(num)d personnes"

"""The catalogs of messages, read from their .po files when they are first needed."""

import io
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask_babel import Babel, Domain, get_locale

FOLDER = Path(__file__).with_name("translations")


class Catalogs(Domain):  # type: ignore[misc]  # flask_babel has no types
    """Compiles a catalog in memory, so that no build step can be forgotten."""

    def get_translations(self) -> NullTranslations:
        """Give the messages in the language of the request."""
        language = str(get_locale() or "en")
        if language not in self.cache:
            self.cache[language] = load(language)
        translations: NullTranslations = self.cache[language]
        return translations


class Languages(Babel):  # type: ignore[misc]
    """Flask-Babel over our own catalogs."""

    catalogs = Catalogs()

    @property
    def domain_instance(self) -> Catalogs:
        """Give the domain that all messages belong to."""
        return self.catalogs


def load(language: str) -> NullTranslations:
    """Read and compile the catalog of a language; English is what the code itself says."""
    path = FOLDER / language / "LC_MESSAGES" / "messages.po"
    if not path.is_file():
        return NullTranslations()
    with path.open("rb") as source:
        catalog = read_po(source, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return Translations(compiled)

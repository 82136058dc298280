"""Numbers, dates, sums and addresses of a report: the component ``filrouge_numbers``."""

from collections.abc import Callable
from typing import cast

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from nlp_models.dates import read_dates
from nlp_models.finding import Finding
from nlp_models.folding import Surface
from nlp_models.language import identify
from nlp_models.money import read_money
from nlp_models.numbers.accounts import read_accounts
from nlp_models.numbers.addresses import read_addresses
from nlp_models.numbers.columns import read_columns
from nlp_models.numbers.emails import read_emails
from nlp_models.numbers.handles import read_handles
from nlp_models.numbers.identities import read_identities
from nlp_models.numbers.nothings import nothings
from nlp_models.numbers.phones import read_phones
from nlp_models.numbers.plates import read_plates
from nlp_models.sheet import Reader, Sheet
from nlp_models.vocabulary import LANGUAGES, Language

# what is surest first: each reader sees only what the ones before it left
READERS: tuple[Reader, ...] = (
    read_emails,
    read_dates,
    read_columns,
    read_identities,
    read_accounts,
    read_addresses,  # here, so that no street is taken for the person it is named after
    read_money,
    read_plates,
    read_handles,
    read_phones,
)


def read_numbers(text: str, language: Language) -> tuple[Finding, ...]:
    """Find the numbers, dates, sums and addresses of a text, in order, none overlapping."""
    sheet = Sheet(Surface.of(text), language)
    sheet.take(nothings(sheet))
    for reader in READERS:
        sheet.read(reader)
    return tuple(sorted(sheet.surface.moved(sheet.findings), key=lambda finding: finding.start))


@Pipeline.factory("filrouge_numbers", assigns=["doc._.findings"], default_config={"language": None})
def filrouge_numbers(nlp: Pipeline, name: str, language: str | None) -> Callable[[Doc], Doc]:
    """Make the component that reads numbers; without a language the text's own is found."""
    spoken = language or (nlp.lang if nlp.lang in LANGUAGES else None)

    def read(doc: Doc) -> Doc:
        text = doc.text
        found = read_numbers(text, cast(Language, spoken) if spoken else identify(text))
        doc._.findings = (*doc._.findings, *found)
        return doc

    return read

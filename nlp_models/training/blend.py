"""Fits how the linear scorers and the encoder's heads are blended, on notes that neither saw."""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field

import numpy as np
from sklearn.linear_model import LogisticRegression
from spacy.language import Language

from nlp_models import numbers as numbers
from nlp_models import sentences as sentences
from nlp_models.encoder.encoded import Encoded
from nlp_models.encoder.encoder import encoder
from nlp_models.encoder.tags import tag_spans
from nlp_models.encoder.threads import one_thread
from nlp_models.learned.blend import BLEND, Mix, logit, mixes
from nlp_models.learned.judge import judge, pair_spans
from nlp_models.learned.scorer import Scorer
from nlp_models.pipeline import blank
from nlp_models.signs import add_signs
from nlp_models.training.annotated import Annotated
from nlp_models.training.scorers import (
    class_samples,
    flag_samples,
    pair_samples,
    role_samples,
)
from nlp_models.vocabulary import LANGUAGES

ROLE_WEIGHTS = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0)
SINGLE = 0.5  # how freely single labels are shifted
LEASTS = tuple(np.arange(0.2, 0.66, 0.025).round(3).tolist())


@dataclass(slots=True)
class Points:
    """Labels that may hold: the logarithm of the linear odds, the head's score, the truth."""

    labels: list[str] = field(default_factory=list)
    linear: list[float] = field(default_factory=list)
    encoded: list[float] = field(default_factory=list)
    truth: list[bool] = field(default_factory=list)

    def add(
        self, scorer: Scorer, features: Iterable[str], scores: Mapping[str, float], there: set[str]
    ) -> None:
        for label, chance in zip(scorer.labels, scorer.probabilities(features), strict=True):
            name = label.partition("/")[2] or label
            if name in scores:
                self.labels.append(name)
                self.linear.append(logit(float(chance)))
                self.encoded.append(scores[name])
                self.truth.append(label in there)

    def fitted(self) -> Mix:
        """Return the blend that makes the truth likeliest, and the threshold of the best F1."""
        truth = np.array(self.truth)
        names = sorted(set(self.labels))
        single = np.array([[name == label for name in names] for label in self.labels])
        both = np.array([self.linear, self.encoded]).T
        points = np.hstack([both, single * SINGLE])
        model = LogisticRegression(C=1.0, max_iter=1000).fit(points, truth)
        chances = model.predict_proba(points)[:, 1]
        scored = [(_f1(chances >= least, truth), least) for least in LEASTS]
        best = max(score for score, _ in scored)
        # the middle of the thresholds that are nearly as good
        near = [least for score, least in scored if score >= best - 0.004]
        linear, encoded, *shifts = model.coef_[0].tolist()
        told = {name: value * SINGLE for name, value in zip(names, shifts, strict=True)}
        middle = near[len(near) // 2]
        return Mix(linear, encoded, float(model.intercept_[0]), middle, told)


def _f1(found: np.ndarray, truth: np.ndarray) -> float:
    total = int(found.sum() + truth.sum())
    return 2 * int((found & truth).sum()) / total if total else 1.0


def encoded_of(notes: Sequence[Annotated]) -> dict[str, Encoded]:
    """Encode notes with their gold mentions."""
    network = encoder()
    assert network is not None
    pipes: dict[str, Language] = {}
    for language in LANGUAGES:
        pipes[language] = blank(language)
        pipes[language].add_pipe("filrouge_sentences")
        pipes[language].add_pipe("filrouge_numbers")
    found = {}
    for note in notes:
        language = note.note.language
        doc = add_signs(pipes[language](note.note.text), language)
        half = network.first(note.note.text, tag_spans(doc))
        entities = note.note.extract["entities"]
        mentions = [((s, e), x["type"]) for x in entities for s, e, _ in x["mentions"]]
        found[note.note.name] = half.whole(mentions)
    return found


def fit_and_save(trained: Mapping[str, Scorer], notes: Sequence[Annotated]) -> dict[str, Mix]:
    """Fit all blends and write them; ``notes`` are those held back."""
    with one_thread():
        return _fit_and_save(trained, notes)


def _fit_and_save(trained: Mapping[str, Scorer], notes: Sequence[Annotated]) -> dict[str, Mix]:
    encoded = encoded_of(notes)
    points: dict[str, Points] = defaultdict(Points)
    roles = _first_roles(trained, notes)
    triples = list(pair_samples(notes, roles))
    for note, pair, sample in triples:
        scores = encoded[note.note.name].pairs([pair_spans(note.strip, pair)])[0]
        if scores is not None:
            held = set(sample.labels)
            points[pair.group].add(trained[pair.group], sample.features, scores, held)
    told = [one for one in triples if one[2].labels]
    for (note, pair, _), sample in zip(told, flag_samples(told), strict=True):
        scores = encoded[note.note.name].pairs([pair_spans(note.strip, pair)])[0]
        if scores is not None:
            points["flags"].add(trained["flags"], sample.features, scores, set(sample.labels))
    for note, sample in zip(notes, class_samples(notes), strict=True):
        scores = encoded[note.note.name].classes()
        points["classes"].add(trained["classes"], sample.features, scores, set(sample.labels))
    found = {name: some.fitted() for name, some in points.items()}
    best: tuple[float, float] = (0.0, 0.0)
    for weight in ROLE_WEIGHTS:
        found["roles"] = Mix(1.0, weight, 0.0, 0.0)
        _write(found)
        score = _role_accuracy(trained, notes, encoded)
        sys.stdout.write(f"roles, encoder weighing {weight}: {score:.3f}\n")
        best = max(best, (score, -weight))
    found["roles"] = Mix(1.0, -best[1], 0.0, 0.0)
    _write(found)
    return found


def _write(found: Mapping[str, Mix]) -> None:
    told = {name: asdict(mix) for name, mix in sorted(found.items())}
    rounded = json.loads(json.dumps(told), parse_float=lambda number: round(float(number), 4))
    BLEND.write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf-8")
    mixes.cache_clear()


def _first_roles(
    trained: Mapping[str, Scorer], notes: Sequence[Annotated]
) -> dict[str, dict[str, str]]:
    return {
        note.note.name: {
            identifier: role
            for identifier, (role, _) in judge(
                trained, note.strip, note.said, note.phrased
            ).first.items()
        }
        for note in notes
    }


def _role_accuracy(
    trained: Mapping[str, Scorer], notes: Sequence[Annotated], encoded: Mapping[str, Encoded]
) -> float:
    right = total = 0
    judged = {
        n.note.name: judge(trained, n.strip, n.said, n.phrased, encoded[n.note.name]) for n in notes
    }
    for identifier, sample in role_samples(notes):
        right += judged[sample.note].roles[identifier][0] in sample.labels
        total += 1
    return right / total

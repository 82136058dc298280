"""Fits how the linear scorers and the encoder's heads are blended, on notes that neither saw."""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import cast

import numpy as np
from sklearn.linear_model import LogisticRegression

from nlp_models.encoder.encoded import Encoded
from nlp_models.encoder.encoder import encoder
from nlp_models.encoder.tags import tag_spans
from nlp_models.encoder.threads import one_thread
from nlp_models.encoder.weights import WEIGHTS
from nlp_models.learned.blend import BLEND, Mix, logit, mixes
from nlp_models.learned.judge import judge, pair_spans
from nlp_models.learned.pairs import Pair
from nlp_models.learned.scorer import Scorer
from nlp_models.training.annotated import Annotated
from nlp_models.training.cards import add_to_card
from nlp_models.training.scorers import (
    Sample,
    class_samples,
    flag_samples,
    pair_samples,
    role_samples,
)
from nlp_models.training.signed import signed
from nlp_models.vocabulary import Language

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
            if label in scores:
                self.labels.append(label)
                self.linear.append(logit(float(chance)))
                self.encoded.append(scores[label])
                self.truth.append(label in there)

    def fitted(self) -> tuple[Mix, float]:
        """Return the blend that makes the truth likeliest, its threshold the best, and its F1."""
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
        return Mix(linear, encoded, float(model.intercept_[0]), middle, told), best


def _f1(found: np.ndarray, truth: np.ndarray) -> float:
    total = int(found.sum() + truth.sum())
    return 2 * int((found & truth).sum()) / total if total else 1.0


def encoded_of(notes: Sequence[Annotated]) -> dict[str, Encoded]:
    """Encode notes with their gold mentions."""
    network = encoder()
    assert network is not None
    found = {}
    for note in notes:
        text, language = note.note.text, cast(Language, note.note.language)
        half = network.first(text, tag_spans(signed(text, language)))
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
    seen = _pair_scores(triples, encoded)
    for (_, pair, sample), scores in zip(triples, seen, strict=True):
        if scores is not None:
            held = set(sample.labels)
            points[pair.group].add(trained[pair.group], sample.features, scores, held)
    told = [(one, scores) for one, scores in zip(triples, seen, strict=True) if one[2].labels]
    for sample, (_, scores) in zip(flag_samples(one for one, _ in told), told, strict=True):
        if scores is not None:
            points["flags"].add(trained["flags"], sample.features, scores, set(sample.labels))
    for note, sample in zip(notes, class_samples(notes), strict=True):
        scores = encoded[note.note.name].classes()
        points["classes"].add(trained["classes"], sample.features, scores, set(sample.labels))
    fitted = {name: some.fitted() for name, some in points.items()}
    found = {name: mix for name, (mix, _) in fitted.items()}
    reached = {name: score for name, (_, score) in fitted.items()}
    found["roles"], reached["roles"] = _best_for_roles(trained, notes, encoded, found)
    _write(found)
    reached["classes, ANY among them"] = reached.pop("classes")
    rounded = {name: round(score, 3) for name, score in sorted(reached.items())}
    fact = {
        "F1 on gold/dev, entities given, with the linear scorers (the blend fitted there)": rounded
    }
    add_to_card(WEIGHTS.with_name("card.json"), **fact)
    return found


def _pair_scores(
    triples: Sequence[tuple[Annotated, Pair, Sample]], encoded: Mapping[str, Encoded]
) -> list[dict[str, float] | None]:
    return [
        encoded[note.note.name].pairs([pair_spans(note.strip, pair)])[0]
        for note, pair, _ in triples
    ]


def _best_for_roles(
    trained: Mapping[str, Scorer],
    notes: Sequence[Annotated],
    encoded: Mapping[str, Encoded],
    others: Mapping[str, Mix],
) -> tuple[Mix, float]:
    """Return the weight of the encoder with which most roles are right, the least of equals."""
    best: tuple[float, float] = (0.0, 0.0)
    for weight in ROLE_WEIGHTS:
        _write({**others, "roles": Mix(1.0, weight, 0.0, 0.0)})
        score = _role_accuracy(trained, notes, encoded)
        sys.stdout.write(f"roles, encoder weighing {weight}: {score:.3f}\n")
        best = max(best, (score, -weight))
    return Mix(1.0, -best[1], 0.0, 0.0), best[0]


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

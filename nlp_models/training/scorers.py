"""Trains the scorers of roles, claims and legs on annotated notes."""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from nlp_models.learned.pair_features import pair_features
from nlp_models.learned.pairs import Pair, pairs_of
from nlp_models.learned.pattern_features import pattern_features
from nlp_models.learned.person_features import person_features
from nlp_models.learned.scorer import Scorer
from nlp_models.training.annotated import Annotated

SYMMETRIC = frozenset({"FAMILY", "ASSOCIATE", "CONTACTED"})
FOLDS = 5
RARE = 2  # a feature, or a label, seen fewer times is not learned
SMALL = 0.004  # weights below this are dropped


@dataclass(frozen=True, slots=True)
class Sample:
    """One thing to judge: its features, the labels that hold, and the note it is of."""

    features: frozenset[str]
    labels: frozenset[str]
    note: str


def fit(
    samples: Sequence[Sample], labels: Sequence[str] | None = None, strength: float = 0.3
) -> Scorer:
    """Fit one logistic regression for each label; ``strength`` is the inverse of the penalty."""
    counts = Counter(name for sample in samples for name in sample.features)
    index = {
        name: row for row, name in enumerate(sorted(n for n, c in counts.items() if c >= RARE))
    }
    matrix = _matrix(samples, index)
    told = Counter(label for sample in samples for label in sample.labels)
    names = tuple(labels or sorted(label for label, count in told.items() if count >= RARE * 2))
    columns, biases = [], []
    for name in names:
        truth = np.array([name in sample.labels for sample in samples])
        model = LogisticRegression(C=strength, solver="liblinear", random_state=0)
        model.fit(matrix, truth)
        columns.append(model.coef_[0])
        biases.append(model.intercept_[0])
    weights = np.stack(columns, axis=1)
    weights[np.abs(weights) < SMALL] = 0.0
    used = np.flatnonzero(np.abs(weights).sum(axis=1))
    order = sorted(index, key=index.__getitem__)
    return Scorer(
        names,
        {order[old]: new for new, old in enumerate(used)},
        weights[used].astype(np.float32),
        np.array(biases, dtype=np.float32),
        np.full(len(names), 0.5, dtype=np.float32),
    )


def fit_with_thresholds(samples: Sequence[Sample], strength: float = 0.3) -> Scorer:
    """Fit on all samples; the threshold of each label is the best on parts left out in turn."""
    whole = fit(samples, strength=strength)
    notes = sorted({sample.note for sample in samples})
    part = {note: number % FOLDS for number, note in enumerate(notes)}
    chances = np.zeros((len(samples), len(whole.labels)), dtype=np.float32)
    for fold in range(FOLDS):
        seen = [sample for sample in samples if part[sample.note] != fold]
        scorer = fit(seen, whole.labels, strength)
        for number, sample in enumerate(samples):
            if part[sample.note] == fold:
                chances[number] = scorer.probabilities(sample.features)
    thresholds = [
        _threshold(chances[:, column], np.array([label in s.labels for s in samples]))
        for column, label in enumerate(whole.labels)
    ]
    return replace(whole, thresholds=np.array(thresholds, dtype=np.float32))


def _threshold(chances: np.ndarray, truth: np.ndarray) -> float:
    """Return the threshold with the best F1, drawn towards the middle where little was seen."""
    best, score = 0.4, 0.0
    for least in np.arange(0.15, 0.71, 0.05):
        found = chances >= least
        f1 = _f1(int((found & truth).sum()), int(found.sum()), int(truth.sum()))
        if f1 > score + 0.005:
            best, score = float(least), f1
    weight = truth.sum() / (truth.sum() + 20)
    return float(weight * best + (1 - weight) * 0.4)


def _matrix(samples: Sequence[Sample], index: Mapping[str, int]) -> csr_matrix:
    columns: list[int] = []
    ends = [0]
    for sample in samples:
        columns += sorted(row for name in sample.features if (row := index.get(name)) is not None)
        ends.append(len(columns))
    shape = (len(samples), len(index))
    return csr_matrix(
        (
            np.ones(len(columns), dtype=np.float32),
            np.array(columns, dtype=np.int32),
            np.array(ends, dtype=np.int32),
        ),
        shape=shape,
    )


def folds(notes: Sequence[Annotated]) -> Iterator[tuple[list[Annotated], list[Annotated]]]:
    """Give each part of the notes once as what is left out, with the rest."""
    for fold in range(FOLDS):
        yield (
            [note for number, note in enumerate(notes) if number % FOLDS != fold],
            [note for number, note in enumerate(notes) if number % FOLDS == fold],
        )


def role_samples(notes: Iterable[Annotated]) -> Iterator[tuple[str, Sample]]:
    """Give each person of the notes, with the role."""
    for note in notes:
        for one in note.strip.appearances:
            if one.type == "Person" and one.id in note.strip.places and one.role:
                features = person_features(note.strip, one, note.said)
                labels = {one.role}
                if one.sub_role:
                    labels.add(f"{one.role}/{one.sub_role}")
                yield one.id, Sample(frozenset(features), frozenset(labels), note.note.name)


def predicted_roles(notes: Sequence[Annotated]) -> dict[str, dict[str, str]]:
    """Return the role of each person as a scorer that has not seen the note would give it."""
    roles: dict[str, dict[str, str]] = defaultdict(dict)
    for seen, unseen in folds(notes):
        scorer = fit([sample for _, sample in role_samples(seen)])
        for identifier, sample in role_samples(unseen):
            roles[sample.note][identifier] = best_role(scorer, sample.features)
    return roles


def best_role(scorer: Scorer, features: Iterable[str]) -> str:
    """Return the likeliest of the five roles."""
    chances = scorer.probabilities(features)
    pairs = zip(scorer.labels, chances, strict=True)
    return max(((c, label) for label, c in pairs if "/" not in label))[1]


def pair_samples(
    notes: Iterable[Annotated], roles: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[Annotated, Pair, Sample]]:
    """Give the pairs of the notes; where a claim is told of another pair of the two, none."""
    for note in notes:
        told = _told(note)
        found = defaultdict(list)
        for pair in pairs_of(note.strip):
            a, b = note.strip.items[pair.first], note.strip.items[pair.second]
            found[frozenset((a.id, b.id))].append(pair)
        for ids, pairs in found.items():
            labels = _labels(note, pairs, told.get(ids, []))
            for pair in pairs:
                if labels and pair not in labels:
                    continue
                features = pair_features(note.strip, pair, roles.get(note.note.name, {}))
                features.update(pattern_features(note.strip, pair, note.said))
                yield (
                    note,
                    pair,
                    Sample(frozenset(features), frozenset(labels.get(pair, ())), note.note.name),
                )


Told = tuple[str, str, str, int, int]  # kind, subject, object, start, end


def _told(note: Annotated) -> dict[frozenset[str], list[Told]]:
    told: dict[frozenset[str], list[Told]] = defaultdict(list)
    for claim in note.claims:
        ends = (claim["subject"], claim["object"])
        told[frozenset(ends)].append((claim["kind"], *ends, claim["start"], claim["end"]))
    for route in note.routes:
        for one, other in zip(route["stops"], route["stops"][1:], strict=False):
            if one != other:
                told[frozenset((one, other))].append(
                    ("LEG", one, other, route["start"], route["end"])
                )
    return told


def _labels(note: Annotated, pairs: Sequence[Pair], told: Iterable[Told]) -> dict[Pair, set[str]]:
    """Say which pair tells each claim: the one in its sentence, else the closest."""
    labels: dict[Pair, set[str]] = defaultdict(set)
    for kind, subject, _, start, end in told:
        items = note.strip.items
        inside = [pair for pair in pairs if start <= items[pair.first].start < end]
        pair = min(inside or pairs, key=lambda pair: pair.second - pair.first)
        way = "" if kind in SYMMETRIC else ">" if items[pair.first].id == subject else "<"
        labels[pair].add(kind + way)
    return labels


def flag_samples(samples: Iterable[tuple[Annotated, Pair, Sample]]) -> Iterator[Sample]:
    """Give the pairs that tell something, with how they tell it: denied, hearsay, planned."""
    for note, pair, sample in samples:
        if not sample.labels:
            continue
        a, b = (note.strip.items[place] for place in (pair.first, pair.second))
        flags = set()
        for claim in note.claims:
            if {claim["subject"], claim["object"]} == {a.id, b.id}:
                flags |= {"neg"} if claim.get("negated") else set()
                flags |= {"hearsay"} if claim.get("hearsay") else set()
        for route in note.routes:
            if {a.id, b.id} <= set(route["stops"]) and route.get("planned"):
                flags.add("planned")
        yield replace(sample, labels=frozenset(flags))


def train_scorers(notes: Sequence[Annotated], strength: float = 0.3) -> dict[str, Scorer]:
    """Fit every scorer: roles, flags, and one for each group of pairs."""
    found = {"roles": fit_with_thresholds([s for _, s in role_samples(notes)], strength)}
    samples = list(pair_samples(notes, predicted_roles(notes)))
    groups: dict[str, list[Sample]] = defaultdict(list)
    for _, pair, sample in samples:
        groups[pair.group].append(sample)
    for group, members in sorted(groups.items()):
        found[group] = fit_with_thresholds(members, strength)
    found["flags"] = fit_with_thresholds(list(flag_samples(samples)), strength)
    return found


def report(title: str, scorer: Scorer, samples: Sequence[Sample]) -> None:
    """Print how a scorer does on samples."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for sample in samples:
        got = set(scorer.told(sample.features))
        there.update(sample.labels)
        found.update(got)
        right.update(got & sample.labels)
    sys.stdout.write(f"{title}: {_f1(right.total(), found.total(), there.total()):.3f}\n")
    for label in sorted(there):
        f1 = _f1(right[label], found[label], there[label])
        sys.stdout.write(f"    {label:16} {there[label]:4} {f1:.3f}\n")


def _f1(right: int, found: int, there: int) -> float:
    return 2 * right / (found + there) if found + there else 1.0

"""Trains the scorers of roles, claims and legs on annotated notes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from nlp_models.learned.judge import judge, roles_only, told_of
from nlp_models.learned.pair_features import pair_features
from nlp_models.learned.pairs import Pair, pairs_of
from nlp_models.learned.pattern_features import by_appearance, pattern_features
from nlp_models.learned.person_features import person_features
from nlp_models.learned.report_features import report_features
from nlp_models.learned.scorer import Scorer, save
from nlp_models.learned.second_look import Told, likeliest, second_features
from nlp_models.learned.weights import WEIGHTS
from nlp_models.training.annotated import Annotated
from nlp_models.training.cards import write_card

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


@dataclass(frozen=True, slots=True)
class Fitted:
    """A scorer, and the chances that scorers gave each sample that had not seen its note."""

    scorer: Scorer
    unseen: np.ndarray

    def chances(self, number: int) -> dict[str, float]:
        """Return the chance of each label for one sample."""
        return dict(zip(self.scorer.labels, self.unseen[number].tolist(), strict=True))


def fit_with_thresholds(samples: Sequence[Sample], strength: float = 0.3) -> Fitted:
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
    return Fitted(replace(whole, thresholds=np.array(thresholds, dtype=np.float32)), chances)


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


def pair_samples(
    notes: Iterable[Annotated], roles: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[Annotated, Pair, Sample]]:
    """Give the pairs of the notes; where a claim is told of another pair of the two, none."""
    for note in notes:
        told = _told(note)
        said = by_appearance(note.said)
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
                features.update(pattern_features(note.strip, pair, said))
                yield (
                    note,
                    pair,
                    Sample(frozenset(features), frozenset(labels.get(pair, ())), note.note.name),
                )


GoldClaim = tuple[str, str, str, int, int]  # kind, subject, object, start, end


def _told(note: Annotated) -> dict[frozenset[str], list[GoldClaim]]:
    told: dict[frozenset[str], list[GoldClaim]] = defaultdict(list)
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


def _labels(
    note: Annotated, pairs: Sequence[Pair], told: Iterable[GoldClaim]
) -> dict[Pair, set[str]]:
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


def class_samples(notes: Iterable[Annotated]) -> Iterator[Sample]:
    """Give each note with its classes of exploitation; ANY where it has one."""
    for note in notes:
        labels = set(note.note.extract["report"]["classes"])
        features = report_features(note.strip, note.phrased)
        told = labels | ({"ANY"} if labels else set())
        yield Sample(frozenset(features), frozenset(told), note.note.name)


def train_scorers(notes: Sequence[Annotated], strength: float = 0.3) -> dict[str, Scorer]:
    """Fit every scorer: classes, roles at first and second look, each group of pairs, flags."""
    classes = fit_with_thresholds(list(class_samples(notes)), 1.0)
    people = list(role_samples(notes))
    first = fit_with_thresholds([sample for _, sample in people], strength)
    look: dict[str, dict[str, dict[str, float]]] = defaultdict(dict)
    for number, (identifier, sample) in enumerate(people):
        look[sample.note][identifier] = roles_only(first.chances(number))
    roles = {n: {key: likeliest(c) for key, c in found.items()} for n, found in look.items()}
    samples = list(pair_samples(notes, roles))
    groups: dict[str, list[tuple[Annotated, Pair, Sample]]] = defaultdict(list)
    for one in samples:
        groups[one[1].group].append(one)
    found = {"classes": classes.scorer, "first roles": first.scorer}
    told: dict[str, list[Told]] = defaultdict(list)
    for group, members in sorted(groups.items()):
        fitted = fit_with_thresholds([sample for _, _, sample in members], strength)
        found[group] = fitted.scorer
        for number, (note, pair, _) in enumerate(members):
            told[note.note.name] += told_of(note.strip, pair, fitted.chances(number))
    found["flags"] = fit_with_thresholds(list(flag_samples(samples)), strength).scorer
    seconds = []
    by_note = {note.note.name: (number, note) for number, note in enumerate(notes)}
    for identifier, sample in people:
        number, note = by_note[sample.note]
        more = second_features(
            note.strip, identifier, look[sample.note], told[sample.note], classes.chances(number)
        )
        seconds.append(replace(sample, features=sample.features | more))
    found["roles"] = fit_with_thresholds(seconds, strength).scorer
    return found


def save_with_card(
    trained: Mapping[str, Scorer], held: Sequence[Annotated], count: int, seconds: float
) -> None:
    """Write the weights and the card that says what they were made of and what they reach."""
    WEIGHTS.parent.mkdir(parents=True, exist_ok=True)
    save(WEIGHTS, dict(trained))
    scores = held_scores(trained, held)
    card = {
        "name": "scorers: roles of people, claims between two mentions, legs of routes, classes",
        "command": "python -m nlp_models.training scorers",
        "data": f"{count} invented notes (nlp_models/training/notes); no person of real life",
        "method": "logistic regression by label over named features; thresholds by parts left out",
        "licence": "Apache-2.0",
        "seconds on 2 cores": round(seconds),
        "F1 on gold/dev, entities given": scores,
    }
    write_card(WEIGHTS.with_name("card.json"), **card)


def held_scores(trained: Mapping[str, Scorer], held: Sequence[Annotated]) -> dict[str, float]:
    """Return F1 on notes that nothing was learned from, their entities given."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    by_note = {note.note.name: note for note in held}
    judgements = {
        name: judge(trained, note.strip, note.said, note.phrased) for name, note in by_note.items()
    }
    for identifier, sample in role_samples(held):
        role = judgements[sample.note].roles[identifier][0]
        counts["roles"][0] += role in sample.labels
        counts["roles"][1] += 1
        counts["roles"][2] += 1
    roles = {name: {i: r for i, (r, _) in j.first.items()} for name, j in judgements.items()}
    for _, pair, sample in pair_samples(held, roles):
        _count(counts[pair.group], set(trained[pair.group].told(sample.features)), sample.labels)
    for sample in class_samples(held):
        got = set(trained["classes"].told(sample.features))
        _count(counts["classes"], got - {"ANY"}, sample.labels - {"ANY"})
    return {name: round(_f1(*count), 3) for name, count in sorted(counts.items())}


def _count(count: list[int], got: set[str], there: frozenset[str]) -> None:
    count[0] += len(got & there)
    count[1] += len(got)
    count[2] += len(there)


def _f1(right: int, found: int, there: int) -> float:
    return 2 * right / (found + there) if found + there else 1.0

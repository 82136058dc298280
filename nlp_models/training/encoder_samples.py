"""Annotated notes as the encoder learns from them: pieces, tags, names, people, pairs, classes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import cast

import numpy as np
from numpy.typing import NDArray
from sentencepiece import SentencePieceProcessor

from nlp_models.encoder.base import Base
from nlp_models.encoder.encoded import FARTHEST, MOST_MENTIONS, MOST_SENTENCES, Labels
from nlp_models.encoder.network import WINDOW
from nlp_models.encoder.pieces import cut
from nlp_models.encoder.tags import Tags, tag_spans
from nlp_models.learned.judge import ROLES
from nlp_models.training.annotated import Annotated
from nlp_models.training.scorers import flag_samples, pair_samples
from nlp_models.training.signed import signed
from nlp_models.training.substitution import rewritten
from nlp_models.vocabulary import APPEARANCE_TYPES, EXPLOITATION_CLASSES, Language

Ints = NDArray[np.int32]
Span = tuple[int, int]
FLAGS = ("neg", "hearsay", "planned")
RARE_TAG, RARE_SUB = 8, 8
CHANGE = 0.75


@dataclass(frozen=True, slots=True)
class PersonSample:
    """A person: the pieces of the mentions, the role, the sub-role where there is one."""

    mentions: list[Span]
    role: int
    sub: int


@dataclass(frozen=True, slots=True)
class PairSample:
    """Two mentions, what holds between them, and how it is told."""

    first: Span
    second: Span
    group: int
    distance: int
    sentences: int
    labels: list[int]
    flags: list[int]


@dataclass(slots=True)
class Sample:
    """One writing of a note, as numbers; ``lower`` is what the frozen layers make of it."""

    pieces: Ints
    tags: Ints
    names: Ints
    people: list[PersonSample]
    pairs: list[PairSample]
    classes: list[int]
    lower: NDArray[np.float16] = field(default_factory=lambda: np.zeros((0, 0), np.float16))


def labels_of(notes: Sequence[Annotated]) -> Labels:
    """Name the outputs of the heads after what the notes hold."""
    pairs: set[tuple[str, str]] = set()
    for _, pair, sample in pair_samples(notes, {}):
        pairs.update((pair.group, label) for label in sample.labels)
    subs = Counter(one.sub_role for note in notes for one in note.strip.appearances if one.sub_role)
    return Labels(
        names=APPEARANCE_TYPES,
        roles=ROLES,
        subs=tuple(sorted(sub for sub, count in subs.items() if count >= RARE_SUB)),
        groups=tuple(sorted({group for group, _ in pairs})),
        pairs=tuple(sorted(pairs)),
        flags=FLAGS,
        classes=(*EXPLOITATION_CLASSES, "ANY"),
    )


class Sampler:
    """Makes samples of notes, in as many writings as asked for."""

    def __init__(self, base: Base, tokenizer: SentencePieceProcessor, labels: Labels) -> None:
        self.base, self.tokenizer, self.labels = base, tokenizer, labels

    def writings(
        self, notes: Sequence[Annotated], count: int, random: Random
    ) -> list[list["Writing"]]:
        """Return each note as it is and in ``count`` other writings, with other names."""
        found = []
        for note in notes:
            texts: list[tuple[str, Mapping[Span, Span] | None]] = [(note.note.text, None)]
            for _ in range(count):
                draft = rewritten(note.note, random, CHANGE)
                texts.append((draft.text, draft.moved))
            found.append([self._writing(note, text, moved) for text, moved in texts])
        return found

    def _writing(self, note: Annotated, text: str, moved: Mapping[Span, Span] | None) -> "Writing":
        doc = signed(text, cast(Language, note.note.language))
        return Writing(note, text, moved, tag_spans(doc))

    def sample(self, writing: "Writing", tags: Tags) -> Sample:
        """Return one writing as numbers; what stands past the window is left out."""
        cutting = cut(self.tokenizer, writing.text)
        count = min(len(cutting.numbers), WINDOW)
        starts, ends = cutting.starts[:count], cutting.ends[:count]
        marks = Marks(starts, ends, writing.moved)
        names = np.zeros(count + 2, np.int32)
        entities = writing.note.note.extract["entities"]
        for entity in entities:
            tag = 1 + 2 * self.labels.names.index(entity["type"])
            for start, end, _ in entity["mentions"]:
                if (found := marks.of((start, end))) is not None:
                    names[found[0]] = tag
                    names[found[0] + 1 : found[1] + 1] = tag + 1
        edges = (np.array([one], np.int32) for one in (self.base.begin, self.base.end))
        begin, end = edges
        told = list(writing.note.note.extract["report"]["classes"])
        return Sample(
            pieces=np.concatenate([begin, cutting.numbers[:count], end]),
            tags=np.pad(tags.of(writing.tags, starts, ends), 1),
            names=names,
            people=list(self._people(entities, marks)),
            pairs=list(self._pairs(writing.note, marks)),
            classes=[self.labels.classes.index(one) for one in [*told, *(["ANY"] if told else [])]],
        )

    def _people(
        self, entities: Iterable[Mapping[str, object]], marks: "Marks"
    ) -> Iterator[PersonSample]:
        for entity in entities:
            if entity["type"] != "Person" or not entity.get("role"):
                continue
            mentions: list[list[object]] = entity["mentions"]
            found = [marks.of((int(str(s)), int(str(e)))) for s, e, _ in mentions]
            inside = [one for one in found if one is not None][:MOST_MENTIONS]
            if inside:
                sub = entity.get("sub_role")
                number = self.labels.subs.index(str(sub)) if sub in self.labels.subs else -1
                yield PersonSample(inside, ROLES.index(str(entity["role"])), number)

    def _pairs(self, note: Annotated, marks: "Marks") -> Iterator[PairSample]:
        triples = list(pair_samples([note], {}))
        flags = iter(list(flag_samples(triples)))
        items = note.strip.items
        for _, pair, sample in triples:
            told = next(flags).labels if sample.labels else frozenset()
            a, b = items[pair.first], items[pair.second]
            first, second = marks.of((a.start, a.end)), marks.of((b.start, b.end))
            if first is None or second is None:
                continue
            yield PairSample(
                first,
                second,
                self.labels.groups.index(pair.group),
                min(pair.second - pair.first, FARTHEST),
                min(b.sentence - a.sentence, MOST_SENTENCES),
                [
                    self.labels.pairs.index((pair.group, label))
                    for label in sample.labels
                    if (pair.group, label) in self.labels.pairs
                ],
                [FLAGS.index(flag) for flag in told],
            )


@dataclass(frozen=True, slots=True)
class Writing:
    """A note's text as it is or with other names, where its mentions went, and its tags."""

    note: Annotated
    text: str
    moved: Mapping[Span, Span] | None
    tags: list[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Marks:
    """Finds the pieces of the characters that are marked in a note."""

    starts: Ints
    ends: Ints
    moved: Mapping[Span, Span] | None

    def of(self, span: Span) -> Span | None:
        """Return the first and last piece, counted with the piece that begins the window."""
        found = self._here(span)
        if found is None:
            return None
        start, end = found
        inside = (self.starts < end) & (self.ends > start) & (self.starts < self.ends)
        pieces = np.flatnonzero(inside)
        return (int(pieces[0]) + 1, int(pieces[-1]) + 1) if len(pieces) else None

    def _here(self, span: Span) -> Span | None:
        """Say where characters of the note went: a name to its place, a word as far as it did."""
        if self.moved is None:
            return span
        if span in self.moved:
            return self.moved[span]
        shift = 0
        for start, end in sorted(self.moved):
            if end > span[0]:
                # what overlaps a name that was left as it is has no place of its own
                if start < span[1]:
                    return None
                break
            shift = self.moved[start, end][1] - end
        return span[0] + shift, span[1] + shift


def tags_of(writings: Iterable[Iterable[Writing]]) -> Tags:
    """Return the tags that are told apart."""
    counts = Counter(tag for some in writings for one in some for _, _, tag in one.tags)
    return Tags(tuple(sorted(tag for tag, count in counts.items() if count >= RARE_TAG)))

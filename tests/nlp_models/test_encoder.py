"""The encoder: its base's weights, its pieces, its windows, its names and its judgement."""

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp_models.encoder.base import BLOCK_BYTES, Base, base_path, unpacked
from nlp_models.encoder.encoded import PairSpans
from nlp_models.encoder.encoder import MOST_PIECES, Encoder, encoder
from nlp_models.encoder.network import STEP, WINDOW, gelu, normed, windows
from nlp_models.encoder.pieces import CHUNK, chunks, cut, make_tokenizer
from nlp_models.encoder.tags import Tags
from nlp_models.encoder.weights import load, save

NOTE = (
    "Ngày 12/3, {0} (SN 1987) đưa Vi Thị Hoa từ Con Cuông ra Vinh. "
    "Bà Lô Thị Mến, mẹ của Hoa, trình báo Công an huyện Con Cuông."
)


@pytest.fixture(scope="module")
def network() -> Encoder:
    made = encoder()
    assert made is not None, "the encoder's weights or its base are missing"
    return made


@pytest.fixture(scope="module")
def base() -> Base:
    path = base_path()
    assert path is not None
    return Base(path)


def test_four_bits_are_a_scale_and_thirty_two_weights() -> None:
    block = np.zeros((1, 1, BLOCK_BYTES), np.uint8)
    block[0, 0, :2] = np.array([0.5], np.float16).view(np.uint8)
    block[0, 0, 2] = 15 | 1 << 4  # weight 0 and weight 16
    row = unpacked(block)[0]
    assert row.shape == (32,)
    assert row[0] == 0.5 * (15 - 8)
    assert row[16] == 0.5 * (1 - 8)
    assert row[1] == 0.5 * -8


def test_the_base_knows_like_words_of_three_languages(base: Base) -> None:
    tokenizer = make_tokenizer(base)

    def vector(word: str) -> np.ndarray:
        found = base.words(cut(tokenizer, word).numbers).mean(axis=0)
        return found / np.linalg.norm(found)

    assert vector("cảnh sát") @ vector("police") > vector("cảnh sát") @ vector("banane")
    assert vector("frontière") @ vector("border") > vector("frontière") @ vector("soup")


@settings(deadline=None)
@given(st.text(max_size=300))
def test_pieces_stand_where_they_say(text: str) -> None:
    pieces = cut(_tokenizer(), text)
    assert len(pieces.numbers) == len(pieces.starts) == len(pieces.ends)
    assert (pieces.starts <= pieces.ends).all()
    assert (np.diff(pieces.starts) >= 0).all()
    if len(pieces.ends):
        assert pieces.ends[-1] <= len(text)
    for start, end in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True):
        assert text[start:end] == text[start:end].strip()


def _tokenizer():
    path = base_path()
    assert path is not None
    if "tokenizer" not in _made:
        _made["tokenizer"] = make_tokenizer(Base(path))
    return _made["tokenizer"]


_made: dict[str, object] = {}


def test_every_letter_is_in_a_piece(base: Base) -> None:
    text = NOTE.format("Lô Văn Tèo")
    pieces = cut(make_tokenizer(base), text)
    covered = set()
    for start, end in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True):
        covered.update(range(start, end))
    assert {at for at, letter in enumerate(text) if not letter.isspace()} == covered


@pytest.mark.parametrize("text", ["", "a", "x" * (CHUNK * 2 + 7), "ab c\n" * CHUNK])
def test_chunks_are_the_text(text: str) -> None:
    found = list(chunks(text))
    assert "".join(chunk for _, chunk in found) == text
    assert all(text[at : at + len(chunk)] == chunk and chunk for at, chunk in found)


@pytest.mark.parametrize("length", [0, 1, WINDOW - 1, WINDOW, WINDOW + 1, STEP * 3, 5_000])
def test_windows_keep_every_piece_once(length: int) -> None:
    kept: list[int] = []
    for start, end, first, last in windows(length):
        assert start <= first <= last <= end <= start + WINDOW
        kept += range(first, last)
    assert kept == list(range(length))


def test_the_parts_of_the_network_do_what_their_names_say() -> None:
    x = np.random.default_rng(0).normal(size=(5, 384)).astype(np.float32)
    one, zero = np.ones(384, np.float32), np.zeros(384, np.float32)
    rows = normed(x * 3 + 2, one, zero)
    assert np.allclose(rows.mean(axis=1), 0, atol=1e-5)
    assert np.allclose(rows.std(axis=1), 1, atol=1e-4)
    assert gelu(np.array([-9, 0, 9], np.float32)) == pytest.approx([0, 0, 9], abs=1e-4)


def test_weights_come_back_nearly_as_they_were(tmp_path) -> None:
    random = np.random.default_rng(1)
    matrix = random.normal(size=(64, 96)).astype(np.float32)
    vector = random.normal(size=7).astype(np.float32)
    path = tmp_path / "weights.zip"
    save(path, {"m": matrix, "v": vector}, {"names": ["Person"]})
    tensors, labels = load(path)
    assert labels == {"names": ["Person"]}
    assert np.abs(tensors["m"] - matrix).max() < np.abs(matrix).max() / 100
    assert np.allclose(tensors["v"], vector, atol=1e-2)
    again = tmp_path / "again.zip"
    save(again, {"m": matrix, "v": vector}, {"names": ["Person"]})
    assert again.read_bytes() == path.read_bytes()


def test_tags_go_to_the_pieces_of_their_words() -> None:
    tags = Tags(("A", "B"))
    spans = [(0, 3, "A"), (4, 9, "C"), (10, 12, "B")]
    starts, ends = np.array([0, 2, 4, 7, 10, 12]), np.array([2, 3, 7, 9, 12, 13])
    assert tags.of(spans, starts, ends).tolist() == [1, 1, 0, 0, 2, 0]


def test_names_are_found_with_their_types(network: Encoder) -> None:
    text = NOTE.format("Lô Văn Tèo")
    found = {(text[start:end], name) for start, end, name in network.first(text, ()).names()}
    assert {("Lô Văn Tèo", "Person"), ("Vi Thị Hoa", "Person"), ("Vinh", "Place")} <= found


def test_encoding_is_the_same_each_time_and_long_texts_keep_their_places(network: Encoder) -> None:
    filler = "Không có gì đáng chú ý trong ca trực này. " * 60
    text = filler + NOTE.format("Lô Văn Tèo") + filler
    first = list(network.first(text, ()).names())
    assert first == list(network.first(text, ()).names())
    at = text.index("Lô Văn Tèo")
    assert (at, at + 10, "Person") in first


def test_heads_judge_people_and_pairs(network: Encoder) -> None:
    text = NOTE.format("Lô Văn Tèo")
    spans = {name: (text.index(name), text.index(name) + len(name)) for name in
             ("Lô Văn Tèo", "Vi Thị Hoa", "Con Cuông", "Vinh")}  # fmt: skip
    half = network.first(text, ())
    places = {"Con Cuông", "Vinh"}
    seen = half.whole((span, "Place" if n in places else "Person") for n, span in spans.items())
    roles = seen.roles([spans["Lô Văn Tèo"]])
    assert roles is not None
    assert roles.keys() == {*network.labels.roles, *network.labels.subs}
    asked = [PairSpans(spans["Con Cuông"], spans["Vinh"], "legs", 3, 0)]
    (scores,) = seen.pairs(asked)
    assert scores is not None
    assert scores.keys() == {"LEG<", "LEG>", *network.labels.flags}
    assert scores["LEG>"] > scores["LEG<"]
    assert seen.pairs([PairSpans((9_000, 9_001), spans["Vinh"], "legs", 3, 0)]) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "1234567890" * 1_000,
        "\u202e\u200f" * 5_000 + "Nguyễn Văn Hùng",
        "Z" + "\u0336\u0301" * 5_000,
        "\x00\x01\x02 Lan " * 1_000,
    ],
    ids=["figures", "right to left", "zalgo", "controls"],
)
def test_names_of_hostile_texts_lie_in_them(network: Encoder, text: str) -> None:
    for start, end, _ in network.first(text, ()).names():
        assert 0 <= start < end <= len(text)


def test_what_is_past_the_reach_is_left_to_the_rest(network: Encoder) -> None:
    text = "한" * (MOST_PIECES + 5_000) + " Nguyễn Văn Hùng khai."
    started = time.perf_counter()
    half = network.first(text, ())
    assert time.perf_counter() - started < 100
    assert half.reach <= MOST_PIECES + 1
    assert all(end <= half.reach for _, end, _ in half.names())
    span = (len(text) - 21, len(text) - 6)
    assert half.chance(span, "Person") == 0
    assert half.whole([(span, "Person")]).roles([span]) is None

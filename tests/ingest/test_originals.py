"""Originals are kept whole, once, under their content's name."""

import hashlib
from pathlib import Path

import pytest

from ingest.originals import Originals


def test_bytes_come_back(tmp_path: Path) -> None:
    originals = Originals(tmp_path / "originals")
    digest = originals.put(b"H\xc3\xb9ng")
    assert digest == hashlib.sha256(b"H\xc3\xb9ng").hexdigest()
    assert originals.open(digest) == b"H\xc3\xb9ng"


def test_what_is_kept_is_known(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    assert not originals.has(hashlib.sha256(b"a").hexdigest())
    assert originals.has(originals.put(b"a"))


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    assert originals.put(b"a") == originals.put(b"a")
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_nothing_half_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    originals = Originals(tmp_path)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        originals.put(b"a")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63])
def test_only_a_digest_names_an_original(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        Originals(tmp_path).path(name)

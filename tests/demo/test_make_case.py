"""The demo case file is what its sources make."""

import tomllib
from pathlib import Path

import pytest

from demo.make_case import CASE, make_case
from demo.source import HERE, Source, sources
from demo.writers import WRITERS

EXPECTED = tomllib.loads((HERE / "expected.toml").read_text(encoding="utf-8"))
# Pictures and their fonts may come out of another library version with other bytes.
PLAIN = {format_ for format_ in WRITERS if format_.startswith("txt")} | {"md", "html", "rtf", "csv"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    make_case(folder)
    return folder


def test_case_file_has_a_report_for_every_source(made: Path) -> None:
    assert {path.name for path in made.iterdir()} == {path.name for path in CASE.iterdir()}


@pytest.mark.parametrize(
    "source", [s for s in sources() if s.format in PLAIN], ids=lambda s: s.name
)
def test_committed_report_says_what_its_source_says(source: Source, made: Path) -> None:
    name = f"{source.name}{WRITERS[source.format][0]}"
    assert (made / name).read_bytes() == (CASE / name).read_bytes()


def test_case_file_uses_every_format_and_language() -> None:
    assert {source.format for source in sources()} == set(WRITERS)
    assert {source.language for source in sources()} == {"vi", "fr", "en"}


def test_case_file_stays_small() -> None:
    assert sum(path.stat().st_size for path in CASE.iterdir()) < 3_000_000


def test_making_the_case_leaves_other_files_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep", encoding="utf-8")
    make_case(tmp_path)
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "keep"


@pytest.mark.parametrize("person", EXPECTED["person"], ids=lambda person: person["id"])
def test_expected_reports_stand_in_the_case_file(person: dict[str, object]) -> None:
    numbers = {source.name[:2] for source in sources()}
    assert set(person["reports"]) <= numbers  # type: ignore[call-overload]
    assert set(person.get("joined", ())) <= set(person["reports"])  # type: ignore[call-overload]
    assert set(person.get("roles", ())) <= set(person["reports"])  # type: ignore[call-overload]

"""The command line as a user meets it: processes of their own, real files, a real graph."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from demo.writers import WRITERS, write_empty, write_txt
from graph.address import Address
from graph.embedded import parts_complete

NOTE = (
    "Ngày 12/3/2025, đối tượng Lô Văn Tèo (SN 1987, trú tại bản Na Cáng, xã Na Ngoi, huyện Kỳ Sơn) "
    "dùng số điện thoại 0912.764.330 gọi cho chị Vi Thị Mận. Tèo đưa chị Mận từ Con Cuông ra Vinh "
    "rồi sang Trung Quốc."
)


@pytest.fixture
def environment(clean_graph: Address, tmp_path: Path) -> Mapping[str, str]:
    """A home of its own on the shared server."""
    return {
        **os.environ,
        "FILROUGE_HOME": str(tmp_path / "home"),
        "FILROUGE_NEO4J_URI": clean_graph.uri,
        "FILROUGE_NEO4J_USER": clean_graph.user,
        "FILROUGE_NEO4J_PASSWORD": clean_graph.password,
    }


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "reports" / "note.txt"
    path.parent.mkdir()
    write_txt(path, "Tin báo", [NOTE])
    return path


def filrouge(environment: Mapping[str, str], *words: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "filrouge", *map(str, words)],
        env=dict(environment),
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )


def test_ingest_twice_reads_once(environment: Mapping[str, str], note: Path) -> None:
    first = filrouge(environment, "ingest", note.parent)
    assert first.returncode == 0, first.stderr
    assert first.stdout.splitlines()[1].split() == ["1", "0", "0"]
    second = filrouge(environment, "ingest", note)
    assert second.returncode == 0, second.stderr
    assert second.stdout.splitlines()[1].split() == ["0", "1", "0"]


def test_a_failure_is_named_and_the_rest_goes_on(
    environment: Mapping[str, str], note: Path
) -> None:
    write_empty(note.parent / "nothing.pdf")
    answer = filrouge(environment, "ingest", note.parent)
    assert answer.returncode == 1
    assert answer.stdout.splitlines()[1].split() == ["1", "0", "1"]
    assert "nothing.pdf" in answer.stderr
    assert "empty" in answer.stderr


def test_extract_prints_one_object_a_report_and_needs_no_graph(note: Path, tmp_path: Path) -> None:
    other = tmp_path / f"autre{WRITERS['md'][0]}"
    WRITERS["md"][1](other, "Note", ["Le nommé Kham Vilay a appelé le +856 20 5555 1234."])
    environment = {**os.environ, "FILROUGE_HOME": str(tmp_path), "FILROUGE_NEO4J_URI": ""}
    answer = filrouge(environment, "extract", note, other)
    assert answer.returncode == 0, answer.stderr
    first, second = map(json.loads, answer.stdout.splitlines())
    assert [first["report"]["path"], second["report"]["path"]] == [str(note), str(other)]
    assert [first["report"]["language"], second["report"]["language"]] == ["vi", "fr"]
    phones = [e for e in first["entities"] if e["type"] == "Phone"]
    assert [phone["name"] for phone in phones] == ["+84912764330"]
    assert not (tmp_path / "neo4j").exists()


def test_extract_names_what_failed_and_exits_1(tmp_path: Path) -> None:
    write_empty(tmp_path / "nothing.txt")
    environment = {**os.environ, "FILROUGE_HOME": str(tmp_path)}
    answer = filrouge(environment, "extract", tmp_path / "nothing.txt")
    assert answer.returncode == 1
    assert answer.stdout == ""
    assert "nothing.txt" in answer.stderr


def test_rebuild_says_what_the_graph_holds(environment: Mapping[str, str], note: Path) -> None:
    filrouge(environment, "ingest", note)
    answer = filrouge(environment, "rebuild")
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.startswith("1 reports, ")


@pytest.mark.parametrize("grade", ["B7", "G1", "B", "22"])
def test_a_wrong_grade_is_a_usage_error(grade: str, note: Path) -> None:
    answer = filrouge(os.environ, "ingest", "--grade", grade, note)
    assert answer.returncode == 2
    assert "B2" in answer.stderr


def test_a_graph_that_cannot_be_reached_is_said_in_a_sentence(note: Path, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "FILROUGE_HOME": str(tmp_path),
        "FILROUGE_NEO4J_URI": "bolt://127.0.0.1:1",
    }
    answer = filrouge(environment, "ingest", note)
    assert answer.returncode == 1
    assert "127.0.0.1:1" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_setting_that_cannot_be_used_is_said_in_a_sentence(note: Path) -> None:
    answer = filrouge({**os.environ, "FILROUGE_PORT": "many"}, "ingest", note)
    assert answer.returncode == 1
    assert "FILROUGE_PORT" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_db_commands_leave_a_named_server_alone(environment: Mapping[str, str]) -> None:
    answer = filrouge(environment, "db", "stop")
    assert answer.returncode == 1
    assert "not filrouge's to run" in answer.stderr


def test_bundle_makes_a_folder_for_a_machine_without_network(
    neo4j_parts: Path, tmp_path: Path
) -> None:
    environment = {**os.environ, "FILROUGE_PARTS": str(neo4j_parts)}
    answer = filrouge(environment, "bundle", tmp_path / "carry")
    assert answer.returncode == 0, answer.stderr
    assert str(tmp_path / "carry" / "parts") in answer.stdout
    assert (tmp_path / "carry" / "README.txt").is_file()
    assert parts_complete(tmp_path / "carry" / "parts")


def test_the_password_of_a_named_server_is_not_printed(environment: Mapping[str, str]) -> None:
    answer = filrouge({**environment, "FILROUGE_NEO4J_PASSWORD": "s3cret-s3cret"}, "settings")
    assert answer.returncode == 0, answer.stderr
    assert "FILROUGE_NEO4J_PASSWORD" in answer.stdout
    assert "s3cret" not in answer.stdout

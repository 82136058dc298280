"""Folders are walked in one order, links without loops."""

from pathlib import Path

from ingest.walk import walk


def test_files_given_come_as_given_and_those_of_folders_sorted(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden", ".git/x.txt", "z.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    found = [str(p.relative_to(tmp_path)) for p in walk([tmp_path / "z.txt", tmp_path])]
    assert found == ["z.txt", "a.txt", "b.txt", "sub/c.txt"]


def test_a_link_into_its_own_folder_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert [path.name for path in walk([tmp_path])] == ["a.txt"]


def test_a_link_to_a_file_names_it_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert [path.name for path in walk([tmp_path])] == ["a.txt"]


def test_what_is_not_there_is_yielded_to_fail_with_its_reason(tmp_path: Path) -> None:
    assert list(walk([tmp_path / "no.txt"])) == [tmp_path / "no.txt"]

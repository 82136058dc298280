"""Numbers as they are read aloud."""

import pytest

from web.figures import shown


@pytest.mark.parametrize(
    ("type", "name", "expected"),
    [
        ("Phone", "+84912764330", "+84 912 764 330"),
        ("Phone", "0912?", "0912?"),
        ("Account", "19034455667788", "1903 4455 6677 88"),
        ("Vehicle", "37B-013.18", "37B-013.18"),
        ("Person", "Nguyễn Văn Hùng", "Nguyễn Văn Hùng"),
    ],
)
def test_a_name_is_grouped_by_its_type(type: str, name: str, expected: str) -> None:
    assert shown(type, name) == expected

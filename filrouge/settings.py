"""Every setting of filrouge in one table: its name, its default and a sentence of help."""

import getpass
import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType

from graph.embedded.folders import server_parts, user_home

MEGABYTE = 1024 * 1024


class SettingError(ValueError):
    """A setting has a value that cannot be used."""

    def __init__(self, name: str, value: str, wanted: str) -> None:
        super().__init__(f"{name} is {value!r}, and must be {wanted}")
        self.name = name
        self.value = value


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table: the field it fills, its environment variable, default and help."""

    field: str
    variable: str
    default: str
    help: str


TABLE: tuple[Setting, ...] = (
    Setting(
        "home",
        "FILROUGE_HOME",
        str(user_home({})),
        "Folder of this installation's own data: its Neo4j, the originals of reports, its keys.",
    ),
    Setting(
        "parts",
        "FILROUGE_PARTS",
        str(server_parts({})),
        "Folder of Neo4j's parts, shared by all homes; an offline office copies it here.",
    ),
    Setting(
        "neo4j_uri",
        "FILROUGE_NEO4J_URI",
        "",
        "A Neo4j of your own (neo4j://, neo4j+s://, bolt://…); empty: filrouge runs its own.",
    ),
    Setting("neo4j_user", "FILROUGE_NEO4J_USER", "neo4j", "User name for that Neo4j."),
    Setting("neo4j_password", "FILROUGE_NEO4J_PASSWORD", "", "Password for that Neo4j."),
    Setting("neo4j_database", "FILROUGE_NEO4J_DATABASE", "neo4j", "Database in that Neo4j."),
    Setting("heap", "FILROUGE_NEO4J_HEAP", "512m", "Memory for the heap of filrouge's own Neo4j."),
    Setting("host", "FILROUGE_HOST", "127.0.0.1", "Address that the pages are served on."),
    Setting("port", "FILROUGE_PORT", "8600", "Port that the pages are served on."),
    Setting(
        "allowed_hosts",
        "FILROUGE_ALLOWED_HOSTS",
        "",
        "Further names, comma separated, under which browsers may reach the pages.",
    ),
    Setting(
        "reviewer",
        "FILROUGE_REVIEWER",
        "",
        "Name that stands on reviews until the reviewer sets her own; empty: the login name.",
    ),
    Setting(
        "language",
        "FILROUGE_LANGUAGE",
        "en",
        "Language of the pages (vi, fr or en) until the reader picks her own.",
    ),
    Setting("upload_limit", "FILROUGE_UPLOAD_LIMIT", "500", "Largest upload at once, in MB."),
    Setting("report_limit", "FILROUGE_REPORT_LIMIT", "100", "Largest report read, in MB."),
    Setting(
        "report_seconds",
        "FILROUGE_REPORT_SECONDS",
        "120",
        "Longest time to open one file, recognition of scans included, in s; "
        "reading its words has no clock.",
    ),
    Setting(
        "report_memory",
        "FILROUGE_REPORT_MEMORY",
        "2048",
        "Most memory of each process that opens files, in MB.",
    ),
    Setting("workers", "FILROUGE_WORKERS", "1", "Processes that read at the same time."),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force, each of its own type."""

    home: Path
    parts: Path
    neo4j_uri: str
    neo4j_user: str
    neo4j_password: str
    neo4j_database: str
    heap: str
    host: str
    port: int
    allowed_hosts: tuple[str, ...]
    reviewer: str
    language: str
    upload_limit: int
    report_limit: int
    report_seconds: int
    report_memory: int
    workers: int

    def __repr__(self) -> str:
        shown = (
            f"{field.name}={getattr(self, field.name)!r}"
            for field in fields(self)
            if field.name != "neo4j_password"
        )
        return f"Settings({', '.join(shown)})"


def load_settings(environment: Mapping[str, str] = MappingProxyType(os.environ)) -> Settings:
    """Take each setting from the environment, or its default where that is silent.

    Raises SettingError where a number is no positive whole number.
    """
    text = {row.field: environment.get(row.variable) or row.default for row in TABLE}
    variable = {row.field: row.variable for row in TABLE}

    def whole(field: str) -> int:
        value = text[field]
        if not value.isascii() or not value.isdigit() or int(value) < 1:
            raise SettingError(variable[field], value, "a whole number of 1 or more")
        return int(value)

    def one_of(field: str, allowed: tuple[str, ...]) -> str:
        if text[field] not in allowed:
            raise SettingError(variable[field], text[field], "one of " + ", ".join(allowed))
        return text[field]

    return Settings(
        home=Path(text["home"]).expanduser().absolute(),
        parts=Path(text["parts"]).expanduser().absolute(),
        neo4j_uri=text["neo4j_uri"],
        neo4j_user=text["neo4j_user"],
        neo4j_password=text["neo4j_password"],
        neo4j_database=text["neo4j_database"],
        heap=text["heap"],
        host=text["host"],
        port=whole("port"),
        allowed_hosts=tuple(h.strip() for h in text["allowed_hosts"].split(",") if h.strip()),
        reviewer=text["reviewer"] or _login_name(),
        language=one_of("language", ("vi", "fr", "en")),
        upload_limit=whole("upload_limit") * MEGABYTE,
        report_limit=whole("report_limit") * MEGABYTE,
        report_seconds=whole("report_seconds"),
        report_memory=whole("report_memory") * MEGABYTE,
        workers=whole("workers"),
    )


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user id without an entry in the password file
        return "reviewer"

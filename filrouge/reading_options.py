"""The options that ``ingest`` and ``extract`` share, and how they become the layer's own."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

import click

if TYPE_CHECKING:
    from filrouge.settings import Settings
    from ingest.options import Options

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--source", help="Who or what the reports come from, as it should stand there."),
    click.option(
        "--date",
        "day",
        type=click.DateTime(["%Y-%m-%d"]),
        help="Date of the reports; without it, the date that each report says.",
    ),
    click.option(
        "--language",
        type=click.Choice(["vi", "fr", "en"]),
        help="Language of the reports; without it, found for each.",
    ),
    click.option(
        "--grade",
        metavar="A1…F6",
        help="Grading: reliability of the source A to F, credibility 1 to 6 (F and 6: unknown).",
    ),
    click.option("--handling", help="Handling code: who may be shown the reports."),
    click.option(
        "--workers", type=click.IntRange(1, 64), help="Processes that read (FILROUGE_WORKERS)."
    ),
)


class Words(TypedDict):
    """The options as click gives them."""

    source: str | None
    day: datetime | None
    language: str | None
    grade: str | None
    handling: str | None
    workers: int | None


def reading_options(command: Decorated) -> Decorated:
    """Add the shared options to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def as_options(words: Words, settings: "Settings") -> "Options":
    """Turn what was typed into ingest's options; a wrong grade is a usage error."""
    from ingest.limits import Limits
    from ingest.options import Options

    reliability, credibility = _grade(words["grade"])
    return Options(
        source=words["source"],
        date=_day(words["day"]),
        language=words["language"],  # type: ignore[arg-type]  # click.Choice has checked it
        reliability=reliability,
        credibility=credibility,
        handling=words["handling"],
        workers=words["workers"] or settings.workers,
        limits=Limits(
            size=settings.report_limit,
            seconds=settings.report_seconds,
            memory=settings.report_memory,
        ),
    )


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()


def _grade(text: str | None) -> tuple[str | None, int | None]:
    if text is None:
        return None, None
    grade = text.strip().upper()
    if len(grade) != 2 or grade[0] not in "ABCDEF" or grade[1] not in "123456":
        raise click.BadParameter(
            f"{text!r} is no grade; write a letter A to F and a figure 1 to 6, as in B2",
            param_hint="--grade",
        )
    return grade[0], int(grade[1])

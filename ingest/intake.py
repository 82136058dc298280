"""From paths to drafts: what is known is left alone, what is new is opened, mails unpacked."""

import hashlib
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePath

from ingest.child import Question
from ingest.draft import Draft
from ingest.errors import Empty, NoText, ReportError, TooLarge
from ingest.events import Event, Failed, Found, Known, Misnamed, Started
from ingest.file import Fingerprint, looks_like_a_mail, read_bytes, report_id, take_fingerprint
from ingest.options import Options
from ingest.parser import Parsed
from ingest.parsers import Parsers
from ingest.sniff import promised
from ingest.walk import walk
from ingest.words import Attachment

_ASKED_AT_ONCE = 64
_DEEPEST_MAIL = 5
_LONGEST_NAME = 150


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file on its way: being parsed, or with the reason why it isn't."""

    file: Path
    digest: str
    parsing: Future[tuple[bytes, Parsed]] | None
    known: bool = False
    error: ReportError | None = None

    @property
    def report(self) -> str:
        """The id of its report."""
        return report_id(self.digest)


@dataclass(slots=True)
class Room:
    """How many more attachments a mail may bring, those of the mails within it included."""

    left: int

    def take(self, attachments: Sequence[Attachment]) -> Sequence[Attachment]:
        """Return those for which there is room."""
        taken = attachments[: self.left]
        self.left -= len(taken)
        return taken


@dataclass(frozen=True, slots=True)
class Origin:
    """Where some bytes come from: the path told, the mail they came in and how deep that is.

    ``room`` is one for a mail and all mails within it.
    """

    path: str
    name: str
    room: Room
    parent: str | None = None
    depth: int = 0


def _nothing_known(reports: Sequence[str]) -> Collection[str]:
    """Take every report for new."""
    return ()


def _all_kept(digest: str) -> bool:
    """Take every original for kept."""
    return True


def _keep_nothing(data: bytes) -> None:
    """Leave an original where it is."""


class Intake:
    """Opens the reports of one run, in the same order every time.

    ``known`` tells which report ids are in the graph, ``kept`` whether an original is here by its
    SHA-256; ``keep`` keeps the bytes of an original, also of a known report where it is missing.
    With ``repeats`` the same bytes are opened again each time they are met.
    """

    def __init__(
        self,
        options: Options,
        parsers: Parsers,
        known: Callable[[Sequence[str]], Collection[str]] = _nothing_known,
        kept: Callable[[str], bool] = _all_kept,
        keep: Callable[[bytes], object] = _keep_nothing,
        repeats: bool = False,
    ) -> None:
        self._options = options
        self._parsers = parsers
        self._known = known
        self._kept = kept
        self._keep = keep
        self._repeats = repeats
        # How each report of this run ended: with a draft, or with an error.
        self._ended: dict[str, ReportError | None] = {}

    def open(self, paths: Iterable[Path]) -> Iterator[Draft | Event]:
        """Yield a draft for each new report, and events; every Found comes to one end."""
        files = list(walk(paths))
        for file in files:
            yield Found(self._told(file))
        waiting: deque[Waiting] = deque()
        for next_file in self._submitted(files):
            waiting.append(next_file)
            if len(waiting) > 2 * self._options.workers:
                yield from self._finish(waiting.popleft())
        while waiting:
            yield from self._finish(waiting.popleft())

    def _submitted(self, files: Iterable[Path]) -> Iterator[Waiting]:
        """Ask the graph for some files at once, and put the new ones before the parsers."""
        submitted: set[str] = set()
        rest = iter(files)
        while group := list(islice(rest, _ASKED_AT_ONCE)):
            prints = [self._fingerprint(file) for file in group]
            ids = [found.report for found in prints if isinstance(found, Fingerprint)]
            known = self._known(ids) if ids else ()
            for file, found in zip(group, prints, strict=True):
                if isinstance(found, ReportError):
                    yield Waiting(file, "", None, error=found)
                    continue
                report = found.report
                parse = report not in submitted and (found.mail or report not in known)
                if not self._repeats:
                    submitted.add(report)
                parsing = self._submit(file, report in known) if parse else None
                yield Waiting(file, found.digest, parsing, report in known)

    def _fingerprint(self, file: Path) -> Fingerprint | ReportError:
        try:
            return take_fingerprint(file, self._options.limits)
        except ReportError as error:
            return error

    def _submit(self, file: Path, known: bool) -> Future[tuple[bytes, Parsed]]:
        question = Question(file.name, self._options.language, attachments_only=known)
        return self._parsers.submit(lambda: read_bytes(file, self._options.limits), question)

    def _finish(self, waiting: Waiting) -> Iterator[Draft | Event]:
        room = Room(self._options.limits.attachments)
        origin = Origin(self._told(waiting.file), waiting.file.name, room)
        if waiting.error is not None:
            yield _failed(origin.path, waiting.error)
        elif waiting.known:
            self._keep_missing(waiting)
            yield Known(origin.path, waiting.report)
            yield from self._unpack_known(waiting, origin)
        elif waiting.parsing is None:
            yield self._again(origin.path, waiting.report)
        else:
            yield Started(origin.path)
            try:
                data, parsed = waiting.parsing.result()
            except ReportError as error:
                self._ended[waiting.report] = error
                yield _failed(origin.path, error)
                return
            yield from self._drafted(data, parsed, origin)

    def _keep_missing(self, waiting: Waiting) -> None:
        """Keep the original of a known report that is not on this machine."""
        if self._kept(waiting.digest):
            return
        try:
            self._keep(read_bytes(waiting.file, self._options.limits))
        except ReportError:  # it went away since it was found; the report is known all the same
            return

    def _unpack_known(self, waiting: Waiting, origin: Origin) -> Iterator[Draft | Event]:
        """Look for attachments of a known mail that could not be read when it was filed."""
        if waiting.parsing is None:
            return
        try:
            _, parsed = waiting.parsing.result()
        except ReportError:  # the mail itself was read once; there is nothing new in it
            return
        yield from self._attachments(parsed, waiting.report, origin)

    def _again(self, path: str, report: str) -> Event:
        """Tell the end of what was there earlier in this run."""
        error = self._ended.get(report)
        return Known(path, report) if error is None else _failed(path, error)

    def _drafted(self, data: bytes, parsed: Parsed, origin: Origin) -> Iterator[Draft | Event]:
        digest = hashlib.sha256(data).hexdigest()
        report = report_id(digest)
        assert parsed.text is not None
        if (kind := promised(origin.name)) is not None and kind != parsed.media_type:
            yield Misnamed(origin.path, PurePath(origin.name).suffix, parsed.media_type)
        self._keep(data)
        self._ended[report] = None
        yield Draft(
            id=report,
            original=digest,
            path=origin.path,
            title=parsed.title,
            text=parsed.text,
            media_type=parsed.media_type,
            size=len(data),
            date=parsed.date,
            parent=origin.parent,
        )
        yield from self._attachments(parsed, report, origin)

    def _attachments(self, parsed: Parsed, parent: str, mail: Origin) -> Iterator[Draft | Event]:
        taken = mail.room.take(parsed.attachments)
        for part in taken:
            name = _safe(part.name)
            origin = Origin(f"{mail.path}/{name}", name, mail.room, parent, mail.depth + 1)
            yield from self._attachment(part, origin)
        if left_out := parsed.left_out + len(parsed.attachments) - len(taken):
            limit = self._options.limits.attachments
            path = f"{mail.path}/…"
            yield Found(path)
            reason = (
                f"{left_out} more attachments; the limit is {limit} for a mail "
                "with all mails within it"
            )
            yield _failed(path, TooLarge(reason))

    def _attachment(self, part: Attachment, origin: Origin) -> Iterator[Draft | Event]:
        report = report_id(hashlib.sha256(part.data).hexdigest())
        known = report not in self._ended and report in self._known([report])
        if report in self._ended and not self._repeats:
            yield from (Found(origin.path), self._again(origin.path, report))
            return
        if known:
            self._keep(part.data)
            self._ended[report] = None
            yield from (Found(origin.path), Known(origin.path, report))
            if not looks_like_a_mail(origin.name, part.data):
                return
        question = Question(origin.name, self._options.language, attachments_only=known)
        try:
            if origin.depth > _DEEPEST_MAIL:
                raise TooLarge(f"it is a mail within a mail, {origin.depth} deep")
            parsed = self._parsers.parse(part.data, question)
        except ReportError as error:
            # A picture without words in a mail's text is decoration.
            if not known and not (part.inline and isinstance(error, NoText | Empty)):
                self._ended[report] = error
                yield from (Found(origin.path), _failed(origin.path, error))
            return
        if known:
            yield from self._attachments(parsed, report, origin)
        else:
            yield Found(origin.path)
            yield from self._drafted(part.data, parsed, origin)

    def _told(self, file: Path) -> str:
        """Return the path as it is told: as given, or from the folder of an upload."""
        base = self._options.relative_to
        inside = file.relative_to(base) if base and file.is_relative_to(base) else file
        return str(inside).encode(errors="replace").decode()


def _failed(path: str, error: ReportError) -> Failed:
    return Failed(path, error.reason, type(error).__name__)


def _safe(name: str) -> str:
    """Return an attachment's name as one part of a path."""
    plain = "".join(sign if sign.isprintable() and sign not in "/\\" else "_" for sign in name)
    return plain.strip(" .")[-_LONGEST_NAME:] or "attachment"

"""A case of three invented reports, saved through the real store, and a browser to look at it."""

import os
import re
import shutil
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, sync_playwright
from waitress.server import create_server

from graph.address import Address
from graph.keys import key
from graph.records import Appearance, Claim, Filing, Lead, Report, Route
from graph.store import Store
from ingest.options import Options
from ingest.originals import Originals
from web import Config, create_app

MENTION = re.compile(r"\[(\w+):([^\]]+)\]")
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True)
class Who:
    """What a builder says of one appearance; ``name`` is its normal form."""

    type: str
    name: str
    role: str | None = None
    facts: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    aliases: tuple[str, ...] = ()


def filing(
    title: str,
    marked: str,
    who: Mapping[str, Who],
    *,
    claims: Sequence[tuple[str, str, str]] = (),
    leads: Sequence[tuple[str, str]] = (),
    routes: Sequence[tuple[str, ...]] = (),
    day: date | None = date(2024, 3, 12),
    originals: Originals | None = None,
) -> Filing:
    """Build one report from a text in which mentions stand as ``[name in who:words]``.

    A claim, lead or route is said by the first sentence that mentions all of its parts.
    """
    text, mentions = _unmarked(marked)
    data = text.encode()
    digest = originals.put(data) if originals else sha256(data).hexdigest()
    report_id = key("report", digest)
    sentences = _sentences(text)
    ids = {
        name: key(report_id, one.type, one.name, mentions[name][0][0]) for name, one in who.items()
    }

    def sentence_of(*names: str) -> tuple[int, int]:
        for start, end in sentences:
            if all(any(start <= at < end for at, _, _ in mentions[name]) for name in names):
                return start, end
        raise ValueError(f"no sentence of {title!r} mentions {names}")

    return Filing(
        report=Report(
            id=report_id,
            original=digest,
            path=f"{title}.txt",
            title=title,
            text=text,
            language="vi",
            media_type="text/plain",
            size=len(data),
            received=datetime(2024, 4, 1, 8, 0, tzinfo=UTC),
            date=day,
            source="Đồn biên phòng Keng Đu",
            reliability="B",
            credibility=2,
            sentences=tuple(sentences),
        ),
        appearances=tuple(
            Appearance(
                ids[name],
                report_id,
                one.type,
                one.name,
                tuple(mentions[name]),
                one.aliases,
                one.role,
                None,
                one.attributes,
                one.facts,
            )
            for name, one in who.items()
        ),
        claims=tuple(
            Claim(
                key(report_id, kind, ids[subject], ids[target]),
                report_id,
                kind,
                ids[subject],
                ids[target],
                *sentence_of(subject, target),
                0.9,
                "built by hand",
            )
            for kind, subject, target in claims
        ),
        routes=tuple(
            Route(
                key(report_id, "route", *stops),
                report_id,
                tuple(ids[stop] for stop in stops),
                *sentence_of(*stops),
                0.8,
                "built by hand",
                "bus",
            )
            for stops in routes
        ),
        leads=tuple(
            Lead(
                key(report_id, "lead", ids[first], ids[second]),
                report_id,
                ids[first],
                ids[second],
                *sentence_of(first, second),
            )
            for first, second in leads
        ),
    )


def _unmarked(marked: str) -> tuple[str, dict[str, list[tuple[int, int, str]]]]:
    text = ""
    at = 0
    mentions: dict[str, list[tuple[int, int, str]]] = {}
    for found in MENTION.finditer(marked):
        text += marked[at : found.start()]
        name, words = found.groups()
        mentions.setdefault(name, []).append((len(text), len(text) + len(words), words))
        text += words
        at = found.end()
    return text + marked[at:], mentions


def _sentences(text: str) -> list[tuple[int, int]]:
    cuts = [0, *(found.end() for found in re.finditer(r"(?<=\.)\s+", text)), len(text)]
    spans = [(start, start + len(text[start:end].rstrip())) for start, end in pairwise(cuts)]
    return [span for span in spans if span[0] < span[1]]


PHONE = Who("Phone", "+84912764330")
HUNG = Who(
    "Person",
    "Nguyễn Văn Hùng",
    "suspect",
    ("phone:+84912764330", "born:1987"),
    (("born", "1987"), ("home", "bản Huồi Lê, xã Keng Đu")),
    ("Hùng cụt",),
)


def case(originals: Originals | None = None) -> tuple[Filing, ...]:
    """Two rings that one phone number joins, a route over the border, and a namesake."""
    return (
        filing(
            "Lời khai của Lô Thị Vuông",
            "Ngày 12/3/2024, [hung:Nguyễn Văn Hùng] đã rủ rê [vuong:Lô Thị Vuông]. "
            "[hung:Hùng] dùng số [phone:0912.764.330]. "
            "[hung:Hùng] đưa [vuong:Vuông] từ [kyson:Kỳ Sơn] đi [mongcai:Móng Cái] "
            "bằng xe [car:37B-013.18].\n\n"
            "Hôm đó [hung:Hùng] ngồi cạnh [ba:Moong Thị Bả].",
            {
                "hung": HUNG,
                "vuong": Who("Person", "Lô Thị Vuông", "victim", ("born:2006",)),
                "phone": PHONE,
                "kyson": Who("Place", "Kỳ Sơn"),
                "mongcai": Who("Place", "Móng Cái"),
                "car": Who("Vehicle", "37B-013.18"),
                "ba": Who("Person", "Moong Thị Bả", "witness"),
            },
            claims=(
                ("RECRUITED", "hung", "vuong"),
                ("USES_PHONE", "hung", "phone"),
                ("TRANSPORTED", "hung", "vuong"),
                ("USES_VEHICLE", "hung", "car"),
            ),
            leads=(("hung", "ba"),),
            routes=(("kyson", "mongcai"),),
            originals=originals,
        ),
        filing(
            "Tin báo về số 0912.764.330",
            "Số [phone:0912 764 330] cũng gọi cho [xeo:Xeo Văn Pẩy]. "
            "[xeo:Pẩy] đã bán [ha:Vi Thị Hà] sang bên kia.",
            {
                "phone": PHONE,
                "xeo": Who("Person", "Xeo Văn Pẩy", "suspect", ("phone:+84912764330",)),
                "ha": Who("Person", "Vi Thị Hà", "victim"),
            },
            claims=(("USES_PHONE", "xeo", "phone"), ("SOLD", "xeo", "ha")),
            day=date(2024, 5, 2),
            originals=originals,
        ),
        filing(
            "Biên bản về người trùng tên",
            "[hung:Nguyễn Văn Hưng] là thành viên của [firm:Công ty Ánh Dương].",
            {
                "hung": Who("Person", "Nguyễn Văn Hưng", "other", ("born:1960",)),
                "firm": Who("Organization", "Công ty Ánh Dương"),
            },
            claims=(("MEMBER_OF", "hung", "firm"),),
            day=None,
            originals=originals,
        ),
    )


@pytest.fixture
def store(clean_graph: Address) -> Iterator[Store]:
    """The real store over an empty graph."""
    with Store.connect(clean_graph) as opened:
        opened.prepare()
        yield opened


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    return Originals(tmp_path / "originals")


@pytest.fixture
def filled(store: Store, originals: Originals) -> Store:
    """The store with the case in it."""
    store.save(case(originals))
    return store


@pytest.fixture
def app(store: Store, originals: Originals, tmp_path: Path) -> Flask:
    config = Config(
        secret_key="only for tests",
        home=tmp_path,
        ingest=Options(),
        reviewer="Trần Minh",
        testing=True,
    )
    return create_app(store, originals, config)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    path = os.environ.get("FILROUGE_CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.fail("no Chromium: install it (apt-get install chromium) or set FILROUGE_CHROMIUM")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
        yield opened
        opened.close()


@dataclass
class Watched:
    """A page in the browser, with all that it asked for and all that it complained of."""

    page: Page
    base: str
    requests: list[str]
    complaints: list[str]

    def open(self, path: str) -> Page:
        """Go to an address of the app."""
        self.page.goto(self.base + path)
        return self.page


@pytest.fixture
def served(app: Flask) -> Iterator[str]:
    """The app served as in use, on a free port."""
    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(timeout=5)


@pytest.fixture
def watched(browser: Browser, served: str) -> Iterator[Watched]:
    """A fresh page that writes down its requests, its console and its errors."""
    context = browser.new_context(
        viewport={"width": 1366, "height": 768}, locale="en", reduced_motion="reduce"
    )
    page = context.new_page()
    watched = Watched(page, served, [], [])
    page.on("request", lambda request: watched.requests.append(request.url))
    page.on("console", lambda message: watched.complaints.append(message.text))
    page.on("pageerror", lambda error: watched.complaints.append(str(error)))
    page.set_default_timeout(10_000)
    yield watched
    context.close()

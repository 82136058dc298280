"""The pages in a real Chromium: what a reader sees, does by keys, and what never leaves."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from graph.store import Store
from web.security import CONTENT_SECURITY_POLICY

HUNG = "Nguyễn Văn Hùng"
PAGES = (
    "/",
    "/search",
    "/search?q=hung",
    "/entities/{entity}",
    "/entities/{entity}/network?leads=1&depth=2",
    "/connections/{connection}",
    "/reports",
    "/reports/{report}",
    "/inbox",
    "/inbox?state=reviewed",
    "/uploads",
    "/help",
    "/nowhere",
)


def ids(store: Store) -> dict[str, str]:
    hits = store.search(HUNG).hits
    entity = next(hit.entity.id for hit in hits if hit.entity and hit.entity.name == HUNG)
    groups = store.connections(entity)
    connection = next(
        one.id for group in groups if group.kind == "RECRUITED" for one in group.connections
    )
    (reports, _) = store.reports()
    return {"entity": entity, "connection": connection, "report": reports[0].id}


def desk(page: Page) -> Page:
    """Wait until the network is drawn."""
    page.wait_for_selector('[data-desk][data-ready="yes"]')
    return page


def edges(page: Page) -> list[dict]:
    return page.evaluate("document.querySelector('[data-desk]').picture.body.data.edges.get()")


def names(page: Page) -> set[str]:
    nodes = "document.querySelector('[data-desk]').picture.body.data.nodes.get()"
    return set(page.evaluate(f"{nodes}.map((node) => node.name)"))


def spot(page: Page, name: str) -> tuple[float, float]:
    """Where on the screen an entity of the network is drawn."""
    at = page.evaluate(
        """(name) => {
          const { picture } = document.querySelector('[data-desk]');
          const node = picture.body.data.nodes.get().find((one) => one.name === name);
          const place = picture.getPositions([node.id])[node.id];
          const { x, y } = picture.canvasToDOM(place);
          const frame = document.getElementById('canvas').getBoundingClientRect();
          return [frame.left + x, frame.top + y];
        }""",
        name,
    )
    return at[0], at[1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1366, 390])
def test_no_page_asks_another_host_or_breaks_the_policy(
    watched, filled: Store, scheme: str, width: int
) -> None:
    page = watched.page
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    known = ids(filled)
    for path in PAGES:
        answer = page.goto(watched.base + path.format(**known))
        assert answer
        assert answer.header_value("content-security-policy") == CONTENT_SECURITY_POLICY
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    hosts = {urlsplit(address).netloc for address in watched.requests}
    assert hosts == {urlsplit(watched.base).netloc}
    # The one complaint is the answer of the page that is not there.
    assert [one for one in watched.complaints if "404" not in one] == []


def test_typing_hung_suggests_and_enter_opens_the_entity(watched, filled: Store) -> None:
    page = watched.open("/")
    page.keyboard.press("/")
    page.keyboard.type("nguyen van hung")
    expect(page.locator("#suggestions li").first).to_contain_text(HUNG)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Nguyễn Văn H")


def test_an_entity_leads_to_a_sentence_marked_in_red(watched, filled: Store) -> None:
    known = ids(filled)
    page = watched.open(f"/entities/{known['entity']}")
    row = page.locator("#RECRUITED-out .inner")
    row.locator("summary").click()
    row.locator(".quote a.say").first.click()
    sentence = page.locator(".sentence.followed")
    expect(sentence).to_contain_text("đã rủ rê")
    expect(sentence).to_be_in_viewport()
    thread = page.evaluate(
        "getComputedStyle(document.documentElement).getPropertyValue('--thread')"
    )
    followed = sentence.locator("a.mark.thread")
    expect(followed).to_have_text(HUNG)
    red = tuple(int(thread[at : at + 2], 16) for at in (1, 3, 5))
    expect(followed).to_have_css("color", f"rgb{red}")


def test_a_claim_beside_the_text_marks_its_sentence(watched, filled: Store) -> None:
    (reports, _) = filled.reports()
    report = next(one for one in reports if one.title.startswith("Lời khai"))
    page = watched.open(f"/reports/{report.id}")
    claim = page.locator(".claim", has_text="37B-013.18").first
    claim.locator("a.cover").click(position={"x": 2, "y": 2})
    expect(page.locator(".sentence.followed")).to_contain_text("bằng xe")
    assert "#s-" in page.url


def test_double_click_expands_the_network_and_z_undoes_it(watched, filled: Store) -> None:
    known = ids(filled)
    page = desk(watched.open(f"/entities/{known['entity']}/network"))
    assert "Xeo Văn Pẩy" not in names(page)
    page.mouse.dblclick(*spot(page, "+84 912 764 330"))
    expect(page).to_have_url(re.compile(r"[?&]with="))
    assert "Xeo Văn Pẩy" in names(page)
    page.keyboard.press("z")
    assert "Xeo Văn Pẩy" not in names(page)


def test_the_address_brings_the_expanded_network_back(watched, filled: Store) -> None:
    known = ids(filled)
    page = desk(watched.open(f"/entities/{known['entity']}/network"))
    page.mouse.dblclick(*spot(page, "+84 912 764 330"))
    expect(page).to_have_url(re.compile(r"[?&]with="))
    page.reload()
    assert "Xeo Văn Pẩy" in names(desk(page))


def test_hidden_entities_leave_and_stay_away_after_a_reload(watched, filled: Store) -> None:
    known = ids(filled)
    page = desk(watched.open(f"/entities/{known['entity']}/network"))
    page.mouse.click(*spot(page, "37B-013.18"))
    page.keyboard.press("h")
    assert "37B-013.18" not in names(page)
    page.reload()
    assert "37B-013.18" not in names(desk(page))


def test_a_line_picked_by_keys_in_the_table_shows_its_quotes(watched, filled: Store) -> None:
    known = ids(filled)
    page = desk(watched.open(f"/entities/{known['entity']}/network"))
    page.keyboard.press("j")
    expect(page.locator("[data-details] .quote").first).to_be_visible()
    expect(page.locator('tr[aria-selected="true"]')).to_have_count(1)


def test_confirmed_in_the_inbox_turns_solid_and_rejected_goes(watched, filled: Store) -> None:
    known = ids(filled)
    page = watched.open("/inbox?kind=RECRUITED")
    page.keyboard.press("j")
    page.keyboard.press("c")
    expect(page.locator(".item.judged")).to_contain_text("confirmed")
    network = f"/entities/{known['entity']}/network"
    page = desk(watched.open(network))
    lines = {edge["kind"]: edge["dashes"] for edge in edges(page)}
    assert lines["RECRUITED"] is False
    assert lines["USES_VEHICLE"] != lines["RECRUITED"]

    page = watched.open("/inbox?kind=USES_VEHICLE")
    page.keyboard.press("r")
    page.keyboard.type("wrong plate")
    page.keyboard.press("Enter")
    expect(page.locator(".item.judged")).to_contain_text("wrong plate")
    page = desk(watched.open(network))
    assert "USES_VEHICLE" not in {edge["kind"] for edge in edges(page)}


def test_z_takes_the_last_verdict_back(watched, filled: Store) -> None:
    known = ids(filled)
    page = watched.open("/inbox?kind=RECRUITED")
    page.keyboard.press("c")
    expect(page.locator(".item.judged")).to_contain_text("confirmed")
    page.keyboard.press("z")
    expect(page.locator(".item")).to_contain_text("read by machine")
    assert filled.connection(known["connection"]).status == "machine"


def test_a_verdict_beside_the_network_shows_there_at_once(watched, filled: Store) -> None:
    known = ids(filled)
    page = desk(watched.open(f"/entities/{known['entity']}/network?select={known['connection']}"))
    page.locator("[data-details] button[value=confirmed]").click()
    page.wait_for_function(
        """(id) => document.querySelector('[data-desk]').picture.body.data.edges.get(id)
             .dashes === false""",
        arg=known["connection"],
    )


def test_an_upload_shows_its_progress_and_its_result(watched, store: Store, tmp_path: Path) -> None:
    good = tmp_path / "khai.txt"
    good.write_text("Nguyễn Văn Hùng dùng số 0912.764.330.", encoding="utf-8")
    bad = tmp_path / "trống.pdf"
    bad.write_bytes(b"")
    page = watched.open("/uploads")
    page.set_input_files("#files", [good, bad])
    expect(page.locator("[data-list]")).to_contain_text("trống.pdf")
    page.get_by_role("button", name="Read these reports").click()
    page.wait_for_url(re.compile(r"/jobs/"))
    expect(page.locator("#progress")).to_have_attribute("data-state", "done", timeout=120_000)
    expect(page.locator("tr", has_text="khai.txt")).to_contain_text("read")
    expect(page.locator("tr", has_text="trống.pdf")).to_contain_text("failed")


def test_pages_that_only_show_work_without_script(browser, served, filled: Store) -> None:
    known = ids(filled)
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    page.goto(served + "/")
    page.fill("#seek", "hung")
    page.press("#seek", "Enter")
    page.locator(".hits a.chip", has_text=HUNG).first.click()
    expect(page.locator("h1")).to_have_text(HUNG)
    page.goto(served + f"/connections/{known['connection']}")
    page.locator(".quote a.say").first.click()
    expect(page.locator(".sentence.followed")).to_be_in_viewport()
    context.close()

"""Pictures of the demo's pages, for the README: ``python -m demo.screenshots [ADDRESS]``.

The demo must be served already (``make demo``); one connection in it is confirmed by the way.
Chromium is the system's own.
"""

import sys
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, sync_playwright

FOLDER = Path(__file__).parent.parent / "docs" / "screenshots"
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
WIDE, PHONE = {"width": 1366, "height": 820}, {"width": 390, "height": 800}


def main() -> None:
    """Take every picture."""
    address = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8600"
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport=WIDE)
        page.set_default_timeout(90_000)
        page.goto(f"{address}/")
        _keep(page, "start")
        page.goto(f"{address}/search?q=hung")
        _keep(page, "search")
        _entity(page, address, "Trần Thị Liên", "entity")
        page.locator("a[href*='/reports/'][href*='start=']").first.click()
        page.wait_for_load_state("networkidle")
        _keep(page, "report")
        _entity(page, address, "Cụt Văn Phay", "")
        _network(page, page.url.split("?")[0].rstrip("/") + "/network?depth=2", "network")
        page.goto(f"{address}/inbox")
        _keep(page, "inbox")
        page.goto(f"{address}/identities")
        page.locator("li.item a.button").first.click()
        page.wait_for_load_state("networkidle")
        _keep(page, "identities")
        _confirmed(page, address)
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size(PHONE)
        page.goto(f"{address}/search?q=hung")
        _keep(page, "phone-dark")
        browser.close()


def _network(page: Page, address: str, picture: str) -> None:
    page.goto(address)
    page.wait_for_selector('[data-desk][data-ready="yes"]')
    page.wait_for_timeout(600)
    _keep(page, picture)


def _confirmed(page: Page, address: str) -> None:
    """Confirm a connection in the inbox, then picture it where it turned solid."""
    page.goto(f"{address}/inbox?kind=TRANSPORTED")
    page.keyboard.press("j")
    who = page.locator(".item a[href*='/entities/']").first.get_attribute("href")
    page.keyboard.press("c")
    page.wait_for_selector(".item.judged")
    _network(page, f"{address}{who}/network?depth=1", "confirmed")


def _entity(page: Page, address: str, name: str, picture: str) -> None:
    page.goto(f"{address}/search?q={quote(name)}")
    page.locator(f"a[href*='/entities/']:has-text('{name}')").first.click()
    page.wait_for_load_state("networkidle")
    if picture:
        _keep(page, picture)


def _keep(page: Page, name: str) -> None:
    page.screenshot(path=FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()

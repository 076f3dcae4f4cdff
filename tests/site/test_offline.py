"""The guide without a network: kept by its worker under a sub-path, and opened from a disk."""

from __future__ import annotations

import functools
import http.server
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.helpers import ENGLISH, kept
from tests.site.conftest import SUB_PATH
from tests.site.watching import wait_until
from unslouch.guide import play_address, sheet_address
from unslouch.offline import app, keeping
from unslouch.tools.kept import Cache

SHEET = sheet_address.written(["pigeon-pose_1..4", "chair-squat_1.2"])
PAGES = {
    "": "A guide",
    "routines/": "Routines",
    "exercises/pigeon-pose/?side=left": "Pigeon pose",
    "exercises/chair-squat": "Chair squat",
    "safety/": "Stay safe",
    "routines/short-session/card/index.html": "Short session",
    f"{sheet_address.PATH}{SHEET}": "",
}
BAR = ".us-newer button"


class Server(http.server.SimpleHTTPRequestHandler):
    """Counts what is asked for, and has a network that can be taken away."""

    asked: list[str] = []
    up = True

    def do_GET(self) -> None:
        if not Server.up:
            self.close_connection = True
            return
        Server.asked.append(self.path)
        super().do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site(built, guide, tmp_path_factory) -> Path:
    """A copy of the built site that is kept."""
    folder = Path(shutil.copytree(built, tmp_path_factory.mktemp("kept") / "site")) / SUB_PATH
    for path, data in app.files(guide, Cache(kept())).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    keeping.keep(folder, ENGLISH)
    return folder


@pytest.fixture(scope="module")
def root(site) -> Iterator[str]:
    handler = functools.partial(Server, directory=str(site.parent))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{SUB_PATH}/"
    server.shutdown()


@pytest.fixture
def visitor(own_context: BrowserContext, root: str) -> Iterator[Page]:
    """Somebody who was here once."""
    Server.up = True
    page = own_context.new_page()
    page.goto(root)
    wait_until(page, "navigator.serviceWorker.controller !== null")
    yield page
    Server.up = True


def leave_network(context: BrowserContext) -> None:
    context.set_offline(True)
    Server.up = False  # what the worker itself asks for is no page's request


def test_all_pages_work_without_a_network_after_one_visit(visitor, root):
    said: list[str] = []
    visitor.on("console", lambda message: said.append(message.text))
    visitor.on("pageerror", lambda error: said.append(str(error)))
    leave_network(visitor.context)
    for place, title in PAGES.items():
        answer = visitor.goto(root + place)
        assert answer is None or answer.status == 200, place
        assert title in visitor.title()
        visitor.wait_for_load_state("networkidle")
        broken = (
            "[...document.images].filter((one) => one.src && one.complete && !one.naturalWidth).map(({src}) => src)"
        )
        assert visitor.evaluate(broken) == [], place
    expect(visitor.locator(".own-sheet .rows > li")).to_have_count(2)
    assert visitor.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1
    visitor.goto(f"{root}{play_address.PATH}{SHEET}")
    visitor.get_by_role("button", name="Start").click()
    expect(visitor.locator("#stage .figure img, #stage .figure span").first).to_be_visible()
    visitor.goto(f"{root}exercises/pigeon-pose/")
    visitor.get_by_role("button", name="Watch").click()
    expect(visitor.get_by_role("button", name="Stop")).to_be_visible()
    assert said == []
    visitor.goto(f"{root}exercises/chair-squat/card/chair-squat-a4.pdf")
    expect(visitor.get_by_text(ENGLISH.say("offline_lead"))).to_be_visible()
    assert (
        visitor.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(250, 246, 238)"
    )  # --us-desk
    visitor.get_by_role("link", name=ENGLISH.say("offline_home")).click()
    expect(visitor).to_have_title(re.compile("A guide"))


def test_what_was_asked_for_once_is_kept(visitor, root):
    pdf = f"{root}exercises/chair-squat/card/chair-squat-a4.pdf"
    get = "(place) => fetch(place).then((answer) => answer.blob()).then(({ size }) => size, () => 0)"
    size = visitor.evaluate(get, pdf)
    assert size > 1000
    leave_network(visitor.context)
    assert visitor.evaluate(get, pdf) == size
    assert visitor.evaluate(get, pdf.replace("a4", "letter")) == 0


def test_it_can_be_installed(visitor):
    session = visitor.context.new_cdp_session(visitor)
    told = [error["errorId"] for error in session.send("Page.getInstallabilityErrors")["installabilityErrors"]]
    assert set(told) <= {"in-incognito"}  # which every window of these tests is
    manifest = session.send("Page.getAppManifest")
    assert manifest["url"].endswith(f"/{SUB_PATH}/{app.MANIFEST}")
    assert manifest["errors"] == []


KEPT = "caches.open('unslouch ' + new URL('./', document.querySelector('link[rel=manifest]').href))"


def keys(page: Page) -> list[str]:
    return page.evaluate(f"{KEPT}.then((cache) => cache.keys()).then((all) => all.map(({{ url }}) => url))")


def test_what_is_damaged_or_lost_heals(visitor, root):
    visitor.goto(root)
    damage = """async (cache) => {
      const keys = await cache.keys()
      const of = (name) => keys.find(({ url }) => url.includes(name))
      await cache.put(of("/safety/"), new Response("half a pa", { headers: { "content-type": "text/html" } }))
      await cache.delete(of("/about/"))
    }"""
    whole = keys(visitor)
    visitor.evaluate(f"{KEPT}.then({damage})")
    visitor.goto(f"{root}safety/")
    expect(visitor.locator("h1")).to_contain_text("Stay safe")
    other = visitor.context.new_page()  # the first page in a tab has what is missing fetched
    other.goto(root)
    wait_until(other, f"{KEPT}.then((cache) => cache.keys()).then(({{ length }}) => length === {len(whole)})")
    leave_network(visitor.context)
    other.goto(f"{root}about/")
    expect(other.locator("h1")).to_be_visible()
    other.goto(f"{root}safety/")
    expect(other.locator("h1")).to_contain_text("Stay safe")


def test_a_newer_version_is_offered_and_never_forced(visitor, root, site):
    changed = site / "about/index.html"
    before = changed.read_text()
    try:
        changed.write_text(before.replace("</h1>", " anew</h1>"))
        keeping.keep(site, ENGLISH)
        Server.asked.clear()
        visitor.goto(f"{root}safety/")
        expect(visitor.locator(BAR)).to_be_visible()
        fetched = [path for path in Server.asked if not path.endswith("sw.js")]
        assert fetched == [f"/{SUB_PATH}/about/"]  # nothing that did not change
        visitor.goto(f"{root}about/")
        expect(visitor.locator(BAR)).to_be_visible()
        expect(visitor.locator("h1")).not_to_contain_text("anew")
        count = len(keys(visitor))
        visitor.locator(BAR).click()
        expect(visitor.locator("h1")).to_contain_text("anew")
        expect(visitor.locator(BAR)).to_have_count(0)
        assert len(keys(visitor)) == count - 1  # the old page is gone
    finally:
        changed.write_text(before)
        keeping.keep(site, ENGLISH)


def test_who_switches_it_off_takes_it_away(visitor, root, site):
    kept_by, page = site / keeping.WORKER, site / "about/index.html"
    worker, text = kept_by.read_text(), page.read_text()
    try:
        keeping.leave(site)
        page.write_text(re.sub("<script[^>]*keep.js.*?</script>", "", text))
        visitor.goto(f"{root}safety/")
        wait_until(visitor, "navigator.serviceWorker.getRegistration().then((one) => !one)")
        wait_until(
            visitor, f"{KEPT}.then((cache) => cache.keys()).then(({{ length }}) => length < 20)"
        )  # the open page's
        Server.asked.clear()
        visitor.goto(f"{root}about/")
        assert f"/{SUB_PATH}/about/" in Server.asked
        assert visitor.evaluate("navigator.serviceWorker.controller") is None
    finally:
        kept_by.write_text(worker)
        page.write_text(text)

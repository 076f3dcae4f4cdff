"""A guide whose every text is hostile, in a real browser: everything is clicked, and nothing of it runs.

Two ways in. Files as an author can write them, with all that the format lets through, make a whole site: once without a
policy, so that what slips through would run, and once with it. And models whose texts nobody has checked are put into every
kind of page, links of all kinds among them: what is refused when a file is read is no second time what keeps a page safe.
"""

from __future__ import annotations

import functools
import http.server
import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import markdown
import pytest
from playwright.sync_api import BrowserContext, Error

from tests.helpers import ENGLISH, for_all, stand_ins
from tests.hostile import fields
from tests.hostile import site as hostile
from tests.site.watching import forget
from unslouch.cards import own_sheet
from unslouch.cards.fill import sheets
from unslouch.cards.fit import unmeasured
from unslouch.cards.html import Renderer
from unslouch.content.library import Library
from unslouch.content.load import load
from unslouch.guide import sheet_address
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options, PaperHead
from unslouch.pages.render import Pages
from unslouch.player import build as player
from unslouch.tools.kept import Cache

ATTACK = Path(hostile.__file__).with_name("attack.js").read_text(encoding="utf-8")
ELSEWHERE = "elsewhere.test"
RUN = "javascript:window.__ran('link')"
HIDDEN = ("\x7f", "\ufeff", "\x0b", "\x0c", "\x00", "\x1f", "\x80", "\ud800", "\uffff", "\u200b", "\xad", "\t", "\n")
LINKS = [
    *(f"[a]({RUN[:4]}{one}{RUN[4:]}) [b]({one}{RUN}) [c]({RUN[:10]}{one}{RUN[10:]}) [d]{one}({RUN})" for one in HIDDEN),
    *(
        f"[e]({one}//{ELSEWHERE}/x) [f](/{one}/{ELSEWHERE}/x) [g]({one}data:text/html,<script>1</script>)"
        for one in HIDDEN
    ),
    f'[h]({RUN}) [i](&#106;{RUN[1:]}) <a href="{RUN}">x</a> <{RUN}> [j][k] [k]: {RUN}',
]
TEXT = " ".join([*LINKS, *fields.PAYLOADS])
READ = TEXT.replace("\ud800", "")
"""As a file of UTF-8 can have it."""


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    """The site in both ways, built: ``open`` without a policy, and ``kept``."""

    def make(folder: Path) -> None:
        for content_policy in (False, True):
            built = hostile.site(folder, content_policy=content_policy)
            assert built.returncode == 0, built.stderr[-3000:]

    return for_all(tmp_path_factory, "hostile", make)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def served(place: Path) -> Iterator[str]:
    """Where both are served."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(place)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


class Visitor:
    """Somebody who does everything to a page, and notices what runs and who else is asked."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.ran: list[str] = []
        self.told: list[str] = []
        self.page = self.context.new_page()
        self.page.set_viewport_size({"width": 1280, "height": 800})
        self.page.set_default_timeout(20_000)
        self.page.expose_function("__ran", lambda what: self.ran.append(str(what)))
        self.page.on("request", lambda asked: self.ran.append(asked.url) if ELSEWHERE in asked.url else None)
        self.page.on("dialog", lambda dialog: (self.ran.append(dialog.message), dialog.dismiss()))
        self.page.on("console", lambda one: self.told.append(one.text))

    def attack(self) -> list[str]:
        """Everything at once; what is wrong with the page by then."""
        wrong: list[str] = self.page.evaluate(ATTACK)
        self.page.wait_for_timeout(100)
        return wrong + self.ran

    def answer(self, path: str, body: str) -> None:
        """Have a place of the site say something else."""
        data = body.encode("utf-8", "replace")
        self.context.route(
            f"**/{path}", lambda route: route.fulfill(body=data, content_type="text/html; charset=utf-8")
        )

    def open(self, address: str) -> None:
        """A page from its beginning; a button of the last one may still lead somewhere."""
        for _ in range(10):
            try:
                self.page.goto("about:blank")
                break
            except Error:
                self.page.wait_for_timeout(200)
        self.ran.clear()
        self.page.goto(address)

    def visit(self, address: str) -> list[str]:
        """A page from its beginning."""
        self.open(address)
        return self.attack()


@pytest.fixture
def visitor(context, served) -> Iterator[Visitor]:
    found = Visitor(context)
    yield found
    context.unroute_all()
    forget(found.page, served)


def addresses(folder: Path) -> list[str]:
    """Every page below a folder; of the exercises, all kinds of pages in each round of payloads."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))


def test_every_text_of_the_format_is_attacked():
    """A new key is among them as soon as the schema has it; what is missing here wants a place in ``hostile.documents``."""
    found: dict[str, set[str]] = {}
    for path, data in hostile.documents().items():
        kind = path.removesuffix(".yml") if "/" not in path else path.partition("s/")[0]
        found.setdefault(kind, set()).update(fields.hostile_texts(data))
    for kind in ("exercise", "routine", "safety", "vocabulary"):
        assert fields.texts(kind) - found[kind] == set(), kind


def test_every_payload_stands_in_a_name():
    names = " ".join(data["name"] for path, data in hostile.documents().items() if path.startswith("exercises/"))
    assert [one for one in fields.PAYLOADS if one not in names] == []


SLIPPED = {
    "<img src=x onerror=__ran(1)>": "1",
    "<script>__ran(2)</script>": "2",
    "<svg onload=__ran(3)></svg>": "3",
    "<a href=javascript:__ran(4)>x</a>": "4",
    "<b onclick=__ran(5) tabindex=0>x</b>": "5",
    '<input onfocus="__ran(6)">': "6",
    f"<img src=//{ELSEWHERE}/x>": f"http://{ELSEWHERE}/x",
}
"""What a page would be open to if a text came through as it is, and what is noticed then."""


def test_the_visitor_notices_what_runs(visitor, served):
    for slipped, noticed in SLIPPED.items():
        visitor.answer("slipped", f"<!doctype html><body>{slipped}")
        assert noticed in visitor.visit(f"{served}slipped"), slipped
        assert visitor.visit(f"{served}slipped") != visitor.ran or "<svg" not in slipped


def test_nothing_on_any_page_of_the_site_runs(visitor, place, served):
    wrong = {}
    for path in addresses(place / "open"):
        if told := visitor.visit(f"{served}open/{path}"):
            wrong[path] = told
    assert wrong == {}


def test_nothing_runs_in_what_scripts_show(visitor, place, served):
    """The search, the own sheet and its address, filters, the player, the week: made in the browser from data."""
    visitor.open(f"{served}open/index.html")
    query = visitor.page.locator("input[name=query]")
    query.click()
    query.press_sequentially("onerror")
    visitor.page.locator(".md-search-result__item").first.wait_for()
    assert visitor.attack() == []
    assert visitor.visit(f"{served}open/exercises/index.html") == []

    texts = {letter: TEXT[:most] for letter, most in sheet_address.LETTERS.items()}
    note = texts.pop("k")
    items = [f"e{number}_2.3" for number in range(3)]
    address = sheet_address.written(items, {**texts, "k1": note, "r": "<img src=x onerror=__ran(9)>"})
    for lie in (
        address,
        address.replace("c=", "c=x"),
        address.replace("_2.3", "_<b>"),
        "#v=1&x=e0_2.3&n=<b onclick=__ran(8)>",
    ):
        assert visitor.visit(f"{served}open/sheet/index.html{lie}") == []
        assert visitor.visit(f"{served}open/play/index.html{lie}") == []

    visitor.open(f"{served}open/play/index.html{sheet_address.written(items)}")
    visitor.page.click("button[name=start]")
    for _ in range(6):
        visitor.page.wait_for_timeout(200)
        assert visitor.attack() == []

    ticked = {"id": "x", "day": "2026-11-02", "routine": "r0", "name": note[:100], "minutes": 5}
    journal = json.dumps({"app": "unslouch-journal", "version": 1, "plan": None, "entries": [ticked]})
    visitor.page.evaluate("text => localStorage.setItem('unslouch-journal', text)", journal)
    assert visitor.visit(f"{served}open/week/index.html") == []


@pytest.mark.parametrize(
    ("way", "path", "runs"),
    [
        ("open", "exercises/e0/index.html", True),
        ("kept", "exercises/e0/index.html", False),
        ("kept", "404.html", False),
        *(
            (way, path, False)
            for way in ("open", "kept")
            for path in ("sheet/index.html", "play/index.html", "routines/r0/card/index.html")
        ),
    ],
)
def test_the_policy_keeps_what_slips_through_from_running(visitor, place, served, way, path, runs):
    """The same page with the same holes: without a policy all of them run. Cards, sheet and player always have one."""
    text = (place / way / path).read_text(encoding="utf-8")
    assert "</body>" in text
    visitor.answer(f"{way}/{path}", text.replace("</body>", f"{''.join(SLIPPED)}</body>", 1))
    visitor.visit(f"{served}{way}/{path}")
    noticed = set(visitor.ran) - {
        f"http://{ELSEWHERE}/x"
    }  # asked for, and refused by the policy before anybody hears of it
    assert noticed == ({str(number) for number in range(1, 7)} if runs else set())


def test_every_page_is_under_the_policy_and_keeps_to_it(visitor, place, served):
    for path in addresses(place / "kept"):
        text = (place / "kept" / path).read_text(encoding="utf-8")
        assert text.count('http-equiv="Content-Security-Policy"') == 1, path
        assert "unsafe-eval" not in text
        assert "script-src 'self' 'unsafe-inline'" not in text
    for path in ("index.html", "exercises/e1/index.html", "sheet/index.html", "play/index.html", "week/index.html"):
        assert visitor.visit(f"{served}kept/{path}") == []
    assert [one for one in visitor.told if "Content Security Policy" in one] == []


# Models that nobody has checked


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, str]:
    """Every kind of page as HTML, of an exercise and a routine whose texts were never read."""
    folder = tmp_path_factory.mktemp("hostile")
    hostile.write(folder / "content")
    library = load(folder / "content", cache=Cache(None)).library
    assert library
    exercise = fields.spoiled(library.exercises["e0"], READ).named("e0")
    routine = fields.spoiled(library.routines["r0"], READ).named("r0")
    spoiled = Library(library.exercises | {"e0": exercise}, {"r0": routine}, fields.spoiled(library.safety, READ))
    options = Options(cards="all", name=READ, licence=READ, review_return=READ, site_url="https://example.org/")
    options = replace(options, paper_head=PaperHead(name=READ, contact=READ))
    guide = Guide(spoiled, ENGLISH, pictures=stand_ins(spoiled), options=options)
    renderer = Renderer.of(guide)
    made = {"sheet": own_sheet.page(guide, renderer), "player": player.page(guide)}
    made["row"] = "".join(own_sheet.details(guide, renderer, exercise)["rows"].values())
    for sheet in sheets(guide):
        if sheet.folder.endswith(("/e0", "/r0")):
            made[f"card of {sheet.kind}"] = renderer.card(sheet, unmeasured(sheet.row_count))
            short = replace(unmeasured(sheet.row_count))
            made[f"large card of {sheet.kind}"] = renderer.card(sheet, short, large=True)
    wanted = (
        "safety.md",
        "exercises/e0.md",
        "routines/r0.md",
        "exercises/index.md",
        "routines/index.md",
        "week/index.md",
    )
    for path, source in Pages(guide).render().items():
        if path in wanted:
            _, _, body = source.split("---\n", 2)
            made[path] = markdown.markdown(body, extensions=hostile.NAMES)
    return made


def test_nothing_runs_of_what_nobody_has_checked(pages, visitor, served):
    wrong = {}
    visitor.context.route("**/*", lambda route: route.fulfill(status=204, body=""))  # but for what comes after
    for number, (kind, body) in enumerate(pages.items()):
        visitor.answer(f"one/two/{number}/", body)
        if told := visitor.visit(f"{served}one/two/{number}/"):
            wrong[kind] = told
    assert wrong == {}
    assert len(pages) >= 13

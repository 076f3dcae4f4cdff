"""A guide whose every text is hostile, in a real browser: every link is clicked, and nothing of it runs."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any

import markdown
import pytest
import yaml

from tests.helpers import ENGLISH, FIXTURE, fixture_library
from unslouch.cards import own_sheet
from unslouch.cards.fill import of_exercise, of_routine
from unslouch.cards.fit import unmeasured
from unslouch.cards.html import Renderer
from unslouch.content.inline import parse
from unslouch.content.library import Library
from unslouch.content.statement import Statement
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options
from unslouch.pages.render import Pages
from unslouch.player import build as player

PLACE = "http://guide.test/one/two/three/"
ELSEWHERE = "elsewhere.test"
EXTENSIONS: list[str] = [
    next(iter(one)) if isinstance(one, dict) else one
    for one in yaml.load((FIXTURE / "mkdocs.yml").read_text().replace("!ENV", ""), yaml.SafeLoader)[
        "markdown_extensions"
    ]
]
RUN = "javascript:window.__ran('link')"
HIDDEN = ("\x7f", "\ufeff", "\x0b", "\x0c", "\x00", "\x1f", "\x80", "\ud800", "\uffff", "\u200b", "\xad", "\t", "\n")
HOSTILE = [
    *(f"[a]({RUN[:4]}{one}{RUN[4:]}) [b]({one}{RUN}) [c]({RUN[:10]}{one}{RUN[10:]}) [d]{one}({RUN})" for one in HIDDEN),
    *(
        f"[e]({one}//{ELSEWHERE}/x) [f](/{one}/{ELSEWHERE}/x) [g]({one}data:text/html,<script>1</script>)"
        for one in HIDDEN
    ),
    f'[h]({RUN}) [i](&#106;{RUN[1:]}) <a href="{RUN}">x</a> <{RUN}> [j][k] [k]: {RUN}',
    "<img src=x onerror=window.__ran('tag')> <script>window.__ran('script')</script> {: onclick=window.__ran('list') }",
    "</script></title></style><script>window.__ran('end')</script> \" onfocus=window.__ran('quote') autofocus x=\"",
]
TEXT = " ".join(HOSTILE)


def spoiled(thing: Any, **more: Any) -> Any:
    """A model with hostile words in every text that can hold any, unchecked; ``more`` takes its own."""
    update: dict[str, Any] = {}
    for name, value in thing:
        if name in ("name", "goal", "title"):
            update[name] = TEXT
        elif name == "id":
            update[name] = "page"
        elif name in ("aliases", "areas"):
            update[name] = (TEXT,)
        elif name in ("summary", "notes", "breathing", "feel", "easier", "harder", "action", "text", "sources_note"):
            update[name] = parse(TEXT)
        elif name in ("mistakes", "cautions", "signs", "stop_rule", "reasons"):
            update[name] = (Statement(parse(TEXT), ("page",), parse(TEXT)),)
        elif name in ("card", "disclaimer", "clinical_review", "card_line", "line"):
            update[name] = parse(f"{TEXT} {{emergency_number}} {{side}}")
        elif name in ("steps", "blocks", "sources"):
            update[name] = tuple(spoiled(one) for one in value)
    return thing.model_copy(update=update | more)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Every kind of page as HTML."""
    library = fixture_library()
    id = library.routines["desk-break"].blocks[0].exercises[0].exercise
    unit = library.exercises[id].dose.model_copy(update={"unit": TEXT})
    exercise = spoiled(library.exercises[id], dose=unit).named(id)
    routine = spoiled(library.routines["desk-break"]).named("desk-break")
    flags = library.safety.red_flags
    spoiled_flags = flags.model_copy(update={"emergency": spoiled(flags.emergency), "soon": spoiled(flags.soon)})
    asked = spoiled(library.safety.ask_first)
    number = f"[999]({RUN}) {TEXT}"
    safety = spoiled(library.safety, red_flags=spoiled_flags, ask_first=asked, emergency_number=number)
    hostile = Library(library.exercises | {id: exercise}, {"desk-break": routine}, safety)
    guide = Guide(hostile, ENGLISH, options=Options(cards="all", name=TEXT, licence=TEXT))
    renderer = Renderer.of(guide)
    rows = own_sheet.details(guide, renderer, exercise)["rows"]
    made = {"sheet": own_sheet.page(guide, renderer), "row": "".join(rows.values()), "player": player.page(guide)}
    for sheet in (of_exercise(guide, exercise), of_routine(guide, routine)):
        made[f"card of {sheet.kind}"] = renderer.card(sheet, unmeasured(sheet.row_count))
    for path, source in Pages(guide).render().items():
        if path in ("safety.md", f"exercises/{id}.md", "routines/desk-break.md", "exercises/index.md"):
            _, _, body = source.split("---\n", 2)
            made[path] = markdown.markdown(body, extensions=EXTENSIONS)
    return made


@pytest.fixture
def visitor(chromium) -> Iterator[Any]:
    """Opens HTML and clicks every link of it; gives what ran, and whom it asked elsewhere."""
    context = chromium.new_context()
    ran: list[str] = []
    page = context.new_page()
    page.expose_function("__ran", lambda what: ran.append(what))
    page.on("request", lambda request: ran.append(request.url) if ELSEWHERE in request.url else None)

    def visit(body: str) -> tuple[int, list[str]]:
        def answer(route):
            if route.request.url == PLACE:
                return route.fulfill(body=body.encode("utf-8", "replace"), content_type="text/html; charset=utf-8")
            return route.fulfill(status=204)

        page.unroute_all()
        page.route("**/*", answer)
        page.goto(PLACE)
        links = page.locator("a[href]")
        for index in range(count := links.count()):
            links.nth(index).dispatch_event("click")
            page.wait_for_timeout(20)
        page.wait_for_timeout(500)
        return count, ran

    yield visit
    context.close()


def test_the_visitor_notices_what_runs(visitor):
    assert visitor(f'<a href="{html.escape(RUN)}">x</a>')[1] == ["link"]
    assert visitor(f'<a href="//{ELSEWHERE}/x">x</a>')[1] == ["link", f"http://{ELSEWHERE}/x"]


@pytest.mark.parametrize(
    "kind",
    [
        "safety.md",
        "exercises/index.md",
        "exercises/donkey-kick.md",
        "routines/desk-break.md",
        "card of exercise",
        "card of routine",
        "sheet",
        "row",
        "player",
    ],
)
def test_nothing_runs_whatever_is_clicked(pages, visitor, kind):
    count, ran = visitor(pages[kind])
    assert count > 0 or kind in ("card of exercise", "row")
    assert ran == []

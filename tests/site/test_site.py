"""The built site in a real browser, under a sub-path as on GitHub Pages."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from playwright.sync_api import Page, expect

from tests.site.conftest import SUB_PATH


def test_filters(page: Page, address, library):
    strong = [one for one in library.exercises.values() if one.category == "strengthening"]
    assert 0 < len(strong) < len(library.exercises)
    page.goto(address + "exercises/")
    cards = page.locator(".us-rows > *:visible")
    expect(cards).to_have_count(len(library.exercises))
    page.locator(".us-filters summary").click()
    page.select_option("select[name=category]", "strengthening")
    page.wait_for_url("**category=strengthening*")
    expect(cards).to_have_count(len(strong))
    page.go_back()
    expect(cards).to_have_count(len(library.exercises))
    page.goto(address + "exercises/?category=strengthening")
    expect(cards).to_have_count(len(strong))


def test_side_switch(page: Page, address):
    page.goto(address + "exercises/crossed-stretch/")
    words = page.locator(".us-side[data-us-side=side]").first
    expect(words).to_have_text("right")
    page.get_by_role("radio", name=re.compile("left", re.IGNORECASE)).check(force=True)
    expect(words).to_have_text("left")
    expect(page.locator(".us-side[data-us-side=other_side]").first).to_have_text("right")
    page.goto(address + "exercises/crossed-stretch/?side=left")
    expect(page.locator(".us-side[data-us-side=side]").first).to_have_text("left")


def test_nothing_scrolls_sideways(page: Page, address):
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 780})
        for path in ("", "exercises/", "exercises/crossed-stretch/", "routines/", "routines/plan/", "safety/"):
            page.goto(address + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
            expect(page.locator("h1")).to_have_count(1)


def test_everything_is_there_without_javascript(silent: Page, address, library):
    page = silent
    page.goto(address + "exercises/")
    expect(page.locator(".us-rows > *:visible")).to_have_count(len(library.exercises))
    expect(page.locator("select[name=category]:visible")).to_have_count(0)
    page.goto(address + "exercises/crossed-stretch/")
    expect(page.locator(".us-side:visible").first).to_have_text("right")
    expect(page.get_by_role("radio").locator("visible=true")).to_have_count(0)


def test_home_leads_to_every_routine_in_one_tap(page: Page, address, built):
    page.goto(address)
    links = set(page.eval_on_selector_all("main a[href]", "all => all.map(a => new URL(a.href).pathname)"))
    for folder in (built / SUB_PATH / "routines").iterdir():
        if folder.is_dir():
            assert f"/{SUB_PATH}/routines/{folder.name}/" in links


class _Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            self.ids.add(values["id"])
        for name in ("href", "src"):
            if values.get(name):
                self.links.append(values[name])


def test_internal_links_resolve_under_the_sub_path(built):
    root = f"http://host/{SUB_PATH}/"
    pages = {}
    for file in (built / SUB_PATH).rglob("*.html"):
        parser = _Links()
        parser.feed(file.read_text(encoding="utf-8"))
        pages[file] = parser
    assert len(pages) > 20
    broken = []
    for file, parser in pages.items():
        base = root + file.relative_to(built / SUB_PATH).as_posix().removesuffix("index.html")
        for link in parser.links:
            whole, fragment = urldefrag(urljoin(base, link).replace("http://127.0.0.1/", "http://host/"))
            if urlsplit(whole).netloc != "host":
                continue
            path = unquote(urlsplit(whole).path)
            target = built / path.lstrip("/")
            target = target / "index.html" if path.endswith("/") else target
            if (
                not path.startswith(f"/{SUB_PATH}/")
                or not target.is_file()
                or (fragment and "=" not in fragment and target in pages and fragment not in pages[target].ids)
            ):
                broken.append((file.name, link))
    assert broken == []


def test_pictures_and_words_change_sides_together(page: Page, address):
    page.goto(address + "exercises/side-squat/?side=left")
    shown = page.locator(".us-step__picture:visible")
    expect(shown.first).to_have_class(re.compile("us-mirrored"))
    assert all("us-mirrored" in one.get_attribute("class") for one in shown.all())
    assert any("left" in one.get_attribute("alt") for one in shown.all())


def test_fonts_are_there_and_shared_by_pages_and_cards(page: Page, address, built):
    fonts = [path.read_bytes() for path in built.rglob("*.woff2")]
    assert len(fonts) == len(set(fonts))
    asked: dict[str, set[str]] = {}
    for path, family in (("about/", "Source Sans 3"), ("routines/desk-break/card/", "Card Sans")):
        asked[path] = set()
        page.on("request", lambda request, urls=asked[path]: urls.add(request.url))
        page.goto(address + path)
        loaded = page.evaluate(
            "document.fonts.ready.then(all => [...all].filter(one => one.status == 'loaded').map(one => one.family))"
        )
        assert family in {name.strip('"') for name in loaded}
    used = [{url for url in urls if url.endswith("latin-wght-normal.woff2")} for urls in asked.values()]
    assert len(set.union(*used)) == 1


def test_the_first_words_of_home_are_read_on_paper(page: Page, address):
    page.goto(address)
    page.emulate_media(media="print")
    colours = page.locator(".site-home > :is(h1, h1 + p)").evaluate_all(
        "all => all.map((one) => getComputedStyle(one).color)"
    )
    assert set(colours) == {"rgb(0, 0, 0)"}


def test_every_page_has_a_policy_and_no_script_of_a_text_runs(context, address, built):
    pages = [*built.rglob("*.html")]
    assert [page for page in pages if page.read_text("utf-8").count('http-equiv="Content-Security-Policy"') != 1] == []
    page = context.new_page()  # which is not watched: what is refused is told
    slipped = "<img src=x onerror=\"document.title='ran'\"><script>document.title='ran'</script>"
    text = (built / "guide/index.html").read_text("utf-8").replace("<h1", f"{slipped}<h1", 1)
    assert slipped in text
    page.route(address, lambda route: route.fulfill(body=text, content_type="text/html"))
    page.goto(address)
    page.wait_for_timeout(300)
    assert "ran" not in page.title()
    page.close()

"""What a page may run and fetch. ``tests/site`` has browsers keep to it on every page."""

from __future__ import annotations

import base64
import hashlib

import pytest

from unslouch.guide.policy import refused, under, without

HEAD = '<!doctype html><html><head>\n<meta charset="utf-8">\n<title>x</title>'
THEMES = "<script>themes(1)</script>"


def allowed(page: str) -> set[str]:
    """The hashes that a page's policy names."""
    policy = page.split('http-equiv="Content-Security-Policy" content="', 1)[1].partition('"')[0]
    scripts = next(one for one in policy.split("; ") if one.startswith("script-src "))
    return {one for one in scripts.split() if one.startswith("'sha256-")}


def hash_of(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_the_policy_stands_before_anything_that_is_fetched():
    page = under(f"{HEAD}</head><body></body></html>")
    assert page.index("Content-Security-Policy") < page.index("<title>")
    assert "default-src 'none'; script-src 'self'; " in page


def test_scripts_of_the_theme_run_and_those_of_a_text_do_not():
    content = "<p>Lift.</p><script>hers(1)</script>"
    page = under(f"{HEAD}{THEMES}</head><body>{content}<script type=module>more(2)</script></body></html>", content)
    assert allowed(page) == {hash_of("themes(1)"), hash_of("more(2)")}


def test_a_script_that_a_text_has_in_common_with_the_theme_is_the_texts():
    assert allowed(under(f"{HEAD}{THEMES}</head><body>{THEMES}</body></html>", THEMES)) == set()


@pytest.mark.parametrize(
    "harmless",
    [
        '<script src="a.js"></script>',
        '<script type="application/json">{"a": 1}</script>',
        '<script id="x" type="application/ld+json">{"a": 1}</script>',
        "<script></script>",
    ],
)
def test_files_and_data_need_no_hash(harmless):
    assert allowed(under(f"{HEAD}{harmless}</head>")) == set()


def test_a_page_from_a_disk_has_no_policy():
    page = f"{HEAD}{THEMES}</head><body></body></html>"
    assert without(under(page)) == page


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("<p>Lift your knee. on the floor = good</p><a href='https://x.test'>a</a>", []),
        ('<script type="application/ld+json">{}</script><img src="figures/a.svg" alt="onload=1">', []),
        ("<script>a()</script>", ["a script within the page"]),
        ('<script src="https://x.test/a.js"></script>', ["a script within the page"]),
        ("<p onclick='a()'>x</p>", ["a script in an attribute"]),
        ('<iframe src="https://x.test"></iframe>', ["a frame"]),
        ('<img alt="" src="https://x.test/a.png">', ["a picture, sound or film from another site"]),
        ('<video><source src="//x.test/a.mp4"></video>', ["a picture, sound or film from another site"]),
    ],
)
def test_what_a_text_may_not_is_told(content, told):
    assert refused(content) == told

"""An author's text can hold emphasis, strong and links, and nothing else comes alive."""

import re
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from tests.helpers import often
from unslouch.content import inline

EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "fenced_code",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
]
"""Ours, and those that sites commonly add."""


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def _read(source: str) -> _Elements:
    elements = _Elements()
    elements.feed(markdown.markdown(source, extensions=EXTENSIONS))
    elements.close()
    return elements


PLACES = {
    "a paragraph": ("{}\n", ["p"]),
    "an item": ("- {}\n", ["ul", "li"]),
    "a step": ("1. {}\n", ["ol", "li"]),
    "a heading": ("# {}\n", ["h1"]),
    "a fact": ("- **Fact:** {}\n  {{ .us-wide }}\n", ["ul", "li", "strong"]),
    "a wrapped item": ('<div class="us" markdown>\n\n- {}\n\n</div>\n', ["div", "ul", "li"]),
    "a wrapped heading": ('<div class="us" markdown>\n\n## {}\n\n</div>\n', ["div", "h2"]),
    "a span": ('<p class="us" markdown="span">{}</p>\n', ["p"]),
    "a card": (
        '<ul class="us" markdown>\n<li class="us" markdown="block">\n'
        '<p class="us" markdown="span">[{}](x.md)</p>\n</li>\n</ul>\n',
        ["ul", "li", "p", "a"],
    ),
}

NASTY = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- -->",
    "<b>bold</b>",
    "&lt;b&gt;",
    "&colon;",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "{# note #}",
    "{: onclick=alert(1) }",
    "{ .class onclick=alert(1) }",
    "{side}",
    "`code`",
    "``` ",
    "# heading",
    "## ",
    "- item",
    "1. item",
    "> quote",
    "=== ",
    "---",
    "***",
    "~~~",
    "!!! note",
    "??? note",
    "| a | b |",
    "[^1]",
    "[x]: http://example.org",
    "[x][y]",
    "![alt](http://example.org/x.png)",
    "[x](<javascript:alert(1)>)",
    "*[HTML]: x",
    ": definition",
    "\\",
    "\\*",
    "http://example.org",
    "a@example.org",
    ":smile:",
    "*",
    "**",
    "_",
    "__init__",
    "\x02klzzwxh:0000\x03",
    "\x02amp\x03",
    "\n\n",
    "\n    ",
    "\t",
    "  \n",
]


def _refused(written: str) -> bool:
    try:
        inline.check_links(written)
    except PydanticCustomError:
        return True
    return False


_WRITTEN = st.lists(st.sampled_from(NASTY) | st.text(max_size=10), max_size=6).map("".join).map(str.strip).filter(bool)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("nasty", [nasty for nasty in NASTY if nasty.strip()])
def test_what_is_typed_is_what_is_read(nasty: str, place: str) -> None:
    pattern, frame = PLACES[place]
    elements = _read(pattern.format(inline.literal(nasty)))
    assert [tag for tag, _ in elements.found] == frame
    assert not any(name.startswith("on") for _, attributes in elements.found for name in attributes)
    shown = " ".join(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", nasty).split())
    assert shown in " ".join(elements.words.split())


@pytest.mark.parametrize("place", PLACES)
@often(1.5)
@given(_WRITTEN)
@example("[*a](b)*")
@example("*[a*](b)")
@example("[a](b`c) `")
@example("[a](http://x/_y_)_")
def test_no_text_makes_anything_but_emphasis_and_links(place: str, written: str) -> None:
    if _refused(written):
        return
    pattern, frame = PLACES[place]
    if place == "a card":
        frame = frame[:-1]
        pattern = pattern.replace("[{}](x.md)", "{}")
    source = inline.markdown(written)
    assert not re.search(r"\{[{%#:]", source)
    elements = _read(pattern.format(source))
    tags = [tag for tag, _ in elements.found]
    assert tags[: len(frame)] == frame or (not source and set(tags) <= set(frame) | {"p"})
    for tag, attributes in elements.found[len(frame) :]:
        assert tag in ("em", "strong", "a"), (tag, source)
        assert set(attributes) <= {"href"}
        if tag == "a":
            assert not re.match(r"\s*(?!https?:|mailto:)[a-z][a-z0-9+.-]*:", attributes["href"] or "", re.IGNORECASE)


@pytest.mark.parametrize("place", PLACES)
@often(1.5)
@given(_WRITTEN)
def test_no_name_makes_anything(place: str, written: str) -> None:
    pattern, frame = PLACES[place]
    name = inline.literal(written)
    if not name:
        return
    elements = _read(pattern.format(name))
    assert [tag for tag, _ in elements.found] == frame
    allowed = {"class", "id", "href"}
    assert all(set(attributes) <= allowed for _, attributes in elements.found)


@often(3)
@given(_WRITTEN)
def test_an_attribute_holds_the_plain_words(written: str) -> None:
    elements = _read(f'<div class="us" markdown>\n\n<span title="{inline.attribute(written)}">x</span>\n\n</div>\n')
    (span,) = [attributes for tag, attributes in elements.found if tag == "span"]
    assert span == {"title": inline.plain(written)}
    assert [tag for tag, _ in elements.found if tag not in ("div", "p", "span")] == []


def test_emphasis_strong_and_links_are_markdown() -> None:
    elements = _read(inline.markdown("*Slowly* and **never** with a jerk: [more](https://example.org/a_b?c=1&d=(2))."))
    assert [tag for tag, _ in elements.found] == ["p", "em", "strong", "a"]
    assert elements.found[-1][1] == {"href": "https://example.org/a_b?c=1&d=%282%29"}


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript&colon;alert(1)",
        "&#106;avascript:alert(1)",
        "java%73cript:alert(1)",
        "%6Aavascript&#58;alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org",
        "/root.md",
        "../../outside.md",
        "..%2F..%2Foutside.md",
    ],
)
def test_a_link_that_nobody_should_follow_is_refused(target: str) -> None:
    with pytest.raises(PydanticCustomError):
        inline.check_links(f"See [this]({target}).")


@pytest.mark.parametrize("target", ["https://example.org", "mailto:a@example.org", "../safety.md", "bridge.md#steps"])
def test_a_link_to_the_web_or_to_a_page_is_welcome(target: str) -> None:
    assert inline.check_links(f"See [this]({target}).")


def test_sides_are_filled_and_other_braces_are_text() -> None:
    filled = inline.markdown("Your {side} knee, not {this}.", lambda name: f"<i>{name}</i>")
    assert filled == "Your <i>side</i> knee, not &#123;this&#125;."
    assert inline.plain("Your {other_side} *knee*, [here](x.md).", lambda name: "left") == "Your left knee, here."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Lift", "ltr"),
        ("ارفع ركبتك", "rtl"),
        ("הרם", "rtl"),
        ("3 × ارفع", "rtl"),
        ("3. Lift ارفع", "ltr"),
        ("1–2", "ltr"),
        ("", "ltr"),
    ],
)
def test_the_direction_of_a_text_is_that_of_its_first_letter(words, expected):
    assert inline.direction(words) == expected

"""An author's text can hold emphasis, strong and links, and nothing else comes alive."""

import re
from html.parser import HTMLParser
from typing import Annotated

import markdown as engine
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from tests.helpers import often
from unslouch.content import inline
from unslouch.content.inline import Blank, Emphasis, Inline, Link, Strong, parse
from unslouch.content.rendering import attribute, html, literal, markdown, plain

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
MARKDOWN = engine.Markdown(extensions=EXTENSIONS)


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.order: list[object] = []
        """Everything as it comes; words in one piece."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.order.append(self.found[-1])

    def handle_endtag(self, tag: str) -> None:
        self.order.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data
        if self.order and isinstance(self.order[-1], list):
            data = self.order.pop()[0] + data
        self.order.append([data])

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def _read(source: str) -> _Elements:
    elements = _Elements()
    elements.feed(MARKDOWN.reset().convert(source))
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


_RAW = st.lists(st.sampled_from(NASTY) | st.text(max_size=10), max_size=6).map("".join)
_WRITTEN = _RAW.map(inline.clean).map(str.strip).filter(bool)
"""As texts come out of a file."""


@pytest.mark.parametrize("nasty", [nasty for nasty in NASTY if nasty.strip()])
def test_what_is_typed_is_what_is_read(nasty: str) -> None:
    shown = " ".join(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", nasty).split())
    for place, (pattern, frame) in PLACES.items():
        elements = _read(pattern.format(literal(inline.clean(nasty))))
        assert [tag for tag, _ in elements.found] == frame, place
        assert not any(name.startswith("on") for _, attributes in elements.found for name in attributes), place
        assert shown in " ".join(elements.words.split()), place


_OF_TEXTS = PLACES | {"a card": (PLACES["a card"][0].replace("[{}](x.md)", "{}"), PLACES["a card"][1][:-1])}
"""A name is inside a card's link, and a text beside it."""


@often(3)
@given(_WRITTEN)
@example("[*a](b)*")
@example("*[a*](b)")
@example("[a](b`c) `")
@example("[a](http://x/_y_)_")
@pytest.mark.whole
def test_no_text_makes_anything_but_emphasis_and_links(written: str) -> None:
    source = markdown(parse(written))
    assert not re.search(r"\{[{%#:]", source)
    for place, (pattern, frame) in _OF_TEXTS.items():
        elements = _read(pattern.format(source))
        tags = [tag for tag, _ in elements.found]
        assert tags[: len(frame)] == frame or (not source and set(tags) <= set(frame) | {"p"}), place
        for tag, attributes in elements.found[len(frame) :]:
            assert tag in ("em", "strong", "a"), (place, tag, source)
            assert set(attributes) <= {"href"}, place
            scheme = r"\s*(?!https?:|mailto:)[a-z][a-z0-9+.-]*:"
            assert tag != "a" or not re.match(scheme, attributes["href"] or "", re.IGNORECASE), place


@often(3)
@given(_WRITTEN)
@pytest.mark.whole
def test_no_name_makes_anything(written: str) -> None:
    name = literal(written)
    if not name:
        return
    for place, (pattern, frame) in PLACES.items():
        elements = _read(pattern.format(name))
        assert [tag for tag, _ in elements.found] == frame, place
        assert all(set(attributes) <= {"class", "id", "href"} for _, attributes in elements.found), place


PARTS = {
    "": Inline(),
    "  Slowly,\n now. ": Inline(["Slowly, now."]),
    "*a* b": Inline([Emphasis(Inline(["a"])), " b"]),
    "__a__ b": Inline([Strong(Inline(["a"])), " b"]),
    "***a***": Inline([Strong(Inline([Emphasis(Inline(["a"]))]))]),
    "***a** b*": Inline([Emphasis(Inline([Strong(Inline(["a"])), " b"]))]),
    "**a *b***": Inline([Strong(Inline(["a ", Emphasis(Inline(["b"]))]))]),
    "**a*b**": Inline([Strong(Inline(["a*b"]))]),
    "*a**b*": Inline([Emphasis(Inline(["a"])), Emphasis(Inline(["b"]))]),
    "snake_case_name, 2 * 3 * 4, *, **b": Inline(["snake_case_name, 2 * 3 * 4, *, **b"]),
    "[*a*](b.md)": Inline([Link(Inline([Emphasis(Inline(["a"]))]), "b.md")]),
    "*[a](b.md)*": Inline([Emphasis(Inline([Link(Inline(["a"]), "b.md")]))]),
    "*[a*](b.md)": Inline(["*", Link(Inline(["a*"]), "b.md")]),
    "[a](javascript:[b](c.md))": Inline(["[a](javascript:[b](c.md))"]),
    "{side} {sides} {emergency_number}": Inline([Blank("side"), " {sides} ", Blank("emergency_number")]),
}


@pytest.mark.parametrize("written", PARTS)
def test_a_text_is_read_into_its_parts(written: str) -> None:
    assert parse(written) == PARTS[written]


def test_blanks_are_found_wherever_they_stand() -> None:
    text = parse("{emergency_number} *{other_side} **{side}*** [{side}](a.md)")
    assert [blank.name for blank in text.blanks()] == ["emergency_number", "other_side", "side", "side"]
    assert text.side() == Blank("other_side")
    assert parse("Call {emergency_number}.").side() is None


def test_no_depth_of_marks_is_too_much() -> None:
    deep = parse("*_" * 500 + "a" + "_*" * 500)
    assert "a" in markdown(deep)
    assert "a" in html(deep)
    assert "a" in plain(deep)


MARKS = ["*", "**", "***", "_", "__", "[a", "](b.md)", "](javascript:x)", "{side}", " ", "a", "-", "1.", "\\", ":", "?"]
_MARKED = _WRITTEN | st.lists(st.sampled_from(MARKS), max_size=14).map("".join).map(str.strip).filter(bool)


@often(3)
@given(_MARKED)
@example("*_a_* b")
@example("**Never** so")
@pytest.mark.whole
def test_markdown_html_and_words_say_the_same(written: str) -> None:
    text = parse(written)
    expected = _Elements()
    expected.feed(html(text))
    expected.close()
    assert expected.words == plain(text)
    for place in PLACES.keys() - {"a card", "a fact"}:
        pattern, frame = PLACES[place]
        made = _read(pattern.format(markdown(text)))
        assert " ".join(made.words.split()) == " ".join(plain(text).split()), place
        if plain(text).strip():
            assert made.found[len(frame) :] == expected.found, place
            assert place != "a paragraph" or made.order == [("p", {}), *expected.order, "p"]


@often(3)
@given(_WRITTEN)
@pytest.mark.whole
def test_an_attribute_holds_the_plain_words(written: str) -> None:
    elements = _read(f'<div class="us" markdown>\n\n<span title="{attribute(written)}">x</span>\n\n</div>\n')
    (span,) = [attributes for tag, attributes in elements.found if tag == "span"]
    assert span == {"title": inline.one_line(written)}
    assert [tag for tag, _ in elements.found if tag not in ("div", "p", "span")] == []


def test_emphasis_strong_and_links_are_markdown() -> None:
    elements = _read(markdown(parse("*Slowly* and **never** with a jerk: [more](https://example.org/a_b?c=1&d=(2)).")))
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
        inline.read(f"See [this]({target}).")


TAKEN_OUT = [
    chr(code) for code in (0, 1, 8, 9, 10, 11, 12, 13, 27, 28, 31, 32, 127, 128, 133, 159, 0xAD, 0x200B, 0x200D)
]
TAKEN_OUT += [chr(code) for code in (0x2028, 0x2060, 0x202E, 0xD800, 0xDFFF, 0xFEFF, 0xFFFE, 0xFFFF)]
HOSTILE = [
    pattern.replace("…", character)
    for character in TAKEN_OUT
    for pattern in (
        "[a](java…script:x)",
        "[a](…javascript:x)",
        "[a](javascript…:x)",
        "[a]…(javascript:x)",
        "[a](…data:text/html,x)",
        "[a](…//example.org)",
        "[a](/…/example.org)",
        "[a]…(//example.org)",
        "[a](\\…\\example.org)",
    )
]
_LIVE = re.compile(r"(?!https?:|mailto:)[a-z][a-z0-9+.-]*:|[/\\]", re.IGNORECASE)


def _as_a_browser_reads(address: str) -> str:
    return re.sub(r"[\t\n\r]", "", address.strip("".join(map(chr, range(33)))))


@pytest.mark.parametrize("read", [inline.clean, str])
@pytest.mark.whole
def test_no_character_that_is_taken_out_brings_a_link_to_life(read) -> None:
    """Whether or not the text was cleaned and checked before."""
    for hostile in HOSTILE:
        elements = _read(markdown(parse(read(hostile))))
        live = [
            a["href"] for tag, a in elements.found if tag == "a" and _LIVE.match(_as_a_browser_reads(a["href"] or ""))
        ]
        assert not live, hostile.encode("unicode_escape")


def test_what_is_checked_is_what_is_shown() -> None:
    """No text passes the check whose links are other ones on the page."""
    for hostile in HOSTILE:
        try:
            inline.read(inline.clean(hostile))
        except PydanticCustomError:
            continue
        assert "](" not in markdown(parse(inline.clean(hostile))), hostile.encode("unicode_escape")


def test_a_link_with_an_invisible_character_is_refused_as_such() -> None:
    with pytest.raises(PydanticCustomError, match="invisible character"):
        inline.read("[this](https://example\u200b.org)")


@pytest.mark.parametrize("target", ["https://example.org", "mailto:a@example.org", "../safety.md", "bridge.md#steps"])
def test_a_link_to_the_web_or_to_a_page_is_welcome(target: str) -> None:
    assert inline.read(f"See [this]({target}).")


def test_sides_are_filled_and_other_braces_are_text() -> None:
    filled = markdown(parse("Your {side} knee, not {this}."), lambda name: f"<i>{name}</i>")
    assert filled == "Your <i>side</i> knee, not &#123;this&#125;."
    assert markdown(parse("Call {emergency_number}."), lambda name: "<i>112</i>") == "Call <i>112</i>."
    assert plain(parse("Your {other_side} *knee*, [here](x.md)."), lambda name: "left") == "Your left knee, here."


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


# To the letter


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Sit down. Lie back!  Now? Rest", ["Sit down.", "Lie back!", "Now?", "Rest"]),
        ("Hold 2.5 kg", ["Hold 2.5 kg"]),
        ("", [""]),
    ],
)
def test_a_text_has_its_sentences(text, parts):
    assert inline.sentences(text) == parts


@pytest.mark.parametrize(("phrase", "told"), [("both sides", "Both sides"), ("aB", "AB"), ("ABC", "ABC"), ("", "")])
def test_a_phrase_begins_with_a_capital(phrase, told):
    assert inline.capital(phrase) == told


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Sore knee? Leave it out. Sure?", "Sore knee"),
        ("Sore knee ？ x", "Sore knee"),
        ("ركبة؟ x", "ركبة"),
        ("Sore knee. ", "Sore knee."),
    ],
)
def test_a_text_asks_at_its_beginning(text, asked):
    assert inline.question(text) == asked


def test_a_text_has_its_length_and_no_white_space_around():
    """What is built once, when the module is read, is built here again."""
    field = TypeAdapter(Annotated[Inline, inline.text_of(5)])
    assert field.validate_python("  *abc*  ") == parse("*abc*")
    assert field.validate_python("a") == parse("a")
    assert field.json_schema() == {"type": "string", "minLength": 1, "maxLength": 5}
    for wrong in ("", "  ", "abcdef", 5, b"abc", None):
        with pytest.raises(ValidationError):
            field.validate_python(wrong)
    with pytest.raises(ValidationError, match="is not a word that is filled in"):
        TypeAdapter(Annotated[Inline, inline.text_of(50)]).validate_python("the {sid}")


def test_the_side_of_a_text_is_found_wherever_it_stands():
    assert parse("Lift **your {side} leg**, not the {other_side}").side() == Blank("side")
    assert parse("Lift the {other_side} leg").side() == Blank("other_side")
    assert parse("Lift").side() is None


HINT = "link to http://…, https://…, mailto:… or another page such as ../safety.md"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "{left}",
            "`{left}` is not a word that is filled in",
            "write `{side}` for the side that works, or `{other_side}`",
        ),
        ("{sid}", "`{sid}` is not a word that is filled in", "write `{side}`"),
        ("{othr_side}", "`{othr_side}` is not a word that is filled in", "write `{other_side}`"),
        (
            "[a](https://x\u200b.test)",
            "there is an invisible character in this link",
            "delete the link's address and type it anew",
        ),
        ("[a](ftp://x.test)", "a link may not use `ftp:`", HINT),
        ("[a](//x.test)", "the link `//x.test` does not start from this page", HINT),
        ("[a](/x.md)", "the link `/x.md` does not start from this page", HINT),
        ("[a](../../x.md)", "the link `../../x.md` leads out of content/", HINT),
        ("[a]()", "this link leads nowhere", HINT),
        ("[a](https://[x)", "`https://[x` is not an address", HINT),
        ("[a](&#104;ttps://x.test&#47;)", "", ""),
        ("[a](java&#115;cript:x)", "a link may not use `javascript:`", HINT),
        ("[a](https:&#10;//x.test)", "", ""),
        ("[a](../x.md)", "", ""),
        ("{sideways}", "", ""),
        ("[a](java&#9;script:x)", "a link may not use `javascript:`", HINT),
    ],
)
def test_what_is_wrong_with_a_text_is_told_to_the_letter(text, message, hint):
    if not message:
        assert isinstance(inline.read(text), Inline)
        return
    with pytest.raises(PydanticCustomError) as told:
        inline.read(text)
    assert told.value.message() == message
    assert (told.value.context or {}).get("hint") == hint


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("***a** b*", "<em><strong>a</strong> b</em>"),
        ("**a*", "**a*"),
        ("****a****", "****a****"),
        ("a * b*", "a * b*"),
        ("a _b*", "a _b*"),
        ("*a**", "<em>a</em>*"),
        ("***a***", "<strong><em>a</em></strong>"),
        ("**a *b** c*", "<strong>a *b</strong> c*"),
        ("__a_b__", "<strong>a_b</strong>"),
        ("*a _b* c_", "<em>a _b</em> c_"),
    ],
)
def test_marks_close_what_they_open(text, told):
    assert html(parse(text)) == told

"""Blocks of HTML in a page: set aside, put back, their links and anchors."""

from __future__ import annotations

from unslouch.pages import blocks

PAGE = """\
# A title

<div class="outer" markdown>

## A heading

<p>Some <em>words</em> and <a href="../one.md?x=1#part">one</a></p>

<ul data-search-exclude="true">
<li id="here">A</li>
</ul>

</div>

<p markdown="span">*Marked*</p>
"""


def test_markdown_keeps_what_is_markdown_and_gets_the_rest_back():
    light, held = blocks.set_aside(PAGE)
    assert "## A heading" in light
    assert '<p markdown="span">*Marked*</p>' in light, "read by md_in_html, as in any engine"
    assert "<div" not in light
    assert "<li" not in light
    assert blocks.put_back(light, held).replace("\n", "") == PAGE.replace(" markdown>", ">").replace("\n", "")


def test_neighbours_stand_for_one():
    light, held = blocks.set_aside("<p>1</p>\n\n<p>2</p>\n\ntext\n\n<p>3</p>\n")
    assert held == [["<p>1</p>", "<p>2</p>"], ["<p>3</p>"]]
    assert light.count("<!--") == 2
    assert blocks.put_back(light, held).split() == ["<p>1</p>", "<p>2</p>", "text", "<p>3</p>"]


def test_inline_tags_begin_no_block():
    text = "<strong>All</strong> of *this*\n"
    assert blocks.set_aside(text) == (text, [])


def test_the_search_is_spared_whole_elements_that_it_leaves_out():
    alone = '<p data-search-exclude="true">1</p>'
    nested = '<div data-search-exclude="true"><div>1</div></div>'
    followed = f"{alone}\n<p>2</p>"
    opened = '<div data-search-exclude="true">'
    assert blocks.not_searched([[alone, nested], [followed, opened, "<p>3</p>"]]) == [alone, nested]


def test_anchors_of_blocks_are_known():
    assert blocks.ids(blocks.set_aside(PAGE)[1]) == {"here"}
    assert blocks.ids([['<p data-id="no" id="yes">1</p>']]) == {"yes"}


def test_links_are_resolved_but_those_that_lead_elsewhere():
    asked: list[str] = []

    def resolve(link: str) -> str:
        asked.append(link)
        return "there/"

    resolved = blocks.addressed(
        '<a href="a.md#b">a</a> <img src="../c.svg"> <a href="#d">d</a> <a href="https://e.org/">e</a> <a href="mailto:f@g.h">f</a>',
        resolve,
    )
    assert asked == ["a.md#b", "../c.svg"]
    assert resolved.count("there/") == 2
    assert '"#d"' in resolved
    assert '"https://e.org/"' in resolved

"""An author's SVG shows and does nothing else."""

from __future__ import annotations

import pytest

from tests.helpers import CONTENT, load_kept
from unslouch.content import active

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
RUNS = [
    "<script>alert(1)</script>",
    "<g><SCRIPT/></g>",
    '<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>',
    '<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="x"/>',
    "<foreignObject><p/></foreignObject>",
    '<rect onclick="x()"/>',
    '<rect ONload="x()"/>',
    '<a href="javascript:x()"><text>x</text></a>',
    '<a xlink:href=" java\tscript:x()"><text>x</text></a>',
    '<a href="data:text/html,x"><text>x</text></a>',
    '<use href="other.svg#x"/>',
    '<use xlink:href="https://x.test/a.svg#x"/>',
    '<use href="data:image/svg+xml;base64,PHN2Zz4="/>',
    '<image href="//x.test/a.png"/>',
    '<image href="data:image/svg+xml,x"/>',
    "<style>@import 'https://x.test/a.css';</style>",
    "<style>g { fill: url(https://x.test/a.svg#b) }</style>",
    r"<style>@\69mport 'x';</style>",
    '<rect style="fill: url( &quot;//x.test/a&quot; )"/>',
    '<rect fill="url(//x.test/a#b)"/>',
    '<animate attributeName="href" to="javascript:x()"/>',
    '<set attributeName="xlink:href" to="javascript:x()"/>',
    '<set attributeName="onclick" to="x()"/>',
    '<g xml:base="https://x.test/"/>',
]
SHOWS = [
    '<rect fill="url(#a)" style="stroke: url(&quot;#b&quot;)" transform="scale(2)"/>',
    "<style>g { fill: url(#a); color: red }</style>",
    '<use href="#a"/>',
    '<image href="data:image/png;base64,AAAA"/>',
    '<a href="https://x.test/one?a=b#c"><text>onclick = x</text></a>',
    '<a href="../safety/"><text>x</text></a>',
    '<animate attributeName="opacity" to="0"/>',
    '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
    "<!-- script -->",
]


def svg(inside: str) -> bytes:
    return f"{HEAD}>\n{inside}\n</svg>".encode()


@pytest.mark.parametrize("inside", RUNS)
def test_what_runs_or_fetches_is_told_at_its_line(inside):
    found = active.first(svg(inside))
    assert found
    assert found[1] == 2


@pytest.mark.parametrize("inside", SHOWS)
def test_what_only_shows_is_let_be(inside):
    assert active.first(svg(inside)) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg",
        b"<html/>",
        b"<svg/>",
        b"\xff\xfe\x00",
        b'<?xml-stylesheet href="https://x.test/a.css"?>' + svg(""),
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("<text>&a;</text>"),
        f'{HEAD} onload="x()"/>'.encode(),
    ],
)
def test_what_is_no_plain_svg_is_told(data):
    assert active.first(data)


@pytest.mark.long
def test_no_guide_has_an_active_picture_wherever_it_is(content):
    assert active.first((CONTENT / "images/crossed.svg").read_bytes()) is None
    (content / "deep").mkdir()
    (content / "deep/logo.SVG").write_bytes(svg('<g>\n  <rect onclick="x()"/></g>'))
    reading = load_kept(content, shown_from=content.parent)
    assert reading.library is None
    (problem,) = reading.errors
    assert (problem.file, problem.line, problem.column) == ("content/deep/logo.SVG", 3, 3)
    assert "`onclick` runs a script" in problem.message
    (content / "deep/logo.SVG").unlink()
    (content / "deep/logo.SVG").symlink_to("/proc/self/mem")
    assert load_kept(content).errors == [], "what is elsewhere is no picture of this guide"

"""What the theme's search finds out of a page of ours, read by an expression, is what it finds out by itself."""

from __future__ import annotations

import pytest
from material.plugins.search.plugin import Parser

from unslouch import quick_search

PAGE = """\
<h1 id="a-title">A title &amp; more</h1>
<p class="us-lead"><strong>Some</strong> <em>words</em>, “quoted” &lt;here&gt;&nbsp;<a class="us-cite" data-search-exclude="true" href="#b">1</a>
and more</p>
<div class="us-columns">
<div>
<h2 id="feel">Feel</h2>
<p>One<br>two <span data-x="it's &quot;so&quot;">three</span></p>
</div>
</div>
<ul data-search-exclude="true">
<li>not <b>this</b></li>
</ul>
<!-- unslouch 3 -->
<pre><code>a
  b</code></pre>
<h2 id="hid&amp;den" data-search-exclude="true">Left out</h2>
<ol>
<li></li>
<li hidden><img alt="" src="x.svg"/></li>
</ol>
<script type="application/ld+json">{"a":"b > c"}</script>
<p>The end</p>
"""


def found(parser: Parser) -> list[tuple[object, ...]]:
    return [(one.id, one.title, one.text, one.is_excluded()) for one in parser.data]


@pytest.mark.parametrize("text", [PAGE, PAGE[PAGE.index("<p") :], "", "words alone", "<p>one</p> after"])
def test_a_page_is_read_as_by_the_search_itself(text: str) -> None:
    quick, usual = quick_search._Parser(), Parser()
    assert quick.takes(text)
    usual.feed(text)
    usual.close()
    assert found(quick) == found(usual)


@pytest.mark.parametrize(
    "text",
    [
        '<h2 id="a">A</h2><script>x.innerHTML = "<p>Hi"</script><p>after</p>',
        "<p>a < b</p>",
        "<p title='a'>b</p>",
        "<P>a</P>",
        '<p title="a > b">c</p>',
        "<p>a"[:2],
    ],
)
def test_what_is_not_as_ours_is_left_to_the_search(text: str) -> None:
    assert not quick_search._Parser().takes(text)

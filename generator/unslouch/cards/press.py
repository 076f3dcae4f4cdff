"""Cards as PDF, by WeasyPrint: measured, tagged (PDF/UA-1), and the same bytes for the same content."""

from __future__ import annotations

import atexit
import hashlib
import logging
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from unslouch.tools import scratch

MILLIMETRES_PER_PIXEL = 25.4 / 96
MARGIN = 10
"""Millimetres on each side of the paper."""
TALL = 2000
"""Millimetres: a page that no card fills which could be printed, to measure on."""
PAPERS = {"a4": "A4", "letter": "Letter"}
END = "card-end"
"""The id of what stands last on a card."""
FIGURES = "assets/figures/"
_OWN_STYLE = re.compile(r"<link rel=\"stylesheet\"[^>]*>|<style id=\"paper\">.*?</style>")
"""What the page links for a browser; the press brings its own."""
NOTHING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" width="1" height="1"/>'


class _Warnings(logging.Filter):
    """Keeps WeasyPrint's warnings, mostly about CSS for browsers, from the console, and its unknown letters in mind."""

    def __init__(self) -> None:
        super().__init__()
        self.letters: dict[str, None] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        if record.args and ".notdef" in record.msg:
            letter = str(record.args[0])  # type: ignore[index]
            if unicodedata.category(letter[0]) != "Cf":  # marks that are meant to be invisible
                self.letters[letter] = None
        return record.levelno >= logging.ERROR


@cache
def _warnings() -> _Warnings:
    """The one listener of this process."""
    listener = _Warnings()
    for name in ("weasyprint", "fontTools"):
        logging.getLogger(name).addFilter(listener)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    return listener


@contextmanager
def _no_date() -> Iterator[None]:
    """Keep the time of making out of embedded fonts, where it would change the bytes; nobody else sees the variable."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


def lost(text: str, data: bytes, *, but: str = "") -> int:
    """How many letters and digits of ``text`` a PDF does not have, ``but`` those left aside.

    An engine that runs out of room may leave words out without a sign, on the right number of
    pages. Counted letter by letter, for a script that runs from right to left is read back in another order.
    """
    import pypdfium2

    found = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data))
    missing = _letters(text) - _letters(found)
    return (missing - Counter(dict.fromkeys(_letters(but), missing.total()))).total()


def _letters(text: str) -> Counter[str]:
    return Counter(letter for letter in unicodedata.normalize("NFKC", text) if letter.isalnum())


class Printed(NamedTuple):
    """A card as PDF."""

    data: bytes
    pages: int
    unknown: str
    """Letters that no font on this machine has; a box stands for each."""


_ASSETS = resources.files("unslouch.cards") / "assets"
_STYLES = ("tokens.css", "card.css")


@cache
def _fonts_and_styles() -> tuple[Any, list[Any]]:
    """The fonts of cards and their styles: read once in a process, for they are the same for every card.

    They go before the process does: WeasyPrint deletes its copies of the fonts with them, which the end of Python is
    too late for.
    """
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    atexit.register(_fonts_and_styles.cache_clear)
    with scratch.for_temporary_files():
        fonts = FontConfiguration()
        return fonts, [weasyprint.CSS(filename=str(_ASSETS / name), font_config=fonts) for name in _STYLES]


class Press:
    """Sets one card, and finds its figures among ``pictures`` (path in the site → SVG)."""

    def __init__(self, pictures: Mapping[str, str]) -> None:
        import weasyprint

        self._warnings = _warnings()
        self._weasyprint = weasyprint
        self._pictures = pictures
        self._fonts, self._own_styles = _fonts_and_styles()

    def height(self, html: str) -> float:
        """Where the card ends, in millimetres below the margin."""
        page = f"@page{{size:210mm {TALL}mm;margin:{MARGIN}mm}}"
        document = self._html(html, drawn=False).render(stylesheets=self._styles(page), font_config=self._fonts)
        (last, end), *_ = ((n, page.anchors[END][1]) for n, page in enumerate(document.pages) if END in page.anchors)
        return last * TALL + end * MILLIMETRES_PER_PIXEL - MARGIN

    def pages(self, html: str) -> int:
        """How many pages of the shorter paper the card takes."""
        page = f"@page{{size:{PAPERS['letter']};margin:{MARGIN}mm}}"
        document = self._html(html, drawn=False).render(stylesheets=self._styles(page), font_config=self._fonts)
        return len(document.pages)

    def pdf(self, html: str, paper: str) -> Printed:
        """The card on ``paper`` (a4, letter)."""
        identifier = hashlib.sha256(html.encode()).digest()[:16]
        options: dict[str, Any] = {"pdf_variant": "pdf/ua-1", "pdf_identifier": identifier}
        page = f"@page{{size:{PAPERS[paper]};margin:{MARGIN}mm}}"
        self._warnings.letters.clear()
        with _no_date():
            document = self._html(html, drawn=True).render(
                stylesheets=self._styles(page), font_config=self._fonts, **options
            )
            data = document.write_pdf(**options)
        return Printed(data, len(document.pages), "".join(self._warnings.letters))

    def text(self, html: str) -> str:
        """All that a card says, without its tools and pictures."""
        (card,) = self._html(html, drawn=False).etree_element.iter("main")
        return " ".join(
            text for part in card.iter() if "svg" not in str(part.tag) for text in (part.text, part.tail) if text
        )

    def plain(self, html: str) -> bytes:
        """A page that brings its own size, as an untagged PDF: on its way to becoming a picture."""
        return self._html(html, drawn=True).write_pdf(stylesheets=self._own_styles, font_config=self._fonts)

    def _styles(self, page: str) -> list[Any]:
        return [*self._own_styles, self._weasyprint.CSS(string=page, font_config=self._fonts)]

    def _html(self, html: str, *, drawn: bool) -> Any:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher, URLFetcherResponse

        pictures = self._pictures

        class Figures(URLFetcher):
            """Gives the card's figures and what stands in it, and nothing else: a card is made from what is here."""

            def fetch(self, url: str, headers: Any = None) -> Any:
                if url.startswith("data:"):
                    return super().fetch(url, headers)
                place = url.find(FIGURES)
                if place < 0:
                    raise ValueError(f"a card has no business at {url}")
                svg = pictures[url[place:]].encode() if drawn else NOTHING
                return URLFetcherResponse(url, svg, {"Content-Type": "image/svg+xml"})

        return HTML(string=_OWN_STYLE.sub("", html), base_url="https://card.invalid/", url_fetcher=Figures())

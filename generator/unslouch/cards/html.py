"""A card as HTML: the same for screen, printer and PDF."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import cache, lru_cache

import jinja2
import segno

from unslouch.cards.fit import CLEAR_PRINT, Fit
from unslouch.cards.press import PAPERS
from unslouch.cards.sheet import EXERCISE, ROUTINE, WEEK, Sheet
from unslouch.content import inline, rendering
from unslouch.content.library import EXERCISES, ROUTINES
from unslouch.content.vocabulary import DAYS
from unslouch.guide import play_address, sheet_address
from unslouch.guide.addresses import ASSETS, MY_WEEK, SAFETY_PAGE
from unslouch.guide.guide import Guide
from unslouch.guide.options import PaperHead
from unslouch.guide.words import Words
from unslouch.tools.templates import environment


@dataclass(frozen=True)
class Renderer:
    """What all cards of a guide have in common."""

    words: Words
    stay_safe: str
    """The stop rule in a line."""
    review: str
    """What the author says of reviews by professionals, for a sheet that a reader puts together."""
    paper: str
    """The paper that the print button means: a4 or letter."""
    directory_urls: bool
    pdfs: bool
    """Whether there are PDFs to offer."""
    guide: str = ""
    """The guide's name."""
    licence: str = ""
    """On what terms texts and pictures may be used, as the foot line says it."""
    letterhead: PaperHead | None = None
    """Whose paper it is."""
    menu: tuple[tuple[str, str], ...] = ()
    """The guide's pages that every page leads to: the place in the site, and the name."""

    @classmethod
    def of(cls, guide: Guide, *, pdfs: bool = True) -> Renderer:
        """What the cards of ``guide`` have in common."""
        safety = guide.library.safety
        return cls(
            guide.words,
            guide.plain(safety.card_line),
            guide.plain(safety.review_line or safety.clinical_review),
            guide.options.paper,
            guide.directory_urls,
            pdfs,
            guide.name,
            rendering.plain(inline.parse(guide.options.licence)),
            guide.options.paper_head,
            menu(guide),
        )

    def card(self, sheet: Sheet, fit: Fit, *, large: bool = False, measured: bool = False) -> str:
        """A card's page. ``measured`` leaves out what grows to fill the paper."""
        depth = 4 if large else 3
        return self.page(
            "card.html.j2",
            sheet=sheet,
            layout=fit.rung.layout,
            style=fit.rung.style(fit.natural),
            small=f"{fit.rung.type:g}" if fit.rung.type < CLEAR_PRINT else "",
            large=large,
            measured=measured,
            root="../" * depth,
            own=sheet_address.PATH,
            play=play_address.PATH,
            back="../" * (depth - 2) + ("" if self.directory_urls else f"../{sheet.id}.html"),
            qr=qr(sheet.url, self.words.say("card_code")) if sheet.url else "",
            pdfs=self._offered(sheet) if self.pdfs else [],
        )

    def pdf_name(self, sheet: Sheet, paper: str, *, large: bool = False) -> str:
        """A PDF's name beside the card's page."""
        return f"{sheet.id}{'-large' if large else ''}-{paper}.pdf"

    def _offered(self, sheet: Sheet) -> list[tuple[str, str]]:
        """Name of each PDF and what it is."""
        return [
            (self.pdf_name(sheet, paper, large=large), self._what(paper, large=large))
            for large in (False, True)
            for paper in PAPERS
        ]

    def _what(self, paper: str, *, large: bool) -> str:
        """``PDF, A4, large print``."""
        named = self.words.say(f"paper_{paper}")
        return self.words.say("card_pdf_in_large" if large else "card_pdf", paper=named)

    def page(self, template: str, **context: object) -> str:
        """A page from its template, with what all cards have in common."""
        common = {
            "say": self.words.say,
            "language": self.words.language,
            "days": [self.words.weekday(day, "narrow") for day in DAYS],
            "weekdays": [self.words.weekday(day, "abbreviated") for day in DAYS],
            "home": "" if self.directory_urls else "index.html",
            "menu": self.menu,
            "letterhead": self.letterhead,
            "stay_safe": self.stay_safe,
            "guide": self.guide,
            "licence": self.licence,
            "review": self.review,
            "paper": self.paper,
        }
        rendered = templates().get_template(template).render(common | context)
        return re.sub(r"\n\s*\n+", "\n", rendered)


def menu(guide: Guide) -> tuple[tuple[str, str], ...]:
    """What the menu of pages beside the theme leads to: what one does first, as the guide's own."""
    say = guide.words.say
    return (
        (_listed(guide, f"{ROUTINES}/index.md"), say("routines")),
        (_listed(guide, f"{EXERCISES}/index.md"), say("exercises")),
        *([(sheet_address.PATH, say("menu_sheet"))] if guide.cards else []),
        (MY_WEEK, say("journal_page")),
        (_listed(guide, SAFETY_PAGE), say("menu_safety")),
    )


def _listed(guide: Guide, path: str) -> str:
    """The place of a page, with its file's name where the address of a folder is not enough."""
    place = guide.place(path)
    return f"{place}index.html" if place.endswith("/") and not guide.directory_urls else place


@lru_cache(maxsize=256)
def qr(address: str, title: str) -> str:
    """A QR code (level M: readable with 15 % of it spoilt) with the quiet zone of four modules, as inline SVG.

    Kept: a card and its large print, with PDFs and without, have one address.
    """
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", border=4, xmldecl=False, svgns=True, nl=False, omitsize=True, title=title, light="#fff"
    )
    return out.getvalue().decode().replace("<svg ", f'<svg role="img" aria-label="{title}" ', 1)


@cache
def templates() -> jinja2.Environment:
    """The templates of cards with what is the same in every guide, compiled once."""
    made = environment("unslouch.cards", html=True)
    made.filters["direction"] = inline.direction
    made.globals.update(papers=PAPERS, assets=ASSETS, EXERCISE=EXERCISE, ROUTINE=ROUTINE, WEEK=WEEK)
    return made

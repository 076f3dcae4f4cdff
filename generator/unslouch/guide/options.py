"""What a site may choose: read once, from mkdocs.yml, for every face."""

from __future__ import annotations

from dataclasses import dataclass

from unslouch.content.library import EXERCISES, ROUTINES

CARDS: dict[str, tuple[str, ...]] = {"all": (EXERCISES, ROUTINES), "routines": (ROUTINES,), "none": ()}
"""The option ``cards`` → the folders whose pages have printable cards."""


@dataclass(frozen=True)
class PaperHead:
    """Whose paper it is: what stands at the top of all that is printed."""

    name: str = ""
    logo: str = ""
    """The picture itself, as a ``data:`` address: a sheet needs no other file."""
    contact: str = ""


@dataclass(frozen=True)
class Options:
    """What stands under ``plugins: - unslouch:``, and what of the rest of mkdocs.yml a guide depends on."""

    people: tuple[str, ...] = ()
    """Who shows the exercises, each of them some; all people of the pictures where none are named."""
    exercises_in_nav: int = 40
    """Up to this many exercises the sidebar lists each; past that, groups of them (a long sidebar is on every page)."""
    exercises_in_list: int = 100
    """Up to this many exercises stand in one list; a longer one comes in pages of so many, and is narrowed as a whole."""
    search: str = "automatic"
    """Whether the search's index is ``whole``, as the theme has it, or in ``pieces``, or that where a guide is large."""
    default_side: str = "right"
    """The side that a unilateral exercise's steps speak of until the reader switches."""
    language: str = "en"
    """The language of all words that authors do not write."""
    cards: str = "all"
    """Which printed sheets to make: of routines and of single exercises, of routines alone, or none."""
    paper: str = "a4"
    """The paper that a card's print button means until the reader chooses."""
    licence: str = ""
    """On what terms texts and pictures may be used: a sentence at the foot of every card."""
    review_return: str = ""
    """How the pages of `unslouch review-pack` are sent back: a sentence with an address, for instance."""
    floor_page: str = ""
    """The hand-written page on getting down to the floor and up again, which the player links to: floor.md."""
    paper_head: PaperHead | None = None
    """Whose paper sheets are printed on."""
    offline: bool = True
    """Whether a reader's device keeps the guide, which can be installed then; without, what is kept there is taken away."""
    content_policy: bool = False
    """Whether the theme's pages are under a Content-Security-Policy: nothing from another site, no script in a text."""
    cache_dir: str = ".cache/unslouch"
    """Where drawings, cards and previews are kept between builds, from the folder of mkdocs.yml."""
    name: str = ""
    """The site's name."""
    site_url: str = ""
    """The site's address; where it has none, nothing that needs it is made."""
    directory_urls: bool = True
    """Whether a page's address ends in a slash."""

    @property
    def about(self) -> dict[str, str]:
        """What its data say of the whole."""
        return {"name": self.name, "url": self.site_url, "licence": self.licence}

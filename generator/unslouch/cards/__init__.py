"""Printable cards: a library's routines and exercises as sheets of paper.

One HTML and one style serve the page on the screen, what a browser prints, and the PDF.
``sheet`` is what stands on a card, ``contents`` fills it, ``fit`` says how large, ``pdf`` makes the files, ``building`` all of it.
"""

from unslouch.cards.build import Cards, build

__all__ = ["Cards", "build"]

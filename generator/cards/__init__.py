"""Printable cards: a library's routines and exercises as sheets of paper.

One HTML and one style serve the page on the screen, what a browser prints, and the PDF.
``sheet`` says what stands on a card, ``fit`` how large, ``pdf`` makes the files, ``building`` all of it.
"""

from generator.cards.building import Cards, build

__all__ = ["Cards", "build"]

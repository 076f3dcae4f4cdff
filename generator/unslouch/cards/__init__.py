"""Printable cards: a library's routines and exercises as sheets of paper.

One HTML and one style serve the page on the screen, what a browser prints, and the PDF.
``sheet`` is what stands on a card, ``fill`` fills it, ``fit`` says how large, ``press`` makes the files, ``build`` all of it.
"""

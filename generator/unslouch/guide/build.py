"""The assembly line: a content folder → a :class:`Guide`. Plugin, export, command and tests all start here."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from unslouch.content.files import Content
from unslouch.content.known import Known
from unslouch.content.load import Reading, load
from unslouch.guide import pictures, words
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options
from unslouch.guide.pictures import Drawn
from unslouch.tools.kept import Cache


def build(
    content: Path | Content,
    options: Options,
    cache: Cache,
    *,
    also: Iterable[Drawn] = (),
    known: Known | None = None,
    later: bool = False,
    in_haste: bool = False,
) -> tuple[Guide | None, Reading]:
    """The guide in ``content``, or nothing where that has errors; and what was found while it was read.

    ``also`` is drawn beside the exercises, all of them ``later`` where somebody will ask; ``known`` is what was read before,
    and what is read ``in_haste`` has some warnings later.
    """
    reading = load(content, cache=cache, known=known, in_haste=in_haste)
    if reading.library is None:
        return None, reading
    spoken = words.load(options.language)
    things, drawn_before = [*reading.library.exercises.values(), *also], known.drawn if known else None
    drawn = pictures.draw(things, cache, spoken, people=options.people, known=drawn_before, later=later)
    return Guide(reading.library, spoken, pictures=drawn, options=options), reading

"""Figures are looked at and drawn in the background, on all cores, while a site is served already.

A process of its own does it, so that pages and edits need not wait. It tells when all are looked at, and keeps each figure as soon as it is drawn, where who is
asked for one looks before drawing it.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Mapping, Sequence
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Event

from unslouch.content import judging
from unslouch.figure import Figure
from unslouch.guide import pictures
from unslouch.guide.pictures import Job
from unslouch.tools import parallel, stopping
from unslouch.tools.kept import Cache

_NICE = 19
"""How far it stands back behind what is asked for: as far as it can."""
_PATIENCE = 5
"""Seconds that it has to tidy up."""
_OFTEN = 0.5
"""Seconds after which it is seen whether it still goes on."""


class Drawing:
    """The process, where there is one."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._judged: Event | None = None

    @property
    def goes_on(self) -> bool:
        """Whether it has something to draw."""
        return self._process is not None and self._process.is_alive()

    def begin(self, wanted: Mapping[str, Job], cache: Cache, unjudged: Sequence[Figure] = ()) -> None:
        """Look at what is ``unjudged``, then draw what is ``wanted``, unless it draws already, or could keep nothing: what is new since is drawn when it is asked for."""
        if (wanted or unjudged) and not self.goes_on and cache.lasts:
            context = multiprocessing.get_context("spawn")
            with stopping.unheard_by_children():
                self._judged = context.Event()
                self._process = context.Process(target=_draw, args=(dict(wanted), cache, unjudged, self._judged))
                self._process.start()

    def is_judged(self) -> bool:
        """Wait until all is looked at; or say no, where it was ended before that."""
        process, judged = self._process, self._judged
        if process is None or judged is None:
            return False
        while process.is_alive() and not judged.wait(_OFTEN):
            pass
        return judged.is_set() and self._process is process

    def stop(self) -> None:
        """End it, and all that it has begun."""
        if self._process is not None:
            self._process.terminate()
            self._process.join(_PATIENCE)
            self._process.kill()
            self._process.join()
            self._process = None


def _draw(wanted: Mapping[str, Job], cache: Cache, unjudged: Sequence[Figure], judged: Event) -> None:
    parallel.begin()
    if hasattr(os, "nice"):
        os.nice(_NICE)
    with stopping.tidily():
        judging.the_rest(unjudged, cache)
        judged.set()
        pictures.drawings(wanted, cache, quiet=True)

"""Figures are drawn in the background, on all cores, while a site is served already.

A process of its own does it, so that pages and edits need not wait. It keeps each figure as soon as it is drawn, where who is
asked for one looks before drawing it.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Mapping
from multiprocessing.process import BaseProcess

from unslouch.guide import pictures
from unslouch.guide.pictures import Job
from unslouch.tools import parallel, stopping
from unslouch.tools.kept import Cache

_NICE = 19
"""How far it stands back behind what is asked for: as far as it can."""
_PATIENCE = 5
"""Seconds that it has to tidy up."""


class Drawing:
    """The process, where there is one."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None

    @property
    def goes_on(self) -> bool:
        """Whether it has something to draw."""
        return self._process is not None and self._process.is_alive()

    def begin(self, wanted: Mapping[str, Job], cache: Cache) -> None:
        """Draw what is ``wanted``, unless it draws already, or could keep nothing: what is new since is drawn when it is asked for."""
        if wanted and not self.goes_on and cache.lasts:
            with stopping.unheard_by_children():
                self._process = multiprocessing.get_context("spawn").Process(target=_draw, args=(dict(wanted), cache))
                self._process.start()

    def stop(self) -> None:
        """End it, and all that it has begun."""
        if self._process is not None:
            self._process.terminate()
            self._process.join(_PATIENCE)
            self._process.kill()
            self._process.join()
            self._process = None


def _draw(wanted: Mapping[str, Job], cache: Cache) -> None:
    parallel.begin()
    if hasattr(os, "nice"):
        os.nice(_NICE)
    with stopping.tidily():
        pictures.drawings(wanted, cache, quiet=True)

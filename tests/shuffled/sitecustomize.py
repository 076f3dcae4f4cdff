"""Python on another machine: folders are listed in another order. Found by every process whose PYTHONPATH leads here."""

from __future__ import annotations

import os
import random

_LIST, _SCAN = os.listdir, os.scandir
_CHANCE = random.Random(7)


class _Scanned(list):
    """As os.scandir gives it: a context manager, and an iterator."""

    def __init__(self, entries):
        super().__init__(entries)
        self._each = iter(self)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def __next__(self):
        return next(self._each)

    def close(self):
        pass


def _shuffled(found):
    found = list(found)
    _CHANCE.shuffle(found)
    return found


def _scandir(*place):
    with _SCAN(*place) as entries:
        return _Scanned(_shuffled(entries))


os.listdir = lambda *place: _shuffled(_LIST(*place))
os.scandir = _scandir

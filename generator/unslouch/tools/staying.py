"""What stays to the end of a process is not looked through for what of it could go.

Python does so again and again, the longer the more there is: a tenth of the time of a large guide's build.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def staying() -> Iterator[None]:
    """All that is made within stays, with what was there before; what is made later is looked through as ever."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()
        gc.freeze()

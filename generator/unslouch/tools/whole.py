"""Writing a file so that it is there whole, or as it was before: the disk may be full, and who writes may be stopped."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path


def write(file: Path, data: str | bytes) -> None:
    """Write text (UTF-8, its line ends as they are) or bytes. A file behind a link is written there, and keeps its rights."""
    place = Path(os.path.realpath(file))
    partial = place.with_name(f".{place.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        partial.write_bytes(data.encode() if isinstance(data, str) else data)
        if place.is_file():
            shutil.copymode(place, partial)
        os.replace(partial, place)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(file)) from error
    finally:
        with suppress(OSError):
            partial.unlink()

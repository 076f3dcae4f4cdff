"""What the command writes, readable wherever it goes: pipes and files of Windows know few letters."""

from __future__ import annotations

import codecs
import io
import sys
import unicodedata
from typing import Any

import click

from unslouch.tools import stopping

_PLAINER = str.maketrans(
    {"→": "->", "←": "<-", "–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "×": "x", "½": "1/2"}
)
_ERRORS = "unslouch-plainer"


class Commands(click.Group):
    """A group of commands none of which stops at a character that its output cannot take, nor at a file without words."""

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Run the command that is asked for."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors=_ERRORS)
        with stopping.tidily():
            return super().main(*arguments, **options)

    def invoke(self, context: click.Context) -> Any:
        """Run it, and say in words which file is in the way, or may not be opened."""
        try:
            return super().invoke(context)
        except OSError as error:
            if error.errno is None or isinstance(error, BrokenPipeError):
                raise
            what = error.filename or "the disk"
            raise click.UsageError(f"{what} cannot be read or written: {error.strerror}") from error


def plainer(error: UnicodeError) -> tuple[str, int]:
    """The nearest that every encoding has, in the place of what cannot be written: `é` → `e`, else a question mark."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    written = error.object[error.start : error.end].translate(_PLAINER)
    letters = (unicodedata.normalize("NFKD", one).encode("ascii", "ignore") or b"?" for one in written)
    return b"".join(letters).decode(), error.end


codecs.register_error(_ERRORS, plainer)

"""One Jinja set-up for everything that is written from a template.

Each wing keeps its templates in a folder ``templates`` of its own; names that are missing are errors.
"""

from __future__ import annotations

from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket


class _Compiled(jinja2.FileSystemBytecodeCache):
    """Compiled templates: on the disk for the next process, in memory for what this one builds next."""

    def __init__(self) -> None:
        super().__init__()
        self._here: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Bring the code of a template as it is now, if it was ever compiled."""
        bucket.code = self._here.get((bucket.key, bucket.checksum))
        if bucket.code is None:
            super().load_bytecode(bucket)
        if bucket.code is not None:
            self._here[bucket.key, bucket.checksum] = bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template that was compiled just now."""
        if bucket.code is not None:
            self._here[bucket.key, bucket.checksum] = bucket.code
        super().dump_bytecode(bucket)


def _bytecode() -> jinja2.BytecodeCache | None:
    """Nothing where the folder for it is somebody else's: then templates are compiled anew."""
    try:
        return _Compiled()
    except RuntimeError:
        return None


BYTECODE = _bytecode()
"""Templates as they were compiled."""


def environment(*packages: str, html: bool, overrides: Path | None = None) -> jinja2.Environment:
    """Where the templates of a wing (``unslouch.pages``) are found, and those that it takes from others.

    ``html`` escapes what is filled in. A file of the same name in ``overrides`` takes the place of ours.
    """
    ours = [jinja2.PackageLoader(package) for package in packages]
    loader = jinja2.ChoiceLoader([*([jinja2.FileSystemLoader(overrides)] if overrides else []), *ours])
    return jinja2.Environment(
        bytecode_cache=BYTECODE,
        loader=loader,
        autoescape=html,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=not html,
    )

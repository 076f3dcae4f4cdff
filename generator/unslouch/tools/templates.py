"""One Jinja set-up for everything that is written from a template.

Each wing keeps its templates in a folder ``templates`` of its own; names that are missing are errors.
"""

from __future__ import annotations

from pathlib import Path

import jinja2


def _bytecode() -> jinja2.BytecodeCache | None:
    """Nothing where the folder for it is somebody else's: then templates are compiled anew."""
    try:
        return jinja2.FileSystemBytecodeCache()
    except RuntimeError:
        return None


BYTECODE = _bytecode()
"""Compiled templates, kept for the next process."""


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

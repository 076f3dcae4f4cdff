"""A hook for MkDocs and ProperDocs: links in the HTML of a page lead from source to source, as those of its Markdown do.

Zensical reads them so by itself. This file goes with an exported guide, and needs nothing but Python.
"""

from __future__ import annotations

import posixpath
import re
from typing import Any
from urllib.parse import unquote

_ADDRESS = re.compile(r"""(\b(?:href|src)=")(?![a-z]+:|[#/])([^"#?]+)""")


def on_page_markdown(markdown: str, *, page: Any, files: Any, **_: Any) -> str:
    """A page whose links lead to where the others are built; what leads to no file of the site is left as it is."""
    here = posixpath.dirname(page.file.src_uri)

    def resolved(match: re.Match[str]) -> str:
        target = files.get_file_from_path(posixpath.normpath(posixpath.join(here, unquote(match[2]))))
        return match[1] + target.url_relative_to(page.file) if target else match[0]

    return _ADDRESS.sub(resolved, markdown)

"""What a browser may run and fetch for a page: a Content-Security-Policy in its head.

Only the site's own files, and of scripts within the page only those that the theme put there, each by its hash. So a script
that slips into an author's text through any hole does not run. Styles within a page are let be: the theme and our figures'
sizes are such. A host can send less, never more.
"""

from __future__ import annotations

import base64
import hashlib
import re

_MAY = {
    "default-src": "'none'",
    # Ours and the theme's files, and by hash what the theme writes into its pages: its settings, and the choice of colours.
    "script-src": "'self'",
    # The theme writes styles for its tabs and its search; our pictures say their size in `style`.
    "style-src": "'self' 'unsafe-inline'",
    # The theme draws its icons in CSS by `data:`, and a sheet holds the logo of its head.
    "img-src": "'self' data:",
    "font-src": "'self'",
    # The search's index, and what the own sheet and the player load of an exercise.
    "connect-src": "'self'",
    # The app's manifest, the theme's search worker, and what keeps a copy for readers without a network.
    "manifest-src": "'self'",
    "worker-src": "'self'",
    # A `<base>` in a text sends no link elsewhere, and a form nobody's words.
    "base-uri": "'self'",
    "form-action": "'self'",
}
_HEAD = re.compile(r"<meta charset=[^>]*>")
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
_SCRIPT = re.compile(r"<script(?P<about>[^>]*)>(?P<text>.*?)</script>", re.DOTALL | re.IGNORECASE)
_NO_CODE = re.compile(r"\bsrc\s*=|\btype\s*=\s*[\"']?(?!module\b|text/javascript\b)", re.IGNORECASE)
"""A script from a file, or something that is only data."""
_REFUSED = {
    "a script within the page": re.compile(
        r"<script(?![^>]*\b(?:type=[\"']?application/|src=(?![\"']?(?:\w+:|//))))[^>]*>", re.IGNORECASE
    ),
    "a script in an attribute": re.compile(r"<\w[^<>]*\son\w+\s*=", re.IGNORECASE),
    "a frame": re.compile(r"<(?:iframe|object|embed)\b", re.IGNORECASE),
    "a picture, sound or film from another site": re.compile(
        r"<(?:img|audio|video|source)\b[^>]*\bsrc=[\"']?(?:https?:)?//", re.IGNORECASE
    ),
}


def under(page: str, content: str = "") -> str:
    """A page under the policy. ``content`` is what in it an author wrote, titles too: scripts in it do not run."""
    scripts = _scripts(page) - _scripts(content)
    hashes = sorted(f"'sha256-{base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()}'" for one in scripts)
    may = _MAY | {"script-src": " ".join([_MAY["script-src"], *hashes])}
    policy = "; ".join(f"{what} {whose}" for what, whose in may.items())
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _HEAD.sub(lambda found: f"{found[0]}\n{tag}", page, count=1)


def without(page: str) -> str:
    """A page without the policy: not all browsers take files on a disk for the page's own."""
    return _POLICY.sub("", page, count=1)


def refused(content: str) -> list[str]:
    """What an author's part of a page has that does not run or show under the policy, in plain words."""
    return [what for what, found in _REFUSED.items() if found.search(content)]


def _scripts(page: str) -> set[str]:
    return {one["text"] for one in _SCRIPT.finditer(page) if one["text"] and not _NO_CODE.search(one["about"])}

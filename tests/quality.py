"""Measures the built site as a phone gets it (Lighthouse), and its HTML (the Nu checker). Run by ``make quality``.

Lighthouse is fetched from npm when it is asked for, and is no part of the tests: it takes minutes and a network.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from tests.helpers import ROOT
from tests.site import browser
from tests.site.nu import faults

SITE = ROOT / "site"
LIGHTHOUSE = "lighthouse@12"
PAGES = ("", "exercises/donkey-kick/", "routines/desk-break/", "sheet/")
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
MOST_SHIFT = 0.02


class _Host(http.server.SimpleHTTPRequestHandler):
    """Gives files as GitHub Pages does: text packed, one connection for many. Python's own sends four times as much."""

    protocol_version = "HTTP/1.1"
    packed = functools.cache(lambda path: gzip.compress(Path(path).read_bytes()))

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return
        is_text = file.suffix != ".woff2" and file.suffix != ".png"
        body = _Host.packed(file) if is_text else file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Length", str(len(body)))
        if is_text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


def lighthouse(address: str) -> dict[str, float]:
    """The scores of a page of 100, and how far it shifts while it loads."""
    told = subprocess.run(
        [
            *("npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json"),
            f"--only-categories={','.join(LEAST)}",
            "--chrome-flags=--headless=new --no-sandbox",
        ],
        env={**os.environ, "CHROME_PATH": browser.find() or ""},
        capture_output=True,
        text=True,
        check=True,
    )
    report = json.loads(told.stdout)
    scores = {name: round(100 * found["score"]) for name, found in report["categories"].items()}
    return scores | {"shift": round(report["audits"]["cumulative-layout-shift"]["numericValue"], 3)}


def main() -> int:
    """Print what was found; 1 where it is less than we ask for."""
    handler = functools.partial(_Host, directory=str(SITE))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    poor = False
    for page in PAGES:
        found = lighthouse(f"http://127.0.0.1:{server.server_port}/{page}")
        poor |= found["shift"] > MOST_SHIFT or any(found[name] < least for name, least in LEAST.items())
        print(f"{page or 'home':28}" + "  ".join(f"{name} {value}" for name, value in found.items()), flush=True)
    found_in_html = faults(SITE.rglob("*.html"))
    print("\n".join(found_in_html) or "HTML: no error")
    return int(poor or bool(found_in_html))


if __name__ == "__main__":
    sys.exit(main())

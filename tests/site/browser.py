"""Finds a Chromium for the tests, and installs one where there is none.

Run as a script by ``make test`` before the tests.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """The path of a Chromium: the one named in UNSLOUCH_CHROMIUM, the system's, or Playwright's own."""
    named = os.environ.get("UNSLOUCH_CHROMIUM")
    for candidate in (named, *map(shutil.which, NAMES)):
        if candidate and Path(candidate).exists():
            return candidate
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """Install Chromium with the system's package manager where that is allowed, else Playwright's build."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root and shutil.which("apt-get"):
        quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
        subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
        if subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, **quiet).returncode == 0:
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


if __name__ == "__main__":
    if find() is None:
        print("installing Chromium for the tests", flush=True)
        install()
    if find() is None:
        sys.exit("no Chromium was found; install one, or name it in UNSLOUCH_CHROMIUM")

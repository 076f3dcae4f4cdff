"""Finds a Chromium for the tests, and installs one where there is none; also the Pango that PDFs need, a font of
Japanese letters, and the Java that the HTML checker runs on.

Run as a script by ``make test`` before the tests.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from unslouch.cards import engine

SHELL = "chromium-headless-shell"
"""Chromium without its windows: the same pages for less than half of the work."""
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """The path of a Chromium: the one named in UNSLOUCH_CHROMIUM, one without windows, or a whole one."""
    named = os.environ.get("UNSLOUCH_CHROMIUM")
    if named and Path(named).exists():
        return named
    return shell() or next(filter(None, map(shutil.which, NAMES)), None)


def shell() -> str | None:
    """The path of one without windows: the system's, or Playwright's own."""
    if path := shutil.which(SHELL):
        return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        whole = Path(playwright.chromium.executable_path)
    return next(map(str, whole.parents[2].glob("chromium_headless_shell-*/*/*headless?shell*")), None)


def apt_install(*packages: str) -> bool:
    """Install Debian packages where that is possible and allowed; says whether it was."""
    if not shutil.which("apt-get"):
        return False
    allowed = [] if os.geteuid() == 0 else ["sudo", "-n"]
    quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    try:
        subprocess.run([*allowed, "apt-get", "update", "-qq"], check=False, **quiet)
        return (
            subprocess.run([*allowed, "apt-get", "install", "-y", "-qq", *packages], check=False, **quiet).returncode
            == 0
        )
    except FileNotFoundError:
        return False


def install() -> None:
    """Install one without windows, with the system's package manager where that has it and may, else Playwright's build."""
    if not apt_install(SHELL):
        subprocess.run([sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"], check=False)


def has_japanese() -> bool:
    """Whether a font of this machine has Japanese letters; only Linux comes without any."""
    return not shutil.which("fc-list") or bool(subprocess.check_output(["fc-list", ":lang=ja"]))


if __name__ == "__main__":
    if engine.missing():
        print("installing Pango for the tests", flush=True)
        apt_install("libpango-1.0-0", "libpangoft2-1.0-0")
        engine.missing.cache_clear()
    if engine.missing():
        sys.exit(engine.missing())
    if not os.environ.get("UNSLOUCH_CHROMIUM") and shell() is None:
        print("installing Chromium for the tests", flush=True)
        install()
    if find() is None:
        sys.exit("no Chromium was found; install one, or name it in UNSLOUCH_CHROMIUM")
    if not has_japanese():
        print("installing a font for the tests", flush=True)
        apt_install("fonts-droid-fallback")
    if not has_japanese():
        sys.exit("no font with Japanese letters was found; install one, such as Noto Sans CJK")
    if not shutil.which("java"):
        print("installing Java for the checker of HTML", flush=True)
        apt_install("default-jre-headless")
    if not shutil.which("java"):
        sys.exit("no Java was found, which the checker of HTML needs; install a JRE of version 11 or newer")

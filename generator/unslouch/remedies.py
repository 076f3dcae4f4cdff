"""How to get what a machine lacks: a command for each kind of system."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from contextlib import suppress

PANGO = {
    "Debian, Ubuntu": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0",
    "Fedora": "sudo dnf install pango",
    "macOS": "brew install pango",
    "Windows": r"winget install MSYS2.MSYS2, then C:\msys64\usr\bin\pacman -S mingw-w64-x86_64-pango",
}
FONTS = {
    "Debian, Ubuntu": "sudo apt-get install fonts-noto-core fonts-noto-cjk",
    "Fedora": "sudo dnf install google-noto-sans-fonts google-noto-sans-cjk-fonts",
    "macOS": "brew install --cask font-noto-sans font-noto-sans-cjk",
    "Windows": "Settings, System, Optional features: add the supplemental fonts of your language",
}
_LINUX = {"debian": "Debian, Ubuntu", "ubuntu": "Debian, Ubuntu", "fedora": "Fedora"}
_ELSEWHERE = {"Darwin": "macOS", "Windows": "Windows"}


def here() -> str:
    """The kind of this machine, as the remedies name it; nothing where it is another."""
    kind = platform.system()
    if kind != "Linux":
        return _ELSEWHERE.get(kind, "")
    release: dict[str, str] = {}
    with suppress(OSError):
        release = platform.freedesktop_os_release()
    names = [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
    return next((_LINUX[name] for name in names if name in _LINUX), "")


def on(system: str, ways: Mapping[str, str]) -> list[str]:
    """What to type on a system; all of the ways where it is none that is known."""
    return [ways[system]] if system in ways else [f"{name}: {way}" for name, way in ways.items()]

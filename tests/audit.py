"""Ask OSV whether any dependency of ours is known to be unsafe: ``make audit``.

Every locked package of Python and JavaScript is asked about, and only an answer about each of them counts: exit status 0 says
that all were looked at and none is known to be unsafe, 1 that some are, 2 that it is not known.
"""

from __future__ import annotations

import json
import os
import re
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
LOCKS = tuple(f"requirements{of}.lock" for of in ("", "-release", "-mutate", "-zensical"))
ADDRESS = "https://api.osv.dev/v1/querybatch"
AT_ONCE = 500
"""OSV takes 1,000 questions at once."""
_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", re.MULTILINE)


class Package(NamedTuple):
    """A locked version of a package."""

    ecosystem: str
    name: str
    version: str


class Unknown(Exception):
    """What there is to say about the packages could not be found out."""


def locked(root: Path) -> list[Package]:
    """Every package of the lock files, each version once."""
    found = {Package("PyPI", *one) for file in LOCKS for one in _LOCKED.findall((root / file).read_text("utf-8"))}
    for place, entry in json.loads((root / "package-lock.json").read_text("utf-8"))["packages"].items():
        if place:
            found.add(Package("npm", place.rpartition("node_modules/")[2], entry["version"]))
    return sorted(found)


def unsafe(packages: list[Package], address: str) -> dict[Package, list[str]]:
    """What is known against packages: its names, by package. Raises :class:`Unknown` unless there is an answer about each."""
    found = {}
    for start in range(0, len(packages), AT_ONCE):
        asked = packages[start : start + AT_ONCE]
        for package, answer in zip(asked, _answers(asked, address), strict=True):
            if known := [one["id"] for one in answer.get("vulns", ())]:
                found[package] = known
    return found


def _answers(asked: list[Package], address: str) -> list[dict[str, Any]]:
    queries = [{"package": {"ecosystem": one.ecosystem, "name": one.name}, "version": one.version} for one in asked]
    data = json.dumps({"queries": queries}).encode()
    request = urllib.request.Request(address, data, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=60) as response:
            answers = json.load(response)["results"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Unknown(f"{address} gave no answer that can be read: {error}") from error
    if not isinstance(answers, list) or len(answers) != len(asked) or not all(isinstance(one, dict) for one in answers):
        raise Unknown(f"{address} did not answer about each of {len(asked)} packages")
    return answers


def told(found: dict[Package, list[str]]) -> Iterator[str]:
    """What is known, a line for each package."""
    for package, known in found.items():
        yield f"{package.name} {package.version} ({package.ecosystem}): {', '.join(known)}"


def main() -> int:
    """Exit status; see above."""
    packages, address = locked(ROOT), os.environ.get("OSV_ADDRESS", ADDRESS)
    try:
        found = unsafe(packages, address)
    except Unknown as error:
        print(f"NOT audited: {error}", file=sys.stderr)
        return 2
    for line in told(found):
        print(line)
    print(f"audited {len(packages)} of {len(packages)} packages: {len(found)} known to be unsafe")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())

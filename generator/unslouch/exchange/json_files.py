"""``exercises.json`` or ``routines.json``, as :mod:`unslouch.exchange.published` writes them → entries."""

from __future__ import annotations

import os
import re
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, get_args

from unslouch.content.library import EXERCISES, ROUTINES
from unslouch.content.model import Exercise, Routine
from unslouch.content.review import Review
from unslouch.content.schema import VERSION
from unslouch.exchange.found import Fault, Findings, Found, from_json

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def read(file: Path, content: Path) -> tuple[str, Findings]:
    """The folder that a file's entries belong to, and the entries; pictures that are not below ``content`` are left out."""
    findings = Findings(file.name)
    data = from_json(file, findings, _with_days)
    if findings.faults:
        return EXERCISES, findings
    folder = next(
        (one for one in (EXERCISES, ROUTINES) if isinstance(data, dict) and isinstance(data.get(one), list)), ""
    )
    if not folder:
        told = "the file has no list under `exercises` or `routines`"
        findings.faults.append(Fault(file.name, told, "`unslouch export json` writes such files"))
        return EXERCISES, findings
    if data.get("version", VERSION) != VERSION:
        told = f"the file is of version {data['version']!r}, and this program knows {VERSION}"
        findings.faults.append(Fault(file.name, told, "take a newer one: pip install --upgrade unslouch"))
        return folder, findings
    said = (data.get(key) for key in ("url", "name"))
    findings.origin = next((one for one in said if isinstance(one, str) and one), file.name)
    for number, item in enumerate(data[folder], 1):
        id = item.get("id") if isinstance(item, dict) else None
        place = partial(_place, file.name, number, id)
        if not isinstance(id, str):
            findings.faults.append(Fault(place(()), "there is no `id`", "give it one of a-z, 0-9 and hyphens"))
            continue
        entry = {key: value for key, value in item.items() if key != "id"}
        findings.entries.append(Found(id, _without_pictures(entry, content, findings), findings.origin, place))
    return folder, findings


def _place(file: str, number: int, id: Any, path: tuple[Any, ...]) -> str:
    where = f", {'.'.join(map(str, path))}" if path else ""
    return f"{file}, entry {number}{f' ({id})' if id else ''}{where}"


def _is_day(annotation: Any) -> bool:
    return annotation is date or any(map(_is_day, get_args(annotation)))


_DAYS = {
    field.alias or name
    for model in (Exercise, Routine, Review)
    for name, field in model.model_fields.items()
    if _is_day(field.annotation)
}
"""Keys whose value is a day, which JSON has no way to say."""


def _with_days(data: dict[str, Any]) -> dict[str, Any]:
    return {key: _day(value) if key in _DAYS else value for key, value in data.items()}


def _day(value: Any) -> Any:
    try:
        return date.fromisoformat(value) if isinstance(value, str) and _DAY.fullmatch(value) else value
    except ValueError:
        return value


def _without_pictures(entry: dict[str, Any], content: Path, findings: Findings) -> dict[str, Any]:
    images = entry.get("images")
    if not isinstance(images, list):
        return entry
    there = [one for one in images if not isinstance(one, dict) or os.path.isfile(content / str(one.get("file", "")))]
    findings.changes["a picture that is not in the content folder is left out"] += len(images) - len(there)
    return {key: value for key, value in {**entry, "images": there}.items() if key != "images" or there}

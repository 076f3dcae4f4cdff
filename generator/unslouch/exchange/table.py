"""A spreadsheet of exercises, one a row → entries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from unslouch.exchange import columns, rows
from unslouch.exchange.columns import DOSE, Column
from unslouch.exchange.found import Fault, Findings, Found, in_order, with_todo
from unslouch.exchange.rows import Table, column_letter
from unslouch.fields import kebab_case

NAME = "table"
_MONTH = "(?:jan|feb|mar|mär|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-z]*"
_DATE = re.compile(
    rf"\d{{4}}-\d\d-\d\d|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{1,2}}[. -]+{_MONTH}\.?|{_MONTH}[. -]+\d{{1,2}}",
    re.IGNORECASE,
)
"""What a spreadsheet makes of `10-12` where a cell is not formatted as text."""
_SPOILT: dict[str, Any] = {**dict.fromkeys(DOSE, 1), **dict.fromkeys(("hold", "time", "rest"), "1 s"), "load": "1 kg"}
"""What stands in the place of such a value while the rest of its row is looked at."""


def read(file: Path) -> Findings:
    """All exercises of a table."""
    findings = Findings()
    try:
        table = rows.read(file, columns.judge)
    except rows.NotReadable as error:
        findings.faults.append(Fault(file.name, str(error), error.hint))
        return findings
    for index, title in enumerate(table.columns):
        if title and columns.column(title) is None:
            findings.changes[f"column {column_letter(index)} (`{title}`) is not known, and left out"] += 1
    for number, cells in table.rows:
        row = _Row(file.name, table, number, cells)
        if not row.name:
            findings.faults.append(Fault(row.place(("name",)), "the row has no name", "write one, or empty the row"))
            continue
        data, faults = row.data(findings.changes)
        id = row.text("id") or kebab_case(row.name)
        findings.entries.append(Found(id, data, _remark(file.name, data), row.place, tuple(faults)))
    return findings


def _remark(file: str, data: dict[str, Any]) -> str:
    lacks = " Write what `todo` names, then take it out of the list." if "todo" in data else ""
    return f"From {' '.join(file.split())}.{lacks}"


@dataclass(frozen=True)
class _Row:
    file: str
    table: Table
    number: int
    cells: list[str]

    @property
    def name(self) -> str:
        return self.text("name")

    def text(self, key: str) -> str:
        return next((cell.strip() for _, column, cell in self._given() if column.key == key), "")

    def _given(self) -> Iterator[tuple[int, Column, str]]:
        """Each cell of a known column that has something in it, with the column's place."""
        for index, (title, cell) in enumerate(zip(self.table.columns, self.cells, strict=False)):
            if cell.strip() and (found := columns.column(title)):
                yield index, found, cell

    def place(self, path: tuple[Any, ...]) -> str:
        """Where the value under a path stands: the row, and the column as far as there is one."""
        keys = {"sources": "source", "dose": "dose", **dict.fromkeys(("url", "title"), "source_url")}
        named = [part for part in reversed(path) if isinstance(part, str)]
        wanted = [key for part in named for key in (part, keys.get(part, part))]
        titles = {
            found.key: index
            for index, title in reversed(list(enumerate(self.table.columns)))
            if (found := columns.column(title))
        }
        index = next((titles[key] for key in wanted if key in titles), None)
        where = f", column {column_letter(index)} ({self.table.columns[index]})" if index is not None else ""
        return f"{self.file}, row {self.number}{where}"

    def data(self, changes: Counter[str]) -> tuple[dict[str, Any], list[Fault]]:
        """The row as an exercise, and what in it a spreadsheet has spoilt."""
        found: dict[str, Any] = {}
        faults = []
        for _, column, cell in self._given():
            if column.key in DOSE and _DATE.fullmatch(cell.strip()):
                told, hint = (
                    f"the spreadsheet has made a date of it: `{cell.strip()}`",
                    "format the column as text: 10-12",
                )
                faults.append(Fault(self.place((column.key,)), told, hint))
                value = _SPOILT[column.key]
            else:
                value = columns.value(column, cell, changes)
            if column.key == "steps":
                found.setdefault("steps", []).extend(value)
            else:
                found.setdefault(column.key, value)
        found.pop("id", None)
        return with_todo(in_order(_shaped(found))), faults


def _shaped(found: dict[str, Any]) -> dict[str, Any]:
    """Cells of several columns put together where the format has one key for them."""
    part = {key: found.pop(key) for key in DOSE if key in found}
    if part and not isinstance(found.get("dose"), str):
        found["dose"] = {**found.get("dose", {}), **part}
    muscles = {key: found.pop(key) for key in ("primary", "secondary") if key in found}
    if muscles:
        found["muscles"] = muscles
    title, url = found.pop("source", ""), found.pop("source_url", "")
    if title or url:
        found["sources"] = [{"title": title or url, **({"url": url} if url else {})}]
    if video := found.get("video"):
        found["video"] = {"url": video}
    return found

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

_MONTH = "(?:jan|feb|mar|mär|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-z]*"
_DATE = re.compile(
    rf"\d{{4}}-\d\d-\d\d|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{1,2}}[. -]+{_MONTH}\.?|{_MONTH}[. -]+\d{{1,2}}",
    re.IGNORECASE,
)
"""What a spreadsheet makes of `10-12` where a cell is not formatted as text."""
_BROKEN = re.compile(r"#(?:REF|N/A|NAME|VALUE|DIV/0|NUM|NULL)[!?]?")
"""What a spreadsheet shows for a formula that does not work."""
_MEANWHILE: dict[str, Any] = {
    **dict.fromkeys(DOSE, 1),
    **dict.fromkeys(("hold", "time", "rest"), "1 s"),
    "load": "1 kg",
}
"""What stands in the place of a value that is spoilt while the rest of its row is looked at."""


def read(file: Path) -> Findings:
    """All exercises of a table."""
    findings = Findings(file.name)
    try:
        table = rows.read(file, columns.judge)
    except rows.NotReadable as error:
        findings.faults.append(Fault(file.name, str(error), error.hint))
        return findings
    known = _known(table, findings.changes)
    for number, cells in table.rows:
        row = _Row(file.name, table, known, number, cells)
        if not row.name:
            findings.faults.append(Fault(row.place(("name",)), "the row has no name", "write one, or empty the row"))
            continue
        data = with_todo(in_order(row.data(findings.changes)))
        id = row.text("id") or kebab_case(row.name)
        findings.entries.append(Found(id, data, findings.origin, row.place, tuple(row.faults())))
    return findings


def _known(table: Table, changes: Counter[str]) -> dict[int, Column]:
    """What each column means, by its place; steps may have several, and anything else has the first that names it."""
    known: dict[int, Column] = {}
    for index, title in enumerate(table.columns):
        found = columns.column(title)
        taken = found and found.key != "steps" and any(one.key == found.key for one in known.values())
        if found and not taken:
            known[index] = found
        elif title:
            why = f"names `{found.key}` once more" if found else "is not known"
            changes[f"column {column_letter(index)} (`{title}`) {why}, and is left out"] += 1
    return known


@dataclass(frozen=True)
class _Row:
    file: str
    table: Table
    known: dict[int, Column]
    number: int
    cells: list[str]

    @property
    def name(self) -> str:
        return self.text("name")

    def text(self, key: str) -> str:
        return next((cell for column, cell in self._given() if column.key == key), "")

    def _given(self) -> list[tuple[Column, str]]:
        """Each cell of a known column that has something in it."""
        cells = ((self.known.get(index), cell.strip()) for index, cell in enumerate(self.cells))
        return [(column, cell) for column, cell in cells if column and cell]

    def place(self, path: tuple[Any, ...]) -> str:
        """Where the value under a path stands: the row, and the column as far as there is one."""
        amount = next((column.key for column in self.known.values() if column.key in DOSE), "")
        keys = {"sources": "source", "title": "source", "url": "source_url", "dose": amount}
        named = [part for part in reversed(path) if isinstance(part, str)]
        places = {column.key: index for index, column in reversed(self.known.items())}
        wanted = (key for part in named for key in (part, keys.get(part)) if key in places)
        index = places.get(next(wanted, None) or "")
        where = f", column {column_letter(index)} ({self.table.columns[index]})" if index is not None else ""
        return f"{self.file}, row {self.number}{where}"

    def faults(self) -> Iterator[Fault]:
        """What a spreadsheet has spoilt."""
        if any(map(str.strip, self.cells[len(self.table.columns) :])):
            told = f"the row has more cells than the {len(self.table.columns)} columns"
            yield Fault(self.place(()), told, "is a text with a comma in it not in quotes?")
        dose = columns.value(Column("dose"), self.text("dose"), Counter())
        dose = dose if isinstance(dose, dict) else {}
        for column, cell in self._given():
            if _is_date(column, cell):
                told = f"the spreadsheet has made a date of it: `{cell}`"
                yield Fault(self.place((column.key,)), told, "format the column as text, then write it anew: 10-12")
            if column.key in dose:
                told = f"the row says how much twice: `{cell}` here, and `{self.text('dose')}` as the dose"
                yield Fault(self.place((column.key,)), told, "empty one of the two cells")
            if _BROKEN.fullmatch(cell):
                yield Fault(self.place((column.key,)), f"a formula does not work here: `{cell}`", "write its value")

    def data(self, changes: Counter[str]) -> dict[str, Any]:
        """The row as an exercise."""
        found: dict[str, Any] = {}
        for column, cell in self._given():
            said = _MEANWHILE[column.key] if _is_date(column, cell) else columns.value(column, cell, changes)
            found[column.key] = [*found.get("steps", ()), *said] if column.key == "steps" else said
        found.pop("id", None)
        return _shaped(found)


def _is_date(column: Column, cell: str) -> bool:
    return column.key in DOSE and bool(_DATE.fullmatch(cell))


def _shaped(found: dict[str, Any]) -> dict[str, Any]:
    """Cells of several columns put together where the format has one key for them."""
    part = {key: found.pop(key) for key in DOSE if key in found}
    if part and not isinstance(found.get("dose"), str):
        found["dose"] = {**part, **found.get("dose", {})}
    muscles = {key: found.pop(key) for key in ("primary", "secondary") if key in found}
    if muscles:
        found["muscles"] = muscles
    title, url = found.pop("source", ""), found.pop("source_url", "")
    if title or url:
        url = url or (title if title.startswith(("http://", "https://")) else "")
        found["sources"] = [{"title": title or url, **({"url": url} if url else {})}]
    if video := found.get("video"):
        found["video"] = {"url": video}
    return found

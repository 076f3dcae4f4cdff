"""A spreadsheet → its rows of texts, whatever program wrote it: CSV of any separator and encoding, or .xlsx."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

SEPARATORS = ",;\t|"
_FIRST = 20
"""Rows among which the one with the columns' names is looked for: some have a title above."""

Row = tuple[int, list[str]]
"""Its number as spreadsheets count, from 1, and its cells."""
Judge = Callable[[Sequence[str]], int]
"""How many of a row's cells name a known column; nothing where none names the exercise."""


class NotReadable(Exception):
    """The file is no table: the reason in plain words, and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True)
class Table:
    """The names of the columns, and the rows below them that are not empty."""

    columns: list[str]
    rows: list[Row]


def read(file: Path, judge: Judge) -> Table:
    """The table in a file: the sheet, and for CSV the separator, of which ``judge`` knows most columns."""
    blob = file.read_bytes()
    sheets, broken = (_of_xlsx(blob), None) if blob.startswith(b"PK") else _of_csv(_text(blob))
    best: tuple[int, Table] = 0, Table([], [])
    for rows in sheets:
        for index, (_, cells) in enumerate(rows[:_FIRST]):
            if (found := judge(cells)) > best[0]:
                best = found, Table([cell.strip() for cell in cells], rows[index + 1 :])
    if broken and not best[0]:
        raise broken
    if not best[0]:
        first = next((cells for rows in sheets for _, cells in rows if cells), [])
        told = f"no row names the columns; the first is: {', '.join(filter(None, first)) or 'empty'}"
        raise NotReadable(told, "name them in the first row, one of them `name`: see `unslouch import --template csv`")
    return best[1]


def column_letter(index: int) -> str:
    """What spreadsheets call a column, from 0: A, B … Z, AA."""
    more, last = divmod(index, 26)
    return (column_letter(more - 1) if more else "") + chr(ord("A") + last)


def _text(blob: bytes) -> str:
    if blob.startswith((b"\xff\xfe", b"\xfe\xff")):
        return blob.decode("utf-16", "replace")
    try:
        return blob.decode("utf-8-sig")
    except UnicodeDecodeError:
        return blob.decode("cp1252", "replace")


def _of_csv(text: str) -> tuple[list[list[Row]], NotReadable | None]:
    """The rows by each separator, and what is wrong by the first that breaks; Excel may name it in a line of its own."""
    head, _, rest = text.partition("\n")
    skipped = head.strip().lower().startswith("sep=")
    found: list[list[Row]] = []
    broken: NotReadable | None = None
    for separator in SEPARATORS:
        reader = csv.reader(io.StringIO(rest if skipped else text, newline=""), delimiter=separator)
        try:
            # A cell may have line breaks: a row is counted as spreadsheets do, not by the lines of the file.
            rows = [(number, cells) for number, cells in enumerate(reader, 1) if any(map(str.strip, cells))]
        except csv.Error as error:  # a quote behind a comma says nothing where semicolons separate
            broken = broken or NotReadable(f"line {reader.line_num} is no CSV: {error}")
            continue
        found.append(rows)
    return found, broken


def _of_xlsx(blob: bytes) -> list[list[Row]]:
    try:
        import openpyxl
    except ImportError as error:
        raise NotReadable("a library is missing", 'pip install "unslouch[xlsx]", or save it as CSV') from error
    try:
        book = openpyxl.load_workbook(io.BytesIO(blob), read_only=True, data_only=True)
        return [_of_sheet(sheet) for sheet in book.worksheets]
    except Exception as error:  # what is damaged raises whatever the zip, its XML or the library trips over
        told = f"this is no workbook of Excel (.xlsx), or it is damaged: {str(error) or type(error).__name__}"
        raise NotReadable(told, "open it, save it anew, or save it as CSV") from error


def _of_sheet(sheet: Any) -> list[Row]:
    rows = ((number, list(map(_cell, cells))) for number, cells in enumerate(sheet.iter_rows(values_only=True), 1))
    return [row for row in rows if any(row[1])]


def _cell(value: Any) -> str:
    """A cell as it is seen: whole numbers without a point, and a date as one, for it was none when it was typed."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    return str(value)

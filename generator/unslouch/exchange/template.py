"""A spreadsheet to start from: the columns that are used most, and a row that shows what goes into them."""

from __future__ import annotations

import csv
import io

FORMS = ("csv", "xlsx")
_EXAMPLE = {
    "name": "Wall push-up",
    "summary": "Pushing away from a wall, to strengthen chest and arms.",
    "category": "strengthening",
    "position": "standing",
    "laterality": "bilateral",
    "level": "beginner",
    "primary muscles": "chest; triceps",
    "secondary muscles": "shoulders",
    "areas": "arms; chest",
    "equipment": "wall",
    "sets": "2-3",
    "reps": "8-12",
    "hold": "",
    "time": "",
    "rest": "60 s",
    "days per week": "2-3",
    "steps": "Stand an arm's length from the wall.\nPut both hands on it, at the height of your chest.\n"
    "Bend your elbows until your face is near the wall.\nPush back until your arms are straight.",
    "breathing": "Breathe out as you push.",
    "cautions": "Leave it out while a wrist is sore.",
    "source": "",
    "source url": "",
}


def written(form: str) -> bytes:
    """The file; raises :class:`ImportError` where a workbook is wanted and its library is missing."""
    return _csv() if form == "csv" else _xlsx()


def _csv() -> bytes:
    """With the mark by which Excel knows UTF-8."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([_EXAMPLE.keys(), _EXAMPLE.values()])
    return out.getvalue().encode("utf-8-sig")


def _xlsx() -> bytes:
    """Its cells are formatted as text, so that `8-12` does not become a date."""
    import openpyxl
    from openpyxl.styles import Alignment, Font

    book = openpyxl.Workbook()
    sheet = book.active
    for row in (_EXAMPLE.keys(), _EXAMPLE.values()):
        sheet.append(list(row))
    for number in range(1, 201):
        for place in range(1, len(_EXAMPLE) + 1):
            cell = sheet.cell(number, place)
            cell.number_format = "@"
            cell.alignment = Alignment(wrap_text=number > 1, vertical="top")
            cell.font = Font(bold=number == 1)
    sheet.freeze_panes = "B2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()

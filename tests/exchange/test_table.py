"""Spreadsheets as people save them, and what is told of them."""

from __future__ import annotations

import datetime
import io
import re
import sys
import zipfile
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import CONTENT, ROOT, load_kept, often
from unslouch.exchange import rows, table, template
from unslouch.exchange.columns import COLUMNS, Column, column, judge, value
from unslouch.exchange.importing import Outcome, bring_in
from unslouch.exchange.rows import column_letter

CELLS = ["name", "steps", "sets", "reps", "rest"]
ROW = ["Wall; slide", "Stand.\nSlide, down.", "3", "10-12", "30 s"]
DATA = {
    "name": "Wall; slide",
    "todo": ["summary", "category", "position", "laterality", "level", "muscles", "equipment"],
    "dose": {"sets": 3, "reps": "10-12", "rest": "30 s"},
    "steps": ["Stand.", "Slide, down."],
}


def csv_text(separator: str, *lines: list[str]) -> str:
    quoted = (separator.join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines)
    return "\r\n".join(quoted) + "\r\n"


def workbook(*lines: list) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for line in lines:
        book.active.append(line)
    book.save(out)
    return out.getvalue()


def damaged(damage) -> bytes:
    """A workbook all of whose parts are damaged within."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(CELLS, ROW))) as sound, zipfile.ZipFile(out, "w") as book:
        for name in sound.namelist():
            book.writestr(name, damage(sound.read(name)))
    return out.getvalue()


def spoilt(blob: bytes) -> bytes:
    """A workbook whose sheet cannot be unpacked."""
    with zipfile.ZipFile(io.BytesIO(blob)) as book:
        start = book.getinfo("xl/worksheets/sheet1.xml").header_offset + 60
    return blob[:start] + b"\xff" * 40 + blob[start + 40 :]


def read(folder: Path, blob: bytes | str, name: str = "list.csv"):
    file = folder / name
    file.write_bytes(blob if isinstance(blob, bytes) else blob.encode())
    return table.read(file)


def taken(folder: Path, blob: bytes | str) -> Outcome:
    return bring_in(read(folder, blob), folder / "content", dry=True)


def faults(folder: Path, *lines: list[str]) -> list[str]:
    return sorted(map(str, taken(folder, csv_text(",", *lines)).faults))


@pytest.mark.parametrize(
    "blob",
    [
        csv_text(",", CELLS, ROW).encode(),
        csv_text(";", CELLS, ROW).encode("utf-8-sig"),
        csv_text("\t", CELLS, ROW).encode("utf-16"),
        csv_text("|", CELLS, ROW).encode(),
        b"sep=;\r\n" + csv_text(";", CELLS, ROW).encode(),
        csv_text(
            ";", ["My exercises", "", "", "", ""], ["", "", "", "", ""], CELLS, ["", "", "", "", ""], ROW
        ).encode(),
        csv_text(",", CELLS, ROW).replace("\r\n", "\n").encode(),
        workbook(CELLS, ROW),
        workbook(["A title"], [], CELLS, ["Wall; slide", ROW[1], 3.0, "10-12", "30 s", None]),
    ],
    ids=[
        "commas",
        "semicolons and a mark",
        "tabs and UTF-16",
        "bars",
        "sep=",
        "a title",
        "line ends",
        "xlsx",
        "numbers",
    ],
)
def test_a_table_is_read_whatever_program_wrote_it(tmp_path, blob):
    findings = read(tmp_path, blob)
    assert [(entry.id, entry.data) for entry in findings.entries] == [("wall-slide", DATA)]
    assert findings.faults == []
    assert not findings.changes


@pytest.mark.whole
def test_what_one_separator_breaks_is_read_by_another(tmp_path):
    lines = ["name;summary", 'Inch;It is 3 ,"', *(f"Row {number};{'x' * 100}" for number in range(1500))]
    assert len(read(tmp_path, "\n".join(lines)).entries) == 1501


def test_letters_of_old_windows_are_read(tmp_path):
    (entry,) = read(tmp_path, csv_text(";", ["Name"], ["Stühle – „Sitz“"]).encode("cp1252")).entries
    assert entry.data["name"] == "Stühle – „Sitz“"


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("Exercise Name", Column("name")),
        ("primaryMuscles", Column("primary")),
        ("secondary_muscles", Column("secondary")),
        ("Instructions", Column("steps")),
        ("Step 2", Column("steps")),
        ("Repetitions", Column("reps")),
        ("Hold (seconds)", Column("hold", "s")),
        ("Rest [min]", Column("rest", "min")),
        ("Weight (kg)", Column("load", "kg")),
        ("Times per week", Column("days_per_week")),
        ("Times a day", Column("times_per_day")),
        ("Difficulty", Column("level")),
        ("Sets x reps", Column("dose")),
        ("Precautions", Column("cautions")),
        ("Colour", None),
    ],
)
def test_columns_go_by_their_usual_names(title, meant):
    assert column(title) == meant


@pytest.mark.parametrize("key", COLUMNS)
def test_every_column_goes_by_its_own_name(key):
    assert column(key) == Column(key)
    assert column(key.replace("_", " ").title()) == Column(key)


@pytest.mark.parametrize(
    ("title", "cell", "said"),
    [
        ("category", "Strength", "strengthening"),
        ("position", "Hands and knees", "hands-and-knees"),
        ("laterality", "each side", "unilateral"),
        ("muscles", "Quads, hamstrings;Glutes", ["quadriceps", "hamstrings", "glutes"]),
        ("equipment", "none", []),
        ("equipment", "resistance band / loop", ["resistance band / loop"]),
        ("sets", "3", 3),
        ("reps", "10 - 12", "10-12"),
        ("reps", "many", "many"),
        ("hold", "30 sec", "30 s"),
        ("hold", "30", "30"),
        ("hold (s)", "30", "30 s"),
        ("rest", "1 minute", "1 min"),
        ("tempo", "2,5", 2.5),
        ("days per week", "3x a week", 3),
        ("days per week", "Daily", 7),
        ("sets", "daily", "daily"),
        ("days per week", "8", 8),
        ("reps", "3x10", "3x10"),
        ("times a day", "2x/day", "2x/day"),
        ("hold", "1.5 min", "1 min 30 s"),
        ("dose", "3x10", {"sets": 3, "reps": 10}),
        ("dose", "{sets: 2, hold: 30 s}", {"sets": 2, "hold": "30 s"}),
        ("dose", "until tired", "until tired"),
        ("load (kg)", "5", "5 kg"),
        ("load", "red band", "red band"),
        ("order", "2", 2),
        ("steps", "1. Sit. 2. Stand up. 3) Sit.", ["1. Sit.", "2. Stand up.", "3) Sit."]),
        ("steps", "Do 2. Then rest.", ["Do 2. Then rest."]),
        ("cautions", "With a sore knee, stop.\n\n Or rest.", ["With a sore knee, stop.", "Or rest."]),
        ("aliases", "Chair squat; Sit to stand", ["Chair squat", "Sit to stand"]),
        ("summary", "Two\nlines", "Two lines"),
    ],
)
def test_a_cell_says_what_was_meant(title, cell, said):
    of = column(title)
    assert of
    assert value(of, cell, Counter()) == said


def test_steps_may_have_columns_of_their_own(tmp_path):
    (entry,) = read(
        tmp_path, csv_text(",", ["name", "step 1", "step 2", "step 3"], ["Sit", "Stand.", "", "Sit."])
    ).entries
    assert entry.data["steps"] == ["Stand.", "Sit."]


def test_a_row_has_what_its_columns_say(tmp_path):
    header = ["id", "name", "primary", "source", "url", "video", "laterality", "steps"]
    cells = [
        "a-b",
        "X",
        "glutes",
        "Page",
        "https://example.org/",
        "https://example.org/v",
        "unilateral",
        "Lift the left leg.",
    ]
    (entry,) = read(tmp_path, csv_text(",", header, cells)).entries
    assert entry.id == "a-b"
    assert entry.data["muscles"] == {"primary": ["glutes"]}
    assert entry.data["sources"] == [{"title": "Page", "url": "https://example.org/"}]
    assert entry.data["video"] == {"url": "https://example.org/v"}
    assert "side_words" in entry.data["todo"]


def test_all_that_is_wrong_is_told_at_once_by_row_and_column(tmp_path):
    header = ["Name", "Muscles", "Sets", "Repetitions", "Level"]
    good, bad = ["A", "glutes", "3", "10", ""], ["B", "gluts", "three", "12. Okt", "elite"]
    told = faults(tmp_path, header, good, bad, ["", "", "1", "", ""], ["A", "", "", "", ""])
    assert [one.partition("\n")[0] for one in told] == [
        "list.csv, row 3, column B (Muscles): `gluts` is not a word known for `primary`",
        "list.csv, row 3, column C (Sets): `three` is not a whole number or a range of them",
        "list.csv, row 3, column D (Repetitions): the spreadsheet has made a date of it: `12. Okt`",
        "list.csv, row 3, column E (Level): `elite` is not a word known for `level`",
        "list.csv, row 4, column A (Name): the row has no name",
        "list.csv, row 5: the id `a` is that of list.csv, row 2 too",
    ]


def test_a_number_without_its_unit_is_asked_for(tmp_path):
    (told,) = faults(tmp_path, ["name", "sets", "hold"], ["A", "3", "30"])
    assert told.endswith("write 30 s, 15-30 s, 1 min or 1 min 30 s") or "30 s" in told
    assert told.startswith("list.csv, row 2, column C (hold): `30` is not a length of time")


@pytest.mark.parametrize(("key", "cell"), [("reps", "12"), ("reps", "10"), ("sets", "3")])
def test_a_row_that_says_how_much_twice_is_told(tmp_path, key, cell):
    (told,) = faults(tmp_path, ["name", "dose", key], ["A", "3x10", cell])
    assert told.startswith(f"list.csv, row 2, column C ({key}): the row says how much twice")


def test_a_dose_goes_with_what_it_does_not_say(tmp_path):
    (entry,) = read(tmp_path, csv_text(",", ["name", "dose", "rest"], ["A", "3x10", "30 s"])).entries
    assert entry.data["dose"] == {"sets": 3, "reps": 10, "rest": "30 s"}


def test_what_a_dose_lacks_is_told(tmp_path):
    (told,) = faults(tmp_path, ["name", "reps"], ["A", "10"])
    assert "`sets` is missing" in told
    (told,) = faults(tmp_path, ["name", "sets"], ["A", "3"])
    assert told.startswith("list.csv, row 2, column B (sets): a dose needs `reps`, `hold` or `time`")


@pytest.mark.parametrize("cell", [datetime.datetime(2026, 12, 10), datetime.date(2026, 12, 10)])
def test_a_date_that_excel_made_of_a_range_is_told(tmp_path, cell):
    (fault,) = taken(tmp_path, workbook(["name", "sets", "reps"], ["A", 3, cell])).faults
    assert "has made a date of it: `2026-12-10`" in fault.message


def test_a_column_that_is_not_known_is_told_and_left_out(tmp_path):
    changes = read(tmp_path, csv_text(",", ["name", "Colour"], ["A", "red"])).changes
    assert changes == {"column B (`Colour`) is not known, and is left out": 1}


def test_the_sheet_that_has_exercises_is_read(tmp_path):
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["Notes"])
    book.create_sheet("Second").append(["Name", "Steps"])
    book["Second"].append(["A", "Sit."])
    book.save(out)
    assert [entry.id for entry in read(tmp_path, out.getvalue()).entries] == ["a"]


@pytest.mark.parametrize(
    ("blob", "told"),
    [
        ("", "the first is: empty"),
        ("a,b\n1,2\n", "no row names the columns; the first is: a, b"),
        (b"PK nothing", "no workbook of Excel"),
        (damaged(lambda part: part.replace(b"<", b"&", 1)), "no workbook of Excel"),
        (damaged(lambda part: part.replace(b'rgb="', b'rgx="')), "no workbook of Excel"),
        (spoilt(workbook(CELLS, ROW)), "no workbook of Excel"),
        (b"\x00\x01", "no row names the columns"),
        (b"name\n\0\n" + b'"' + b"x" * 200_000, "is no CSV"),
        (b'name,summary\nA,"' + b"x" * 200_000, "line 2 is no CSV"),
    ],
)
def test_what_is_no_table_is_told(tmp_path, blob, told):
    findings = read(tmp_path, blob)
    assert findings.entries == []
    assert told in str(findings.faults[0])


@pytest.mark.parametrize("form", template.FORMS)
@pytest.mark.whole
def test_the_template_can_be_imported_as_it_is(tmp_path, form):
    findings = read(tmp_path, template.written(form), f"exercises.{form}")
    (entry,) = findings.entries
    assert not findings.changes
    assert "todo" not in entry.data
    outcome = bring_in(findings, tmp_path / "content")
    assert (outcome.new, outcome.faults) == (["wall-push-up"], [])


def test_another_file_is_another_source(tmp_path):
    bring_in(read(tmp_path, "name\nSquat\n", "ours.csv"), tmp_path / "content")
    other = read(tmp_path, "name,level\nSquat,expert\n", "theirs.csv")
    assert bring_in(other, tmp_path / "content").touched == ["squat"]
    newer = read(tmp_path, "name,level\nSquat,beginner\n", "ours.csv")
    assert bring_in(newer, tmp_path / "content").updated == ["squat"]


@pytest.mark.whole
def test_the_templates_cells_stay_text():
    sheet = openpyxl.load_workbook(io.BytesIO(template.written("xlsx"))).active
    assert {cell.number_format for row in sheet.iter_rows(max_row=50) for cell in row} == {"@"}


def test_without_the_library_csv_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    (fault,) = read(tmp_path, b"PK\x03\x04").faults
    assert 'pip install "unslouch[xlsx]"' in fault.hint


def test_columns_are_called_as_spreadsheets_call_them():
    assert [column_letter(index) for index in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]


def test_a_row_names_columns_if_one_is_for_the_name():
    assert judge(["Name", "Sets", "Sets", "?"]) == 2
    assert judge(["Sets", "Reps"]) == 0
    assert rows.SEPARATORS[0] == ","


def test_every_column_is_named_in_the_docs():
    text = (ROOT / "docs/guides/import.md").read_text(encoding="utf-8")
    named = {found.key for title in re.findall(r"`([^`\n]+)`", text) if (found := column(title))}
    assert set(COLUMNS) <= named


def test_a_second_column_of_a_kind_is_told_and_left_out(tmp_path):
    findings = read(tmp_path, csv_text(",", ["name", "muscles", "Target"], ["A", "glutes", "calves"]))
    assert findings.changes == {"column C (`Target`) names `primary` once more, and is left out": 1}
    assert findings.entries[0].data["muscles"] == {"primary": ["glutes"]}


def test_a_comma_without_quotes_is_told(tmp_path):
    outcome = taken(tmp_path, "name,steps\nA,Lift it, then lower it\nB,Sit,\n")
    assert [fault.place for fault in outcome.faults] == ["list.csv, row 2"]
    assert outcome.new == ["b"]


def test_a_formula_that_does_not_work_is_told(tmp_path):
    (told,) = faults(tmp_path, ["name", "summary"], ["A", "#REF!"])
    assert told.startswith("list.csv, row 2, column B (summary): a formula does not work here: `#REF!`")


def test_a_source_may_be_an_address_alone(tmp_path):
    (entry,) = read(tmp_path, csv_text(",", ["name", "source"], ["A", "https://example.org/"])).entries
    assert entry.data["sources"] == [{"title": "https://example.org/", "url": "https://example.org/"}]
    (told,) = faults(tmp_path, ["name", "source"], ["A", "A book"])
    assert told.startswith("list.csv, row 2, column B (source): `url` is missing")


NASTY = st.lists(
    st.sampled_from(
        ["\r\n", "\n", "{side}", "{{", "[a](javascript:x)", "- ", "#", ": ", "'", '"', "\\", "=1+1", "\ud800"]
    )
    | st.text(max_size=8),
    max_size=5,
).map("".join)


@given(st.lists(st.tuples(NASTY, NASTY, NASTY, NASTY), min_size=1, max_size=3), st.sampled_from(rows.SEPARATORS))
@often(0.3)
@pytest.mark.whole
def test_whatever_stands_in_cells_it_is_told_or_can_be_read(lines, separator):
    titled = [[f"Row {number} {name}", *cells] for number, (name, *cells) in enumerate(lines)]
    text = csv_text(separator, ["name", "steps", "summary", "cautions"], *titled)
    with TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        outcome = bring_in(read(Path(folder), text.encode("utf-8", "replace")), content)
        assert len(outcome.new) + len({fault.place.partition(", column")[0] for fault in outcome.faults}) >= len(lines)
        if outcome.new:
            (content / "safety.yml").write_bytes((CONTENT / "safety.yml").read_bytes())
            assert load_kept(content).errors == []


def test_a_character_that_no_page_can_show_is_taken_out(tmp_path):
    findings = read(tmp_path, "name,summary\nA,B\x07ell\n")
    bring_in(findings, tmp_path / "content")
    assert "summary: Bell\n" in (tmp_path / "content/exercises/a.yml").read_text(encoding="utf-8")
    assert findings.changes == {"a character that no page can show is taken out": 1}

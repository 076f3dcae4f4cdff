"""YAML files become data with places; whatever is in a file, nothing is raised and every problem is inside it."""

from __future__ import annotations

import os
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.helpers import CONTENT, load_kept, often
from unslouch.content import reader, yaml
from unslouch.content.problems import Problem, as_github_annotation, in_full

TODAY = date(2026, 11, 23)

SAMPLE = """\
name: Test move
steps:
  - Lie down.
  - text: "Rest, {side} first."
    figure: crossed
dose: {sets: 3, reps: [10, 12]}
easier: >-
  Two lines
  of text.
'quoted key':  'it''s'
"""


def document(text: str) -> yaml.Document:
    found, problems = yaml.parse(text, "file.yml")
    assert problems == []
    assert found is not None
    return found


def problems_of(text: str) -> list[Problem]:
    return yaml.parse(text, "file.yml")[1]


PLACES = [
    ((), (1, 1), "name"),
    (("name",), (1, 7), "Test move"),
    (("steps",), (3, 3), "- Lie down."),
    (("steps", 0), (3, 5), "Lie down."),
    (("steps", 1), (4, 5), "text"),
    (("steps", 1, "text"), (4, 11), '"Rest, {side} first."'),
    (("steps", 1, "figure"), (5, 13), "crossed"),
    (("dose",), (6, 7), "{sets"),
    (("dose", "sets"), (6, 14), "3"),
    (("dose", "reps", 1), (6, 28), "12"),
    (("easier",), (7, 9), ">-"),
    (("quoted key",), (10, 16), "'it''s'"),
]


@pytest.mark.parametrize(("path", "place", "there"), PLACES)
def test_every_value_knows_where_it_stands(path, place, there):
    problem = document(SAMPLE).problem(path, "wrong")
    assert (problem.line, problem.column) == place
    assert problem.excerpt[problem.column - 1 :].startswith(there)


@pytest.mark.parametrize(
    ("path", "place"), [(("name",), (1, 1)), (("steps", 1, "figure"), (5, 5)), (("dose", "sets"), (6, 8))]
)
def test_a_key_knows_where_it_stands(path, place):
    problem = document(SAMPLE).problem(path, "wrong", key=True)
    assert (problem.line, problem.column) == place
    assert problem.excerpt[problem.column - 1 :].startswith(path[-1])


def test_a_path_that_leads_nowhere_ends_at_the_last_thing_on_it():
    whole = document(SAMPLE)
    for path, place in (
        (("steps", 7), (3, 3)),
        (("steps", 1, "picture", "file"), (4, 5)),
        (("nothing",), (1, 1)),
        (("name", "first"), (1, 7)),
    ):
        problem = whole.problem(path, "wrong")
        assert (problem.line, problem.column) == place


def test_a_part_is_found_inside_a_value_also_on_a_later_line():
    whole = document(SAMPLE)
    for path, part, place in (
        (("steps", 1, "text"), "{side}", (4, 18)),
        (("easier",), "of text", (9, 3)),
        (("name",), "move", (1, 12)),
        (("name",), "not there", (1, 7)),
    ):
        problem = whole.problem(path, "wrong", part=part)
        assert (problem.line, problem.column) == place
        if part in problem.excerpt:
            assert problem.length == len(part)


def test_values_read_as_yaml_means_them():
    assert document(SAMPLE).data == {
        "name": "Test move",
        "steps": ["Lie down.", {"text": "Rest, {side} first.", "figure": "crossed"}],
        "dose": {"sets": 3, "reps": [10, 12]},
        "easier": "Two lines of text.",
        "quoted key": "it's",
    }
    plain = document('a: 1\nb: "1"\nc: 1.5\nd: ~\ne: true\nf: 2026-11-23\ng: -3\nh: ""\ni: =\nj: 30 s\n').data
    assert plain == {
        "a": 1,
        "b": "1",
        "c": 1.5,
        "d": None,
        "e": True,
        "f": date(2026, 11, 23),
        "g": -3,
        "h": "",
        "i": "=",
        "j": "30 s",
    }


def test_a_key_that_is_a_word_is_that_word():
    """YAML 1.1 reads `on` as true, which no key of the format is; editors that follow YAML 1.2 read the word."""
    document, problems = yaml.parse("on: 2026-12-01\nNo: a", "")
    assert problems == []
    assert document
    assert document.data == {"on": date(2026, 12, 1), "No": "a"}


def test_an_alias_holds_what_it_names_and_stands_where_it_is_written():
    whole = document("a: &x [one, two]\nb:   *x\n")
    assert whole.data == {"a": ["one", "two"], "b": ["one", "two"]}
    problem = whole.problem(("b",), "wrong")
    assert (problem.line, problem.column, problem.length) == (2, 6, 2)


def test_columns_count_characters_and_lines_what_editors_count():
    whole = document("é: 🤸 a\r\nü: b\rö: c\x85\u2028d\nä: {x: d}\u2029\ne: f\n")
    for path, place in ((("é",), (1, 4)), (("ü",), (2, 4)), (("ö",), (3, 4)), (("ä", "x"), (4, 8)), (("e",), (5, 4))):
        problem = whole.problem(path, "wrong")
        assert (problem.line, problem.column) == place


TRAPS = {
    "a: 1:30": (1, 4, "`1:30` as the number 90", "write 90 s"),
    "a: 1:2:3": (1, 4, "the number 3723", "quotes"),
    "a: 012": (1, 4, "`012` as the number 10", "write 12"),
    "a: 0o12\nb: 0x1F": (2, 4, "`0x1F` as the number 31", "plain digits"),
    "a: 0b11": (1, 4, "`0b11` as the number 3", "plain digits"),
    "a: 1_000": (1, 4, "`1_000` as the number 1000", "plain digits"),
    "a: 2026-02-30": (1, 4, "`2026-02-30` is not a date", "2026-11-23"),
    "a: 0x" + "f" * 5000: (1, 4, "too large a number", "quotes"),
    "a: 1" + "0" * 16: (1, 4, "too large a number", "quotes"),
    "1: a": (1, 1, "`1`, which YAML reads as the number 1", 'quotes: "1"'),
    "0: a": (1, 1, "`0`, which YAML reads as the number 0", 'quotes: "0"'),
    "1.5: a": (1, 1, "which YAML reads as the number 1.5", 'quotes: "1.5"'),
    "2026-11-23: a": (1, 1, "which YAML reads as a date", 'quotes: "2026-11-23"'),
    "~: a": (1, 1, "which YAML reads as nothing", 'quotes: "~"'),
    "[a]: b": (1, 1, "a key must be text", ""),
    "? {a: b}\n: c": (1, 3, "a key must be text", ""),
    "a: b\nc: d\na: e": (3, 1, "`a` is here twice; it stands on line 1", "keep one"),
    "a: &x {b: c}\nd:\n  <<: *x": (3, 3, "merge keys", "write the keys out"),
    "a: !!str b": (1, 4, "the tag", "the value alone"),
    "a: !thing b": (1, 4, "the tag `!thing`", "the value alone"),
    "a: !!set {b}": (1, 4, "the tag", "the value alone"),
    "a: *b": (1, 4, "`*b` names nothing", ""),
    "a: &b\n  - *b": (2, 5, "inside the very value", "write the value out"),
    "a: b: c": (1, 5, "a colon followed by a space", "in quotes"),
    "a: b\n  c: d": (2, 4, "a colon followed by a space", "in quotes"),
    "a: 'b' c": (1, 4, "a text that starts with `'`", "\"'b' c\""),
    'a: "b': (1, 6, "never closed", "close them"),
    "a: [b, c": (1, 9, "list in brackets is not closed", "[one, two]"),
    "a: {b: c": (1, 9, "mapping in braces is not closed", "{sets: 3"),
    "a: {b:, c}": (1, 6, "a colon needs a space", "{sets: 3"),
    "a:\n  - b\n  c: d": (3, 3, "a list item", "indentation"),
    "a: - b": (1, 4, "a list cannot start on this line", "[one, two]"),
    "a: [b,, c]": (1, 7, "a value was expected", "write one"),
    "a: >text": (1, 5, "starts on the next line", "indented"),
    "a: @b": (1, 4, "cannot start with this sign", "in quotes"),
    "a: `b`": (1, 4, "cannot start with this sign", "in quotes"),
    "a: *": (1, 5, "a meaning of their own", "in quotes"),
    "a: b\n%c: d": (2, 3, "cannot start with `%`", "in quotes"),
    'a: "\\d"': (1, 5, "a backslash has a meaning of its own", "single quotes"),
    'a: "\\ud800"': (1, 7, "a backslash has a meaning of its own", "single quotes"),
    "a: ? b": (1, 4, "a question mark", "in quotes"),
    "{a: b}\nc: d": (2, 1, "has ended before this line", "braces"),
    "a: b\n\tc: d": (2, 1, "a tab", "spaces"),
    "a: b\n  \t# c": (2, 3, "a tab", "spaces"),
    "a: b\n---\nc: d": (2, 1, "second document", "a file of its own"),
    "a: é \x07": (1, 6, "not allowed in YAML", "delete it"),
    "é: a\r\né: b\x00": (2, 5, "not allowed in YAML", "delete it"),
    'a: "java\\x7Fscript: b"': (1, 9, "`\\x7F` stands for a control character", "delete it"),
    'é: "a\\\\x7F\n  b\\u0007c\\U00000000"': (2, 4, "`\\u0007` stands for a control character", "delete it"),
    'a: [b, "\\e"]': (1, 9, "`\\e` stands for a control character", "delete it"),
    '"a\\uFFFE": b': (1, 3, "`\\uFFFE` stands for a control character", "delete it"),
    "": (1, 1, "empty", "unslouch new"),
    "\n\n# only a remark\n": (1, 1, "empty", "unslouch new"),
    "~": (1, 1, "empty", "unslouch new"),
    "---\n...\n": (1, 1, "empty", "unslouch new"),
}


@pytest.mark.parametrize("text", TRAPS, ids=lambda text: repr(text[:24]))
def test_a_trap_is_named_at_its_place(text):
    line, column, message, hint = TRAPS[text]
    (problem,) = problems_of(text)
    assert (problem.line, problem.column) == (line, column)
    assert message in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize(
    "text", ["a: '1:30'", 'a: "012"', '"no": a', "a: 12:30 today", "a: 0", "a: 1.5", "a: no one", "a: -5"]
)
def test_what_is_in_quotes_or_plainly_meant_is_no_trap(text):
    assert problems_of(text) == []


BYTES = {
    b"name: caf\xe9\n": (1, 10),
    b"\xef\xbb\xbfa: b\nc: \xff": (2, 4),
    "é: ü\r\nö: ".encode() + b"\xc3": (2, 4),
    "a: b\x0bc\x1cd\né: ".encode() + b"\xff\n": (2, 4),
    "\ufeffname: x".encode("utf-16"): (1, 1),
}


@pytest.mark.parametrize("blob", BYTES)
def test_bytes_that_are_not_utf8_are_told_of_where_they_are(blob, tmp_path):
    (tmp_path / "a.yml").write_bytes(blob)
    found, (problem,) = yaml.read(tmp_path / "a.yml", "a.yml")
    assert found is None
    assert (problem.line, problem.column) == BYTES[blob]
    assert "UTF-8" in problem.message


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path):
    (tmp_path / "a.yml").write_bytes(b"\xef\xbb\xbfname: x\n")
    found, problems = yaml.read(tmp_path / "a.yml", "a.yml")
    assert problems == []
    assert found is not None
    assert found.data == {"name": "x"}


def test_a_byte_order_mark_within_a_text_is_taken_out_when_it_is_read():
    assert document("a: java\ufeffscript\nb: \ufeff3\n'c\ufeff': \"\\uFEFFd\"").data == {
        "a": "javascript",
        "b": 3,
        "c": "d",
    }


def test_a_text_with_a_control_character_comes_without_it():
    found, problems = yaml.parse('a: "java\\x7F\\vscript"', "file.yml")
    assert found.data == {"a": "javascript"}
    assert len(problems) == 1


def test_a_file_is_read_up_to_its_limit_and_no_further(tmp_path):
    path = tmp_path / "a.yml"
    path.write_text("a: b\n".ljust(yaml.LARGEST_FILE, "#"))
    assert yaml.read(path, "a.yml")[1] == []
    path.write_text("a: b\n".ljust(yaml.LARGEST_FILE + 1, "#"))
    assert "256 KiB" in yaml.read(path, "a.yml")[1][0].message


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path):
    found, (problem,) = yaml.read(tmp_path / "missing.yml", "a.yml")
    assert found is None
    assert "cannot be read" in problem.message


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
def test_what_is_no_file_is_told_and_not_waited_for(tmp_path, make):
    make(tmp_path / "a.yml")
    found, (problem,) = yaml.read(tmp_path / "a.yml", "a.yml")
    assert found is None
    assert "this is no file" in problem.message


@pytest.mark.parametrize("pattern", ["[{}]", "{{a: {}}}", "[[{}], b]"])
def test_depth_has_a_limit(pattern):
    def nested(depth: int) -> str:
        text = "x"
        for _ in range(depth):
            text = pattern.format(text)
        return text

    opened = pattern.count("[") + pattern.count("{{")
    deepest = reader.DEEPEST_NESTING // opened
    assert problems_of(nested(deepest)) == []
    (problem,) = problems_of(nested(deepest + 1))
    assert "nested more than 40 deep" in problem.message


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[{a: ", "&a [", "!x [", "a: {"])
def test_depth_without_end_is_a_problem_and_no_crash(opening):
    assert problems_of(opening * 20_000)


@pytest.mark.whole
def test_the_number_of_values_has_a_limit_that_counts_aliases():
    together = reader.MOST_TOGETHER

    def holding(values: int) -> str:
        lists, rest = divmod(values - 1, together + 1)
        return "[" + f"[{'1,' * together}]," * lists + "1," * rest + "]"

    assert problems_of(holding(reader.MOST_VALUES)) == []
    assert "20,000 values" in problems_of(holding(reader.MOST_VALUES + 1))[0].message
    hundred = f"a: &a [{'1,' * 100}]\n"
    assert problems_of(hundred + "b: [" + "*a," * 190 + "]") == []
    assert "aliases counted" in problems_of(hundred + "b: [" + "*a," * 200 + "]")[0].message


@pytest.mark.parametrize(("one", "what"), [("- 1\n", "items in this list"), ("a{}: 1\n", "keys in this mapping")])
def test_a_list_and_a_mapping_have_an_end(one, what):
    many = [one.format(number) for number in range(reader.MOST_TOGETHER + 1)]
    assert problems_of("".join(many[1:])) == []
    (problem,) = problems_of("".join(many))
    assert f"more than 300 {what}" in problem.message


@given(st.integers(2, 30), st.integers(2, 30))
def test_aliases_of_aliases_are_counted_before_they_grow(width, levels):
    text = "a0: &a0 [1]\n" + "".join(
        f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * width)}]\n" for n in range(1, levels + 1)
    )
    found, problems = yaml.parse(text, "file.yml")
    values = size = 2
    for _ in range(levels):
        size = 1 + width * size
        values += size
    if values < reader.MOST_VALUES // 4:
        assert problems == []
    if values > reader.MOST_VALUES:
        assert found is None
        assert problems


def assert_inside(problems: list[Problem], text: str) -> None:
    """Every problem is at a character of the file (or right behind a line), and can be shown."""
    lines = re.split("\r\n|[\r\n]", text)
    for problem in problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert problem.length >= 1
        assert problem.message
        assert all(sign.isprintable() or sign == "\n" for sign in in_full(problem))
        assert "\n" not in as_github_annotation(problem)


SIGNS = [
    *"[]{},:-#&*!|>'\"%@`?~=<\\ \t\n\r\x85\u2028\ufeff\x00\x07é🤸a0",
    *("\r\n", ": ", "- ", "\n  ", "&a ", "*a", "---\n", "...\n", "!!int ", "!<", "0x", "1:3", "<<: ", "2026-02-30"),
    *("a: ", "[a, ", "{a: b", "? ", ">-\n", "|2\n", '"\\', "%YAML 1.1\n", "no", "12", "x: y\n"),
]
ANY_TEXT = st.text(max_size=40) | st.lists(st.sampled_from(SIGNS), max_size=16).map("".join)


@often(6)
@given(ANY_TEXT)
@example("é" * 30 + "\x00")
@example("\ufeff\ufeffa: b: c")
@example("a: b\x85\x85[")
@example("!")
@example('"\\e[31m": a\n"\\e[31m": a')
@pytest.mark.whole
def test_any_text_gives_a_value_or_problems_inside_it(text):
    found, problems = yaml.parse(text, "file.yml")
    assert found is not None or problems
    assert_inside(problems, text)


@pytest.mark.long
@often(3)
@given(st.binary(max_size=40) | ANY_TEXT.map(str.encode))
@example(b"\xef\xbb\xbf\xff")
@example(b"\xff\xfea\x00:\x00 \x00b\x00")
def test_any_bytes_give_a_value_or_problems_inside_the_file(tmp_path_factory, blob):
    path = tmp_path_factory.getbasetemp() / "any.yml"
    path.write_bytes(blob)
    found, problems = yaml.read(path, "any.yml")
    assert found is not None or problems
    assert_inside(problems, blob.decode("utf-8-sig", "replace"))


WORDS = """no on 1:30 012 ~ null [] {} - ! @ % ` " ' | > ? & * = << 0 -3 1.5 1e9 .inf .nan 1_000 0x10 ² ٣ 12-10
[a] {a:b} {a:[b,{c:d}]} [[[]]] "\\0" "\\n" '' !!int !x &a *a 2026-02-30 2026-11-23 30 45 s {side} {{x}} é
[x](javascript:1) [x](http://[) [x](&#99999999999;) ../../x.jpg /etc/passwd x.jpg donkey-kick start glutes"""
PHRASES = ["", "2026-11-23 10:00:00", "30 s", "a: b", "# a", "\x00", "\t", "\u2028", "word " * 500]
ENDLESS = ["9" * 400, "9" * 5000, "0x" + "f" * 5000, "🤸" * 120 + ".jpg", "x" * 300]
SCALARS = st.sampled_from([*WORDS.split(), *PHRASES, *ENDLESS]) | st.text(max_size=12)


@st.composite
def spoiled(draw: st.DrawFn, texts: list[str]) -> str:
    """A real file with a few lines deleted, doubled, moved sideways or given another value."""
    lines = draw(st.sampled_from(texts)).split("\n")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        match draw(st.sampled_from(["delete", "double", "indent", "dedent", "replace", "replace", "word", "insert"])):
            case "delete" if len(lines) > 1:
                del lines[at]
            case "double":
                lines.insert(at, line)
            case "indent":
                lines[at] = " " * draw(st.integers(1, 5)) + line
            case "dedent":
                lines[at] = line.lstrip()
            case "replace":
                key, separator, _ = line.partition(": " if ": " in line else "- ")
                lines[at] = key + separator + draw(SCALARS)
            case "word":
                words = list(re.finditer(r"[\w.-]+", line))
                if words:
                    word = draw(st.sampled_from(words))
                    lines[at] = line[: word.start()] + draw(SCALARS) + line[word.end() :]
            case "insert":
                cut = draw(st.integers(0, len(line)))
                lines[at] = line[:cut] + draw(st.sampled_from(SIGNS)) + line[cut:]
    return "\n".join(lines)


EXERCISES = [path.read_text(encoding="utf-8") for path in sorted((CONTENT / "exercises").glob("*.yml"))]
ROUTINES = [path.read_text(encoding="utf-8") for path in sorted((CONTENT / "routines").glob("*.yml"))]
SAFETY = (CONTENT / "safety.yml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def bare(tmp_path_factory) -> Path:
    """A content folder with nothing but the safety notes."""
    content = tmp_path_factory.mktemp("spoiled") / "content"
    for folder in ("exercises", "routines"):
        (content / folder).mkdir(parents=True)
    shutil.copy(CONTENT / "safety.yml", content)
    return content


def assert_told(content: Path, file: str, text: str) -> None:
    """However ``file`` is written, loading ends in a library or in problems inside that file."""
    blob = text.encode()
    (content / file).write_bytes(blob)
    reading = load_kept(content, today=TODAY, shown_from=content)
    assert (reading.library is None) == bool(reading.errors)
    assert {problem.file for problem in reading.problems} <= {file}
    assert_inside(reading.problems, blob.decode("utf-8-sig"))
    for problem in reading.problems:
        assert not re.search("pydantic|Error|Input should|should match|<class|object at", problem.message)


OFTEN = often(2.5)


@OFTEN
@given(spoiled(EXERCISES))
@example(EXERCISES[0].replace("sets: 2", "sets: ²"))
@example(EXERCISES[0].replace("sets: 2", "sets: " + "9" * 5000))
@example(EXERCISES[0] + "images: [{file: " + "🤸" * 120 + ".jpg, alt: a, credit: b, licence: c}]\n")
@example(EXERCISES[0] + "aliases: [1, 0x" + "f" * 5000 + "]\n")
@pytest.mark.whole
def test_a_spoiled_exercise_ends_in_problems_and_never_in_an_exception(bare, text):
    assert_told(bare, "exercises/x.yml", text)


@OFTEN
@given(spoiled(ROUTINES))
@pytest.mark.whole
def test_a_spoiled_routine_ends_in_problems_and_never_in_an_exception(bare, text):
    (bare / "exercises/x.yml").unlink(missing_ok=True)
    try:
        assert_told(bare, "routines/x.yml", text)
    finally:
        (bare / "routines/x.yml").unlink()


@OFTEN
@given(spoiled([SAFETY]))
@pytest.mark.whole
def test_spoiled_safety_notes_end_in_problems_and_never_in_an_exception(bare, text):
    (bare / "exercises/x.yml").unlink(missing_ok=True)
    try:
        assert_told(bare, "safety.yml", text)
    finally:
        (bare / "safety.yml").write_text(SAFETY, encoding="utf-8")

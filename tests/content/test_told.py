"""What is told of a file that cannot be taken as it is, to the letter: where, how far the line beneath goes, words, way out."""

from __future__ import annotations

import pytest

from unslouch.content import reader, yaml
from unslouch.content.problems import WARNING, Problem

FILE = "content/exercises/one.yml"
TOLD = [
    ("", (1, 1, 1), "the file is empty", "`unslouch new exercise NAME` writes a file to start from"),
    ("---\n---\n", (1, 1, 1), "the file is empty", "`unslouch new exercise NAME` writes a file to start from"),
    (
        "a: b\n---\nc: d",
        (2, 1, 3),
        "a second document starts here",
        "one document a file: put it into a file of its own",
    ),
    ('a: !x "b\n    long enough"', (1, 4, 1), "the tag `!x` is not used here", "write the value alone"),
    ("? [a,\n       b]\n: c", (1, 3, 1), "a key must be text; this one is `['a', 'b']`", ""),
    ("{a: b,\n        a: c}", (2, 9, 1), "the key `a` is here twice; it stands on line 1 already", "keep one"),
    ("\t", (1, 1, 1), "text cannot start with this sign", 'put the text in quotes: "…"'),
    ("\t\n\n", (1, 1, 1), "text cannot start with this sign", 'put the text in quotes: "…"'),
    ("a: &x [*x]", (1, 8, 2), "`*x` stands inside the very value it names", "write the value out"),
    ("a: *y", (1, 4, 2), "`*y` names nothing: there is no `&y` before it", ""),
    ("a: !tag b", (1, 4, 6), "the tag `!tag` is not used here", "write the value alone"),
    (
        "a: &x {b: c}\nd: *x\ne: *x\ne: 1",
        (4, 1, 1),
        "the key `e` is here twice; it stands on line 3 already",
        "keep one",
    ),
    ('a: "x\\x01y"', (1, 6, 4), "`\\x01` stands for a control character, which no page can show", "delete it"),
    ('a: "one\n  two \\x7F"', (2, 7, 4), "`\\x7F` stands for a control character, which no page can show", "delete it"),
    (
        'b: "\\x01"\na: "one\n  two"',
        (1, 5, 4),
        "`\\x01` stands for a control character, which no page can show",
        "delete it",
    ),
    ('a: "\\\n  \\x02"', (2, 3, 4), "`\\x02` stands for a control character, which no page can show", "delete it"),
    ("[a]: b", (1, 1, 1), "a key must be text; this one is `['a']`", ""),
    (
        "1: b",
        (1, 1, 1),
        "a key must be text; this one is `1`, which YAML reads as the number 1",
        'if the word itself is meant, put it in quotes: "1"',
    ),
    (
        "2026-11-23: b",
        (1, 1, 10),
        "a key must be text; this one is `2026-11-23`, which YAML reads as a date",
        'if the word itself is meant, put it in quotes: "2026-11-23"',
    ),
    ("? \n: b", (1, 2, 1), "a key must be text; this one is ``, which YAML reads as nothing", ""),
    ("a: 2026-13-01", (1, 4, 10), "`2026-13-01` is not a date of the calendar", "write it as 2026-11-23"),
    (
        "a: 99999999999999999999",
        (1, 4, 20),
        "`99999999999999999999` is too large a number",
        "put it in quotes if it is text",
    ),
    ("a: 1_000", (1, 4, 5), "YAML reads `1_000` as the number 1000", "write the number in plain digits"),
    ("a: 0x1F", (1, 4, 4), "YAML reads `0x1F` as the number 31", "write the number in plain digits"),
    (
        "a: [Leave it out, when sore, or stiff.]",
        (1, 19, 9),
        "this comma splits a sentence: what follows is an item of its own",
        'put the whole sentence in quotes: "Leave it out, when sore, or stiff."',
    ),
    (
        "a: {text: Leave it out, when sore, source: x}",
        (1, 25, 9),
        "the comma before `when sore` ends the text",
        'put the text in quotes: "Leave it out, when sore"',
    ),
    ("a:\n  - [b\n", (2, 7, 1), "a list in brackets is not closed", "as in [one, two]"),
    ('a: "b', (1, 6, 1), "quotes are opened and never closed", "close them on the same line"),
    ("a: [b, c", (1, 9, 1), "a list in brackets is not closed", "as in [one, two]"),
    ("a\tb: c\n\td: e", (2, 1, 1), "a tab is used as indentation", "indent with spaces, two a level"),
    (
        "a: |\n  one\n  two\n\x01",
        (4, 1, 1),
        "this character is not allowed in YAML",
        "delete it or write it as an escape",
    ),
    ("a: {<<: b}", (1, 5, 2), "merge keys (`<<`) are not used here", "write the keys out"),
    ("b: 1\n<<: {a: 1}", (2, 1, 2), "merge keys (`<<`) are not used here", "write the keys out"),
    ("a: b: c", (1, 5, 1), "a colon followed by a space starts a new value here", 'put text that holds ": " in quotes'),
    ("- a\nb: c", (2, 1, 1), "a list item (`- `) was expected here", "check the indentation"),
    ("a: @b", (1, 4, 1), "text cannot start with this sign", 'put the text in quotes: "…"'),
    ("a: %b", (1, 4, 1), "text cannot start with this sign", 'put the text in quotes: "…"'),
    (
        '"a" b: c',
        (1, 1, 8),
        'a text that starts with `"` needs quotes around it',
        "put the text in quotes: \"'a' b: c\"",
    ),
    ("{a: b", (1, 6, 1), "a mapping in braces is not closed", "as in {sets: 3, reps: 12}"),
    (
        "a: b\n c: d",
        (2, 3, 1),
        "a colon followed by a space starts a new value here",
        'put text that holds ": " in quotes',
    ),
    (
        "key_that_is_longer_than_thirty_letters_is_cut: 1\nkey_that_is_longer_than_thirty_letters_is_cut: 2",
        (2, 1, 45),
        "the key `key_that_is_longer_than_thirty_letters_is_cut` is here twice; it stands on line 1 already",
        "keep one",
    ),
    (
        "[abcdefghij, abcdefghij, abcdefgh]: 1",
        (1, 1, 1),
        "a key must be text; this one is `['abcdefghij', 'abcdefghij', …`",
        "",
    ),
    (
        "123456789012345678901234567890: 1",
        (1, 1, 30),
        "`123456789012345678901234567890` is too large a number",
        "put it in quotes if it is text",
    ),
    (
        "1234567890123456789012345678901: 1",
        (1, 1, 31),
        "`12345678901234567890123456789…` is too large a number",
        "put it in quotes if it is text",
    ),
    ("[1, 2]:\n  b", (1, 1, 1), "a key must be text; this one is `[1, 2]`", ""),
    ("a: b\n---\nc", (2, 1, 3), "a second document starts here", "one document a file: put it into a file of its own"),
    ("? [a,\n  b]\n: c", (1, 3, 1), "a key must be text; this one is `['a', 'b']`", ""),
    (
        "a: [Leave it out, when\n  sore, or stiff.]",
        (1, 19, 1),
        "this comma splits a sentence: what follows is an item of its own",
        'put the whole sentence in quotes: "Leave it out, when sore, or stiff."',
    ),
    (
        'a: "one\\\n  two\\x02"\n',
        (2, 6, 4),
        "`\\x02` stands for a control character, which no page can show",
        "delete it",
    ),
    ("\n\n[", (3, 2, 1), "a value was expected here", "write one, or take the sign away"),
    (
        "a: Hold band #2 in both hands",
        (1, 14, 1),
        "YAML takes everything from this ` #` on as a remark: the text ends before it",
        'put the text in quotes: "Hold band #2 in both hands"; behind the # of a remark, put a space',
    ),
    (
        '"#1": Hold band #2 in #3 hands',
        (1, 17, 1),
        "YAML takes everything from this ` #` on as a remark: the text ends before it",
        'put the text in quotes: "Hold band #2 in #3 hands"; behind the # of a remark, put a space',
    ),
    ("a: " + "[" * 41 + "]" * 41, (1, 44, 1), "values are nested more than 40 deep", ""),
    # An escape in a text of several lines, before it and in each of them.
    ('"\\x41": "b\n \\x01"', (2, 2, 4), "`\\x01` stands for a control character, which no page can show", "delete it"),
    ('a: "b\n\\x01 c"', (2, 1, 4), "`\\x01` stands for a control character, which no page can show", "delete it"),
]
"""Text → line, column and length from 1, the message, the hint."""


@pytest.mark.parametrize(("text", "place", "message", "hint"), TOLD)
def test_what_is_wrong_is_told_to_the_letter(text, place, message, hint):
    _, (told,) = yaml.parse(text, FILE)
    assert (told.file, told.message, told.hint) == (FILE, message, hint)
    assert (told.line, told.column, told.length) == place
    assert told.excerpt == text.splitlines()[told.line - 1] if text else not told.excerpt
    assert (told.severity == WARNING) == message.startswith("this comma splits")


WHOLE = [
    (b"a: " + b"b" * 300_000, "the file is larger than 256 KiB", "one exercise or routine a file; split it"),
    (b"a: caf\xe9", "this byte is not UTF-8", "save the file with the encoding UTF-8"),
]


@pytest.mark.parametrize(("blob", "message", "hint"), WHOLE)
def test_a_file_that_is_none_of_ours_is_told_to_the_letter(blob, message, hint):
    document, (told,) = yaml.read(blob, FILE)
    assert document is None
    assert (told.file, told.message, told.hint) == (FILE, message, hint)


def test_a_file_is_read_to_one_byte_past_its_limit(tmp_path):
    long = tmp_path / "long.yml"
    long.write_bytes(b"a" * (yaml.LARGEST_FILE + 10))
    taken = yaml._bytes(long)
    assert taken is not None
    assert len(taken) == yaml.LARGEST_FILE + 1


def test_what_is_not_there_or_is_a_folder_is_told_to_the_letter(tmp_path):
    folder = Problem.of_file(FILE, "this is no file, and one is needed here", "put a file of this name here")
    absent = Problem.of_file(FILE, "the file cannot be read: No such file or directory")
    assert yaml.read(tmp_path, FILE) == (None, [folder])
    assert yaml.read(tmp_path / "absent.yml", FILE) == (None, [absent])


def test_an_alias_is_what_it_names_with_all_that_is_within():
    document, problems = yaml.parse("a: &x {b: c, d: 'e'}\nf: *x\ng: &y 5\nh: *y", FILE)
    assert problems == []
    assert document
    first, second = (document.root.children[key] for key in "af")
    assert (first.children, first.keys) == (second.children, second.keys)
    assert document.root.children["h"].raw == document.root.children["g"].raw == "5"


def test_each_control_character_is_told_where_it_stands():
    _, told = yaml.parse('b: "x\\x01"\na: "\\x02"\nc: "d\ne"', FILE)
    assert [(one.line, one.column, one.length) for one in told] == [(1, 6, 4), (2, 5, 4)]


def test_the_largest_number_is_a_number_and_the_next_is_told():
    largest = reader.LARGEST_NUMBER
    document, problems = yaml.parse(f"a: {largest}\nb: -{largest}", FILE)
    assert document
    assert (document.root.children["a"].value, problems) == (largest, [])
    assert [one.line for one in yaml.parse(f"a: {largest + 1}\nb: -{largest + 1}", FILE)[1]] == [1, 2]


def test_the_mark_that_says_a_text_is_a_text_is_no_tag():
    document, problems = yaml.parse("a: ! b", FILE)
    assert document
    assert (document.root.children["a"].value, problems) == ("b", [])


@pytest.mark.parametrize("text", ["{a: 1, b c}", "{a: b c, 5}", "{a: b c, d}", "{a: b c, d e: }"])
def test_only_words_behind_a_text_are_the_rest_of_it(text):
    assert all("this comma splits" not in one.message for one in yaml.parse(text, FILE)[1])


def test_a_text_that_ends_the_file_has_no_remark_behind_it():
    assert yaml.parse("a: b c d e f", FILE)[1] == yaml.parse("a: |\n  b c d e f", FILE)[1] == []

"""What YAML means by a sign or a word, and nobody expects."""

from __future__ import annotations

from random import Random

import yaml

from tests.hostile.corpus import Folder
from tests.hostile.mutators import change_lines, change_scalar, change_value, mutator, put_in, slow


def _in_place(name: str, *written: str) -> None:
    """A mutator that puts one of these in the place of a value, as it is written."""

    def change(rng: Random, folder: Folder) -> None:
        change_scalar(rng, folder, lambda _: rng.choice(written))

    change.__name__ = name
    mutator(change)


_in_place("norway", "no", "NO", "yes", "on", "Off", "y", "n", "True", "FALSE", "~", "null", "Null", "")
_in_place("sexagesimal", "1:30", "190:20:30", "12:59:59.5", "1:30-2:00", "22:22", "-1:30", "0:0")
_in_place("octal", "012", "0o12", "08", "0x1F", "0b101", "007", "1_000", "+12", "-0", "0_", "0x")
_in_place("dates", "2026-11-23", "2026-02-30", "2026-11-23 12:00:00", "0000-01-01", "9999-12-31", "2026-11-23T1:2:3Z",
          "2026-11-23 12:00:00 +99:99", "0001-01-01", "10000-01-01", "2026-11-23t00:00:00.123456789-12")  # fmt: skip
_in_place("numbers", ".inf", "-.inf", ".nan", "1e400", "1e-400", "-0.0", "9" * 30, "9" * 5000, "1.", ".5", "1e3", "+.5",
          "685_230.15", "1.5e+3", "0.1e", "1__0", "½", "١٢", "１２")  # fmt: skip
_in_place("tags", "!!str x", "!!int x", "!!python/object/apply:os.system [id]", "!x y", "! x", "!!binary AAAA", "!<x> y",
          "!!set {a, b}", "!!omap [a: b]", "!!null x", "!!float x", "!!timestamp x", "!!bool maybe", "!")  # fmt: skip
_in_place("anchors", "&a x", "*a", "&a", "*", "&", "&a *a", "&a [*a]", "&a {x: *a}", "*name", "&a &b x", "&é x")
_in_place("leading_signs", "*so* it is", "&c", "!wow", "%a", "@home", "`code`", "|x", ">x", "- x", "? x", ": x", "#x",
          "[a", "{a", "]a", "}a", ", a", "'a", '"a', "'a' b", '"a" b', "-x", "?x", ":x", "=", "<<", "---", "...")  # fmt: skip
_in_place("flow", "{a: b", "[a, b", "{a, b}", "[a: b]", "{a: b, a: c}", "[,]", "{,}", "{:}", "[{}]", "{a: }", "{[a]: b}",
          "[a, b]: c", "{? a : b}", '{"a":b}', "[a,,b]", "{a: b}c", "[a] b", "[]", "{}", "{a: [b}]")  # fmt: skip
_in_place("escapes", r'"\x"', r'"\xg0"', r'"\u12"', r'"\U00110000"', r'"\UFFFFFFFF"', r'"\ud800"', r'"\0"', r'"\e[31m"',
          r'"\N\_\L\P"', r'"\q"', '"\\', r'"a\nb"', r'"\t"', r'"\ud83d\ude00"', r'"\U0010FFFF"', r'"\x7f\x85"')  # fmt: skip
_in_place("block_scalars", "|", ">", "|-\n", "|+\n\n\n", ">-\n    a\n   b", "|9\n  x", "|0\n x", ">2-\n    x", "| # x\n  y",
          "|\n\tx", ">\n    a\n\n     b\n    c", "|-9", "||", ">>", "|2\n   a\n  b")  # fmt: skip
_in_place("colons_and_remarks", "a: b", "a :b", "a: b: c", "x #y", "x # y", "#", "a:b", ":a", "a:", "a: ", "c #1: d",
          "http://x: y", "12:30 # x", "a\n  b: c", "a #b\n  c")  # fmt: skip
_in_place("keys", "? a\n: b", "? [a]\n: b", "? {a: b}\n: c", "1: 2", "null: 3", "~: 4", "2026-11-23: x", "true: y", "'': z",
          "[a]: b", "{a: b}: c", "\n  ? |\n    x\n  : y", "<<: {a: b}", "\n  <<: *a", "\n  a: 1\n  a: 2")  # fmt: skip


@mutator
def directives(rng: Random, folder: Folder) -> None:
    path = folder.any(rng)
    line = rng.choice(
        ["%YAML 1.1", "%YAML 9.9", "%TAG ! tag:x,2000:", "%TAG !! x", "%FOO", "%", "%YAML", "%YAML 1.1\n%YAML 1.2"]
    )
    folder.set(path, f"{line}\n{rng.choice(['---', '', '--- |'])}\n{folder.text(path)}")


@mutator
def documents(rng: Random, folder: Folder) -> None:
    sign = rng.choice(["---", "...", "--- x", "---\n---", "...\n---", "--- |", "--- !x", "... x", "---\tx"])
    change_lines(rng, folder, lambda lines, number: lines.insert(number, sign))


@mutator
def duplicate_key(rng: Random, folder: Folder) -> None:
    path = folder.any(rng)
    lines = folder.text(path).split("\n")
    line = rng.choice([line for line in lines if ":" in line])
    folder.set(path, "\n".join(lines) + f"\n{line}\n")


@mutator
def tabs(rng: Random, folder: Folder) -> None:
    def change(lines: list[str], number: int) -> None:
        bare = lines[number].lstrip(" ")
        lines[number] = rng.choice(
            [f"\t{bare}", lines[number].replace(" ", "\t"), put_in(rng, lines[number], "\t"), " \t" + bare]
        )

    change_lines(rng, folder, change)


@mutator
def indentation(rng: Random, folder: Folder) -> None:
    def change(lines: list[str], number: int) -> None:
        lines[number] = rng.choice(
            [
                " " + lines[number],
                "    " + lines[number],
                lines[number][1:],
                lines[number].lstrip(),
                " " * 300 + lines[number],
            ]
        )

    change_lines(rng, folder, change)


@mutator
def lost_sign(rng: Random, folder: Folder) -> None:
    path = folder.any(rng)
    text = folder.text(path)
    places = [place for place, sign in enumerate(text) if sign in "\"'{}[]:,-#|>&*\n"]
    place = rng.choice(places)
    folder.set(path, text[:place] + text[place + 1 :])


@mutator
def more_signs(rng: Random, folder: Folder) -> None:
    path = folder.any(rng)
    text = folder.text(path)
    for _ in range(rng.choice([1, 1, 2, 5])):
        text = put_in(rng, text, rng.choice("\"'{}[]:,-#|>&*!%@`?~=<\\\n \t") * rng.choice([1, 1, 2, 3]))
    folder.set(path, text)


@mutator
def another_style(rng: Random, folder: Folder) -> None:
    path = folder.any(rng)
    how = {
        "default_flow_style": rng.choice([True, False, None]),
        "default_style": rng.choice([None, '"', "'", "|", ">"]),
    }
    how |= {
        "width": rng.choice([1, 20, 10_000]),
        "indent": rng.choice([2, 9]),
        "line_break": rng.choice(["\n", "\r\n", "\r"]),
    }
    how |= {"explicit_start": rng.choice([True, False]), "explicit_end": rng.choice([True, False])}
    folder.dump(path, folder.data(path), **how | {"allow_unicode": rng.choice([True, False])})


@mutator
def pasted_bullets(rng: Random, folder: Folder) -> None:
    sign = rng.choice(["•", "–", "1.", "10)", "‣", "*", "+", "(1)", "a."])
    path = folder.any(rng)
    folder.set(path, folder.text(path).replace("\n  - ", f"\n  {sign} ", rng.choice([1, 2, 99])))


@slow
def alias_bomb(rng: Random, folder: Folder) -> None:
    wide, high = rng.choice([(2, 30), (9, 9), (20, 5), (100, 3)])
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * wide)}]" for number in range(1, high)]
    path = folder.any(rng)
    folder.set(path, folder.text(path) + "\n" + "\n".join(lines) + "\n")


@mutator
def aliases_of_our_own(rng: Random, folder: Folder) -> None:
    shared = ["x"] * rng.choice([1, 30])
    change_value(rng, folder, lambda _: [shared, shared, {"a": shared}])


@mutator
def as_json(rng: Random, folder: Folder) -> None:
    path = folder.any(rng)
    text = yaml.dump(
        folder.data(path), Dumper=yaml.CSafeDumper, default_flow_style=True, default_style='"', width=10**6
    )
    folder.set(path, rng.choice([text, text[:-3], text + "x"]))

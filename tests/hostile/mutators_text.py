"""What a text may mean to Markdown, HTML, a template or a browser; texts without end; numbers and dates."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.hostile.corpus import Folder
from tests.hostile.mutators import change_text, change_value, mutator, put_in, slow

_MARKDOWN = [
    "# x", "> x", "- x", "1. x", "```\nx", "~~~", "***", "---", "===", "| a | b |", "[x]: y", "[^1]", "*[x]: y", ": x",
    "!!! note", "??? x", '=== "t"', "/// html", "$$x$$", "==x==", "^^x^^", "~~x~~", "++a++", ":smile:", "{++x++}", "{>>x<<}",
    "--8<-- 'x'", "[TOC]", "<!-- unslouch:safety -->", "\\", "\\*", "&amp;", "&#x;", "http://x", "a@b.c", "  \n", "**", "__",
    "*a **b* c**", "_" * 30, "*" * 30, "[" * 30, "](" * 30, "[a](b", "[a](<b>)", "[](x)", "[a]()", "![a](b)", "[[x]]",
]  # fmt: skip
_HTML = [
    "<script>x</script>", "<img src=x onerror=y>", "</li></ul>", "<!--", "-->", "]]>", "<?x?>", "<a href=x>", "</script>",
    "<style>", "<svg onload=x>", "&lt;b&gt;", '" onfocus="x', "' x='", "<x:y>", "</", "<", ">", '"', "'", "<br/>", "<b",
]  # fmt: skip
_TEMPLATES = [
    "{{ x }}",
    "{% raw %}",
    "{# x #}",
    "{{",
    "}}",
    "{%",
    "%}",
    "{",
    "}",
    "{{{",
    "${x}",
    "#{x}",
    "{0}",
    "%s",
    "{x!r}",
    "%(x)s",
]
_LINKS = [
    "javascript:x", "JaVaScRiPt:x", "java\tscript:x", "data:text/html,x", "//x", "/x", "\\\\x", "../../x", "..%2f..%2fx",
    "&#106;avascript:x", "http://", "http://[", "http://[::1", "http://x:99999999999", "https://x/" + "a" * 1500, "x" * 300,
    "mailto:", "#", "?", "a b", "http://x y", "(x)", "((", "é.md", "http://é", "file:x", "x:", ":", "%", "%zz", "%00",
]  # fmt: skip
_BLANKS = ["{side}", "{Side}", "{ side }", "{sides}", "{other side}", "{othr_side}", "{emergency_number}", "{emergency}",
           "{{side}}", "{side", "side}", "{left}", "{}", "{ }", "{side}{side}", "{{{side}}}", "{a{side}b}", "{SIDE_}"]  # fmt: skip
_AMOUNTS: list[Any] = [
    0, -1, 1, 9999, 10000, 10**15, 10**30, 1.5, "0", "1-", "-1", "3-1", "1-2-3", "1–2", "1 - 2", "10 000", "1e3", "30", "30s",
    "30 sec", "1 min 30 s", "1 min 90 s", "0 s", "9999 min", "1-2 min 3 s", "½ min", "a while", "none", "2x", "3 x 12",
    "3 sets", "12 reps", "as many as you can", "", [1, 2], {"low": 1}, True, "１２", "١٢", "0x10", "1:30", "5-10 s", "0-5",
]  # fmt: skip


def _among(name: str, *pieces: str) -> None:
    """A mutator that puts one of these into a text or in its place."""

    def change(rng: Random, folder: Folder) -> None:
        piece = rng.choice(pieces)
        change_text(
            rng,
            folder,
            lambda text: rng.choice([piece, f"{piece} {text}", f"{text} {piece}", put_in(rng, text, piece)]),
        )

    change.__name__ = name
    mutator(change)


_among("markdown", *_MARKDOWN)
_among("html", *_HTML)
_among("templates", *_TEMPLATES)
_among("blanks", *_BLANKS)
_among("link_addresses", *(f"[x]({address})" for address in _LINKS))


@mutator
def payloads(rng: Random, folder: Folder) -> None:
    """Several of all kinds, in any order."""
    all_of = [*_MARKDOWN, *_HTML, *_TEMPLATES, *_BLANKS, *(f"[x]({address})" for address in _LINKS)]
    pieces = "".join(rng.choice(all_of) + rng.choice(["", " ", "\n"]) for _ in range(rng.choice([2, 5, 12])))
    change_text(rng, folder, lambda _: pieces)


@mutator
def addresses(rng: Random, folder: Folder) -> None:
    change_value(rng, folder, lambda _: rng.choice(_LINKS), lambda value: isinstance(value, str) and "://" in value)


@mutator
def long_text(rng: Random, folder: Folder) -> None:
    letters = rng.choice([201, 2001, 30_000])
    filled = rng.choice(
        ["x", "word ", "*a* ", "[a](b) ", "{side} ", "<", "é", "“", "a. ", "_", "*_", "[", "\\", "膝", "\u200d", "{"]
    )
    change_text(rng, folder, lambda _: (filled * letters)[:letters])


@slow
def endless_text(rng: Random, folder: Folder) -> None:
    filled = rng.choice(
        ["x", "x ", "*", "[", "a #", ": ", '" ', "\\x", "{ ", "\n", "\n- ", "1. ", "\t", " ", "é", "#", "'"]
    )
    path = folder.any(rng)
    where, many = rng.choice(["name: ", "steps:\n  - ", ""]), rng.choice([60_000, 250_000, 300_000])
    folder.set(path, f"{folder.text(path)}\n{where}{(filled * many)[:many]}\n")


@mutator
def amounts(rng: Random, folder: Folder) -> None:
    path = rng.choice([folder.main(), "routines/session.yml"])
    data = folder.data(path)
    dose = data["dose"] if "dose" in data else data["blocks"][0]["exercises"][0]["dose"]
    key = rng.choice(
        [
            "sets",
            "reps",
            "hold",
            "time",
            "rest",
            "tempo",
            "unit",
            "load",
            "effort",
            "days_per_week",
            "times_per_day",
            "x",
        ]
    )
    dose[key] = rng.choice(_AMOUNTS)
    folder.dump(path, data)


@mutator
def counts(rng: Random, folder: Folder) -> None:
    data = folder.data("routines/session.yml")
    holder, key = rng.choice(
        [
            (data, "order"),
            (data, "times_per_day"),
            (data, "days_per_week"),
            (data["blocks"][0], "rounds"),
            (data["blocks"][1], "choose"),
        ]
    )
    holder[key] = rng.choice(_AMOUNTS)
    folder.dump("routines/session.yml", data)


@mutator
def statements(rng: Random, folder: Folder) -> None:
    path = folder.main()
    data = folder.data(path)
    data["cautions"] = [
        {
            "text": rng.choice(["Knee? Stop.", "?", "", "x" * 300]),
            "source": rng.choice(["common", [], ["nobody"], "nobody", 1, ["common", "common"]]),
            "card": rng.choice(["Knee? Stop.", "?", "", False, "x" * 201]),
            "about": rng.choice(["kneel", [], ["fly"], "fly", None, ["kneel", "kneel"]]),
        }
    ]
    folder.dump(path, data)


@mutator
def days(rng: Random, folder: Folder) -> None:
    import datetime

    path = folder.main()
    data = folder.data(path)
    data["reviewed"] = rng.choice(
        [datetime.date.min, datetime.date.max, datetime.datetime(2026, 1, 1, 1), "2026-11-23", 20261123]
    )
    data["reviews"] = [{"by": "A", "role": "b", "on": rng.choice([datetime.date.min, datetime.date.max, datetime.date(2026, 1, 1)]),
                        "due": rng.choice([datetime.date.min, datetime.date.max, None]), "words": rng.choice(["0" * 12, "x"])}]  # fmt: skip
    folder.dump(path, data)

"""How a file is written as bytes, and the characters that nobody sees, expects, or has a font for."""

from __future__ import annotations

import unicodedata
from random import Random

from tests.hostile.corpus import Folder
from tests.hostile.mutators import change_lines, change_text, mutator, put_in

_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\xad\u034f\u061c\u115f\u17b4\u180e\u3164\uffa0\ufe0f"
_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SPACES = "\xa0\u1680\u2000\u2003\u2007\u2009\u200a\u2028\u2029\u202f\u205f\u3000\x85\x0b\x0c\x1c\x1d\x1e\x1f"
_SCRIPTS = [
    "ارفع ركبتك اليمنى ببطء", "הרם את הברך", "घुटना उठाएँ", "膝を上げる", "提起膝盖", "무릎을 올리세요", "Поднимите колено",
    "Σηκώστε το γόνατο", "ยกเข่าขึ้น", "ជង្គង់", "முழங்கால்", "می‌خواهم", "İıŞğ ß ﬁ ǆ", "👩🏽‍🦽‍➡️ 🏋️‍♀️ 🇳🇴", "𝕳𝖎𝖕", "e\u0301\u0323a\u030a",
    "\U000e0041\U000e0042", "\U0001f1e6", "ᚠᛇᚻ", "\u0600\u06dd", "ｆｕｌｌ　ｗｉｄｔｈ", "\ue000side\ue001", "\ue000", "\U00100000",
]  # fmt: skip


def _bytes(name: str, *encodings: str) -> None:
    """A mutator that writes a file, with a letter or two beyond ASCII, in another encoding."""

    def change(rng: Random, folder: Folder) -> None:
        path = folder.any(rng)
        change_text(rng, folder, lambda text: put_in(rng, text, rng.choice(["é", "’", "“ü”", "–"])))
        folder.files[path] = folder.text(path).encode(rng.choice(encodings), "replace")

    change.__name__ = name
    mutator(change)


_bytes("latin_1", "latin-1", "iso8859-15", "mac-roman")
_bytes("windows", "cp1252", "cp437", "cp1251")
_bytes("utf_16", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be")
_bytes("asian", "shift_jis", "gb18030", "big5", "euc_kr", "utf-7", "iso2022_jp")


def _raw(name: str, *pieces: bytes) -> None:
    """A mutator that puts bytes into a file."""

    def change(rng: Random, folder: Folder) -> None:
        path = folder.any(rng)
        data = folder.files[path]
        place = rng.choice([0, rng.randrange(len(data)), len(data)])
        folder.files[path] = data[:place] + rng.choice(pieces) + data[place:]

    change.__name__ = name
    mutator(change)


_raw("byte_order_mark", b"\xef\xbb\xbf", b"\xef\xbb\xbf" * 2, b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\x00\x00")
_raw("broken_utf_8", b"\xff", b"\x80", b"\xc3", b"\xe2\x82", b"\xf0\x9f\x92", b"\xc3\x28", b"\xfe\xfe\xff\xff")
_raw("overlong", b"\xc0\xaf", b"\xc0\x80", b"\xe0\x80\xaf", b"\xf0\x80\x80\xaf", b"\xf8\x88\x80\x80\x80")
_raw("surrogates", b"\xed\xa0\x80", b"\xed\xa0\xbd\xed\xb8\x80", b"\xed\xbf\xbf", b"\xf4\x90\x80\x80")
_raw("nul", b"\x00", b"\x00" * 9, b"a\x00b")
_raw(
    "controls",
    *(bytes([code]) for code in (*range(1, 32), 127)),
    b"\x1b[31m",
    b"\x1b]0;x\x07",
    b"\xc2\x80",
    b"\xc2\x9b",
)
_raw(
    "no_characters",
    b"\xef\xbf\xbe",
    b"\xef\xbf\xbf",
    b"\xef\xb7\x90",
    b"\xf0\x9f\xbf\xbe",
    b"\xf4\x8f\xbf\xbf",
    b"\xef\xbf\xbd",
)


@mutator
def line_breaks(rng: Random, folder: Folder) -> None:
    path = folder.any(rng)
    sign = rng.choice(["\r\n", "\r", "\n\r", "\r\r\n", "\x85", "\u2028", "\u2029", "\x0b", "\x0c"])
    lines = folder.text(path).split("\n")
    folder.set(path, "".join(line + (sign if rng.random() < rng.choice([0.1, 1]) else "\n") for line in lines))


@mutator
def random_bytes(rng: Random, folder: Folder) -> None:
    path = folder.any(rng)
    data = bytearray(folder.files[path])
    for _ in range(rng.choice([1, 1, 3, 30])):
        data[rng.randrange(len(data))] = rng.randrange(256)
    folder.files[path] = bytes(data)


@mutator
def noise(rng: Random, folder: Folder) -> None:
    folder.files[folder.any(rng)] = rng.randbytes(rng.choice([0, 1, 10, 1000]))


@mutator
def invisible(rng: Random, folder: Folder) -> None:
    change_text(rng, folder, lambda text: put_in(rng, text, rng.choice(_INVISIBLE) * rng.choice([1, 2, 50])))


@mutator
def only_invisible(rng: Random, folder: Folder) -> None:
    signs = "".join(rng.choice(_INVISIBLE + _BIDI + _SPACES) for _ in range(rng.choice([1, 2, 5])))
    change_text(rng, folder, lambda _: signs)


@mutator
def invisible_in_yaml(rng: Random, folder: Folder) -> None:
    sign = rng.choice(_INVISIBLE + _BIDI + _SPACES)

    def change(lines: list[str], number: int) -> None:
        lines[number] = put_in(rng, lines[number], sign)

    change_lines(rng, folder, change)


@mutator
def bidi(rng: Random, folder: Folder) -> None:
    change_text(rng, folder, lambda text: f"{rng.choice(_BIDI)}{text}{rng.choice(_BIDI)}" * rng.choice([1, 1, 3]))


@mutator
def spaces(rng: Random, folder: Folder) -> None:
    change_text(rng, folder, lambda text: text.replace(" ", rng.choice(_SPACES)))


@mutator
def scripts(rng: Random, folder: Folder) -> None:
    words = rng.choice(_SCRIPTS)
    change_text(
        rng, folder, lambda text: rng.choice([words, f"{text} {words}", f"{words}{text}", put_in(rng, text, words)])
    )


@mutator
def heaped_marks(rng: Random, folder: Folder) -> None:
    marks = "".join(chr(rng.randrange(0x300, 0x36F)) for _ in range(rng.choice([3, 60])))
    change_text(rng, folder, lambda text: put_in(rng, text, marks))


@mutator
def another_form(rng: Random, folder: Folder) -> None:
    form = rng.choice(["NFD", "NFKD", "NFKC"])
    change_text(rng, folder, lambda text: unicodedata.normalize(form, text + rng.choice(["é ﬁ Å ½", "ﷺ", "각"])))  # type: ignore[arg-type]


@mutator
def another_case(rng: Random, folder: Folder) -> None:
    change_text(rng, folder, lambda text: rng.choice([text.upper(), text.title(), text.swapcase(), text.casefold()]))


@mutator
def any_characters(rng: Random, folder: Folder) -> None:
    signs = "".join(chr(rng.randrange(rng.choice([0x80, 0x800, 0x10000, 0x110000]))) for _ in range(rng.choice([1, 9])))
    signs = signs.encode("utf-8", "replace").decode()  # half a pair is in no file: `surrogates` writes it as bytes
    change_text(rng, folder, lambda text: put_in(rng, text, signs))

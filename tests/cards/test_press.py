"""PDFs opened and read back: pages, words in order, tags, fonts, codes, the same bytes."""

from __future__ import annotations

import builtins
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pypdf
import pypdfium2
import pytest
import zxingcpp
from fontTools.ttLib import TTFont

from tests.cards.cards_helpers import (
    DRAWN,
    SCRIPTS,
    SIZES,
    made_up,
    make,
    pdfs_of,
    printed,
    reader,
    renderer,
    set_made_up,
    set_scripts,
)
from tests.helpers import ADDRESS, CONTENT, ROOT
from unslouch.cards import engine
from unslouch.cards import press as pdf
from unslouch.cards.build import Job

ASSETS = ROOT / "generator/unslouch/cards/assets"


pytestmark = pytest.mark.pdf
IDS = sorted(path.stem for path in (CONTENT / "routines").glob("*.yml"))


def words_of(text: str) -> list[str]:
    """Words in order, without the marks that are drawn and not said."""
    return [w for w in re.findall(r"\w+", text, re.UNICODE) if not (w.isdigit() or len(w) == 1)]


def text_of(html: str) -> str:
    body = html[html.index("<main") : html.index("</main>")]
    body = re.sub(r"<svg.*?</svg>", "", body, flags=re.DOTALL)
    return re.sub(r"&[#\w]+;", "'", re.sub(r"<[^>]+>", " ", body))


@pytest.mark.parametrize("paper", SIZES)
@pytest.mark.parametrize("routine", IDS)
def test_a_routine_is_one_page_of_its_paper(cards, routine, paper):
    pages = reader(cards.files[f"routines/{routine}/card/{routine}-{paper}.pdf"]).pages
    assert len(pages) == 1
    assert [float(n) for n in pages[0].mediabox[2:]] == pytest.approx(SIZES[paper], abs=0.5)


def test_every_exercise_has_a_handout_of_one_page(cards, library):
    for id in library.exercises:
        for paper in SIZES:
            assert len(reader(cards.files[f"exercises/{id}/card/{id}-{paper}.pdf"]).pages) == 1


def test_no_word_of_a_card_is_lost_in_its_pdfs(cards):
    pages = [path for path in cards.files if path.endswith("card/index.html")]
    assert pages
    for path in pages:
        folder = path.removesuffix("/index.html")
        id = folder.split("/")[1]
        for large, page in (("", "index.html"), ("-large", "large/index.html")):
            expected = sorted(words_of(text_of(cards.files[f"{folder}/{page}"].decode())))
            for paper in SIZES:
                found = words_of(printed(cards.files[f"{folder}/{id}{large}-{paper}.pdf"]))
                missing = [word for word in expected if found.count(word) < expected.count(word)]
                assert not missing, (path, large, paper)


def test_a_pdf_that_lost_words_is_noticed(cards, guide, library):
    html = cards.files["routines/desk-break/card/index.html"].decode()
    press = pdf.Press(guide.pictures.files("print"))
    whole = press.pdf(html, "a4").data
    assert pdf.lost(press.text(html), whole) == 0
    clipped = press.pdf(html.replace("</head>", "<style>.steps{display:none}</style></head>"), "a4")
    assert clipped.pages == 1
    assert pdf.lost(press.text(html), clipped.data) > 150


def test_words_come_in_reading_order(cards, library):
    text = printed(cards.files["routines/short-session/card/short-session-a4.pdf"])
    names = [library.exercises[e.exercise].name for e in library.routines["short-session"].blocks[0].exercises]
    places = [text.index(name) for name in names]
    assert places == sorted(places)
    assert text.startswith("Short session")
    assert text.index("What to do") < text.index("Tick each day done") < places[0]
    assert text.index("Stay safe.") > places[-1]


def test_no_line_ends_after_its_first_word(cards, library):
    """WeasyPrint breaks there where a space at the end of a paragraph is what does not fit any more."""
    names = {exercise.name for exercise in library.exercises.values()}
    short = re.compile(r"^\d+\s+\w+$", re.MULTILINE)
    for path, data in pdfs_of(cards).items():
        lines = "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data))
        broken = [line for line in short.findall(lines.replace("\r", "")) if line.split()[-1] not in names]
        assert not broken, path


def test_every_pdf_is_tagged_and_says_its_title_and_language(cards, library):
    for path, data in pdfs_of(cards).items():
        document = reader(data)
        root = document.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"], path
        assert root["/Lang"] == "en", path
        assert "pdfuaid" in root["/Metadata"].get_data().decode(), path
        kind, id, *_ = path.split("/")
        name = getattr(library, kind)[id].name
        form = ", large print" if "-large-" in path else ""
        assert document.metadata is not None
        assert document.metadata.title == f"{name}: sheet to print{form}"


def test_pictures_are_told_and_headings_are_headings(cards):
    tags = list(tags_of(reader(cards.files["routines/desk-break/card/desk-break-a4.pdf"])))
    kinds = [kind for _, kind, _ in tags]
    assert (kinds.count("/H1"), kinds.count("/H2"), kinds.count("/H3")) == (1, 1, 3)
    alts = [node.get("/Alt", "") for _, kind, node in tags if kind == "/Figure"]
    assert len(alts) == 6  # start and end of two exercises, the code, and the days
    assert alts.count("Monday to Sunday") == 1
    assert all(alts)


def tags_of(document: pypdf.PdfReader):
    """The parent's kind, the kind and the node of every structure element, in reading order."""

    def walk(node, parent):
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                yield from walk(child, parent)
        elif isinstance(node, dict):
            kind = node.get("/S")
            if kind:
                yield parent, kind, node
            if "/K" in node:
                yield from walk(node["/K"], kind or parent)

    return walk(document.trailer["/Root"]["/StructTreeRoot"], None)


def test_what_a_screen_reader_hears_is_well_formed(cards):
    """Of PDF/UA-1: headings skip no level, lists hold items and items are in lists, every picture has words."""
    for path, data in pdfs_of(cards).items():
        tags = list(tags_of(reader(data)))
        levels = [int(kind[2:]) for _, kind, _ in tags if re.fullmatch(r"/H\d", kind)]
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path
        assert {kind for parent, kind, _ in tags if parent == "/L"} <= {"/LI"}, path
        assert {parent for parent, kind, _ in tags if kind == "/LI"} <= {"/L"}, path
        assert {kind for parent, kind, _ in tags if parent == "/LI"} <= {"/LBody"}, path  # no bullet is read
        assert all(node.get("/Alt") for _, kind, node in tags if kind == "/Figure"), path


def test_fonts_are_embedded_and_figures_are_vectors(cards):
    for path, data in pdfs_of(cards).items():
        for page in reader(data).pages:
            fonts = page["/Resources"]["/Font"]
            assert fonts, path
            for font in fonts.values():
                descendant = font.get_object().get("/DescendantFonts", [font])[0].get_object()
                descriptor = descendant["/FontDescriptor"].get_object()
                assert "Card-Sans" in str(descriptor["/FontName"]), path
                assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor), path
            assert not page.images, path


def test_every_code_is_read_from_a_scan_and_is_a_link(cards):
    for path, data in pdfs_of(cards).items():
        target = ADDRESS + path.partition("card/")[0]
        scan = pypdfium2.PdfDocument(data)[0].render(scale=150 / 72).to_pil()
        assert [one.text for one in zxingcpp.read_barcodes(scan)] == [target], path
        links = [note.get_object() for note in reader(data).pages[0]["/Annots"]]
        assert target in [str(link["/A"]["/URI"]) for link in links], path


SET_ONE = """
import hashlib, sys
from unslouch.cards.build import Job
from tests.cards import cards_helpers as cards
from tests.helpers import fixture_library
library = fixture_library()
files = cards.make(Job(cards.made_up(1, cards.SHORT), cards.renderer(library), cards.DRAWN)).files
print({path: hashlib.sha256(data).hexdigest() for path, data in sorted(files.items())})
"""


def test_the_same_content_gives_the_same_bytes_in_any_process_and_nothing_else(tmp_path):
    def hashes(**environment: str) -> str:
        command = [sys.executable, "-c", SET_ONE]
        settings = os.environ | {"TMPDIR": str(tmp_path)} | environment
        done = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=True, timeout=120)
        assert done.stderr == ""
        assert not list(tmp_path.glob("weasyprint-*"))
        return done.stdout

    first = hashes(PYTHONHASHSEED="1", TZ="UTC")
    assert first.count(".pdf") == 4
    assert first == hashes(PYTHONHASHSEED="2", TZ="Asia/Tokyo", SOURCE_DATE_EPOCH="1700000000", LC_ALL="C")


def test_fonts_and_styles_are_read_once_in_a_process(monkeypatch):
    import weasyprint  # takes half a second, which no quick test needs

    read: list[str] = []
    css = weasyprint.CSS

    def noted(*arguments, **options):
        read.extend(filter(None, [options.get("filename")]))
        return css(*arguments, **options)

    pdf._fonts_and_styles.cache_clear()
    monkeypatch.setattr(weasyprint, "CSS", noted)
    for _ in range(3):
        pdf.Press({})
    assert [Path(name).name for name in read] == ["tokens.css", "card.css"]


def test_a_card_is_the_same_whatever_was_set_before_it(library):
    def one():
        return make(Job(made_up(1, "Ångström, žluťoučký."), renderer(library), DRAWN))

    first = one()
    make(Job(made_up(1, "Nâng chân từ từ ⟁ lên."), renderer(library), DRAWN))
    again = one()
    assert (again.files, again.unknown) == (first.files, "")


def test_the_style_never_asks_for_the_narrowest_a_text_can_be():
    """WeasyPrint finds that by setting each text once more, at every possible break."""
    style = (ASSETS / "card.css").read_text()
    assert "anywhere" not in style
    assert not re.findall(r"grid-template-columns:[^;]*(?<!minmax\(0, )\b1fr", style)


def test_large_print_is_large_and_splits_no_exercise(cards, guide, library):
    data = cards.files["routines/whole-session/card/whole-session-large-a4.pdf"]
    document = pypdfium2.PdfDocument(data)
    assert len(document) > 1
    pages = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    for exercise in library.exercises_of(library.routines["whole-session"]):
        steps = [guide.plain(step.on_card) for step in exercise.steps if step.on_card]
        assert any(exercise.name in page and all(step in page for step in steps) for page in pages), exercise.name
    assert [page.count("Mon Tue Wed Thu Fri Sat Sun") for page in pages] == [0] * (len(pages) - 1) + [1]
    sizes = re.findall(r"--type:([\d.]+)pt", cards.files["routines/whole-session/card/large/index.html"].decode())
    assert float(sizes[0]) >= 16


def test_other_scripts_do_not_break_the_page():
    made = set_scripts()
    assert made.fit.fits
    assert made.lost == 0
    data = made.files["routines/made-up/card/made-up-a4.pdf"]
    assert len(reader(data).pages) == 1
    # Right-to-left text stands at the right of its cell, in the PDF as in a browser.
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    right = {}
    for name, step in SCRIPTS.items():
        at = page.search(step.split()[0][:4]).get_next()
        assert at is not None, name
        left, *_ = page.get_charbox(at[0])
        right[name] = left > 300
    assert [name for name, is_right in right.items() if is_right] == ["تمرين"]


def test_letters_that_no_font_has_are_not_called_lost(library):
    sheet = made_up(1, "𞤀𞤣𞤤𞤢𞤥 is a script of letters.")
    made = make(Job(sheet, renderer(library), DRAWN))
    assert made.unknown
    assert made.lost == 0


def test_fonts_have_the_letters_that_the_style_says():
    style = (ASSETS / "card.css").read_text()
    faces = re.findall(r"@font-face \{(.*?)\}", style, re.DOTALL)
    assert len(faces) == 3
    for face in faces:
        (file,) = re.findall(r'url\("(.*?)"\)', face)
        has = TTFont(ASSETS / file).getBestCmap().keys()
        for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", face):
            assert set(range(int(first, 16), int(last or first, 16) + 1)) <= has, (file, first)


def test_vietnamese_is_set_in_the_cards_own_font(library):
    made = set_made_up(1, SCRIPTS["Nâng chân"])
    fonts = reader(made.files["routines/made-up/card/made-up-a4.pdf"]).pages[0]["/Resources"]["/Font"].values()
    assert all("Card-Sans" in str(font.get_object()["/BaseFont"]) for font in fonts)
    assert made.unknown == ""


def test_what_is_missing_is_named_with_the_command_that_installs_it(monkeypatch):
    assert engine.missing() == ""
    load = builtins.__import__

    def absent(name, *arguments):
        if name == "weasyprint":
            raise OSError
        return load(name, *arguments)

    monkeypatch.setattr(builtins, "__import__", absent)
    assert "Pango library: `unslouch doctor`" in engine.missing.__wrapped__()
    monkeypatch.setattr(engine, "installed", lambda: "")
    assert 'pip install "unslouch[pdf]"' in engine.missing.__wrapped__()


def test_cautions_stand_before_the_steps_and_mistakes_after_them(cards, library):
    for path, data in pdfs_of(cards).items():
        folder, id, *_ = path.split("/")
        if folder == "exercises":
            text = printed(data)
            heads = ["Before you start:", "How to do it"]
            heads += ["Common mistakes:"] if library.exercises[id].mistakes else []
            places = [text.index(head) for head in heads]
            assert places == sorted(places), path
            assert places[0] > 0, path

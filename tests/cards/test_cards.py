"""Printable cards: one page, nothing lost, readable by people, screen readers and scanners."""

from __future__ import annotations

import io
import re
from functools import cache
from itertools import pairwise

import pypdf
import pypdfium2
import pytest
import zxingcpp

from generator.cache import Cache
from generator.cards import build, pdf
from generator.cards import build as package_build
from generator.cards.building import Job, make
from generator.cards.fit import LADDER, ROOM, Fit, largest, unmeasured
from generator.cards.html import Renderer
from generator.cards.pdf import NOTHING, TALL, Press
from generator.cards.sheet import Part, Row, Sheet, of_exercise, of_routine
from generator.library import ROUTINES, Library
from generator.model import Block, RoutineExercise
from generator.site import View
from tests.cards.conftest import ADDRESS, ENGLISH, overlong, site_of

IDS = ("desk-break", "desk-day-stretch", "hip-strengthening", "weekly-plan", "whole-session")
SIZES = {"a4": (595.28, 841.89), "letter": (612, 792)}


def reader(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def pdfs_of(cards) -> dict[str, bytes]:
    """Every PDF of the site: each card on both papers, and both in large print."""
    pdfs = {path: data for path, data in cards.files.items() if path.endswith(".pdf")}
    assert len(pdfs) == 17 * 4
    return pdfs


def words_of(text: str) -> list[str]:
    """Words in order, without the marks that are drawn and not said."""
    return [w for w in re.findall(r"\w+", text, re.UNICODE) if not (w.isdigit() or len(w) == 1)]


def text_of(html: str) -> str:
    body = html[html.index("<main") :]
    body = re.sub(r"<svg.*?</svg>", "", body, flags=re.DOTALL)
    return re.sub(r"&[#\w]+;", "'", re.sub(r"<[^>]+>", " ", body))


def printed(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return " ".join(page.get_textpage().get_text_bounded() for page in document).replace("\ufffe", "")


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
    assert len(pages) == 17
    for path in pages:
        folder = path.removesuffix("/index.html")
        id = folder.split("/")[1]
        for large, page in (("", "index.html"), ("-large", "large/index.html")):
            expected = sorted(words_of(text_of(cards.files[f"{folder}/{page}"].decode())))
            for paper in SIZES:
                found = words_of(printed(cards.files[f"{folder}/{id}{large}-{paper}.pdf"]))
                missing = [word for word in expected if found.count(word) < expected.count(word)]
                assert not missing, (path, large, paper)


def test_a_pdf_that_lost_words_is_noticed(cards, site, library):
    html = cards.files["routines/desk-break/card/index.html"].decode()
    press = pdf.Press(site.pictures.files("print"))
    whole = press.pdf(html, "a4").data
    assert pdf.lost(press.text(html), whole) == 0
    clipped = press.pdf(html.replace("</head>", "<style>.steps{display:none}</style></head>"), "a4")
    assert clipped.pages == 1
    assert pdf.lost(press.text(html), clipped.data) > 200


def test_words_come_in_reading_order(cards, library):
    text = printed(cards.files["routines/hip-strengthening/card/hip-strengthening-a4.pdf"])
    names = [library.exercises[e.exercise].name for e in library.routines["hip-strengthening"].blocks[0].exercises]
    places = [text.index(name) for name in names]
    assert places == sorted(places)
    assert text.startswith("Hip strengthening")
    assert text.index("What to do") < text.index("Tick each day done") < places[0]
    assert text.index("Stay safe.") > places[-1]


def test_no_line_ends_after_its_first_word(cards):
    """WeasyPrint breaks there where a space at the end of a paragraph is what does not fit any more."""
    short = re.compile(r"^• ?\w+$|^\d+\s+\w+$", re.MULTILINE)
    for path, data in pdfs_of(cards).items():
        lines = "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data))
        assert not short.findall(lines.replace("\r", "")), path


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
        assert document.metadata.title == f"{name}: printable card{form}"


def test_pictures_are_told_and_headings_are_headings(cards):
    tags = list(tags_of(reader(cards.files["routines/desk-break/card/desk-break-a4.pdf"])))
    kinds = [kind for _, kind, _ in tags]
    assert (kinds.count("/H1"), kinds.count("/H2"), kinds.count("/H3")) == (1, 1, 3)
    alts = [node.get("/Alt", "") for _, kind, node in tags if kind == "/Figure"]
    assert len(alts) >= 6
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


def test_without_an_address_there_is_no_code(library):
    site = site_of(library)
    site.site_url = ""
    html = renderer(library).card(of_routine(site, library.routines["desk-break"]), Fit(LADDER[0], 0))
    assert "Scan to open" not in html


def test_the_same_content_gives_the_same_bytes(site, library):
    sheet = of_routine(site, library.routines["desk-break"])
    job = Job(sheet, renderer(library), site.pictures.files("print"))
    assert make(job).files == make(job).files


def test_what_is_kept_is_not_set_again(site, tmp_path, monkeypatch, library):
    small = Library({}, {}, library.safety)
    routines = {"desk-break": library.routines["desk-break"]}
    few = site_of(Library(library.exercises, routines, library.safety), cards=(ROUTINES,))
    cache = Cache(tmp_path)
    first = build(few, cache)
    monkeypatch.setattr("generator.cards.building.make", lambda job: pytest.fail("set again"))
    assert package_build(few, cache).files == first.files
    assert set(package_build(site_of(small), cache).files) == {"sheet/index.html"}


def test_a_week_has_a_box_for_each_routine_of_a_day(cards):
    html = cards.files["routines/weekly-plan/card/index.html"].decode()
    assert html.count("Desk-day stretch (") == 5
    assert html.count("Rest day") == 2
    assert 'class="day"' not in html


def test_the_foot_says_sources_licence_date_and_address(site, library):
    html = Renderer(ENGLISH, library.safety, "a4", True, True, licence="CC BY 4.0.").card(
        of_exercise(site, library.exercises["side-squat"]), Fit(LADDER[0], 0)
    )
    foot = html[html.index('class="source"') :]
    told = ["No doctor", "Sources: Lateral lunges", "Text last checked on", "CC BY 4.0.", "unslouch.github.io"]
    assert [foot.index(one) for one in told] == sorted(foot.index(one) for one in told)


def test_a_block_to_choose_from_is_marked_and_has_boxes(cards):
    html = cards.files["routines/hip-strengthening/card/index.html"].decode()
    assert "Choose 3–4 of these 6" in html
    assert html.count('class="pick"') == 6
    assert 'class="pick"' not in cards.files["routines/desk-break/card/index.html"].decode()


def test_small_type_is_remarked_upon_and_readers_are_told(cards):
    (remark,) = cards.remarks
    assert remark.startswith("routines/whole-session.yml: its 12 rows leave room for 10-point type")
    assert "set in 10-point type" in cards.files["routines/whole-session/card/index.html"].decode()
    assert "-point type" not in cards.files["routines/whole-session/card/large/index.html"].decode()
    assert "-point type" not in cards.files["routines/desk-break/card/index.html"].decode()


def test_six_exercises_are_set_in_clear_print(cards):
    """Twelve points, with each step on a line of its own."""
    for id in ("desk-day-stretch", "hip-strengthening"):
        html = cards.files[f"routines/{id}/card/index.html"].decode()
        assert float(re.search(r"--type:([\d.]+)pt", html)[1]) >= 12
        assert 'class="card tight' in html


def test_pictures_of_a_lying_body_are_stacked(site, library):
    rows = {r.name: r for r in of_routine(site, library.routines["hip-strengthening"]).parts[0].rows}
    assert rows["Side-lying leg raise"].stacked
    assert not rows["Side squat"].stacked


def test_pictures_of_a_handout_stand_side_by_side_to_one_scale(site, library, cards):
    abreast = {id: of_exercise(site, exercise).abreast for id, exercise in library.exercises.items()}
    assert abreast["fire-hydrant"] == 3
    assert abreast["side-squat"] == 2  # four pictures in two lines of two
    sheet = of_exercise(site, library.exercises["bodyweight-squat"])
    html = cards.files["exercises/bodyweight-squat/card/index.html"].decode()
    assert "--rows:2;--type" in html
    assert re.findall(r"--tall:(\d+)", html) == [
        str(max(view.height for row in sheet.parts[0].rows for view in row.pictures))
    ]


def test_a_step_before_the_first_picture_is_told_below_it(site, library):
    (part,) = of_exercise(site, library.exercises["banded-side-step"]).parts
    assert all(row.pictures for row in part.rows)
    assert [(row.number, len(row.steps)) for row in part.rows][:2] == [(1, 2), (3, 1)]


def test_handouts_are_set_in_clear_print(cards, library):
    for id in library.exercises:
        html = cards.files[f"exercises/{id}/card/index.html"].decode()
        assert float(re.search(r"--type:([\d.]+)pt", html)[1]) >= 12, id


def test_an_exercise_without_pictures_has_a_handout(site, library):
    plain = library.exercises["side-squat"]
    plain = plain.model_copy(update={"steps": tuple(step.model_copy(update={"figure": None}) for step in plain.steps)})
    sheet = of_exercise(site, plain)
    assert (sheet.row_count, sheet.abreast, sheet.pictured) == (1, 1, False)
    made = make(Job(sheet, renderer(library), DRAWN))
    assert made.fit.fits
    assert made.lost == 0


def test_large_print_is_large_and_splits_no_exercise(cards, library):
    data = cards.files["routines/whole-session/card/whole-session-large-a4.pdf"]
    document = pypdfium2.PdfDocument(data)
    assert len(document) > 1
    pages = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    for exercise in library.exercises_of(library.routines["whole-session"]):
        steps = [step.on_card.format(side="right", other_side="left") for step in exercise.steps if step.on_card]
        assert any(exercise.name in page and all(step in page for step in steps) for page in pages), exercise.name
    assert all("M T W T F S S" in page for page in pages)  # the days to tick, as only the first page has heads
    sizes = re.findall(r"--type:([\d.]+)pt", cards.files["routines/whole-session/card/large/index.html"].decode())
    assert float(sizes[0]) >= 16


def renderer(library: Library) -> Renderer:
    return Renderer(ENGLISH, library.safety, "a4", True, True)


def made_up(library: Library, count: int, step: str, name: str = "Exercise") -> Sheet:
    """A routine of ``count`` exercises that say ``step`` three times, each with two pictures."""
    views = tuple(View(f"assets/figures/{n}.svg", "A body", 90, 120, "right") for n in ("start", "end"))
    rows = tuple(
        Row(f"{name} {n}", "3 × 10, each side", "rest 15 seconds", (step,) * 3, views, n) for n in range(1, count + 1)
    )
    return Sheet(
        kind="routine",
        id="made-up",
        title=name,
        parts=(Part("", rows),),
        facts=("10 minutes",),
        intro=step,
        columns=tuple("MTWTFSS"),
        url="https://example.org/",
    )


DRAWN = {f"assets/figures/{name}.svg": NOTHING.decode() for name in ("start", "end")}
SHORT = "Lift your knee."


LONG = "Slide your left knee forward slowly until it rests on the floor just behind your wrist and then stay."


@pytest.mark.parametrize("count", [4, 6, 8, 12])
@pytest.mark.parametrize("step", [SHORT, LONG])
def test_four_to_twelve_exercises_fit_one_page(library, count, step):
    made = make(Job(made_up(library, count, step), renderer(library), DRAWN))
    assert made.fit.fits
    assert made.fit.step.type >= 9
    for paper in SIZES:
        assert len(reader(made.files[f"routines/made-up/card/made-up-{paper}.pdf"]).pages) == 1
    assert printed(made.files["routines/made-up/card/made-up-letter.pdf"]).count(step.split()[-1]) >= count * 3


@pytest.mark.parametrize("count", [5, 12])
def test_the_type_found_is_the_first_of_all_that_fits(library, count):
    sheet, press = made_up(library, count, SHORT), Press(DRAWN)

    @cache
    def height(size):
        return press.height(renderer(library).card(sheet, Fit(size, 0.0), measured=True))

    assert largest(height).step == next(size for size in LADDER if height(size) <= ROOM)


def test_long_words_and_doses_are_not_lost(library):
    made = make(Job(overlong(made_up(library, 4, "")), renderer(library), DRAWN))
    assert made.fit.fits
    assert made.lost == 0


def test_a_card_taller_than_any_page_is_a_problem_too(library):
    tall, press = made_up(library, 40, "Lift your right knee as high as you can. " * 12), Press(DRAWN)
    made = make(Job(tall, renderer(library), DRAWN))
    assert not made.fit.fits
    assert made.fit.natural > TALL
    for spare, fits in ((made.spare, True), (made.spare - 1, False)):
        html = renderer(library).card(tall.without_last(spare), Fit(LADDER[-1], 0.0), measured=True)
        assert (press.height(html) <= ROOM) == fits


def test_fewer_exercises_get_larger_type(library):
    types = [make(Job(made_up(library, count, LONG), renderer(library), DRAWN)).fit.step.type for count in (4, 8, 12)]
    assert types == sorted(types, reverse=True)
    assert types[0] > types[-1]


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("Kniebeuge für Ältere", "Größe prüfen — „langsam“ heben."),
        ("تمرين", "ارفع ركبتك ببطء."),
        ("膝上げ", "膝をゆっくり上げます。"),
    ],
)
def test_other_scripts_do_not_break_the_page(library, name, step):
    made = make(Job(made_up(library, 6, step, name), renderer(library), DRAWN))
    assert made.fit.fits
    assert made.lost == 0
    data = made.files["routines/made-up/card/made-up-a4.pdf"]
    assert len(reader(data).pages) == 1
    # Right-to-left text stands at the right of its cell, in the PDF as in a browser.
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    at = page.search(step.split()[0][:4]).get_next()
    assert at is not None
    left, *_ = page.get_charbox(at[0])
    assert (left > 300) == (name == "تمرين")


def test_unmeasured_cards_are_not_blamed_for_their_small_type(library, tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "missing", lambda: "install Pango")
    cards = build(site_of(library), Cache(tmp_path))
    assert (cards.remarks, cards.problems, cards.missing) == ([], [], "install Pango")


def test_letters_that_no_font_has_are_remarked_upon(library, tmp_path, monkeypatch):
    strange = "\U0001f9ff\ue000"
    routine = library.routines["desk-break"].model_copy(update={"name": f"Break {strange}"}).named("odd")
    odd = Library(library.exercises, {"odd": routine}, library.safety)
    cards = build(site_of(odd, cards=(ROUTINES,)), Cache(tmp_path))
    assert "\ue000" in cards.remarks[0]
    assert "which no font on this machine has" in cards.remarks[0]
    monkeypatch.setattr("generator.cards.building.make", None)  # what is kept is not made again
    assert build(site_of(odd, cards=(ROUTINES,)), Cache(tmp_path)).remarks == cards.remarks


def test_a_card_that_cannot_fit_is_a_problem_that_says_what_to_do(library, tmp_path):
    routine = library.routines["whole-session"]
    item = RoutineExercise(exercise="pigeon-pose")
    block = Block.model_construct(name="Long", choose=None, exercises=(item,) * 30, notes=None)
    long = routine.model_copy(update={"blocks": (block,)}).named("long")
    too_long = Library(library.exercises, {"long": long}, library.safety)
    cards = build(site_of(too_long, cards=(ROUTINES,)), Cache(tmp_path))
    (problem,) = cards.problems
    assert problem.file == "routines/long.yml"
    assert problem.message == "the card of 30 exercises does not fit on one page at 9 points"
    assert re.match(r"take 1\d out", problem.hint)


def test_without_weasyprint_there_are_pages_and_words_about_what_to_install(library, tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "missing", lambda: "install this")
    cards = build(site_of(library, cards=(ROUTINES,)), Cache(tmp_path))
    assert cards.missing == "install this"
    assert "routines/desk-break/card/index.html" in cards.files
    assert not [path for path in cards.files if path.endswith(".pdf")]
    assert "PDF," not in cards.files["routines/desk-break/card/index.html"].decode()


def test_what_is_missing_is_named_with_the_command_that_installs_it(monkeypatch):
    assert pdf.missing() == ""

    def absent(names):
        raise OSError

    monkeypatch.setattr(pdf, "_load_one_of", absent)
    assert "apt-get install libpango-1.0-0 libpangoft2-1.0-0" in pdf.missing.__wrapped__()
    monkeypatch.setattr(pdf, "version", lambda: "")
    assert "pip install weasyprint pypdfium2 pillow" in pdf.missing.__wrapped__()


def test_the_ladder_starts_at_its_largest_type():
    assert largest(lambda step: 100).step == LADDER[0]
    assert not largest(lambda step: 1000).fits
    sizes = [step.type for step in LADDER]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] == 9
    assert unmeasured(12).step.type <= unmeasured(4).step.type


def test_a_handout_tells_all_that_its_page_does(site, library):
    exercise = library.exercises["side-squat"]
    sheet = of_exercise(site, exercise)
    steps = [step for part in sheet.parts for row in part.rows for step in row.steps]
    assert len(steps) == len(exercise.steps)
    assert all(row.pictures for part in sheet.parts for row in part.rows)
    told = " ".join(text for _, texts in sheet.notes for text in texts)
    assert "heavy chair" in told
    (care,) = sheet.before
    assert care.head == "Before you start"
    assert "recent hip replacement" in " ".join(care.texts)


def test_cautions_stand_before_the_steps(cards):
    for path, data in pdfs_of(cards).items():
        if path.startswith("exercises/"):
            text = printed(data)
            assert 0 < text.index("Before you start:") < text.index("How to do it") < text.index("Common mistakes:"), (
                path
            )


def test_sentences_follow_each_other_and_dots_part_what_is_none(cards):
    html = cards.files["exercises/leg-swings/card/index.html"].decode()
    assert "balance is poor.</bdi> <bdi>With pelvic" in html
    assert "instead of swinging</bdi> · <bdi>Letting" in html


def test_cards_with_pictures_say_what_red_is(cards):
    for id, told in (("routines/whole-session", 1), ("exercises/leg-swings", 1), ("routines/weekly-plan", 0)):
        assert cards.files[f"{id}/card/index.html"].decode().count("Red shows the muscles it is for.") == told


def test_the_left_side_has_mirrored_pictures_and_its_own_words(library):
    left = site_of(library, default_side="left")
    html = renderer(library).card(of_routine(left, library.routines["desk-break"]), Fit(LADDER[0], 0))
    assert 'class="mirrored"' in html
    assert "Bend your left knee" in html

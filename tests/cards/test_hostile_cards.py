"""Cards of a guide whose every text is hostile: a PDF leads nowhere but where a reader may be sent, and runs nothing."""

from __future__ import annotations

import io

import pypdf
import pytest

from tests.helpers import ENGLISH, stand_ins
from tests.hostile import fields
from tests.hostile import site as hostile
from unslouch.cards.fill import sheets
from unslouch.cards.fit import LARGE
from unslouch.cards.html import Renderer
from unslouch.cards.press import NOTHING, Press
from unslouch.content.library import Library
from unslouch.content.load import load
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options
from unslouch.tools.kept import Cache

LINKS = "[a](javascript:x) [b](data:text/html,x) [c](file:///etc/passwd) [d](https://x.test/a) <https://y.test> "
ACTIVE = ("/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/OpenAction", "/AA", "/SubmitForm", "/GoToR")


@pytest.mark.pdf
def test_no_link_of_a_pdf_leads_where_nobody_should_be_sent(tmp_path):
    hostile.write(tmp_path / "content")
    library = load(tmp_path / "content", cache=Cache(None)).library
    assert library
    text = LINKS + " ".join(fields.PAYLOADS[:12])
    exercise = fields.spoiled(library.exercises["e0"], text).named("e0")
    spoiled = Library({"e0": exercise}, {}, fields.spoiled(library.safety, text))
    options = Options(cards="all", name=text, licence=text, site_url="https://example.org/")
    guide = Guide(spoiled, ENGLISH, pictures=stand_ins(spoiled), options=options)
    (sheet,) = sheets(guide)
    press = Press(dict.fromkeys(sheet.pictures, NOTHING.decode()))
    printed = press.pdf(Renderer.of(guide).card(sheet, LARGE, large=True), "a4")
    assert not [name for name in ACTIVE if name.encode() in printed.data]
    pdf = pypdf.PdfReader(io.BytesIO(printed.data))
    actions = [one.get_object().get("/A", {}) for page in pdf.pages for one in page.get("/Annots", [])]
    assert {action.get("/S") for action in actions} <= {"/URI", None}
    addresses = {str(action["/URI"]) for action in actions if "/URI" in action}
    assert [one for one in addresses if not one.startswith(("https://", "http://", "mailto:"))] == []
    assert any(one.startswith("https://example.org/") for one in addresses), "the way to the exercise's page is there"

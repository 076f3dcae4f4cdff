"""A site that is to open from a disk."""

from __future__ import annotations

import json

from unslouch.offline.from_disk import open_from_disk


def test_modules_become_scripts_and_what_they_read_comes_as_a_script(tmp_path):
    files = {
        "index.html": '<head><link rel="preload" href="x.woff2" as="font"><link rel=stylesheet href=a.css></head>'
        '<script type="module" src="js/main.js"></script><script src="plain.js"></script>',
        "deep/page.html": '<head></head><script type=module src="../js/main.js"></script>'
        '<script type="module" src="https://example.org/x.js"></script><script type="module" src="own.js"></script>',
        "deep/own.js": "export default 1\n",
        "js/main.js": 'import { a } from "./a.js"\nconsole.log(a)\n',
        "js/a.js": "export const a = 1\n",
        "exercises.json": "{}",
        "sheet/one.json": '{"it": "\\u003c"}',
        "search/search_index.json": '{"docs": []}',
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    (wrong,) = open_from_disk(tmp_path)
    assert "deep/own.js" in wrong
    page = (tmp_path / "index.html").read_text()
    assert page.startswith('<head><script src="assets/unslouch/disk.js"></script><link rel=stylesheet href=a.css>')
    assert '<script defer src="js/main.js"></script><script src="plain.js"></script>' in page
    deep = (tmp_path / "deep/page.html").read_text()
    assert '<script src="../assets/unslouch/disk.js">' in deep
    assert '<script type="module" src="https://example.org/x.js">' in deep
    assert "import" not in (tmp_path / "js/main.js").read_text()
    assert not (tmp_path / "exercises.json.js").exists()
    _, _, said = (tmp_path / "sheet/one.json.js").read_text().partition(" = ")
    assert json.loads(said) == files["sheet/one.json"]
    assert (tmp_path / "search/search_index.js").read_text() == 'var __index = {"docs": []}'

"""What a served site makes when somebody asks for it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.livereload import LiveReloadServer

from unslouch.asked import FEW, OFTEN, Asked, look_often


def served(asked: Asked, site: Path):
    """Asks a server of MkDocs's kind below a path for pages."""
    server = SimpleNamespace(mount_path="/guide/", root=str(site), app=None)
    server.serve_request = lambda environ, _: [(site / environ["PATH_INFO"].removeprefix("/guide/")).name.encode()]
    server.set_app = lambda app: setattr(server, "app", app)
    assert asked.stand_before(server) is server
    return lambda path: server.app({"PATH_INFO": path}, None)


def test_what_is_asked_for_is_made_once_with_what_goes_with_it(tmp_path):
    made: Counter[str] = Counter()

    def make() -> dict[str, bytes]:
        made["sheet"] += 1
        return {"card/index.html": b"sheet", "card/large/index.html": b"large"}

    asked = Asked()
    asked.wait({"card/index.html": make, "card/large/index.html": make})
    get = served(asked, tmp_path)
    assert get("/guide/about.html") == [b"about.html"]
    assert list(tmp_path.iterdir()) == []
    get("/guide/card/")
    assert (tmp_path / "card/index.html").read_bytes() == b"sheet"
    get("/guide/card/large/index.html")
    assert (tmp_path / "card/large/index.html").read_bytes() == b"large"
    assert made["sheet"] == 1
    asked.wait({"card/index.html": make})
    get("/guide/card/index.html")
    assert made["sheet"] == 2, "another build, another sheet"


def test_the_home_page_can_be_asked_for(tmp_path):
    asked = Asked()
    asked.wait({"index.html": lambda: {"index.html": b"home"}})
    served(asked, tmp_path)("/guide/")
    assert (tmp_path / "index.html").read_bytes() == b"home"


@pytest.mark.parametrize(("count", "seconds"), [(3, OFTEN), (FEW + 1, 0.5)])
def test_few_files_are_looked_at_often(tmp_path, count, seconds):
    for number in range(count):
        (tmp_path / f"{number}.yml").touch()
    server = LiveReloadServer(lambda: None, host="127.0.0.1", port=0, root=str(tmp_path))
    server.watch(str(tmp_path))
    look_often(server, tmp_path)
    assert server.observer.timeout == seconds
    assert [emitter.timeout for emitter in server.observer.emitters] == [seconds]
    assert list(server._watched_paths) == [str(tmp_path)]
    server.server_close()

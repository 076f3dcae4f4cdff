"""What a served site makes when somebody asks for it."""

from __future__ import annotations

import threading
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import click
import pytest
from mkdocs.livereload import LiveReloadServer

from unslouch.asked import FEW, OFTEN, Asked, can_be, look_often


def served(asked: Asked, site: Path):
    """Asks a server of MkDocs's kind below a path for files; gives the status' headers and what is sent."""
    server = SimpleNamespace(mount_path="/guide/", root=str(site), app=None)

    def serve_request(environ, start_response):
        file = site / environ["PATH_INFO"].removeprefix("/guide/")
        file = file / "index.html" if file.is_dir() else file
        data = file.read_bytes() if file.is_file() else b"nothing"
        start_response("200 OK", [("Content-Type", server.type), ("Content-Length", str(len(data)))])
        return [data]

    server.serve_request, server.type = serve_request, "text/html"
    server.set_app = lambda app: setattr(server, "app", app)
    assert asked.stand_before(server) is server

    def get(path, type="text/html"):
        told, server.type = [], type
        body = b"".join(server.app({"PATH_INFO": path}, lambda *how: told.extend(how)))
        assert dict(told[1])["Content-Length"] == str(len(body))
        return body

    return get


def test_what_is_asked_for_is_made_once(tmp_path):
    made: Counter[str] = Counter()

    def make() -> bytes:
        made["sheet"] += 1
        return b"sheet"

    asked = Asked()
    asked.wait({"card/index.html": make, "card/large/index.html": lambda: b"large"})
    get = served(asked, tmp_path)
    assert get("/guide/about.html") == b"nothing"
    assert list(tmp_path.iterdir()) == []
    assert get("/guide/card/") == b"sheet"
    assert not (tmp_path / "card/large").exists()
    assert get("/guide/card/large/index.html") == b"large"
    assert get("/guide/card/index.html") == b"sheet"
    assert made["sheet"] == 1
    asked.wait({"card/index.html": make})
    get("/guide/card/index.html")
    assert made["sheet"] == 2, "another build, another sheet"


def test_the_home_page_can_be_asked_for(tmp_path):
    asked = Asked()
    asked.wait({"index.html": lambda: b"home"})
    assert served(asked, tmp_path)("/guide/") == b"home"


def test_what_is_wrong_is_said_on_every_page_and_in_no_other_file(tmp_path):
    asked = Asked()
    asked.wait({"index.html": lambda: b"<body class=a><p>Home</p></body>"})
    get = served(asked, tmp_path)
    asked.notice = "<div>mistakes</div>"
    assert get("/guide/") == b"<body class=a><div>mistakes</div><p>Home</p></body>"
    assert get("/guide/index.html", "image/svg+xml") == b"<body class=a><p>Home</p></body>"
    asked.notice = ""
    assert get("/guide/") == b"<body class=a><p>Home</p></body>"


def test_a_server_that_gives_no_plugin_a_say_makes_nothing_later():
    command = click.Command("serve", params=[click.Option(["--no-livereload", "livereload"], flag_value=False)])
    assert can_be(), "who builds without a command"
    for given, later in ((True, True), (False, False)):
        with click.Context(command) as context:
            context.params["livereload"] = given
            assert can_be() is later


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


def test_a_folder_whose_slash_is_left_out_is_made(tmp_path):
    asked = Asked()
    asked.wait({"play/index.html": lambda: b"play"})
    assert served(asked, tmp_path)("/guide/play") == b"play"


def test_what_is_asked_for_waits_for_a_build_and_nothing_else_does(tmp_path):
    asked = Asked()
    asked.wait({"play/index.html": lambda: b"before"})
    get, told = served(asked, tmp_path), []
    with asked.building:
        assert get("/guide/livereload/1/2") == b"nothing"
        asking = threading.Thread(target=lambda: told.append(get("/guide/play/")))
        asking.start()
        asking.join(0.05)
        assert told == []
        asked.wait({"play/index.html": lambda: b"after"})
    asking.join(5)
    assert told == [b"after"]

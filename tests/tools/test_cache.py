"""What is kept between builds: whole or not at all, for as long as something asks for it."""

from __future__ import annotations

import os
import time

from unslouch.tools.cache import KEPT_DAYS, Cache


def test_what_is_put_is_there_for_another_process(tmp_path):
    Cache(tmp_path / "new").put("key", b"data")
    assert Cache(tmp_path / "new").get("key") == b"data"
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["key"]


def test_nothing_is_there_that_was_not_put(tmp_path):
    assert Cache(tmp_path / "nowhere").get("key") is None
    assert not (tmp_path / "nowhere").exists()


def test_without_a_folder_nothing_is_kept():
    cache = Cache(None)
    cache.put("key", b"data")
    cache.forget_unused()
    assert cache.get("key") is None
    assert cache.below("kind").get("key") is None


def test_kinds_do_not_meet(tmp_path):
    cache = Cache(tmp_path)
    cache.below("one").put("key", b"1")
    assert cache.below("other").get("key") is None
    assert cache.below("one").get("key") == b"1"


def test_only_what_nothing_asks_for_is_forgotten(tmp_path):
    cache = Cache(tmp_path)
    long_ago = time.time() - (KEPT_DAYS + 1) * 86_400
    for key in ("asked", "unasked"):
        cache.put(key, b"data")
        os.utime(tmp_path / key, (long_ago, long_ago))
    cache.get("asked")
    cache.forget_unused()
    assert cache.get("asked") == b"data"
    assert cache.get("unasked") is None

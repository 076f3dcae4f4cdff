"""What a site carries: all that its scripts and styles ask for."""

from __future__ import annotations

import posixpath
import re

import pytest

from unslouch.guide.addresses import ASSETS, shipped


@pytest.mark.whole
@pytest.mark.parametrize("path", [path for path in shipped() if path.endswith((".js", ".css"))])
def test_what_a_script_imports_and_a_style_loads_is_shipped(path):
    text = shipped()[path].decode()
    asked = re.findall(r'^(?:import|export)\b[^"\n]*"(\.[^"]+)"|\burl\("?((?!data:|#)[^")]+)"?\)', text, re.MULTILINE)
    for target in filter(None, (one for pair in asked for one in pair)):
        assert posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) in shipped(), target


def test_everything_shipped_is_below_one_folder():
    assert {path.startswith(f"{ASSETS}/") for path in shipped()} == {True}
    assert all(shipped().values())

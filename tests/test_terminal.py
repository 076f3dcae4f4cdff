"""What the command writes where few letters are known."""

from __future__ import annotations

import io
import subprocess
import sys

import click
import pytest

from unslouch.terminal import Commands


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "“Étirement” → 30–40 s … 柔軟 ✓"),
        ("cp1252", "“Étirement” -> 30–40 s … ?? ?"),
        ("ascii", '"Etirement" -> 30-40 s ... ?? ?'),
    ],
)
def test_no_command_stops_at_a_letter_that_its_output_does_not_know(monkeypatch, encoding, shown):
    @click.group(cls=Commands)
    def main():
        pass

    @main.command()
    def say():
        sys.stdout.write("“Étirement” → 30–40 s … 柔軟 ✓")

    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding=encoding))
    main.main(["say"], standalone_mode=False)
    sys.stdout.flush()
    assert out.getvalue().decode(encoding) == shown


@pytest.mark.build
def test_a_pipe_of_windows_gets_every_problem(content, monkeypatch):
    file = content / "exercises/marching.yml"
    file.write_text(file.read_text(encoding="utf-8") + "eqüipment→: []\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    run = subprocess.run([sys.executable, "-m", "unslouch", "check"], cwd=content.parent, capture_output=True)
    told = run.stdout.decode("cp1252")
    assert run.returncode == 1, run.stderr
    assert "eqüipment->: []" in told
    assert "1 error in 1 file" in told
    assert b"Traceback" not in run.stderr

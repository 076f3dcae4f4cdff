"""What an author shows: figures to draw, own pictures, on what terms, and a video elsewhere."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from unslouch.content.statement import Url
from unslouch.fields import DEVICES, Plain, Written, refusal, shaped
from unslouch.figure import Figure

MOST_POSES = 40
"""Each is settled and drawn, which takes time; no exercise has more steps."""

_KINDS = "|".join(
    "".join(f"[{letter}{letter.upper()}]" if letter.isalpha() else letter for letter in kind)
    for kind in ("jpe?g", "png", "webp", "avif", "gif", "svg")
)
"""Endings of pictures that browsers show, in any case, as cameras write them; JSON Schema knows no flag for that."""


def _path_inside(value: str) -> str:
    parts = re.split(r"[/\\]", value)
    if value.startswith(("/", "\\", "~")) or re.match(r"[A-Za-z]:", value) or ".." in parts:
        raise refusal(f"`{value}` leads out of content/", "name a file below content/, such as images/bridge.jpg")
    return value


def _few(figure: Figure) -> Figure:
    if len(figure.poses) > MOST_POSES:
        raise refusal(f"there are more than {MOST_POSES} poses here", "take out what no step shows", part="poses")
    if device := next((name for name in figure.poses if name in DEVICES), ""):
        raise refusal(f"a pose called `{device}` has no file on Windows", "give it another name", part=device)
    return figure


Drawn = Annotated[Figure, AfterValidator(_few)]
"""The poses of an exercise."""


class Image(Written):
    """An author's own picture, kept under content/."""

    file: Annotated[
        str,
        StringConstraints(strict=True, max_length=200),
        *shaped(
            rf"\.({_KINDS})$",
            "`{}` is not a picture a browser shows",
            lambda _: "give a .jpg, .png, .webp, .avif, .gif or .svg file",
        ),
        AfterValidator(_path_inside),
    ] = Field(description="The picture's path below content/.")
    alt: Plain = Field(description="What the picture shows, for a reader who cannot see it.")
    credit: Plain = Field(description="Who made it.")
    licence: Plain = Field(description="On what terms it may be shown: CC-BY-4.0, public domain, own work.")


class Video(Written):
    """A video on another site; a page links to it and loads nothing from there."""

    url: Url = Field(description="Its address, http or https.")
    title: Plain | None = Field(None, description="What it is called, and by whom: Side squat, by the clinic.")

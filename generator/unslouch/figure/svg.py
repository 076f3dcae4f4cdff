"""A drawing as the text of an SVG file, in the colours of what it stands on.

An SVG in ``<img>`` sees no colours of the page, so they are literal. Ids and classes begin with ``f-``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from xml.sax.saxutils import escape

from unslouch.figure.drawing import NEAR, OUTLINE, RIM, SILHOUETTE, TRACING, Drawing, Shape
from unslouch.figure.palette import Variant, colours

PLAY = "f-play"
"""A flip-book is still until asked by ``#f-play`` after its address, as the pages' script does."""
SECONDS = 4.0
"""How long a flip-book takes, there and back, where nothing else is said."""
GAP = 4.0
"""Percent of body height between the frames of a flip-book's strip."""


class Style(NamedTuple):
    """How a shape looks: names of colours (or ``none``), and what else is said of it."""

    fill: str = ""
    stroke: str = ""
    more: str = ""


STYLES: dict[str, Style] = {
    SILHOUETTE: Style("skin"),
    OUTLINE.style: Style("none", "ink"),
    RIM.style: Style("none", "rim"),
    NEAR: Style("none", "ink"),
    "s0": Style("shirt"),
    "s1": Style("trousers"),
    "s3": Style("shoe"),
    "s4": Style("hair"),
    "s5": Style("band"),
    "s6": Style("prop"),
    "s7": Style("cloth"),
    "s8": Style("sole"),
    "s9": Style("metal"),
    "s10": Style("foam"),
    "d": Style("far", more="opacity:.14"),
    "ds": Style("far-skin", more="opacity:.17"),
    "h": Style("muscle", "muscle-edge"),
    "h2": Style("muscle-belly"),
    "i": Style("ink"),
    "e": Style("none", "ink"),
    "y": Style("none", "ink"),
    "c": Style("shadow"),
    "m": Style("mat"),
    "w": Style("wall"),
    "v": Style("wall", "floor"),
    "l": Style("none", "floor"),
    "g": Style("ghost", "ghost-ink"),
    "a": Style("none", "arrow"),
    "b": Style("none", "paper"),
    "t": Style("arrow", "arrow"),
    "z": Style("none", "paper", "stroke-width:18;opacity:.8"),
    "x": Style("none", "wrong", "stroke-width:8"),
}
"""By short class name; ``s`` and a number is a :class:`body.Material`. Only those in use are written."""


def write(drawing: Drawing, title: str, variant: Variant = "screen", seconds: float | None = None) -> str:
    """A drawing as SVG text; ``title`` says what it shows, ``seconds`` how long a flip-book takes, there and back."""
    (width, height), moving = drawing.pixels, len(drawing.frames) > 1
    attributes = f' id="{PLAY}"' if moving else ""
    own = colours(drawing.person, variant)
    css = _rules(drawing, own) + (_flipping(drawing, seconds or SECONDS) if moving else "")
    if variant == "screen":
        dark = _recoloured(drawing, own, colours(drawing.person, "dark"))
        css += f"@media (prefers-color-scheme:dark){{{dark}}}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{drawing.cut} {drawing.cut} {drawing.width} {drawing.height}"'
        f' width="{width}" height="{height}" role="img" stroke-linejoin="round" stroke-linecap="round"{attributes}>'
        f"<title>{escape(title)}</title><style>{css}</style>{_strip(drawing) if moving else _still(drawing)}</svg>"
    )


def _rules(drawing: Drawing, colours: dict[str, str]) -> str:
    """The style sheet's rules for what is drawn: one for all that is painted alike, and what each has of its own."""
    alike: dict[str, list[str]] = {}
    own: dict[str, str] = {}
    for name, style in _used(drawing):
        alike.setdefault(";".join(_painted(style, colours | {"none": "none"})), []).append(name)
        width = f"stroke-width:{drawing.lines[name]:g}" if name in drawing.lines else ""
        own[name] = ";".join(filter(None, (style.more, width)))
    rules = ""
    for painted, names in alike.items():
        if len(names) == 1:
            painted = ";".join(filter(None, (painted, own.pop(names[0]))))
        rules += f"{','.join(f'.f-{name}' for name in names)}{{{painted}}}" if painted else ""
    return rules + "".join(f".f-{name}{{{said}}}" for name, said in own.items() if said)


def _recoloured(drawing: Drawing, before: dict[str, str], after: dict[str, str]) -> str:
    """What other colours change of the same rules, with nothing else in them: one rule for all that comes out alike."""
    rules: dict[str, list[str]] = {}
    for name, style in _used(drawing):
        if (now := _painted(style, after)) != _painted(style, before):
            rules.setdefault(";".join(now), []).append(f".f-{name}")
    return "".join(f"{','.join(names)}{{{said}}}" for said, names in rules.items())


def _used(drawing: Drawing) -> list[tuple[str, Style]]:
    used = {shape.style for frame in (drawing.behind, *drawing.frames) for shape in frame}
    return [(name, style) for name, style in STYLES.items() if name in used]


def _painted(style: Style, colours: dict[str, str]) -> list[str]:
    paints = (("fill", style.fill), ("stroke", style.stroke))
    return [f"{what}:{colours[colour]}" for what, colour in paints if colour in colours]


def _shapes(frame: Iterable[Shape], silhouette: str) -> str:
    """The shapes of one frame; ``silhouette`` is the id by which its outline names it."""
    shapes = list(frame)
    clip = f' clip-path="url(#{silhouette}-n)"' if any(shape.style == NEAR for shape in shapes) else ""
    return "".join(_shape(shape, silhouette, clip) for shape in shapes)


def _shape(shape: Shape, silhouette: str, clip: str) -> str:
    if shape.style == SILHOUETTE:  # the style on a group: the outline uses the same path without its fill
        return f'<g class="f-{SILHOUETTE}"><path id="{silhouette}" d="{shape.path}"/></g>'
    if shape.style == NEAR:  # the thin line is drawn all round, and the outline over it where this is
        thin = f'<use class="f-{NEAR}" href="#{silhouette}"/>'
        return f'<clipPath id="{silhouette}-n"><path d="{shape.path}"/></clipPath>{thin}'
    if shape == OUTLINE:
        return f'<use class="f-{shape.style}" href="#{silhouette}"{clip}/>'
    if shape in TRACING:
        return f'<use class="f-{shape.style}" href="#{silhouette}"/>'
    return f'<path class="f-{shape.style}" d="{shape.path}"/>'


def _still(drawing: Drawing) -> str:
    return _shapes(drawing.frames[0], "f-body")


def _step(drawing: Drawing) -> int:
    """From one frame of a strip to the next, in drawing units."""
    return drawing.width + drawing.cut + round(GAP * drawing.unit)


def _strip(drawing: Drawing) -> str:
    """All frames side by side, before what stands still."""
    frames = (
        f'<g transform="translate({number * _step(drawing)})">{_shapes(frame, f"f-{number}")}</g>'
        for number, frame in enumerate(drawing.frames)
    )
    return f'{_shapes(drawing.behind, "")}<g class="f-strip">{"".join(frames)}</g>'


def _flipping(drawing: Drawing, seconds: float) -> str:
    """The strip at its last frame, and running when asked, which who wants reduced motion may do too; not in print."""
    turns = len(drawing.frames) - 1
    last = f"translateX(-{turns * _step(drawing)}px)"
    return (
        f".f-strip{{transform:{last}}}"
        f"@keyframes f-flip{{0%,12%{{transform:none}}42%,62%{{transform:{last}}}92%,to{{transform:none}}}}"
        f"@media screen{{.{PLAY} .f-strip,svg.{PLAY} .f-strip,#{PLAY}:target .f-strip"
        f"{{animation:f-flip {seconds:g}s steps({turns}) infinite}}}}"
    )

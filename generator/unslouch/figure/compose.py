"""The drawing: layers of a depth map as an SVG, with arrow, ghost and props, and the flip-book.

Ids and classes carry a prefix, so that several drawings may stand in one page. The drawing
unit is a tenth of a percent of body height.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

import numpy as np
from numpy.typing import NDArray

from unslouch.figure import arrow as arrows
from unslouch.figure.depth import Box, blurred, bounds, camera, depth_map, halved, silhouette
from unslouch.figure.flesh import flesh
from unslouch.figure.geometry import Matrix
from unslouch.figure.paint import UNIT, WEIGHTS, Canvas, Weight, cloud_of, contact_shadow, paint
from unslouch.figure.palette import variable
from unslouch.figure.props import FLAT, flat_outline, outline_box
from unslouch.figure.scene import Scene
from unslouch.figure.settle import settle_between

MARGIN = 2.0
PIXELS_PER_UNIT = 3.2
"""The width and height written on the drawing: a standing person is about 340 pixels tall."""


_RULES = {
    "k": f"fill:{variable('skin')}",
    "o": f"fill:none;stroke:{variable('ink')}",
    "s0": f"fill:{variable('shirt')}",
    "s1": f"fill:{variable('shorts')}",
    "s3": f"fill:{variable('shoe')}",
    "s4": f"fill:{variable('hair')}",
    "s5": f"fill:{variable('band')}",
    "s6": f"fill:{variable('prop')}",
    "s7": f"fill:{variable('cloth')}",
    "d": f"fill:{variable('far')};opacity:.13",
    "h": f"fill:{variable('muscle')};opacity:.85",
    "i": f"fill:{variable('ink')}",
    "c": f"fill:{variable('shadow')}",
    "m": f"fill:{variable('mat')}",
    "w": f"fill:{variable('wall')}",
    "g": f"fill:{variable('ghost')};stroke:{variable('ghost-ink')};stroke-width:8",
    "a": f"fill:none;stroke:{variable('arrow')}",
    "b": f"fill:none;stroke:{variable('paper')}",
    "t": f"fill:{variable('arrow')};stroke:{variable('arrow')};stroke-width:8",
}
"""Style by short class name; only those in use are written."""


def _style(body: str, prefix: str, weight: Weight) -> str:
    """The rules of the classes that a drawing uses."""
    used = set(re.findall(rf'class="{re.escape(prefix)}-(\w+)"', body))
    rules = {k: v for k, v in _RULES.items() if k in used}
    if "o" in rules:
        rules["o"] += f";stroke-width:{weight.outline * UNIT:g}"
    for name, width in (("a", weight.arrow), ("b", weight.arrow + 1.6)):
        if name in rules:
            rules[name] += f";stroke-width:{width * UNIT:g}"
    return "".join(f".{prefix}-{name}{{{rule}}}" for name, rule in rules.items())


def _points(line: NDArray, box: Box) -> str:
    """Picture-plane points as path data."""
    whole = np.rint((line - [box.left, box.top]) * [UNIT, -UNIT]).astype(int)
    return " ".join(f"{x} {y}" for x, y in whole.tolist()).replace(" -", "-")


def _arrow_svg(line: NDArray, box: Box, prefix: str) -> str:
    """An arrow with a halo that sets it off from the ghost."""
    shaft, tip = _points(line, box), _points(arrows.head(line), box)
    return (
        f'<path class="{prefix}-b" d="M{shaft}M{tip}z"/><path class="{prefix}-a" d="M{shaft}"/>'
        f'<path class="{prefix}-t" d="M{tip}z"/>'
    )


def _document(body: str, css: str, box: Box, alt: str, prefix: str, attributes: str = "") -> str:
    """The whole file: its size, its name, its style, its shapes."""
    width, height = round(box.width * UNIT), round(box.height * UNIT)
    size = f'width="{width * PIXELS_PER_UNIT / UNIT:.0f}" height="{height * PIXELS_PER_UNIT / UNIT:.0f}"'
    title = f"<title>{escape(alt)}</title>" if alt else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {size} role="img"'
        f' stroke-linejoin="round" stroke-linecap="round"{attributes}>'
        f"{title}<style>{css}</style>{body}</svg>"
    )


HIDDEN = -0.65
"""The ghost is left out where the figure hides it: from this signed distance (less the outline's) to the silhouette."""
GHOST_ROOM = 1.3
"""A ghost that would make the picture this much larger across is left out: use two panels."""


def ghost_fits(pose: Box, start: Box) -> bool:
    """Whether the ghost of the start leaves the figure large enough."""
    both = pose.around(start)
    return max(both.width, both.height) <= GHOST_ROOM * max(pose.width, pose.height)


def _flats(scene: Scene, view: Matrix) -> list[tuple[str, NDArray]]:
    """Walls and mats: kind and outline in the picture plane."""
    return [(p.kind, flat_outline(p, scene.pose, view)) for p in scene.props if p.kind in FLAT]


def draw(scene: Scene, *, alt: str = "", prefix: str = "f", weight: str = "regular", scale: float = 5.0) -> str:
    """One picture, its colours as CSS variables (see :func:`palette.recolour`)."""
    view, heavy = camera(scene.camera.azimuth, scene.camera.elevation), WEIGHTS[weight]
    cloud = cloud_of(scene.pose, scene.props)
    box = bounds(cloud, view)
    ghost = flesh(scene.start.skeleton) if scene.start and scene.ghost else None
    if ghost and not ghost_fits(box, bounds(ghost, view)):
        ghost = None
    if ghost:
        box = box.around(bounds(ghost, view))
    line = None
    if scene.arrow and scene.start:
        line = arrows.placed(scene.arrow, scene.start, scene.pose, cloud, view)
        box = box.around(outline_box(np.concatenate([line, arrows.head(line)])).wider(1.5))
    flats = _flats(scene, view)
    for _, outline in flats:
        box = box.around(outline_box(outline))
    box = box.wider(MARGIN)
    canvas = Canvas(prefix, scale)
    for kind, outline in flats:
        canvas.text(f'<path class="{prefix}-{kind[0]}" d="M{_points(outline, box)}z"/>')
    coarse = scale / 2
    canvas.grid("c", contact_shadow(scene.pose, view, box, coarse), tolerance=0.8, least=2, scale=coarse)
    seen = depth_map(cloud, view, box, scale)
    if ghost:
        peeping = np.minimum(silhouette(ghost, view, box, scale), HIDDEN - halved(seen.signed))
        canvas.grid("g", blurred(peeping, 1), level=-0.35, tolerance=0.6, least=4, scale=coarse)
    paint(canvas, seen, scene, heavy, f"{prefix}-body", shaded=True, tolerance=heavy.tolerance)
    if line is not None:
        canvas.text(_arrow_svg(line, box, prefix))
    body = canvas.written()
    return _document(body, _style(body, prefix, heavy), box, alt, prefix)


FRAMES = 8
SECONDS = 4
GAP = 4.0
"""Units between the frames of the strip."""


def animate(scene: Scene, *, alt: str = "", prefix: str = "f", weight: str = "regular", scale: float = 4.0) -> str:
    """The movement from ``scene.start`` to ``scene.pose`` as a flip-book.

    Shows the end pose and is still, until asked: by the class ``<prefix>-play`` on the SVG or
    around it, or by ``#<prefix>-play`` after its address. Still for people who want reduced
    motion, and in print.
    """
    assert scene.start is not None, "a movement has a start"
    view, heavy = camera(scene.camera.azimuth, scene.camera.elevation), WEIGHTS[weight]
    shares = 0.5 - 0.5 * np.cos(np.pi * np.arange(FRAMES) / (FRAMES - 1))
    poses = [
        scene.start if s == 0 else scene.pose if s == 1 else settle_between(scene.start, scene.pose, s) for s in shares
    ]
    clouds = [cloud_of(p, scene.props) for p in poses]
    box = bounds(clouds[0], view)
    for cloud in clouds[1:]:
        box = box.around(bounds(cloud, view))
    flats = _flats(scene, view)
    for _, outline in flats:
        box = box.around(outline_box(outline))
    box = box.wider(MARGIN)
    canvas = Canvas(prefix, scale)
    step = round((box.width + GAP) * UNIT)
    for i, (pose, cloud) in enumerate(zip(poses, clouds, strict=True)):
        frame = Scene(pose, scene.camera, scene.highlight)
        canvas.text(f'<g transform="translate({i * step})">')
        for kind, outline in flats:
            canvas.text(f'<path class="{prefix}-{kind[0]}" d="M{_points(outline, box)}z"/>')
        paint(canvas, depth_map(cloud, view, box, scale), frame, heavy, f"{prefix}-{i}", shaded=False, tolerance=0.5)
        canvas.text("</g>")
    body = f'<g class="{prefix}-strip">{canvas.written()}</g>'
    last = f"translateX(-{(FRAMES - 1) * step}px)"
    strip, name = f".{prefix}-strip", f"{prefix}-flip"
    css = (
        f"{_style(body, prefix, heavy)}{strip}{{transform:{last}}}"
        f"@keyframes {name}{{0%,12%{{transform:none}}42%,62%{{transform:{last}}}92%,to{{transform:none}}}}"
        f"@media screen and (prefers-reduced-motion:no-preference){{.{prefix}-play {strip},svg.{prefix}-play {strip},"
        f"#{prefix}-play:target {strip}{{animation:{name} {SECONDS}s steps({FRAMES - 1}) infinite}}}}"
    )
    return _document(body, css, box, alt, prefix, f' id="{prefix}-play"')

"""mkdocs.yml: what it may say of Unslouch, read once for every face."""

from __future__ import annotations

import base64
import os
from pathlib import Path
from typing import Any, NoReturn
from xml.etree import ElementTree

from mkdocs.config import config_options as option
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from unslouch.content import active
from unslouch.content.problems import did_you_mean
from unslouch.figure.people import PEOPLE
from unslouch.guide import words
from unslouch.guide.options import CARDS, Options, PaperHead
from unslouch.tools.kept import Cache

_SILENT = Options()
_DISK = "unslouch_from_disk"
_OVERRIDES = "generator"
"""The folder of the theme's custom_dir whose templates take the place of ours."""


_LOGOS = {".svg": "image/svg+xml", ".png": "image/png"}
"""What a logo can be: the end of its file's name → its kind."""
_LOGO_BYTES = 200_000
"""A logo is in every sheet, so that each is whole by itself."""
_LETTERS = 120
"""What of a name or a contact stands on one line."""


class _Count(option.Type[int]):
    """A number of things, one at least."""

    def __init__(self, default: int) -> None:
        super().__init__(int, default=default)

    def run_validation(self, value: object) -> int:
        count = super().run_validation(value)
        if count < 1:
            raise option.ValidationError(f"{count} is too few; write 1 or more")
        return count


class PaperHeadOptions(Config):
    """What mkdocs.yml may say under ``paper_head:``; the logo is a file below docs_dir."""

    name = option.Type(str, default="")
    """Of a practice or a person, on one line."""
    logo = option.Type(str, default="")
    """An .svg or .png file below the content folder, 200 KB at most: images/logo.svg."""
    contact = option.Type(str, default="")
    """How to reach them, on one line."""


class PluginOptions(Config):
    """What mkdocs.yml may say under ``plugins: - unslouch:``; :class:`Options` says what each is for."""

    people = option.ListOfItems(option.Choice(tuple(PEOPLE)), default=[])
    exercises_in_nav = option.Type(int, default=_SILENT.exercises_in_nav)
    exercises_in_list = _Count(default=_SILENT.exercises_in_list)
    search = option.Choice(("automatic", "whole", "pieces"), default=_SILENT.search)
    default_side = option.Choice(("right", "left"), default=_SILENT.default_side)
    language = option.Choice(words.languages(), default=_SILENT.language)
    cards = option.Choice(tuple(CARDS), default=_SILENT.cards)
    paper = option.Choice(("a4", "letter"), default=_SILENT.paper)
    licence = option.Type(str, default=_SILENT.licence)
    review_return = option.Type(str, default=_SILENT.review_return)
    floor_page = option.Type(str, default=_SILENT.floor_page)
    paper_head = option.SubConfig(PaperHeadOptions)
    offline = option.Type(bool, default=_SILENT.offline)
    content_policy = option.Type(bool, default=_SILENT.content_policy)
    cache_dir = option.Type(str, default=_SILENT.cache_dir)


def file_here(folder: Path = Path()) -> Path | None:
    """The configuration of MkDocs in a folder, the working one when silent, by either of the names that MkDocs knows."""
    return next((folder / name for name in ("mkdocs.yml", "mkdocs.yaml") if (folder / name).is_file()), None)


def read(file: Path, **instead: Any) -> MkDocsConfig:
    """mkdocs.yml as MkDocs reads it, with some of it ``instead``. Raises ``mkdocs.exceptions.MkDocsException``."""
    return load_config(str(file), **instead)


def said(file: Path) -> dict[str, Any]:
    """mkdocs.yml as its author wrote it, with what it inherits. Raises ``mkdocs.exceptions.MkDocsException``."""
    config = MkDocsConfig(config_file_path=str(file))
    with file.open("rb") as source:
        return dict(yaml_load(source, loader=get_yaml_loader(config=config)))


def open_from_disk(config: MkDocsConfig) -> None:
    """Have the site made for a disk, as the theme's plugin ``offline`` has it. Raises ``ConfigurationError``."""
    if "unslouch" not in config.plugins:
        raise ConfigurationError("it does not name the plugin; write `- unslouch` under `plugins:`")
    config.extra[_DISK] = True


def opens_from_disk(config: MkDocsConfig) -> bool:
    """Whether the site is for a disk: a command asked for it, or the theme's plugin ``offline`` is there and on."""
    plugin = config.plugins.get("material/offline") or config.plugins.get("offline")
    return bool(config.extra.get(_DISK) or (plugin and plugin.config.get("enabled", True)))


def options(config: MkDocsConfig) -> Options:
    """What a site chooses; the usual where mkdocs.yml does not name the plugin. Raises ``ConfigurationError``."""
    plugin = config.plugins.get("unslouch")
    chosen = plugin.config if plugin else PluginOptions()
    named = {name: chosen[name] for name in PluginOptions() if name != "paper_head"}
    named["people"] = tuple(chosen["people"])
    named["paper_head"] = _paper_head(chosen["paper_head"] or PaperHeadOptions(), Path(config.docs_dir))
    directory_urls = config.use_directory_urls
    return Options(**named, name=config.site_name, site_url=config.site_url or "", directory_urls=directory_urls)


def _paper_head(said: PaperHeadOptions, docs: Path) -> PaperHead | None:
    """Whose paper it is; nothing where mkdocs.yml does not say."""
    for key in ("name", "contact"):
        if len(said[key]) > _LETTERS:
            _refuse(key, "is longer than a line", f"write {_LETTERS} characters at most")
    name, contact = (" ".join(said[key].split()) for key in ("name", "contact"))
    logo = _logo(said["logo"], docs) if said["logo"] else ""
    return PaperHead(name, logo, contact) if name or logo or contact else None


def _logo(path: str, docs: Path) -> str:
    """The picture at ``path`` below the content folder, as an address that holds it."""
    file, kind = docs / path, _LOGOS.get(Path(path).suffix.lower())
    if not Path(os.path.realpath(file)).is_relative_to(os.path.realpath(docs)):
        _refuse("logo", f"`{path}` leads out of {docs.name}/", "name a file below it, such as images/logo.svg")
    if not kind:
        _refuse("logo", f"`{path}` is neither SVG nor PNG", "give an .svg or a .png file")
    if not file.is_file():
        there = [one.relative_to(docs).as_posix() for end in _LOGOS for one in sorted(docs.rglob(f"*{end}"))]
        near = did_you_mean(path, there) or f"put it there, or name a file below {docs.name}/"
        _refuse("logo", f"there is no file {docs.name}/{path}", near)
    data = file.read_bytes()
    if len(data) > _LOGO_BYTES:
        size = f"`{path}` has {len(data) // 1000} KB, and it is in every sheet"
        _refuse("logo", size, f"make it {_LOGO_BYTES // 1000} KB at most")
    if not (_is_svg(data) if kind == _LOGOS[".svg"] else data.startswith(b"\x89PNG\r\n\x1a\n")):
        _refuse("logo", f"`{path}` does not hold what its name says", "save the picture anew as SVG or PNG")
    if kind == _LOGOS[".svg"] and (wrong := active.first(data)):
        _refuse("logo", f"line {wrong[1]} of `{path}`: {wrong[0]}", "save it as plain SVG")
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def _is_svg(data: bytes) -> bool:
    try:
        return ElementTree.fromstring(data).tag == "{http://www.w3.org/2000/svg}svg"
    except ElementTree.ParseError:
        return False


def _refuse(key: str, wrong: str, hint: str) -> NoReturn:
    raise ConfigurationError(f"unslouch: paper_head: {key}: {wrong}; {hint}")


def overrides(config: MkDocsConfig) -> Path | None:
    """The folder whose templates take the place of ours, where there is one."""
    custom = config.theme.custom_dir
    folder = Path(custom, _OVERRIDES) if custom else None
    return folder if folder and folder.is_dir() else None


def cache(config: MkDocsConfig) -> Cache:
    """Where work is kept. Raises ``ConfigurationError`` where that is among an author's own files.

    Neither may MkDocs publish what is kept, nor delete it.
    """
    project = Path(config.config_file_path or ".").parent
    folder = project / options(config).cache_dir
    real = Path(os.path.realpath(folder))
    for name, place in (("the project", str(project)), ("docs_dir", config.docs_dir), ("site_dir", config.site_dir)):
        other = Path(os.path.realpath(place))
        holds = other.is_relative_to(real)
        if holds or (name != "the project" and real.is_relative_to(other)):
            what = "is or holds" if holds else "lies in"
            hint = "name a folder of its own, such as .cache/unslouch"
            raise ConfigurationError(f"unslouch: cache_dir {what} {name}; {hint}")
    return Cache(folder)

"""mkdocs.yml: what it may say of Unslouch, read once for every face."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.config import config_options as option
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from unslouch.guide import words
from unslouch.guide.options import CARDS, Options
from unslouch.tools.kept import Cache

_SILENT = Options()
_OVERRIDES = "generator"
"""The folder of the theme's custom_dir whose templates take the place of ours."""


class PluginOptions(Config):
    """What mkdocs.yml may say under ``plugins: - unslouch:``; :class:`Options` says what each is for."""

    exercises_in_nav = option.Type(int, default=_SILENT.exercises_in_nav)
    default_side = option.Choice(("right", "left"), default=_SILENT.default_side)
    language = option.Choice(words.languages(), default=_SILENT.language)
    cards = option.Choice(tuple(CARDS), default=_SILENT.cards)
    paper = option.Choice(("a4", "letter"), default=_SILENT.paper)
    licence = option.Type(str, default=_SILENT.licence)
    review_return = option.Type(str, default=_SILENT.review_return)
    floor_page = option.Type(str, default=_SILENT.floor_page)
    cache_dir = option.Type(str, default=_SILENT.cache_dir)


def read(file: Path) -> MkDocsConfig:
    """mkdocs.yml as MkDocs reads it. Raises ``mkdocs.exceptions.MkDocsException``."""
    return load_config(str(file))


def options(config: MkDocsConfig) -> Options:
    """What a site chooses; the usual where mkdocs.yml does not name the plugin."""
    plugin = config.plugins.get("unslouch")
    chosen = plugin.config if plugin else PluginOptions()
    named = {name: chosen[name] for name in PluginOptions()}
    directory_urls = config.use_directory_urls
    return Options(**named, name=config.site_name, site_url=config.site_url or "", directory_urls=directory_urls)


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

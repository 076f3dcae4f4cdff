"""What other plugins are told of our pages, in their own options, and which of them cannot work with us."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

_BY_HISTORY = ("git-revision-date-localized", "git-authors")
"""Plugins that tell of a page what Git knows of its file; each leaves out what its option ``exclude`` names."""
_CANNOT = {
    "i18n": "mkdocs-static-i18n takes pages from files in docs_dir alone, and drops those that plugins make; "
    "give each language a mkdocs.yml and a content folder of its own, with `language:` under `unslouch:`"
}


def refuse(config: MkDocsConfig) -> None:
    """Raise ``PluginError`` where a plugin is named that would leave our pages out."""
    for name, why in _CANNOT.items():
        if name in config.plugins:
            raise PluginError(f"unslouch cannot work beside the plugin {name}: {why}")


def without_history(config: MkDocsConfig, pages: Iterable[str]) -> None:
    """Say which pages no one file stands behind: Git would know nothing of them, or the day of the build."""
    for name in _BY_HISTORY:
        if plugin := config.plugins.get(name):
            said = plugin.config["exclude"] or []
            plugin.config["exclude"] = [*said, *(page for page in pages if page not in said)]

"""mkdocs.yml without this plugin: what it says in an exported tree, where MkDocs, ProperDocs and Zensical read it alike."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import InclusionLevel

from unslouch import choice
from unslouch.assembly import Assembled
from unslouch.guide.addresses import SCRIPT, STYLES
from unslouch.pages import nav
from unslouch.sidebar import Sidebar

FILE, DOCS, OVERRIDES, SITE = "mkdocs.yml", "docs", "overrides", "site"
"""What stands in the tree, and where it is built."""
HOOK = "html_links.py"
"""What MkDocs and ProperDocs run to resolve the links of HTML, as Zensical does."""
KEPT = ".cache"
"""Where Zensical keeps its work."""
_GONE = ("docs_dir", "site_dir", "watch", "hooks", "exclude_docs", "draft_docs", "edit_uri", "edit_uri_template")
"""What means nothing there: places and files of the project itself, and what is left out by then."""
EXTENSIONS = ("attr_list", "md_in_html")
"""The Markdown extensions that our pages rest on."""
USUAL = {"site_name": "Exercises", "theme": {"name": "material", "font": False}}
"""What is said where there is no mkdocs.yml."""


def written(said: Mapping[str, Any], made: Assembled, config: MkDocsConfig | None) -> bytes:
    """mkdocs.yml for the tree; ``said`` is what the author's own says, and ``config`` what MkDocs makes of it."""
    sources = nav.sources(made.guide.library)

    def is_listed(path: str) -> bool:
        level = choice.inclusion(config, sources.get(path, path)) if config else InclusionLevel.INCLUDED
        return level is not InclusionLevel.NOT_IN_NAV

    sidebar = Sidebar(made.guide, is_listed)
    told = {name: value for name, value in said.items() if name not in _GONE}
    told |= {
        "theme": _theme(said.get("theme")),
        "hooks": [HOOK],
        "edit_uri": "",
    }  # its pages are not what an author edits
    if "nav" in said:
        told["nav"] = sidebar.filled(said["nav"])
    if "plugins" in said:
        told["plugins"] = _others(said["plugins"])
    unlisted = [f"/{path}" for path in made.rendered if path not in sidebar.paths]
    told["not_in_nav"] = "\n".join([*filter(None, [said.get("not_in_nav", "").strip()]), *unlisted]) + "\n"
    told["markdown_extensions"] = _extensions(config)
    told["extra_css"] = [*STYLES, *said.get("extra_css", ())]
    told["extra_javascript"] = [*said.get("extra_javascript", ()), {"path": SCRIPT, "type": "module"}]
    return _dumped(told).encode()


def _theme(said: Any) -> dict[str, Any]:
    """The theme, with the author's own part in its place; Zensical looks as Material does when it is told to."""
    theme: dict[str, Any] = {"name": said} if isinstance(said, str) else dict(said or {"name": "material"})
    if "custom_dir" in theme:
        theme["custom_dir"] = OVERRIDES
    return theme | {"variant": "classic"}


def _others(plugins: Any) -> Any:
    """The plugins without ours, listed or as a mapping."""
    if isinstance(plugins, Mapping):
        return {name: options for name, options in plugins.items() if name != "unslouch"}
    return [one for one in plugins or () if one != "unslouch" and not (isinstance(one, Mapping) and "unslouch" in one)]


def _extensions(config: MkDocsConfig | None) -> list[Any]:
    named: Iterable[str] = config.markdown_extensions if config else ("toc", "tables", "fenced_code")
    options = config.mdx_configs if config else {}
    return [{name: options[name]} if options.get(name) else name for name in dict.fromkeys((*named, *EXTENSIONS))]


class _Dumper(yaml.Dumper):
    """YAML with long texts as they are."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Dumper.add_multi_representer(  # MkDocs' own tag `!relative`
    os.PathLike,  # type: ignore[type-abstract]
    lambda dumper, _: dumper.represent_str(DOCS),
)
_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None),
)


def _dumped(said: Mapping[str, Any]) -> str:
    return yaml.dump(dict(said), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120)

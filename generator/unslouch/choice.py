"""Which files of the content folder count, by what mkdocs.yml leaves out: one choice for the plugin and every command."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File as MkDocsFile
from mkdocs.structure.files import Files, InclusionLevel, set_exclusions

from unslouch.content import files
from unslouch.content.files import Content, File, kept_back, page_of
from unslouch.made import Made


def inclusion(config: MkDocsConfig, path: str) -> InclusionLevel:
    """What MkDocs makes of a path below docs_dir by ``exclude_docs``, ``draft_docs`` and ``not_in_nav``.

    An entry goes by its own path and by its page's: who leaves one out means the other too.
    """
    probes = [_probe(one) for one in ((path, page_of(path)) if kept_back(path) and "/" in path else (path,))]
    set_exclusions(probes, config)
    return min((probe.inclusion for probe in probes), key=lambda level: level.value)


def on_disk(config: MkDocsConfig, *, drafts: bool = False) -> Content:
    """The content folder as a build takes it, or with ``drafts`` as MkDocs serves it."""
    root = Path(config.docs_dir)
    return files.on_disk(root, lambda path: _why_not(inclusion(config, path), drafts=drafts), _project(config))


def of_files(found: Files, config: MkDocsConfig, *, drafts: bool, without: Collection[str] = ()) -> Content:
    """The content folder as MkDocs has it by now, with what other plugins put in and took away.

    ``without`` are our own pages, which another plugin may have put something of its own in the place of.
    """
    root = Path(config.docs_dir)
    taken, left_out = {}, {}
    for file in found:
        path = file.src_uri
        if isinstance(file, Made) or path in without or file.src_dir in config.theme.dirs:
            continue
        level = inclusion(config, path) if file.inclusion is InclusionLevel.UNDEFINED else file.inclusion
        if kept_back(path):
            level = min(level, inclusion(config, path), key=lambda one: one.value)
        if why := _why_not(level, drafts=drafts):
            left_out[path] = why
        elif file.src_dir == config.docs_dir:
            taken[path] = File(path, root / path)
        else:
            taken[path] = File(path, root / path, file.content_bytes if _is_read(path) else b"")
    nowhere = [path for path, file in taken.items() if file.data is None and not (file.is_there or kept_back(path))]
    whole = {path: file for path, file in taken.items() if path not in nowhere}
    return Content(root, whole, left_out, tuple(nowhere), _project(config))


def _is_read(path: str) -> bool:
    return kept_back(path) or path.endswith(".md")


def _probe(path: str) -> MkDocsFile:
    return MkDocsFile(path, None, "", use_directory_urls=True)


def _why_not(level: InclusionLevel, *, drafts: bool) -> str:
    if level is InclusionLevel.EXCLUDED:
        return "`exclude_docs` of mkdocs.yml"
    return "`draft_docs` of mkdocs.yml" if level is InclusionLevel.DRAFT and not drafts else ""


def _project(config: MkDocsConfig) -> Path:
    """Where links may lead: what is in the project is its author's own, wherever in it."""
    project, docs = Path(os.path.abspath(config.config_file_path or ".")).parent, Path(config.docs_dir)
    return project if docs.is_relative_to(project) else docs

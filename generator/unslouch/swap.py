"""MkDocs fills a folder beside the site, which takes the site's place when it is whole.

By itself MkDocs empties ``site_dir`` before it builds: who stops it, or has a full disk, has no site then. While serving
MkDocs has a folder of its own, and nothing here is done.
"""

from __future__ import annotations

import errno
import logging
from contextlib import ExitStack
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from unslouch.tools import stopping
from unslouch.tools.staging import InTheWay, Staging

log = logging.getLogger("mkdocs.plugins.unslouch")

_OF_DISKS = {
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EFBIG,
    errno.EROFS,
    errno.EACCES,
    errno.EPERM,
    errno.EIO,
    errno.ETIMEDOUT,
}
"""What a disk, a folder or its rights can be wrong with."""
_NAMED = 3
"""How many of others' files are named."""


class SwapsSite:
    """What a plugin does to that end, at each of MkDocs's events."""

    def __init__(self) -> None:
        self._site_folder = ""
        """The site's folder, wherever its new files are made."""
        self._config: MkDocsConfig | None = None
        self._staging: Staging | None = None
        self._stages = self._dirty = False
        self._command = ExitStack()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """A command of MkDocs begins, which may be stopped. Who builds without saying so has MkDocs's own way."""
        self._stages, self._dirty = command != "serve", dirty
        self._command.enter_context(stopping.tidily())

    def _begin_beside(self, config: MkDocsConfig) -> None:
        """Have the site made beside the one that is there: to be done before any plugin asks where."""
        self._site_folder = config.site_dir
        if not self._stages:
            return
        try:
            self._staging = Staging(Path(self._site_folder))
            if self._dirty:
                self._staging.begin_with_the_old()
        except OSError as error:
            raise self._cannot(error) from error
        self._config, config.site_dir = config, str(self._staging.files)

    @event_priority(-1000)
    def _swap(self, *, config: MkDocsConfig) -> None:
        """All plugins have written what they write: the new site takes its place. What no build wrote there stays."""
        if self._staging is None:
            return
        others = [path for path in self._staging.others() if not path.startswith(".")]
        try:
            self._staging.finish()
        except InTheWay as error:
            raise PluginError(f"{error}; move it elsewhere") from error
        finally:
            self._drop()
        log.info("The new site is in its place: %s", self._site_folder)
        if others:
            named = ", ".join(others[:_NAMED]) + (" and others" if len(others) > _NAMED else "")
            log.info("%d files there that no build wrote stay: %s", len(others), named)

    @event_priority(-1000)
    def on_build_error(self, *, error: Exception) -> None:
        """Leave the site as it was, and tell a disk's fault in words."""
        self._drop()
        if isinstance(error, OSError) and error.errno in _OF_DISKS:
            raise self._cannot(error) from error

    @event_priority(-1000)
    def on_shutdown(self) -> None:
        """Leave nothing behind where the command was stopped."""
        self._drop()
        self._stages = False
        self._command.close()

    def _drop(self) -> None:
        if self._staging:
            if self._config:
                self._config.site_dir = self._site_folder
            self._staging.drop()
        self._staging = None

    def _cannot(self, error: OSError) -> PluginError:
        what = f"{error.filename or self._site_folder} cannot be read or written: {error.strerror or error}"
        return PluginError(f"{what}. What was built before stays")

"""What a plugin of MkDocs reads of a content folder, and what comes of it."""

from __future__ import annotations

from contextlib import nullcontext

from mkdocs.config.defaults import MkDocsConfig

from unslouch import again, settings, telling
from unslouch.again import Again
from unslouch.asked import Asked
from unslouch.assembly import Assembled, Result, assemble
from unslouch.content.files import Content
from unslouch.content.known import Known
from unslouch.guide import words as catalogue
from unslouch.guide.words import Words
from unslouch.settings import PluginOptions
from unslouch.tools.kept import Cache
from unslouch.tools.staying import staying


class ReadsContent:
    """The reading, from the content folder to all that a site gets from it; while serving, again and again."""

    config: PluginOptions

    def __init__(self) -> None:
        super().__init__()
        self._serving = False
        self._again: Again | None = None
        """The site that edits are built on top of, where a server will ask for what waits."""
        self._asked, self._known = Asked(), Known()
        self._content: Content | None = None
        self._result: Result | None = None
        self._good: Assembled | None = None
        self._cache = Cache(None)

    def _others_have_a_say(self, config: MkDocsConfig) -> bool:
        """Whether another plugin can make, change or take away files."""
        return any(getattr(event, "__self__", None) is not self for event in config.plugins.events["files"])

    def _read(self, content: Content, config: MkDocsConfig) -> bool:
        """Whether there is anything in the content that was not read yet.

        While serving, a good library that came before is shown on where there are errors.
        """
        if self._content and (not self._others_have_a_say(config) or content.says_as_much_as(self._content)):
            return False
        with nullcontext() if self._serving else staying():
            self._assemble(content, config)
        self._content = content
        if not self._serving:
            self._cache.forget_unused()
        return True

    def _assemble(self, content: Content, config: MkDocsConfig) -> None:
        known, keeps, waits = self._known if self._again else None, self._keeps(config), self._again is not None
        options, overrides = settings.options(config), settings.overrides(config)
        self._result = assemble(
            content,
            options,
            self._cache,
            overrides=overrides,
            serving=waits,
            keeps=keeps,
            known=known,
            in_haste=waits and again.may(config),
        )
        self._good = self._result.assembled or self._good

    def _tell(self) -> None:
        """Say what is wrong with what was read; errors end a build."""
        assert self._result is not None
        self._asked.notice = telling.notice(self._result.errors, self._words)
        left_out = self._content.entries_left_out().items() if self._content else ()
        telling.in_log(self._result, left_out, goes_on=self._serving and self._good is not None)

    def _keeps(self, config: MkDocsConfig) -> bool:
        """Whether readers' devices keep the site. While serving they keep nothing, for an edit is to be seen at once."""
        return self.config.offline and not self._serving and not settings.opens_from_disk(config)

    @property
    def _words(self) -> Words:
        return catalogue.load(self.config.language)

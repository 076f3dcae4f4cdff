"""A site's own words for equipment, areas and muscles: content/vocabulary.yml.

A file may write any of a word's forms; what is read is the one that readers see, so nothing after this knows the others
but the search.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import Field, GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema
from pydantic_core.core_schema import with_info_wrap_validator_function

from unslouch.fields import Plain, Written

VOCABULARY = "vocabulary.yml"


class OwnWord(Written):
    """A word of a site's own, in its forms."""

    one: Plain = Field(description="What readers see: aerobic step.")
    many: Plain | None = Field(None, description="Its plural, which files may write too: aerobic steps.")
    also: tuple[Plain, ...] = Field(
        (), description="Other words for it: files may write them, and search finds it by them."
    )


class OwnWords(Written):
    """content/vocabulary.yml: words that the format does not know, by the word that files write."""

    equipment: dict[Plain, OwnWord] = Field({}, description="Things that exercises need.")
    areas: dict[Plain, OwnWord] = Field({}, description="Parts of the body, in a reader's words.")
    muscles: dict[Plain, OwnWord] = Field({}, description="Muscles; their anatomical names stand under `also`.")

    @cached_property
    def _read(self) -> dict[str, dict[str, str]]:
        kinds = {"equipment": self.equipment, "areas": self.areas, "muscles": self.muscles}
        return {
            kind: {form.casefold(): own.one for key, own in words.items() for form in (key, *_forms(own))}
            for kind, words in kinds.items()
        }

    def meant(self, kind: str, word: str) -> str | None:
        """The word that readers see for one that a file writes; nothing where it is none of these."""
        return self._read[kind].get(" ".join(word.split()).casefold())

    def known(self, kind: str) -> list[str]:
        """The words of a kind that files write."""
        return list(getattr(self, kind))

    def also(self, one: str) -> list[str]:
        """The other forms of a word that readers see: search finds it by them."""
        words = [*self.equipment.values(), *self.areas.values(), *self.muscles.values()]
        return [form for own in words if own.one == one for form in _forms(own) if form != one]


def _forms(own: OwnWord) -> list[str]:
    return [own.one, *([own.many] if own.many else []), *own.also]


NONE = OwnWords()


@dataclass(frozen=True)
class OrOwn:
    """Lets a field take a site's own words of a ``kind`` beside those of the format."""

    kind: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The field's own schema, passed by for a word that the site names."""

        def read(value: Any, inner: Any, info: ValidationInfo) -> Any:
            own: OwnWords = info.context or NONE
            meant = own.meant(self.kind, value) if isinstance(value, str) else None
            return inner(value) if meant is None else meant

        return with_info_wrap_validator_function(read, handler(source))

"""What every model of an author's writing has in common."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError


class Written(BaseModel):
    """Anything an author writes: fixed once read, and without unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


REFUSED = "refused"
"""The type of an error that already speaks to the author."""


def refusal(message: str, hint: str = "", part: str = "") -> PydanticCustomError:
    """What a validator raises: words for the author, and the ``part`` of the value that they are about."""
    # Braces are placeholders to pydantic, so the texts travel as values.
    return PydanticCustomError(REFUSED, "{message}", {"message": message, "hint": hint, "part": part})


def shaped(pattern: str, complaint: str, hint: Callable[[str], str]) -> tuple[Any, Any]:
    """A pattern that the JSON Schema shows and the model checks, with words for what does not match."""
    compiled = re.compile(re.sub(r"\$$", r"\\Z", pattern))  # in Python, $ would let a last line break through

    def check(value: str) -> str:
        if not compiled.search(value):
            raise refusal(complaint.format(value), hint(value))
        return value

    return AfterValidator(check), Field(json_schema_extra={"pattern": pattern})


def kebab_case(text: str) -> str:
    """Any words as an id: ``Figure-four (supine)`` → ``figure-four-supine``; empty where nothing is left."""
    text = re.sub("[\N{HYPHEN}-\N{HORIZONTAL BAR}\N{MINUS SIGN}]", "-", text)
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text.lower()).strip("-")


def _id_hint(value: str) -> str:
    return f"write `{kebab_case(value)}`" if kebab_case(value) else "use a-z, 0-9 and hyphens"


LONGEST_ID = 80
DEVICES = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))))
"""What no file may be called on Windows, whatever its ending."""
ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Id = Annotated[
    str,
    StringConstraints(strict=True, max_length=LONGEST_ID),
    *shaped(ID, "`{}` is not an id in kebab-case", _id_hint),
]
"""The name of a file or a pose: kebab-case."""


def _id_of_file(value: Any) -> Any:
    """The id that is meant where a file is named: ``exercises/squat.yml``."""
    found = (
        re.fullmatch(r"\s*(?:[^/\\]*[/\\])*([^/\\]+?)(?:\.(?:ya?ml|md))?/?\s*", value, re.IGNORECASE)
        if isinstance(value, str)
        else None
    )
    return found[1] if found else value


Name = Annotated[Id, BeforeValidator(_id_of_file)]
"""An id by which a file names another, taken as meant where its author names the other's file."""


def as_list(value: Any) -> Any:
    """A word where a list of them may stand, as a list of one."""
    return (value,) if isinstance(value, str) else value


Names = Annotated[tuple[Name, ...], BeforeValidator(as_list, json_schema_input_type=Name | tuple[Name, ...])]
"""One name or a list of them."""
Plain = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=200)]
"""A name or a title: shown as it is, no Markdown."""

"""Data as the YAML that an author would write: short lists and mappings on a line, sentences one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from unslouch.content.syntax import scalar

_WIDEST = 100
_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_MOST_WORDS = 4
"""A text of more words is a sentence, and has a line to itself."""


def written(data: Mapping[str, Any], remark: str = "") -> str:
    """The text of a file, below a remark on one line."""
    head = [f"# {remark}"] if remark else []
    return "\n".join([*head, *_mapping(data)]) + "\n"


def _mapping(data: Mapping[str, Any]) -> Iterator[str]:
    for key, value in data.items():
        if _on_a_line(value):
            yield f"{scalar(key)}: {_value(value)}"
        else:
            yield f"{scalar(key)}:"
            yield from (f"  {line}" for line in _block(value))


def _block(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _mapping(value)
        return
    for item in value:
        if _on_a_line(item):
            yield f"- {_value(item)}"
        else:
            first, *more = _block(item)
            yield f"- {first}"
            yield from (f"  {line}" for line in more)


def _on_a_line(value: Any) -> bool:
    nested = isinstance(value, Mapping | list) and value
    return not nested or (_is_short(value) and len(_flow(value)) <= _WIDEST)


def _is_short(value: Any) -> bool:
    """Whether a value is made of numbers and words alone."""
    if isinstance(value, Mapping):
        return all(map(_is_short, value.values()))
    if isinstance(value, list):
        return all(map(_is_short, value))
    return not isinstance(value, str) or (len(value.split()) <= _MOST_WORDS and not value.endswith((".", "!", "?")))


def _value(value: Any) -> str:
    """What stands behind a key or a hyphen, where a comma has no meaning."""
    if not isinstance(value, str) or "\n" in value:
        return _flow(value)
    dumped: str = yaml.dump([value], Dumper=_DUMPER, default_flow_style=False, allow_unicode=True, width=10**6)
    return dumped.removeprefix("- ").rstrip("\n")


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{scalar(key)}: {_flow(item)}' for key, item in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    return scalar(value, quoted=isinstance(value, str) and "\n" in value)

"""Every text that an author can write, found by the format's own JSON Schemas, and filled with what might run.

So a key that the format gains is attacked without anyone's remembering. What no schema can make up (a date, an id, an
amount, a pose) comes from a file that is in order.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from tests.helpers import ROOT
from unslouch.content.inline import Inline, parse
from unslouch.content.statement import Statement
from unslouch.fields import Written

RAN = "window.__ran"
"""What a payload calls: a test in a browser notices."""
PAYLOADS = [
    f"<img src=x onerror={RAN}('tag')>",
    f"<script>{RAN}('script')</script>",
    f"</script><script>{RAN}('end')</script>",
    f"</title></style></template>]]>--><script>{RAN}('close')</script>",
    f"'\"><svg onload={RAN}('svg')>",
    f'a" onfocus="{RAN}(\'quote\')" autofocus x="',
    f"a' onmouseover='{RAN}(\"apostrophe\")' x='",
    f"*x*{{: onclick={RAN}('list') }}",
    f"x {{ .y onmouseover={RAN}('attr') }}",
    f'<div markdown="1" onclick={RAN}("block")>*x*</div>',
    f"<a href=javascript:{RAN}('href')>x</a>",
    f"<javascript:{RAN}('auto')>",
    f"javascript:{RAN}('bare')",
    f"data:text/html,<script>{RAN}('data')</script>",
    f'http://x.test/"onclick="{RAN}(\'magic\')"',
    f"![x](x){{ onerror={RAN}('image') }}",
    f"&lt;img src=x onerror={RAN}('entity')&gt; &#60;script&#62;{RAN}('number')&#60;/script&#62;",
    f"{{{{ config.site_name }}}}{{% raw %}}{{#x#}}{{{{''.__class__}}}}{RAN}",
    f"{{++<b onclick={RAN}('critic')>++}}{{--a--}}{{>>c<<}}{{==h==}}{{~~a~>b~~}}",
    '--8<-- "mkdocs.yml"',
    "==m== ^^u^^ ~~d~~ ~s~ ^s^ :smile: ++ctrl+a++ (c) --> 1/2",
    f"!!! note \"<b onclick={RAN}('note')>\"",
    f"??? note \"<b onclick={RAN}('details')>\"",
    f"=== \"<b onclick={RAN}('tab')>\"",
    f"/// html | div[onclick={RAN}('slash')]",
    "- [ ] x",
    "[^1] [^1]: x",
    f"*[x]: <b onclick={RAN}('abbr')>",
    f"[[javascript:{RAN}('wiki')]] [[x]]",
    f"$$\\href{{javascript:{RAN}('math')}}{{x}}$$ \\(x\\)",
    f"`#!js {RAN}('code')` ``` ~~~",
    "| a | b |",
    ": definition",
    "# heading {: #id }",
    "<!-- unslouch:safety --> <!-- comment",
    "\u202e\u2066evil\u2069 \u200b",
    f"<b onclick={RAN}(1)>",
    f"<a href=//{'elsewhere.test'}>x",
    "<base href=https://elsewhere.test>",
    f"<meta http-equiv=refresh content=0;url=javascript:{RAN}('meta')>",
    "<iframe srcdoc='<script>parent.__ran(1)</script>'></iframe>",
    f"<object data=javascript:{RAN}('o')>",
    "<style>@import 'https://elsewhere.test/a.css';*{background:url(https://elsewhere.test/b)}</style>",
    f"<form action=javascript:{RAN}('form')><button>x</button></form>",
    f"<svg><animate attributeName=href values=javascript:{RAN}('anim')></svg>",
    f'112" onclick="{RAN}(1)',
    f"https://x.test/'onclick='{RAN}(2)'&{{7*7}}`x`{{:onclick=1}}",
    "<b onclick=__ran(3)>",
]
ROOM = 200
"""Letters of a name."""


def _rounds() -> list[int]:
    """Where in the payloads each round begins, so that in a name of each there is room for all up to the next."""
    starts, used = [0], 0
    for number, one in enumerate(PAYLOADS):
        if used + len(one) > ROOM:
            starts.append(number)
            used = 0
        used += len(one) + 1
    return starts


STARTS = _rounds()
ROUNDS = len(STARTS)
_NOTHING: Any = object()


@cache
def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a file of this kind."""
    found: dict[str, Any] = json.loads((ROOT / f"schema/{name}.schema.json").read_text(encoding="utf-8"))
    return found


def payload(number: int, one: dict[str, Any]) -> str:
    """As many of the payloads as a text has room for, from another one on in each round; nothing where none may stand."""
    start = STARTS[number]
    most, pattern, chosen = one.get("maxLength", 500), one.get("pattern", ""), ""
    for each in PAYLOADS[start:] + PAYLOADS[:start]:
        more = f"{chosen} {each}".strip()
        if len(more) <= min(most, 500) and re.search(pattern, more):
            chosen = more
    return chosen


def attacked(name: str, base: dict[str, Any], number: int) -> dict[str, Any]:
    """A file of a kind as data, all of whose texts are hostile; ``base`` has what else is needed."""
    found: dict[str, Any] = _filled(schema(name), base, number, schema(name))
    return found


def _filled(one: dict[str, Any], base: Any, number: int, whole: dict[str, Any]) -> Any:
    """A value for a part of a schema."""
    one = _meant(one, whole)
    if "properties" in one:
        known = base if isinstance(base, dict) else {"text": base} if isinstance(base, str) else {}
        made = {key: _filled(each, known.get(key), number, whole) for key, each in one["properties"].items()}
        made = {key: value for key, value in made.items() if value is not _NOTHING}
        needed = set(one.get("required", ()))
        return made if made and needed <= made.keys() else _or_nothing(base)
    if (values := _values(one)) and isinstance(base, dict):
        return {key: _filled(values, value, number, whole) for key, value in base.items()}
    if "items" in one:
        items = [_filled(one["items"], each, number, whole) for each in (base if isinstance(base, list) else [None])]
        return _or_nothing(base) if _NOTHING in items else items
    if one.get("type") == "string" and not {"enum", "const", "format"} & one.keys():
        return payload(number, one) or _or_nothing(base)
    return _or_nothing(base)


def _values(one: dict[str, Any]) -> dict[str, Any] | None:
    """What the values of an open mapping are, whose keys are an author's."""
    found = [*one.get("patternProperties", {}).values(), one.get("additionalProperties")]
    return next((each for each in found if isinstance(each, dict)), None)


def _or_nothing(base: Any) -> Any:
    return _NOTHING if base is None else base


def _meant(one: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    """A part of a schema without references, and of several the one that has most in it."""
    if "$ref" in one:
        return _meant(whole["$defs"][one["$ref"].rpartition("/")[2]], whole)
    choices = [_meant(each, whole) for each in one.get("anyOf", ()) if "required" not in each or "$ref" in each]
    rank: list[Callable[[dict[str, Any]], bool]] = [
        lambda each: "properties" in each,
        lambda each: "items" in each,
        lambda each: each.get("type") == "string" and "pattern" not in each and "enum" not in each,
    ]
    kinds = [each for each in choices if any(is_kind(each) for is_kind in rank)]
    if "properties" in one or not choices:
        return one
    return (
        min(kinds, key=lambda each: next(n for n, is_kind in enumerate(rank) if is_kind(each))) if kinds else choices[0]
    )


def texts(name: str) -> set[str]:
    """The paths of all texts that a file of a kind can have, as ``steps[].text``."""
    return set(_texts(schema(name), "", schema(name)))


def _texts(one: dict[str, Any], path: str, whole: dict[str, Any]) -> Iterator[str]:
    one = _meant(one, whole)
    for key, each in one.get("properties", {}).items():
        yield from _texts(each, f"{path}.{key}" if path else key, whole)
    if "items" in one:
        yield from _texts(one["items"], f"{path}[]", whole)
    if values := _values(one):
        yield from _texts(values, f"{path}.*", whole)
    is_words = one.get("type") == "string" and not {"enum", "const", "format"} & one.keys()
    if is_words and re.search(one.get("pattern", ""), "two words"):
        yield path


def hostile_texts(data: Any, path: str = "", of: str = "") -> Iterator[str]:
    """The paths of what is hostile in some data; ``of`` are open mappings, whose keys are an author's."""
    if isinstance(data, dict):
        for key, value in data.items():
            name = "*" if path in ("figure.poses", "equipment", "areas", "muscles") and isinstance(value, dict) else key
            yield from hostile_texts(value, f"{path}.{name}" if path else name)
    elif isinstance(data, list):
        for value in data:
            yield from hostile_texts(value, f"{path}[]")
    elif isinstance(data, str) and any(one[:12] in data for one in PAYLOADS):
        yield path


def spoiled(thing: Any, text: str) -> Any:
    """A model with ``text`` in place of every text in it, unchecked: as if nothing had been refused when it was read."""
    if isinstance(thing, Statement):
        return Statement(parse(text), thing.source, parse(text), thing.about)
    if isinstance(thing, Inline):
        return parse(f"{text} {{emergency_number}} {{side}}")
    if isinstance(thing, Written):
        free = _free(type(thing))
        changed = {key: _spoiled(value, text, free=key in free) for key, value in thing}
        return thing.model_copy(update=changed)
    return thing


def _spoiled(value: Any, text: str, *, free: bool) -> Any:
    if free and isinstance(value, str):
        return text
    if type(value) is tuple:
        return tuple(_spoiled(one, text, free=free) for one in value)
    return spoiled(value, text)


@cache
def _free(model: type[Written]) -> set[str]:
    """The fields of a model that hold words, alone or in a list: no ids, and none of the format's own words."""
    whole = model.model_json_schema()
    named = {name: field.alias or name for name, field in model.model_fields.items()}
    return {name for name, key in named.items() if set(_texts(whole["properties"][key], "x", whole)) & {"x", "x[]"}}

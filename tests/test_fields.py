"""What all that authors write has in common: ids, and refusals in words of our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError, field_validator

from unslouch.fields import REFUSED, Id, Written, kebab_case, refusal


@pytest.mark.parametrize(
    ("text", "id"),
    [("Figure-four (supine)", "figure-four-supine"), ("Étirement — doux", "etirement-doux"), ("膝", ""), (" -- ", "")],
)
def test_any_words_become_an_id(text, id):
    assert kebab_case(text) == id


@given(st.text())
def test_an_id_made_of_words_is_one_and_stays_the_same(text):
    id = kebab_case(text)
    assert kebab_case(id) == id
    if 0 < len(id) <= 80:
        assert TypeAdapter(Id).validate_python(id) == id


@pytest.mark.parametrize("text", ["Side squat", "-a", "a--b", "a_b", "a/../b", "", "é", "a\n"])
def test_what_is_no_id_is_refused(text):
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Id).validate_python(text)
    (error,) = caught.value.errors()
    assert error["type"] == REFUSED
    assert f"`{text}` is not an id" in error["msg"]


def test_the_hint_says_how_to_write_it():
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Id).validate_python("Side squat")
    assert caught.value.errors()[0]["ctx"]["hint"] == "write `side-squat`"


def test_braces_in_a_refusal_stay_as_they_are():
    class Model(BaseModel):
        text: str

        @field_validator("text")
        @classmethod
        def check(cls, value: str) -> str:
            raise refusal(f"{value} has {{side}}", "no {side}", value)

    with pytest.raises(ValidationError) as caught:
        Model(text="{x}")
    assert caught.value.errors()[0]["msg"] == "{x} has {side}"


def test_what_is_written_has_no_unknown_keys_and_stays_as_it_is():
    class Thing(Written):
        name: str

    with pytest.raises(ValidationError):
        Thing.model_validate({"name": "a", "nane": "b"})
    with pytest.raises(ValidationError):
        Thing(name="a").name = "b"

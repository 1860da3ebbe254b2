"""Offer what settles a complaint: a press that fills in an answer, or a link to another field."""

import json
from collections.abc import Mapping

from calc.facts.catalogue import CATALOGUE, say_question
from calc.facts.contradiction import Changes, Contradiction
from calc.facts.link import say_values
from calc.parts.field import DATE_PARTS, Remedy, first_field, names_of


def offer_instead(fact: str, text: str) -> tuple[Remedy, ...]:
    """Offer what was probably meant."""
    answer = CATALOGUE[fact].read(text)
    return () if answer is None else (_fill(f"改成 {CATALOGUE[fact].say(answer)}", {fact: answer}),)


def offer_ways(contradiction: Contradiction, at: str) -> tuple[Remedy, ...]:
    """Offer the ways to settle a contradiction, and at a fact the fields of the others that no way changes."""
    changed = {fact for way in contradiction.ways for fact in way.changes}
    others = (fact for fact in contradiction.facts if fact != at and fact not in changed)
    return (
        *(_fill(way.words, way.changes) for way in contradiction.ways),
        *(Remedy(f"去改“{say_question(fact)}”", target=first_field(fact)) for fact in others),
    )


def _fill(words: str, changes: Changes) -> Remedy:
    return Remedy(words, json.dumps(_name_fields(changes), ensure_ascii=False))


def _name_fields(changes: Changes) -> Mapping[str, str]:
    """Spread changes over the fields of a form; what is taken back empties its fields."""
    fields: dict[str, str] = {}
    for fact, answer in changes.items():
        text = "" if answer is None else say_values({fact: answer})[fact]
        names = names_of(fact)
        parts = text.split("-") if len(names) == len(DATE_PARTS) and text else [text] * len(names)
        fields |= zip(names, parts, strict=True)
    return fields

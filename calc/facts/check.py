"""Check raw answers before they are used: unknown names, wrong types and impossible values get a sentence each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from pydantic_core import ErrorDetails

from calc.facts.catalogue import BY_SHORT_NAME, CATALOGUE, Answers, Facts
from calc.facts.contradiction import Contradiction
from calc.facts.inference import list_contradictions
from calc.facts.sift import sift
from calc.values.quoting import quote

NEAREST = 3
MOST_SUGGESTED = 5
"""Unknown names that are looked for among the real ones: each takes its time, and nobody mends more at once."""


class InvalidFactsError(ValueError):
    """Answers that cannot be used. `errors` holds one Chinese sentence per fact; `unknown` the nearest real names."""

    def __init__(self, errors: Mapping[str, str], unknown: Mapping[str, tuple[str, ...]]) -> None:
        self.errors = dict(errors)
        self.unknown = dict(unknown)
        super().__init__("；".join(self.sentences()))

    def sentences(self) -> list[str]:
        """Every complaint with the names of its fields."""
        facts: dict[str, list[str]] = {}
        for fact, sentence in self.errors.items():
            facts.setdefault(sentence, []).append(_name(fact))
        named = [f"{'、'.join(names)}：{sentence}" for sentence, names in facts.items()]
        for name, nearest in self.unknown.items():
            offer = f"，最接近的是：{'、'.join(nearest)}" if nearest else ""
            named.append(f"没有名为“{quote(name)}”的事实{offer}。")
        return named


@dataclass(frozen=True)
class Sifted:
    """Raw answers, sorted: usable answers, a sentence for each unusable one, and unknown names.

    `parts` names the box of a date that is wrong: the year, the month or the day. `instead` is what was probably meant.
    Of answers that contradict each other none is usable: nobody but the visitor knows which of them is true.
    """

    answers: Answers
    errors: Mapping[str, str]
    unknown: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, str] = field(default_factory=dict)
    instead: Mapping[str, str] = field(default_factory=dict)
    contradictions: tuple[Contradiction, ...] = ()


def check_facts(raw: object) -> Answers:
    """Read and check raw answers; raises InvalidFactsError. Facts given as null or left out stay unknown."""
    sifted = sift_facts(raw)
    if sifted.errors or sifted.unknown:
        raise InvalidFactsError(sifted.errors, sifted.unknown)
    return sifted.answers


def sift_facts(raw: object) -> Sifted:
    """Read raw answers and sort out the unusable ones; the others are safe to calculate with."""
    if not isinstance(raw, Mapping):
        return Sifted({}, {"facts": '事实应写成 JSON 对象，例如 {"workers_hired": 11}。'}, {})
    unknown = suggest_for([str(name) for name in raw if name not in CATALOGUE])
    given = {name: value for name, value in raw.items() if name in CATALOGUE}
    facts, wrong = sift(Facts, given)
    errors = {name: item["msg"] for name, item in wrong.items()}
    parts, instead = (_list_marks(wrong, mark) for mark in ("part", "instead"))
    answers = {name: value for name in CATALOGUE if (value := getattr(facts, name)) is not None}
    contradictions = list_contradictions(answers)
    contradicted = {name: found.sentence for found in reversed(contradictions) for name in found.facts}
    kept = {name: answer for name, answer in answers.items() if name not in contradicted}
    complaints = {**errors, **contradicted}
    ordered = {name: complaints[name] for name in CATALOGUE if name in complaints}
    return Sifted(kept, ordered, unknown, parts, instead, contradictions)


def _list_marks(wrong: Mapping[str, ErrorDetails], mark: str) -> dict[str, str]:
    """List what the complaints carry under a mark, by fact."""
    return {name: str(found) for name, item in wrong.items() if (found := item.get("ctx", {}).get(mark))}


def suggest_for(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The nearest names of facts for each name; none for those behind the first few."""
    return {name: suggest(name) if place < MOST_SUGGESTED else () for place, name in enumerate(names)}


def suggest(name: str) -> tuple[str, ...]:
    """The nearest names of facts, by name or by their short Chinese name."""
    if name in BY_SHORT_NAME:
        return (BY_SHORT_NAME[name],)
    return tuple(get_close_matches(name, CATALOGUE, n=NEAREST, cutoff=0.4))


def _name(fact: str) -> str:
    return f"{CATALOGUE[fact].short}（{fact}）" if fact in CATALOGUE else fact

"""Check raw answers before they are used: unknown names, wrong types and impossible values get a sentence each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from pydantic import ValidationError

from calc.facts.catalogue import BY_SHORT_NAME, CATALOGUE, Answers, Facts
from calc.facts.questions import Day

NEAREST = 3
PARTS_OF_STAFF = ("workers_hired", "helped_hired")
STAYS = (
    ("job_start", "job_end", "still_employed"),
    ("post_start", "post_end", "still_in_post"),
    ("rent_start", "rent_end", "still_renting"),
)
"""Facts that say when something began, when it ended, and that it still goes on."""


class InvalidFactsError(ValueError):
    """Answers that cannot be used. `errors` holds one Chinese sentence per fact; `unknown` the nearest real names."""

    def __init__(self, errors: Mapping[str, str], unknown: Mapping[str, tuple[str, ...]]) -> None:
        self.errors = dict(errors)
        self.unknown = dict(unknown)
        super().__init__("；".join(self.sentences()))

    def sentences(self) -> list[str]:
        """Every complaint with the name of its field."""
        named = [f"{_name(fact)}：{sentence}" for fact, sentence in self.errors.items()]
        for name, nearest in self.unknown.items():
            offer = f"，最接近的是：{'、'.join(nearest)}" if nearest else ""
            named.append(f"没有名为“{name}”的事实{offer}。")
        return named


@dataclass(frozen=True)
class Sifted:
    """Raw answers sorted into those that can be used, those that cannot (with a sentence), and unknown names.

    `parts` names the part of a date that its sentence is about: the year, the month or the day.
    """

    answers: Answers
    errors: Mapping[str, str]
    unknown: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, str] = field(default_factory=dict)


def check_facts(raw: object) -> Answers:
    """Read and check raw answers; raises InvalidFactsError. Facts given as null or left out stay unknown."""
    sifted = sift_facts(raw)
    if sifted.errors or sifted.unknown:
        raise InvalidFactsError(sifted.errors, sifted.unknown)
    return sifted.answers


def sift_facts(raw: object) -> Sifted:
    """Read raw answers and sort out those that cannot be used; what is left is safe to calculate with."""
    if not isinstance(raw, Mapping):
        return Sifted({}, {"facts": '事实应写成 JSON 对象，例如 {"workers_hired": 11}。'}, {})
    unknown = {str(name): suggest(str(name)) for name in raw if name not in CATALOGUE}
    given = {name: value for name, value in raw.items() if name in CATALOGUE}
    errors: dict[str, str] = {}
    parts: dict[str, str] = {}
    try:
        facts = Facts.model_validate(given)
    except ValidationError as error:
        wrong = {str(item["loc"][0]): item for item in error.errors(include_url=False)}
        errors = {name: item["msg"] for name, item in wrong.items()}
        parts = {name: part for name, item in wrong.items() if (part := item.get("ctx", {}).get("part"))}
        facts = Facts.model_validate({name: value for name, value in given.items() if name not in errors})
    answers = {name: value for name in CATALOGUE if (value := getattr(facts, name)) is not None}
    contradictions = find_contradictions(answers)
    kept = {name: answer for name, answer in answers.items() if name not in contradictions}
    complaints = {**errors, **contradictions}
    return Sifted(kept, {name: complaints[name] for name in CATALOGUE if name in complaints}, unknown, parts)


def find_contradictions(answers: Answers) -> dict[str, str]:
    """Answers that cannot both be true, each complained of at the later one's field."""
    errors: dict[str, str] = {}
    for start, end, ongoing in STAYS:
        first, last = answers.get(start), answers.get(end)
        if isinstance(first, date) and isinstance(last, date) and first > last:
            errors[end] = f"{CATALOGUE[end].short}不能早于{CATALOGUE[start].short}。"
        if answers.get(ongoing) is True and last is not None:
            errors[end] = f"已经选了{CATALOGUE[ongoing].short}，就不要再填{CATALOGUE[end].short}。"
    as_of = answers.get("as_of")
    if isinstance(as_of, date):
        past = {fact: day for fact, day in answers.items() if isinstance(day, date) and not _may_lie_ahead(fact)}
        later = [fact for fact, day in past.items() if day > as_of]
        if later:
            errors["as_of"] = f"{CATALOGUE['as_of'].short}不能早于{_name_all(later)}。"
    months = answers.get("contract_months")
    if answers.get("has_contract") is False and isinstance(months, int) and months > 0:
        errors["contract_months"] = "前面选了没有签订合同，合同月数应填 0 或不填。"
    came, began = answers.get("first_came"), answers.get("job_start")
    if isinstance(came, date) and isinstance(began, date) and began < came:
        errors["job_start"] = f"{CATALOGUE['job_start'].short}不能早于{CATALOGUE['first_came'].short}。"
    for months_insured in ("insured_months", "contribution_months"):
        if answers.get("is_insured") is False and answers.get(months_insured):
            errors[months_insured] = f"前面选了没有缴纳社会保险，{CATALOGUE[months_insured].short}应填 0 或不填。"
    if answers.get("is_insured") is False and answers.get("still_insured") is True:
        errors["still_insured"] = "前面选了没有缴纳社会保险，这里就不能选仍在参保。"
    helped, hired = answers.get("helped_hired"), answers.get("workers_hired")
    if isinstance(helped, int) and isinstance(hired, int) and helped < hired:
        errors["helped_hired"] = f"{CATALOGUE['helped_hired'].short}不能少于{CATALOGUE['workers_hired'].short}。"
    staff = answers.get("staff")
    if isinstance(staff, int):
        counts = {part: count for part in PARTS_OF_STAFF if isinstance(count := answers.get(part), int)}
        larger = [part for part, count in counts.items() if count > staff]
        if larger:
            errors["staff"] = f"{CATALOGUE['staff'].short}不能少于{_name_all(larger)}。"
    return errors


def _name_all(facts: Iterable[str]) -> str:
    return "、".join(CATALOGUE[fact].short for fact in facts)


def _may_lie_ahead(fact: str) -> bool:
    question = CATALOGUE[fact]
    return fact == "as_of" or (isinstance(question, Day) and question.may_lie_ahead)


def suggest(name: str) -> tuple[str, ...]:
    """The nearest names of facts, by name or by their short Chinese name."""
    if name in BY_SHORT_NAME:
        return (BY_SHORT_NAME[name],)
    return tuple(get_close_matches(name, CATALOGUE, n=NEAREST, cutoff=0.4))


def _name(fact: str) -> str:
    return f"{CATALOGUE[fact].short}（{fact}）" if fact in CATALOGUE else fact

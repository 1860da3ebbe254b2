"""Write what a policy asks as a JSON Schema: what `assess` takes, and what a receipt holds."""

from collections.abc import Iterable
from typing import Any

from calc.contract.schema import DIALECT
from calc.facts.catalogue import CATALOGUE
from calc.facts.groups import GROUP_FACTS, GROUPS, MOST_GROUPS
from calc.facts.questions import Choice, Choices, Count, CreditCode, Day, Money, Question, Selection, Text, YesNo
from calc.rules.policy import Policy

SUM = r"^\d+(\.\d{1,2})?$"
DAY = r"^\d{4}-\d\d-\d\d$"
CREDIT_CODE = "^[0-9A-Z]{18}$"


def write_facts(policy: Policy) -> dict[str, Any]:
    """Write a policy's facts; each may be null, which is the same as leaving it out: not known.

    What other documents ask may stand there as well: some of it tells what this one asks.
    """
    own = [fact for fact in policy.facts if fact in GROUP_FACTS]
    further = {
        "title": "第二批起各批人的答案",
        "type": "array",
        "maxItems": MOST_GROUPS - 1,
        "items": _describe_object(policy, own),
    }
    facts = _describe_object(policy, policy.facts)
    if own:
        facts["properties"][GROUPS] = further
    facts["propertyNames"] = {"enum": [*CATALOGUE, GROUPS]}
    return {"$schema": DIALECT, "title": f"{policy.region}：{policy.title}", **facts}


def _describe_object(policy: Policy, facts: Iterable[str]) -> dict[str, Any]:
    return {"type": "object", "properties": {fact: _describe(policy, fact) for fact in facts}}


def _describe(policy: Policy, fact: str) -> dict[str, Any]:
    """Describe a question, and what its answer may be; what is private goes in and never comes out."""
    question = CATALOGUE[fact]
    bounds = f"（{question.say_bounds()}）" if isinstance(question, Count | Money) else ""
    words = f"{question.label.format(place=policy.place)}{question.hint}{bounds}"
    private = {"writeOnly": True} if question.is_private else {}
    answer = _describe_answer(policy, fact, question)
    return {"title": question.short, "description": words, **private, "anyOf": [answer, {"type": "null"}]}


def _describe_answer(policy: Policy, fact: str, question: Question) -> dict[str, Any]:
    match question:
        case YesNo():
            return {"type": "boolean"}
        case Count():
            return {"type": "integer", "minimum": question.least, "maximum": question.most}
        case Money():
            return {"type": "string", "pattern": SUM}
        case Day():
            return {"type": "string", "format": "date", "pattern": DAY}
        case Choice():
            return {"oneOf": _list_options(policy, fact, question)}
        case Choices():
            options = {"oneOf": _list_options(policy, fact, question)}
            return {"type": "array", "items": options, "minItems": 1, "uniqueItems": True}
        case Text():
            return {"type": "string", "maxLength": question.most}
        case CreditCode():
            return {"type": "string", "pattern": CREDIT_CODE}
    raise TypeError(f"{fact}: a {question.kind} has no schema yet")


def _list_options(policy: Policy, fact: str, question: Selection) -> list[dict[str, str]]:
    """List all options, and say which of them this document names itself."""
    named = policy.options_of(fact)
    return [
        {"const": option, "title": label, **({} if option in named else {"description": "这份文件没有单独写"})}
        for option, label in question.options.items()
    ]

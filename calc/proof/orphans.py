"""Name the phrases that declarations quote and that do not stand in an official text, as it may have changed."""

from collections.abc import Iterator
from typing import NamedTuple

from calc.proof.clauses import find_clause
from calc.proof.official_text import OfficialText
from calc.proof.phrases import quotes_of
from calc.proof.places import places_of
from calc.rules.policy import Policy
from calc.rules.word import unique

MOST_NAMED = 20
WHOLE = "整个文件"


class Orphan(NamedTuple):
    """What is not in the text: a phrase, or the whole clause where there is none; with the provision that quotes it."""

    clause: str
    title: str
    phrase: str = ""

    def say(self) -> str:
        """Say it in a line."""
        lacking = f"找不到“{self.phrase}”" if self.phrase else "没有这一条"
        return f"{self.clause}{self.title}：{lacking}"


def find_orphans(policy: Policy, text: OfficialText) -> tuple[Orphan, ...]:
    """Find what a policy quotes and the text does not have, in the document's order."""
    return unique(_list_orphans(policy, text))


def say_orphans(file: str, orphans: tuple[Orphan, ...]) -> tuple[str, ...]:
    """Say what became of a text, and name what is lacking; of a wrong text only the beginning."""
    rest = len(orphans) - MOST_NAMED
    return (
        f"{file} 和条款对不上，有 {len(orphans)} 处：文件改了，或者拿错了。",
        *(orphan.say() for orphan in orphans[:MOST_NAMED]),
        *([f"还有 {rest} 处。"] if rest > 0 else []),
    )


def _list_orphans(policy: Policy, text: OfficialText) -> Iterator[Orphan]:
    provisions = {provision.id: provision for provision in policy.provisions}
    for provision in policy.provisions:
        if not find_clause(text, provision.clause):
            yield Orphan(provision.clause, provision.title)
    for place, phrase in quotes_of(policy):
        if not any(places_of(phrase, text.flat)):
            found = provisions.get(place)
            yield Orphan(found.clause, found.title, phrase) if found else Orphan("", WHOLE, phrase)

"""Every stretch of an official text is claimed by a declaration or exempted with a reason.

A stretch is what stands between two marks of punctuation (，。；：？！) or line breaks: what a reader calls a clause.
The rule: **each of its letters and figures lies in a declared phrase or in an exemption**, but for runs of LINKS, words
that only tie phrases together. It is strict for two reasons. What a share of the letters would let pass is as a rule
the one word that narrows who is meant (省内, 初次, 仍在). And no list of words that matter is complete: a condition
without a number goes unseen where a walker looks for such words alone. So no link changes who gets something, how much,
how long or until when: neither a number nor 按, 给予, 可, 或, 和 or 等 is one.

A phrase speaks in its own clause: in the paragraphs that the clause names, beneath them, and in what opens the parts
around them; only what stands nowhere there speaks wherever it stands. A phrase with … speaks for its parts alone. An
exemption with … takes in all between its parts, within a paragraph, so that a paragraph of background is one row. What
lies in it no phrase speaks for; but it may neither cut a phrase nor leave one no place of its own, so that a declared
phrase that is taken away leaves its stretch open.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from calc.proof.clauses import find_around, name_place
from calc.proof.exemptions import Exemption
from calc.proof.official_text import BREAK, OfficialText
from calc.proof.phrases import quotes_of
from calc.proof.places import find_places, skip_much
from calc.rules.policy import Policy

LINKS = ("的", "对", "并", "且", "凡", "将", "为", "以及", "其中")
"""What ties phrases together and says nothing by itself."""

_ENDS = "，。；：？！,;:!?" + BREAK
_LINKED = re.compile(f"(?:{'|'.join(LINKS)})+")

Letters = frozenset[int]
"""Places of single characters in a flattened text."""


class Claim(NamedTuple):
    """A declared phrase, and the clause in which it is declared; empty for what is declared of the whole document."""

    phrase: str
    clause: str = ""


class Gap(NamedTuple):
    """A stretch with something in 【】 that nobody speaks for, and the clause in which it stands."""

    clause: str
    words: str


@dataclass(frozen=True)
class Stock:
    """The characters of a text by who speaks for them, and what is wrong with that.

    `needless` exempt nothing that another does not exempt; `contested` are the declared phrases that an exemption cuts,
    or takes every place from.
    """

    claimed: int
    exempted: int
    open: int
    left_open: tuple[Gap, ...]
    needless: tuple[Exemption, ...]
    contested: tuple[Claim, ...]

    def say(self) -> str:
        """The shares in a sentence."""
        whole = self.claimed + self.exempted + self.open
        shares = {"条款引用": self.claimed, "说明不计算": self.exempted, "尚未处理": self.open}
        said = "，".join(f"{name} {count:,} 字（{count / whole:.1%}）" for name, count in shares.items())
        return f"全文 {whole:,} 字（不计标点）：{said}。"


def list_claims(policy: Policy) -> Iterator[Claim]:
    """Every phrase that a policy quotes, with the clause of the provision that quotes it."""
    clauses = {provision.id: provision.clause for provision in policy.provisions}
    for place, phrase in quotes_of(policy):
        yield Claim(phrase, clauses.get(place, ""))


def take_stock(text: OfficialText, claims: Iterable[Claim], exemptions: Sequence[Exemption]) -> Stock:
    """Count who speaks for the characters of an official text, and list the stretches that nobody speaks for."""
    exempt = {item: _spread(find_exemption(text, item)) for item in exemptions}
    exempted = _spread(exempt.values())
    places = {claim: find_claim(text, claim) for claim in set(claims)}
    claimed = _spread(part for parts in places.values() for part in parts) - exempted
    stretches = [_Stretch(text.flat, place, claimed, exempted) for place in split_stretches(text)]
    return Stock(
        claimed=sum(item.count_claimed() for item in stretches),
        exempted=sum(item.count_exempted() for item in stretches),
        open=sum(len(item.open) for item in stretches),
        left_open=tuple(Gap(name_place(text, item.place.start), item.show()) for item in stretches if item.open),
        needless=tuple(item for item in exemptions if not _own_part(item, exempt, text.flat)),
        contested=tuple(sorted(claim for claim, found in places.items() if _is_contested(found, exempted))),
    )


def find_claim(text: OfficialText, claim: Claim) -> tuple[Letters, ...]:
    """Where a declared phrase speaks: in its own clause, or else wherever it stands; each place without its …."""
    everywhere = [_spread(range(*part) for part in parts) for parts in find_places(claim.phrase, text.flat)]
    around = find_around(text, claim.clause) if claim.clause else ()
    own = [place for place in everywhere if any(item.start <= min(place) < item.end for item in around)]
    return tuple(own or everywhere)


def find_exemption(text: OfficialText, exemption: Exemption) -> tuple[range, ...]:
    """Where an exemption stands: from the beginning of its first part to the end of its last."""
    return tuple(range(parts[0][0], parts[-1][1]) for parts in find_places(exemption.phrase, text.flat, skip_much))


def split_stretches(text: OfficialText) -> Iterator[range]:
    """Every stretch of a text, in order."""
    start = 0
    for at, letter in enumerate(text.flat):
        if letter in _ENDS or at in text.line_breaks:
            yield range(start, at)
            start = at
    yield range(start, len(text.flat))


def carries_meaning(letter: str) -> bool:
    """Whether a character is a letter, a figure, or a sign that belongs to one."""
    return letter.isalnum() or letter in "%+"


def _spread(places: Iterable[Iterable[int]]) -> Letters:
    return frozenset(at for place in places for at in place)


def _is_contested(places: Iterable[Letters], exempted: Letters) -> bool:
    """Whether exemptions cut one of a phrase's places, or leave it none."""
    shares = [len(place & exempted) / len(place) for place in places]
    return any(0 < share < 1 for share in shares) or (bool(shares) and min(shares) == 1)


def _own_part(item: Exemption, exempt: Mapping[Exemption, Letters], flat: str) -> Letters:
    others = _spread(places for other, places in exempt.items() if other is not item)
    return frozenset(at for at in exempt[item] - others if carries_meaning(flat[at]))


class _Stretch:
    """A stretch of a text, with the places of its letters by who speaks for them; links go with their stretch."""

    def __init__(self, flat: str, place: range, claimed: Letters, exempted: Letters) -> None:
        self.flat, self.place = flat, place
        letters = {at for at in place if carries_meaning(flat[at])}
        self.claimed, self.exempted = letters & claimed, letters & exempted
        unspoken = letters - claimed - exempted
        hidden = "".join(flat[at] if at in unspoken else " " for at in place)
        links = (run for run in re.finditer(r"\S+", hidden) if _LINKED.fullmatch(run[0]))
        self.links = {place[at] for run in links for at in range(*run.span())}
        self.open = unspoken - self.links

    def count_claimed(self) -> int:
        return len(self.claimed) + (len(self.links) if self.claimed else 0)

    def count_exempted(self) -> int:
        return len(self.exempted) + (0 if self.claimed else len(self.links))

    def show(self) -> str:
        """The stretch, with what is open in 【】."""
        shown = (f"【{self.flat[at]}】" if at in self.open else self.flat[at] for at in self.place)
        return "".join(shown).replace("】【", "").strip(_ENDS)

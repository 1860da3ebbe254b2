"""Cut out of an official text a provision's clause and what else it quotes, with the phrases marked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from calc.proof.clauses import find_around
from calc.proof.official_text import OfficialText, Paragraph
from calc.proof.phrases import quotes_of
from calc.proof.segments import Claim, Letters, find_claim
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.word import Word, parts_of, unique


@dataclass(frozen=True)
class Piece:
    """Some words of a text; `is_quoted` says that a declaration quotes them."""

    words: str
    is_quoted: bool


@dataclass(frozen=True)
class Passage:
    """A paragraph as it is written, with its numbering; `is_apart` says that others are left out before it."""

    pieces: tuple[Piece, ...]
    is_apart: bool


def quote_provision(policy: Policy, provision: Provision, text: OfficialText) -> tuple[Passage, ...]:
    """Quote the clause of a provision, what opens the parts above it, and every paragraph that it quotes besides."""
    named = dict((*_name_clauses(provision, provision.clause), (policy.term.phrase, policy.term.clause)))
    own = [phrase for place, phrase in quotes_of(policy) if place == provision.id]
    claims = [Claim(phrase, named.get(phrase, provision.clause)) for phrase in own]
    if not provision.outside_term:
        claims += _list_claims_of_term(policy)
    around = find_around(text, provision.clause)
    return _cut_out(text, around, _find_marked(text, around, unique(claims)))


def quote_document(policy: Policy, text: OfficialText) -> tuple[Passage, ...]:
    """Quote every paragraph that is quoted for the document as a whole."""
    ids = {provision.id for provision in policy.provisions}
    claims = [Claim(phrase) for place, phrase in quotes_of(policy) if place not in ids]
    return _cut_out(text, (), _find_marked(text, (), unique((*_list_claims_of_term(policy), *claims))))


def _list_claims_of_term(policy: Policy) -> Iterator[Claim]:
    if policy.term.is_stated:
        yield Claim(policy.term.phrase, policy.term.clause)
    if policy.claims:
        yield Claim(policy.claims.phrase)


def _name_clauses(part: Word | Provision, clause: str) -> Iterator[tuple[str, str]]:
    """Name for every phrase the clause that its word names, or that of the word around it."""
    for word in parts_of(part):
        own = getattr(word, "clause", "") or clause
        yield from ((phrase, own) for phrase in word.phrases())
        yield from _name_clauses(word, own)


def _find_marked(text: OfficialText, around: Iterable[Paragraph], claims: Iterable[Claim]) -> Letters:
    """Find what is quoted: wherever it stands around the provision's clause, elsewhere once."""
    marked: set[int] = set()
    for claim in claims:
        places = find_claim(text, claim)
        near = [place for place in places if any(item.start <= min(place) < item.end for item in around)]
        marked.update(at for place in near or places[:1] for at in place)
    return frozenset(marked)


def _cut_out(text: OfficialText, around: Iterable[Paragraph], marked: Letters) -> tuple[Passage, ...]:
    """Cut out these paragraphs and those in which something is marked, in the order of the text."""
    near = {*around}
    shown = [
        (number, item)
        for number, item in enumerate(text.paragraphs)
        if item in near or not marked.isdisjoint(range(item.start, item.end))
    ]
    numbers = [number for number, _ in shown]
    return tuple(
        Passage(tuple(_cut(text, item, marked)), is_apart=number - last > 1)
        for (number, item), last in zip(shown, (*numbers[:1], *numbers), strict=False)
    )


def _cut(text: OfficialText, item: Paragraph, marked: Letters) -> Iterator[Piece]:
    """Cut a paragraph where marks begin and end."""
    at, end = text.origins[item.start - 1], text.origins[item.end - 1] + 1
    for is_quoted, run in groupby(range(item.start, item.end), marked.__contains__):
        if is_quoted:
            places = [text.origins[place] for place in run]
            if at < places[0]:
                yield Piece(text.original[at : places[0]], is_quoted=False)
            at = places[-1] + 1
            yield Piece(text.original[places[0] : at], is_quoted=True)
    if at < end:
        yield Piece(text.original[at:end], is_quoted=False)

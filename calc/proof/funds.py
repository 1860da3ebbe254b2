"""Every fund has its sentence, at its place, and the sentence covers what is paid out of it.

A sentence about money covers what is granted in it; what stands beneath the part that it opens; or, where it closes a
part or the document and says 相关, 所需 or the like, what stands before it there. A sentence that follows or precedes
another in the same paragraph covers nothing of that one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from calc.proof.clauses import find_clause
from calc.proof.official_text import OfficialText, Paragraph
from calc.proof.phrases import squeeze
from calc.proof.segments import Claim, find_claim
from calc.rules.counted import Cap
from calc.rules.document import Fund
from calc.rules.effect import Effect
from calc.rules.payments import From
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.reading import Reading
from calc.rules.word import Word, parts_of, walk

OF_ALL = ("相关", "所需", "上述", "以上")
"""How a sentence begins that speaks for all before it."""
_FULL_STOP = "。"
_DOCUMENT_END = "文末"


@dataclass(frozen=True)
class Grant:
    """What a provision pays out of one fund: the clauses of both, and the phrases that grant it."""

    provision: str
    clause: str
    fund: Fund
    fund_clause: str
    phrases: tuple[str, ...]


def list_grants(policy: Policy) -> Iterator[Grant]:
    """Every sum that has a fund of its own."""
    for provision in policy.provisions:
        section = provision.under
        for fund, phrases in _list_funds(provision):
            is_taken_over = section is not None and fund is section.fund
            fund_clause = fund.clause or (section.clause if section and is_taken_over else provision.clause)
            yield Grant(provision.id, provision.clause, fund, fund_clause, phrases)


def find_fault(grant: Grant, text: OfficialText) -> str:
    """What is wrong with a fund, in a sentence; empty where its sentence covers the grant."""
    fund = grant.fund
    places = [
        (paragraph, place)
        for paragraph in find_clause(text, grant.fund_clause)
        for place in find_claim(text, Claim(fund.phrase))
        if paragraph.start <= min(place) < paragraph.end
    ]
    if squeeze(fund.name) not in squeeze(fund.phrase):
        return f"{grant.provision}: “{fund.phrase}” does not name {fund.name}"
    if not find_clause(text, grant.clause):
        return f"{grant.provision}: the text has no clause {grant.clause}"
    if not places:
        return f"{grant.provision}: “{fund.phrase}” does not stand in {grant.fund_clause}"
    if any(_covers(paragraph, _find_sentence(text, min(place)), grant, text) for paragraph, place in places):
        return ""
    return f"{grant.provision}: “{fund.phrase}” ({grant.fund_clause}) does not cover {grant.clause}: {grant.phrases}"


def _covers(paragraph: Paragraph, sentence: range, grant: Grant, text: OfficialText) -> bool:
    """Whether a sentence about money, and the paragraph in which it stands, speak for a grant."""
    own = find_clause(text, grant.clause)
    if paragraph in own:
        return all(_stands_in(phrase, sentence, text) for phrase in grant.phrases)
    is_above = all(one.path[: len(paragraph.path)] == paragraph.path != one.path for one in own)
    if paragraph.is_opened:
        return is_above
    is_last = is_above or paragraph in find_clause(text, _DOCUMENT_END)
    return is_last and grant.fund.phrase.startswith(OF_ALL) and all(one.start < paragraph.start for one in own)


def _stands_in(phrase: str, sentence: range, text: OfficialText) -> bool:
    return any(min(place) in sentence and max(place) in sentence for place in find_claim(text, Claim(phrase)))


def _find_sentence(text: OfficialText, at: int) -> range:
    """The sentence around a place: from one full stop to the next, within its paragraph."""
    paragraph = next(item for item in text.paragraphs if item.start <= at < item.end)
    start = max(paragraph.start, text.flat.rfind(_FULL_STOP, paragraph.start, at) + 1)
    end = text.flat.find(_FULL_STOP, at, paragraph.end)
    return range(start, paragraph.end if end < 0 else end)


def _list_funds(provision: Provision) -> Iterator[tuple[Fund, tuple[str, ...]]]:
    if provision.fund and provision.fund.phrase:
        yield provision.fund, tuple(_list_granting(provision.effect))
    for part in _find_parts(provision.effect):
        if part.fund.phrase:
            yield part.fund, tuple(_list_granting(part.pays))


def _find_parts(effect: Effect) -> Iterator[From]:
    """The sums inside that have a fund of their own."""
    return (word for word in walk((effect,)) if isinstance(word, From))


def _list_granting(word: Word) -> Iterator[str]:
    """The innermost phrases that grant something: no doubt's, no fund's, and no limit's that has its own place."""
    inner = [
        phrase
        for part in parts_of(word)
        if not isinstance(part, Reading | Cap | Fund | From)
        for phrase in _list_granting(part)
    ]
    yield from inner or word.phrases()

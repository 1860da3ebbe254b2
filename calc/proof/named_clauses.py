"""Every clause that a declaration names is one of the text, and what is said to stand in it stands there."""

from collections.abc import Iterator

from calc.proof.clauses import FRONT, find_around, find_clause
from calc.proof.official_text import OfficialText, Paragraph
from calc.proof.places import find_places
from calc.rules.condition import Condition
from calc.rules.joined import EitherCondition
from calc.rules.policy import Policy
from calc.rules.section import Section
from calc.rules.word import Word, parts_of


def find_strays(policy: Policy, text: OfficialText) -> Iterator[str]:
    """Say each clause that the text does not have, and each word that does not stand in the clause it names."""
    for provision in policy.provisions:
        if not find_clause(text, provision.clause):
            yield f"{provision.id}: the text has no clause {provision.clause}"
        for word in (provision.office, provision.fund):
            if word and word.phrase and not word.clause and not _stands_in(word.phrase, provision.clause, text):
                yield f"{provision.id}: “{word.phrase}” does not stand in {provision.clause}; name its clause"
        yield from (stray for word in provision.words for stray in _find_fault(provision.id, word, text))
    yield from _find_fault("term", policy.term, text)


def _find_fault(name: str, word: Word, text: OfficialText) -> Iterator[str]:
    clause: str = getattr(word, "clause", "")
    if not clause:
        return
    if not find_clause(text, clause):
        yield f"{name}: the text has no clause {clause}"
    elif strays := [phrase for phrase in _list_phrases(word) if not _stands_in(phrase, clause, text)]:
        yield f"{name}: “{strays[0]}” does not stand in {clause}, which its {type(word).__name__} names"


def _list_phrases(word: Word) -> Iterator[str]:
    """The phrases for which a word names its clause: its own; of a part of the document, all it says by default."""
    yield from word.phrases()
    if isinstance(word, Section | Condition):
        other = word.other if isinstance(word, EitherCondition) else None
        for part in parts_of(word):
            if part is not other and not getattr(part, "clause", ""):
                yield from _list_phrases(part)


def _stands_in(phrase: str, clause: str, text: OfficialText) -> bool:
    named = find_clause(text, clause)
    paragraphs = [item for item in find_around(text, clause) if any(_is_at_or_beneath(item, one) for one in named)]
    if clause == FRONT:
        # The day of issue stands in the head of the document, in one paragraph with the first heading.
        paragraphs.append(next(item for item in text.paragraphs if item.is_opened))
    starts = (parts[0][0] for parts in find_places(phrase, text.flat))
    return any(item.start <= start < item.end for start in starts for item in paragraphs)


def _is_at_or_beneath(item: Paragraph, named: Paragraph) -> bool:
    """What opens the part above a clause does not stand in it."""
    return item == named or len(item.path) > len(named.path)

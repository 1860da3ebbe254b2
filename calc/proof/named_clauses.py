"""Every clause that a declaration names is one of the text, and what is said to stand in it stands there."""

from collections.abc import Iterator

from calc.proof.clauses import find_around, find_clause
from calc.proof.official_text import OfficialText, Paragraph
from calc.proof.places import find_places
from calc.rules.document import Term
from calc.rules.policy import Policy
from calc.rules.section import Section
from calc.rules.word import Word, walk


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
    # The day of issue stands in the document's head, which a heading may already follow.
    elif not isinstance(word, Term) and not any(_stands_in(phrase, clause, text) for phrase in _list_phrases(word)):
        yield f"{name}: nothing that {type(word).__name__} quotes stands in {clause}"


def _list_phrases(word: Word) -> Iterator[str]:
    """The phrases for which a word names its clause: its own, or, of a part of the document, all that it says."""
    words = walk((word,)) if isinstance(word, Section) else (word,)
    return (phrase for item in words for phrase in item.phrases())


def _stands_in(phrase: str, clause: str, text: OfficialText) -> bool:
    named = find_clause(text, clause)
    paragraphs = [item for item in find_around(text, clause) if any(_is_at_or_beneath(item, one) for one in named)]
    starts = (parts[0][0] for parts in find_places(phrase, text.flat))
    return any(item.start <= start < item.end for start in starts for item in paragraphs)


def _is_at_or_beneath(item: Paragraph, named: Paragraph) -> bool:
    """What opens the part above a clause does not stand in it."""
    return item == named or len(item.path) > len(named.path)

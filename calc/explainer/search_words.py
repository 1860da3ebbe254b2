"""Find in the declarations the words by which the site's search is to cut Chinese text.

The search finds a word by its beginning. So this module names a text that jieba does not know as one word (以工代训),
and the parts of a word that jieba would not cut (劳务 and 中介 in 劳务中介), often enough to make jieba cut it.
"""

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import jieba

from calc.facts.catalogue import CATALOGUE
from calc.policies import POLICIES
from calc.rules.payees import Payee

OFTEN = 1_000_000


def list_words(texts: Iterable[str]) -> list[str]:
    """List the words to name, of all that stand in some texts."""
    return sorted({word for text in texts for word in (*_find_unknown(text), *_find_parts(text))})


def read_names() -> Iterator[str]:
    """Read the names in the declarations: titles, short names, payees."""
    for policy in POLICIES.values():
        yield from (policy.title, *(provision.title for provision in policy.provisions))
    yield from (question.short for question in CATALOGUE.values())
    yield from (payee.label for payee in Payee)


def _find_unknown(text: str) -> Iterator[str]:
    """Find runs of characters that jieba knows only one by one."""
    for is_single, run in groupby(jieba.cut(text, HMM=False), key=lambda word: len(word) == 1 and word.isalpha()):
        word = "".join(run)
        if is_single and len(word) > 2:
            yield word


def _find_parts(text: str) -> Iterator[str]:
    """Find the parts of a longer word, where jieba knows each of them and they make up the whole."""
    for word in jieba.cut(text, HMM=False):
        parts = [part for part in jieba.cut_for_search(word, HMM=False) if part != word]
        if "".join(parts) == word:
            yield from parts


if __name__ == "__main__":
    lines = (f"{name} {OFTEN} n\n" for name in list_words(read_names()))
    Path(sys.argv[1]).write_text("".join(lines), encoding="utf-8")

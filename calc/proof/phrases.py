"""The numbers that stand in a phrase of an official text, and whether the phrase stands in the text."""

import re
from collections.abc import Iterator
from fractions import Fraction

from calc.rules.document import Note
from calc.rules.policy import Policy
from calc.rules.word import Word, parts_of

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1_000}
_CHINESE = "[零一二三四五六七八九十百千]+"
_NUMBER = re.compile(
    rf"(?P<arabic>\d+(?:\.\d+)?)\s*(?P<scale>万|%|％)?|(?P<chinese>{_CHINESE})(?=周年|年|个月|个学期|名|人|天|日)"
)
_IDIOMS = ("一次性", "一次", "一人", "十二五", "两后生", "三无", "第一")
MOST_BETWEEN = 60
ELLIPSIS = "…"


def numbers_in(phrase: str) -> tuple[Fraction, ...]:
    """Every number of a phrase: 2万元 is 20,000, 20% a fifth, 满一年 one; idioms such as 一次性 hold none."""
    for idiom in _IDIOMS:
        phrase = phrase.replace(idiom, "")
    phrase = phrase.replace("“4050”", "40、50")
    return tuple(_value(match) for match in _NUMBER.finditer(phrase))


def stands_in(phrase: str, text: str) -> bool:
    """Whether a phrase stands in a text; … skips a little, blanks and line breaks do not count."""
    parts = [re.escape(squeeze(part)) for part in phrase.split(ELLIPSIS)]
    return re.search(f".{{0,{MOST_BETWEEN}}}?".join(parts), squeeze(text)) is not None


def claims_of(policy: Policy) -> Iterator[tuple[str, str, tuple[Fraction, ...]]]:
    """Every phrase a policy reads: where it is declared, the phrase, and the numbers of its rule."""
    yield from _claims("term", policy.term)
    if policy.claims:
        yield from _claims("claims", policy.claims)
    for provision in policy.provisions:
        for part in parts_of(provision):
            yield from _claims(provision.id, part)


def quotes_of(policy: Policy) -> Iterator[tuple[str, str]]:
    """Every phrase a policy quotes, with the place that quotes it."""
    for place, phrase, _ in claims_of(policy):
        if phrase:
            yield place, phrase
    for note in policy.notes:
        if isinstance(note, Note):
            yield "notes", note.phrase
    for provision in policy.provisions:
        for quote in (provision.named, *provision.evidence):
            if quote:
                yield provision.id, quote


def _claims(place: str, word: Word) -> Iterator[tuple[str, str, tuple[Fraction, ...]]]:
    phrases = word.phrases()
    if phrases:
        for phrase in phrases:
            yield place, phrase, (*word.numbers(), *_unquoted_numbers(word))
    elif word.numbers():
        yield place, "", word.numbers()
    for part in parts_of(word):
        if part.phrases() or not phrases:
            yield from _claims(place, part)
        else:
            yield from _quoted_below(place, part)


def _unquoted_numbers(word: Word) -> Iterator[Fraction]:
    """The numbers of the words inside that have no phrase of their own: the outer phrase speaks for them."""
    for part in parts_of(word):
        if not part.phrases():
            yield from part.numbers()
            yield from _unquoted_numbers(part)


def _quoted_below(place: str, word: Word) -> Iterator[tuple[str, str, tuple[Fraction, ...]]]:
    """The claims of words with a phrase that stand inside words without one."""
    for part in parts_of(word):
        yield from _claims(place, part) if part.phrases() else _quoted_below(place, part)


def squeeze(text: str) -> str:
    """A text without blanks and with one form of commas, brackets and percent signs, for comparison."""
    return re.sub(r"\s", "", text).replace("，", ",").replace("（", "(").replace("）", ")").replace("％", "%")


def _value(match: re.Match[str]) -> Fraction:
    if match["chinese"]:
        return Fraction(_read_chinese(match["chinese"]))
    number = Fraction(match["arabic"])
    scale = {"万": Fraction(10_000), "%": Fraction(1, 100), "％": Fraction(1, 100)}
    return number * scale.get(match["scale"] or "", Fraction(1))


def _read_chinese(text: str) -> int:
    total, digit = 0, 0
    for char in text:
        if char in _PLACES:
            total += (digit or 1) * _PLACES[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit

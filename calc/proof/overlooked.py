"""Nothing in a text is overlooked: every number and every limiting word is read by a declaration or exempted.

The walker lists a word if it could ever change who gets something, how much, how long or until when; some of its finds
limit nothing. A phrase speaks for every place where it stands; a phrase with … speaks for its parts alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from calc.proof.exemptions import Exemption
from calc.proof.phrases import ELLIPSIS, MOST_BETWEEN, squeeze

NUMBERS = (
    r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?",  # a date or a year
    r"\d+(?:\.\d+)?[万%]?",  # a count, a sum, a share
    # A numeral that counts: in names, such as 三无 or 两后生, it counts nothing, and 一次性 is a limit.
    r"(?<!第)[零一二三四五六七八九十百千两半]+(?:周年|年|个|名|人|天|日|次(?!性)|份|户|家|场|项|类|批|大|档|元)",
)
LIMITS = (
    r"以[上下内前后]",  # a bound
    r"不(?:超过|低于|少于|高于|足)|超过|至少|最[高长低]|上限",  # a bound in words
    r"年龄|周岁",  # a bound of age
    r"一次性",  # once, not again and again
    r"每[人年月天日家个名户场次]|按月|按季度",  # what a sum is counted by
    r"按(?!月|季度|时)照?|规定|参照|根据",  # another rule, or another figure, decides
    r"可(?!支配|操作性)",  # may, not must
    r"适当|较[好强大高]|良好|突出|成功",  # an authority judges
    r"重复|不再|不予|不得|不列入|除外|限于",  # excluded
    r"给予|享受|纳入|奖[励补]|推荐|拨付|兑付|直补",  # something is granted, even where no number says how much
    r"同时|再(?=按)",  # granted beside something else
    r"列支",  # the fund that pays
    r"凭(?!证)|依据",  # evidence to bring
    r"免费|全免|全额|部分|补差",  # how much of a cost is borne
    r"优先|重点|探索",  # who comes first; a wish, not a claim
    r"连续|稳定|仍|首次|初次|当年|年度",  # how and when something must have lasted or happened
    r"之日起|截止|有效期|期限|期间",  # the time for which something holds
)

_TOKENS = (re.compile("|".join(NUMBERS)), re.compile("|".join(LIMITS)))
_HEADING = re.compile(
    r"^\s*(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+[、是]|\d+(?:[、．]|\.(?!\d)))", re.MULTILINE
)
_DOCUMENT_NUMBER = re.compile(r"〔\d{4}〕\d+号")
_BREAK = "¶"
_SHOWN_AROUND = 12


@dataclass(frozen=True)
class Token:
    """A number or a limiting word, where it stands in a flattened text, and what stands around it."""

    word: str
    start: int
    end: int
    around: str


@dataclass(frozen=True)
class Stock:
    """All tokens of a text: claimed by a declaration, exempted, or overlooked; and exemptions that nothing needs."""

    claimed: tuple[Token, ...]
    exempted: tuple[Token, ...]
    overlooked: tuple[Token, ...]
    needless: tuple[Exemption, ...]

    @property
    def found(self) -> int:
        """How many tokens there are."""
        return len(self.claimed) + len(self.exempted) + len(self.overlooked)


def flatten(text: str) -> str:
    """Take out what limits nothing: blanks, ordinals of headings, document numbers."""
    return squeeze(_DOCUMENT_NUMBER.sub(_BREAK, _HEADING.sub(_BREAK, text)))


def tokens_in(flat: str) -> tuple[Token, ...]:
    """Every number and every limiting word of a flattened text, in order."""
    found = (match for pattern in _TOKENS for match in pattern.finditer(flat))
    return tuple(_cut(flat, *match.span()) for match in sorted(found, key=lambda match: match.span()))


def places_of(phrase: str, flat: str) -> Iterator[tuple[int, int]]:
    """Every place where a phrase stands in a flattened text; of a phrase with …, the places of its parts."""
    parts = [f"({re.escape(squeeze(part))})" for part in phrase.split(ELLIPSIS)]
    for match in re.finditer(f".{{0,{MOST_BETWEEN}}}?".join(parts), flat):
        yield from (match.span(part) for part in range(1, len(parts) + 1))


def take_stock(text: str, phrases: Iterable[str], exemptions: Iterable[Exemption]) -> Stock:
    """Sort the tokens of an official text by who speaks for them."""
    flat = flatten(text)
    tokens = tokens_in(flat)
    claims = {token for phrase in phrases for token in _within(phrase, flat, tokens)}
    rest = [token for token in tokens if token not in claims]
    exempt = {exemption: set(_within(exemption.phrase, flat, rest)) for exemption in exemptions}
    spoken_for = set().union(*exempt.values())
    return Stock(
        claimed=tuple(token for token in tokens if token in claims),
        exempted=tuple(token for token in rest if token in spoken_for),
        overlooked=tuple(token for token in rest if token not in spoken_for),
        needless=tuple(
            exemption
            for exemption, own in exempt.items()
            if not own - set().union(*(others for other, others in exempt.items() if other != exemption))
        ),
    )


def _within(phrase: str, flat: str, tokens: Iterable[Token]) -> Iterator[Token]:
    places = tuple(places_of(phrase, flat))
    return (token for token in tokens if any(start <= token.start and token.end <= end for start, end in places))


def _cut(flat: str, start: int, end: int) -> Token:
    before, after = flat[max(start - _SHOWN_AROUND, 0) : start], flat[end : end + _SHOWN_AROUND]
    return Token(flat[start:end], start, end, f"{before}【{flat[start:end]}】{after}")

"""How much a provision gives: its tiers and grades as a table, anything else as a sentence."""

from collections.abc import Iterable
from itertools import chain

from htpy import Element, Node, div, p, span, table, tbody, td, th, thead, tr

from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Count
from calc.rules.counted import Tiered
from calc.rules.effect import Effect
from calc.rules.graded import Graded
from calc.rules.policy import Provision
from calc.rules.word import walk
from calc.values.money import say_yuan


def render_standard(provision: Provision, *, with_phrases: bool) -> Node:
    """The amount or the rule for it; `with_phrases` adds the words of the text that say so."""
    for word in walk((provision.effect,)):
        if isinstance(word, Tiered | Graded):
            table_ = render_table(word, provision.title, with_phrases=with_phrases)
            return [_say_lead(provision.effect, word), table_]
    phrases = chain.from_iterable(word.phrases() for word in walk((provision.effect,))) if with_phrases else ()
    quotes = [span(".quote")[f"“{phrase}”"] for phrase in phrases]
    return [provision.effect.explain(), span(".source")[quotes] if quotes else None]


def render_table(word: Tiered | Graded, title: str, *, with_phrases: bool) -> Node:
    """One row per tier or grade; `title` is the provision's, to tell the tables of a page apart."""
    head, rest = CATALOGUE[_fact_of(word)].short, word.below if isinstance(word, Tiered) else word.otherwise
    return [
        div(".table-scroll", tabindex="0", role="region", aria_label=f"{title}：{head}和标准")[
            table(".tiers")[
                thead[tr[th(scope="col")[head], th(scope="col")["标准"], _phrase_head(with_phrases)]],
                tbody[
                    (
                        tr[th(scope="row")[first], td[second], _phrase_cell(third) if with_phrases else None]
                        for first, second, third in _list_rows(word)
                    )
                ],
            ]
        ],
        p(".hint")[f"其他情况：{rest}。"] if rest else None,
    ]


def _say_lead(pays: Effect, word: Tiered | Graded) -> Node:
    """What stands around the table in the rule: 每人, 每年."""
    around = pays.explain().replace(word.explain(), "按下表")
    return None if around in ("按下表", pays.explain()) else p(".lead")[f"{around}："]


def _fact_of(word: Tiered | Graded) -> str:
    return word.by if isinstance(word, Tiered) else word.fact


def _list_rows(word: Tiered | Graded) -> Iterable[tuple[str, str, str]]:
    question = CATALOGUE[_fact_of(word)]
    if isinstance(word, Tiered):
        unit = question.unit if isinstance(question, Count) else ""
        return ((tier.say_bounds(unit), say_yuan(tier.amount), tier.phrase) for tier in word.tiers)
    return (("、".join(map(question.say, grade.options)), grade.explain(), grade.phrase) for grade in word.grades)


def _phrase_head(with_phrases: bool) -> Element | None:
    return th(scope="col")["原文"] if with_phrases else None


def _phrase_cell(phrase: str) -> Element:
    return td[span(".quote")[f"“{phrase}”"] if phrase else ""]

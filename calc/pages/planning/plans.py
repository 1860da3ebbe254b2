"""Targets and budget as the documents set them, complete without any script."""

from collections.abc import Iterable
from fractions import Fraction

from htpy import Element, Node, a, caption, div, p, section, span, strong, table, tbody, td, th, thead, tr

from calc.pages.planning.budget import BUDGET_LINES, DOCUMENT_TABLE, GUESSED_CERTIFICATES
from calc.parts.wording import name_with_clause
from calc.policies.zhongshan import PLACEMENTS, ZHONGSHAN, budget
from calc.rules.policy import Policy, Provision
from calc.rules.printed import Targets


def render_plans(policies: Iterable[Policy]) -> Element:
    """The targets of persons of every policy that sets them; those that set none are named."""
    every = tuple(policies)
    planned = [
        (policy, item, targets)
        for policy in every
        for item in policy.provisions
        if (targets := item.effect.list_targets())
    ]
    silent = [policy.region for policy in every if not any(policy is other for other, _, _ in planned)]
    return div(".plans")[
        (_render_targets(policy, item, targets) for policy, item, targets in planned),
        p(".hint")[f"{'、'.join(silent)}的文件没有写人数目标。"] if silent else None,
    ]


def render_document_budget() -> Element:
    """Zhongshan's budget as the document has it, and how its figures come out of its own rules."""
    return div(".document-budget")[
        render_figures("文件的预算（万元）", {year: dict(lines) for year, lines in DOCUMENT_TABLE.items()}),
        p(".hint")[
            f"依据：{ZHONGSHAN.number} ",
            a(href=f"../policies/{ZHONGSHAN.id}/#{budget.id}")[name_with_clause(budget)],
        ],
        p(".reading")[say_guess()],
    ]


def render_figures(
    title: str, figures: dict[int, dict[str, Fraction]], document: dict[int, dict[str, Fraction]] | None = None
) -> Element:
    """A budget in 万元 by line and year with its totals; where the document says otherwise, by how much."""
    years = list(figures)
    return table(".figures")[
        caption[title],
        thead[tr[th(scope="col")["项目"], (th(scope="col")[str(year)] for year in years), th(scope="col")["合计"]]],
        tbody[(_render_line(key, label, figures, document) for key, label in {**BUDGET_LINES, "": "合计"}.items())],
    ]


def name_year(year: int) -> str:
    """A year of Zhongshan's plan as the document names it: 2017 年下半年."""
    return next((goal.say_year(year) for goal in PLACEMENTS.goals if year in goal.years), f"{year} 年")


def say_wan(amount: Fraction) -> str:
    """A sum in 万元, to the yuan: 54, 6.6667."""
    yuan = int(abs(amount) + Fraction(1, 2))
    whole, rest = divmod(yuan, 10_000)
    return f"{whole:,}" + (f".{rest:04d}".rstrip("0") if rest else "")


def say_difference(amount: Fraction) -> str:
    """A difference in 万元 in words: 多 1.2; nothing where it is less than a yuan."""
    if say_wan(amount) == "0":
        return ""
    return f"{'多' if amount > 0 else '少'} {say_wan(amount)}"


def say_guess() -> str:
    """That the number of certificates is ours."""
    yearly = DOCUMENT_TABLE[min(DOCUMENT_TABLE)]["rewards"]
    each = int(yearly / GUESSED_CERTIFICATES)
    return (
        f"猜测：文件只写培训奖励每年 {say_wan(yearly)} 万元，没有写多少人取得哪一级证书。"
        f"这里按每年 {GUESSED_CERTIFICATES} 人取得中级及以下证书、每人 {each} 元来猜，正好是这个数；"
        "这是本计算器的猜测，不是文件的话。"
    )


def sum_lines(figures: dict[int, dict[str, Fraction]], key: str, year: int | None = None) -> Fraction:
    """One line's figure for a year or for all; "" stands for all lines."""
    years = figures if year is None else (year,)
    return sum((figures[each][line] for each in years for line in BUDGET_LINES if key in ("", line)), Fraction(0))


def _render_line(
    key: str,
    label: str,
    figures: dict[int, dict[str, Fraction]],
    document: dict[int, dict[str, Fraction]] | None,
) -> Element:
    def show(year: int | None) -> Node:
        amount = sum_lines(figures, key, year)
        difference = say_difference(amount - sum_lines(document, key, year)) if document else ""
        words: Node = say_wan(amount) if key else strong[say_wan(amount)]
        return [words, span(".difference")[f"比文件{difference}"] if difference else None]

    return tr(class_={"sum": not key})[th(scope="row")[label], (td[show(year)] for year in figures), td[show(None)]]


def _render_targets(policy: Policy, provision: Provision, targets: Targets) -> Element:
    return section(".plan")[
        table(".figures")[
            caption[f"{policy.region}：{provision.title}"],
            thead[tr[(th(scope="col")[name] for name in ("年份", "目标", "人数"))]],
            tbody[
                (
                    tr[td[target.years], td[target.label or provision.title], td[f"{target.persons:,}"]]
                    for target in targets.parts
                ),
                tr(".sum")[th(scope="row", colspan="2")["合计"], td[strong[f"{targets.total:,}"]]],
                (
                    tr[td[target.years], td[f"其中：{target.label}"], td[f"{target.persons:,}"]]
                    for target in targets.within
                ),
            ],
        ],
        p(".hint")[
            f"依据：{policy.number} ",
            a(href=f"../policies/{policy.id}/#{provision.id}")[name_with_clause(provision)],
        ],
    ]

"""The explanation of a policy: its header, and one card per provision, complete without any script."""

from collections.abc import Iterable, Sequence
from itertools import chain

from htpy import (
    Element,
    Node,
    a,
    article,
    caption,
    dd,
    details,
    div,
    dl,
    dt,
    h3,
    li,
    p,
    span,
    strong,
    summary,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
    ul,
)

from calc.cases import CaseTable
from calc.dates import spell_date
from calc.facts import CATALOGUE
from calc.money import say_yuan
from calc.policy import Policy, Provision
from calc.render.wording import NOT_WRITTEN, payees_of
from calc.rules.condition import Condition
from calc.rules.counted import Tiered
from calc.rules.graded import Graded
from calc.rules.word import walk


def render_header(policy: Policy) -> Element:
    """The document: its number, issuer, dates, and that it has expired."""
    term = policy.term
    ends = spell_date(term.end) if term.end else NOT_WRITTEN
    rows = (
        ("文件", f"{policy.title}（{policy.number}）"),
        ("发文机关", policy.issuer),
        ("印发日期", spell_date(policy.issued) if policy.issued else NOT_WRITTEN),
        ("执行期限", f"{spell_date(term.start)} 至 {ends}"),
        ("申领截止", spell_date(policy.claims_until) if policy.claims_until else NOT_WRITTEN),
        ("适用对象", policy.audience),
    )
    return div(".policy-header")[
        p(".expired")[
            strong[span(".badge.badge-expired")["已到期"]],
            f" 政策已于 {ends} 到期，以下为按当时条款的说明和测算。",
        ]
        if term.end
        else None,
        dl[((dt[name], dd[words]) for name, words in rows)],
        (p(".note")[note] for note in policy.notes),
    ]


def render_index(policy: Policy) -> Element:
    """All provisions at a glance: for whom, what, how much."""
    return div(".table-scroll", tabindex="0", role="region", aria_label="条款一览")[
        table[
            caption["条款一览"],
            thead[tr[th(scope="col")["条款"], th(scope="col")["给谁"], th(scope="col")["标准"]]],
            tbody[
                (
                    tr[
                        td[a(href=f"#{item.id}")[item.title], " ", span(".clause")[item.clause]],
                        td["、".join(payee.label for payee in payees_of(item))],
                        td[item.pays.explain()],
                    ]
                    for item in policy.provisions
                )
            ],
        ]
    ]


def render_cards(policy: Policy, cases: Sequence[CaseTable]) -> Element:
    """One card per provision, with its worked examples."""
    return div(".cards")[
        (
            _render_card(policy, provision, [table_ for table_ in cases if table_.provision == provision.id])
            for provision in policy.provisions
        )
    ]


def _render_card(policy: Policy, provision: Provision, cases: Sequence[CaseTable]) -> Element:
    fund = provision.paid_from or NOT_WRITTEN
    return article(".card")[
        h3(id=provision.id)[f"{provision.title} ", span(".clause")[f"{provision.clause}"]],
        p(".gist")[provision.gist],
        dl[
            dt["给谁"],
            dd["、".join(payee.label for payee in payees_of(provision)), f"（{provision.nature.label}）"],
            dt["条件"],
            dd[ul[(_render_condition(condition) for condition in provision.when)]]
            if provision.when
            else dd["没有个人条件"],
            dt["标准"],
            dd[_render_standard(provision)],
            dt["资金"],
            dd[fund],
            dt["材料"],
            dd["、".join(provision.evidence) or "文件未列材料"],
        ],
        (
            p(".reading")[
                f"有两种读法：{reading.question}本计算器的读法：{reading.default}。另一种读法：{reading.other}。两种都会算出来。"
            ]
            for reading in policy.readings_of(provision)
        ),
        (p(".note")[note] for note in provision.notes),
        _render_exclusion(policy, provision),
        _render_cases(cases),
    ]


def _render_condition(condition: Condition) -> Element:
    phrases = list(dict.fromkeys(chain.from_iterable(word.phrases() for word in walk((condition,)))))
    return li[
        condition.explain(),
        span(".source")[(span(".quote")[f"“{phrase}”"] for phrase in phrases[:2])] if phrases else None,
    ]


def _render_standard(provision: Provision) -> Node:
    """Tiers and grades as tables, anything else as a sentence; with the phrases they come from."""
    for word in walk((provision.pays,)):
        if isinstance(word, Tiered):
            tiers = (
                (
                    f"{tier.low} 人以上" if tier.high is None else f"{tier.low} 至 {tier.high} 人",
                    say_yuan(tier.amount),
                    tier.phrase,
                )
                for tier in word.tiers
            )
            return _render_rows(CATALOGUE[word.by].short, tiers, word.below)
        if isinstance(word, Graded):
            question = CATALOGUE[word.fact]
            graded = (
                ("、".join(map(question.say, grade.options)), grade.explain(), grade.phrase) for grade in word.grades
            )
            lead = provision.pays.explain() if word is not provision.pays else ""
            return [_render_rows(question.short, graded, word.otherwise), p(".hint")[lead] if lead else None]
    phrases = chain.from_iterable(word.phrases() for word in walk((provision.pays,)))
    return [provision.pays.explain(), span(".source")[(span(".quote")[f"“{phrase}”"] for phrase in phrases)]]


def _render_rows(head: str, rows: Iterable[tuple[str, str, str]], rest: str) -> Node:
    return [
        div(".table-scroll", tabindex="0", role="region", aria_label=f"{head}和标准")[
            table(".tiers")[
                thead[tr[th(scope="col")[head], th(scope="col")["标准"], th(scope="col")["原文"]]],
                tbody[
                    (
                        tr[th(scope="row")[first], td[second], td[span(".quote")[f"“{third}”"] if third else ""]]
                        for first, second, third in rows
                    )
                ],
            ]
        ],
        p(".hint")[f"{rest}。"] if rest else None,
    ]


def _render_exclusion(policy: Policy, provision: Provision) -> Node:
    if provision.excludes is None:
        return None
    others = "、".join(policy.provision(name).title for name in provision.excludes.others)
    return p(".note")[f"不能同时享受：{others}（“{provision.excludes.phrase}”）。"]


def _render_cases(cases: Sequence[CaseTable]) -> Node:
    if not cases:
        return None
    return details(".cases")[
        summary[f"算例（{sum(len(item.rows) for item in cases)} 个）"],
        (_render_case_table(item) for item in cases),
    ]


def _render_case_table(item: CaseTable) -> Node:
    shared = "；".join(f"{CATALOGUE[fact].short} {value}" for fact, value in item.shared.items())
    head = item.columns
    facts = {CATALOGUE[fact].short: fact for row in item.rows for fact in row.facts}
    return [
        p(".hint")[f"共同事实：{shared}"] if shared else None,
        div(".table-scroll", tabindex="0", role="region", aria_label="算例")[
            table(".case-table")[
                thead[tr[(th(scope="col")[name] for name in head)]],
                tbody[
                    (
                        tr[(td[row.expected.get(name, row.facts.get(facts.get(name, ""), ""))] for name in head)]
                        for row in item.rows
                    )
                ],
            ]
        ],
    ]

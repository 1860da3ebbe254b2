"""A document's own form as a page: what the applicant fills in, and the authorities' empty boxes."""

from htpy import Element, Node, div, h2, p, section, span, table, tbody, td, th, tr

from calc.rules import Form
from calc.rules.case import Case
from calc.rules.policy import Policy

SEAL = "（盖章）"
DAY = "　　　年　　月　　日"


def render_blank_forms(policy: Policy) -> Element:
    """Every form that a policy declares; raises ValueError where it has none."""
    forms = [item.pays for item in policy.provisions if isinstance(item.pays, Form)]
    if not forms:
        raise ValueError(f"{policy.id} has no form")
    return div(".papers")[(render_official_form(form) for form in forms)]


def render_official_form(form: Form, case: Case | None = None) -> Element:
    """The form, with what is known in a case filled in."""
    filled = dict(form.fill(case)) if case else {}
    return section(".paper.official-form")[
        h2[form.phrase],
        p(".form-head")[span[f"申请企业：{SEAL}"], span[f"申请日期：{DAY}"]],
        table(".form-blank")[
            tbody[(_render_box(box.phrase, filled.get(box.phrase), is_own=bool(box.fact)) for box in form.boxes)]
        ],
    ]


def _render_box(label: str, filled: str | None, *, is_own: bool) -> Node:
    return tr(class_=None if is_own else "opinion")[
        th(scope="row")[label], td[filled if is_own else [span(".seal")[SEAL], span[DAY]]]
    ]

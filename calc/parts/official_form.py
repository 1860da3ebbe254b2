"""Render a document's own form: the applicant's boxes filled in, the authorities' boxes empty."""

from htpy import Element, Node, div, h2, p, section, span, table, tbody, td, th, tr

from calc.rules.policy import Policy
from calc.rules.printed import FilledBox, FilledForm

SEAL = "（盖章）"
DAY = "　　　年　　月　　日"


def render_blank_forms(policy: Policy) -> Element:
    """Render every form that a policy declares; raises ValueError where it has none."""
    forms = [form for item in policy.provisions if (form := item.effect.fill_form(None))]
    if not forms:
        raise ValueError(f"{policy.id} has no form")
    return div(".papers")[(render_official_form(form) for form in forms)]


def render_official_form(form: FilledForm) -> Element:
    """Render the form with the texts of its boxes."""
    return section(".paper.official-form")[
        h2[form.title],
        p(".form-head")[span[f"申请企业：{SEAL}"], span[f"申请日期：{DAY}"]],
        table(".form-blank")[tbody[(_render_box(box) for box in form.boxes)]],
    ]


def _render_box(box: FilledBox) -> Node:
    return tr(class_=None if box.is_own else "opinion")[
        th(scope="row")[box.label], td[box.text if box.is_own else [span(".seal")[SEAL], span[DAY]]]
    ]

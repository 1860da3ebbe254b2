"""Somebody who comes for the first time, with the facts of one of the officers' cases, and answers what is asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from building.places import ROOT
from calc.facts.check import sift_facts
from calc.facts.link import say_values
from calc.pages import PAGES
from calc.pages.policy.form import topics_of
from calc.pages.policy.stays import find_lead
from calc.pages.submission import fill_fields
from calc.parts.field import TOPIC, WHO, names_of
from calc.parts.wording import applicants_of
from calc.policies import POLICIES
from calc.proof.cases import AMOUNT, RESULT, CaseRow, parse_cases
from calc.rules.policy import Policy
from tests.browser.patience import STARTS
from tests.replies import Reader

MOST_TABS = 250
MOST_QUESTIONS = 40
ACTIVE = "document.activeElement?.name ?? ''"


@dataclass(frozen=True)
class Case:
    """What the visitor knows, fact by fact in the order of the form, and what it must come to."""

    policy: Policy
    provision: str
    facts: Mapping[str, Mapping[str, str]]
    amount: str


def find_case(policy_id: str, provision_id: str) -> Case:
    """The shortest case of a provision that is granted an exact sum."""
    policy = POLICIES[policy_id]
    tables = parse_cases((ROOT / f"tests/cases/{policy_id}.md").read_text(encoding="utf-8"))
    rows = [row for table in tables if table.provision == provision_id for row in table.rows if _is_exact(row)]
    row = min(rows, key=lambda row: len(sift_facts(row.facts).answers))
    provision = policy.provision(provision_id)
    who = next(payee.value for payee in applicants_of(policy) if payee in provision.payees)
    topic = {TOPIC: {TOPIC: provision_id}} if len(topics_of(policy, who)) > 1 else {}
    known = fill_fields(say_values(sift_facts(row.facts).answers))
    facts = {
        fact: {name: known[name] for name in names_of(fact)} for fact in policy.facts if names_of(fact)[0] in known
    }
    return Case(policy, provision_id, {WHO: {WHO: who}, **topic, **facts}, f"{row.expected[AMOUNT]} 元")


def _is_exact(row: CaseRow) -> bool:
    amount = row.expected.get(AMOUNT, "")
    return row.expected[RESULT] == "可享受" and bool(amount) and set(amount) <= set("0123456789,.")


def answer_by(page: Page, case: Case, put: Callable[[Page, str, str], None]) -> int:
    """Answer what is asked until the amount is there; returns how many answers that took, a date being one."""
    given: dict[str, str] = {}
    answers = 0
    for fact, fields in case.facts.items():
        if not is_asked(case, fact, given):
            asking = page.locator(f".question:not([hidden], :has(.told)) [name='{next(iter(fields))}']")
            expect(asking.and_(page.locator(":not([hidden] *)"))).to_have_count(0)
            continue
        answers += 1
        given |= fields
        closed = page.locator(f"details:not([open]):has([name='{next(iter(fields))}']) > summary")
        if closed.count():
            closed.click()  # the day asked stands at the end, closed
        for name, value in fields.items():
            put(page, name, value)
        if fact == WHO:
            expect(page.locator("#calculator-result .disclaimer")).to_be_visible(timeout=STARTS)
    expect(page.locator(f"#result-{case.provision} .amount").first).to_have_text(case.amount)
    return answers


def answer_the_guide(page: Page, case: Case) -> int:
    """Go the guided way by finger until the amount is there; returns how many questions were asked on it."""
    put_by_finger(page, WHO, case.facts[WHO][WHO])
    expect(page.locator("#calculator-result .disclaimer")).to_be_attached(timeout=STARTS)
    amount = page.locator(f"#result-{case.provision} .amount").first
    asked = page.locator(".calculator .is-asked")
    for answers in range(1, MOST_QUESTIONS):
        if page.locator(".calculator").get_attribute("data-step") == "found":
            if amount.text_content() == case.amount:
                page.get_by_role("button", name="看结果").tap()
                expect(amount).to_be_visible()
                return answers
            page.get_by_role("button", name="继续找更多补贴").tap()
        answer_asked(page, asked, case)
    raise AssertionError(f"{MOST_QUESTIONS} questions lead to no {case.amount}")


def answer_asked(page: Page, asked: Locator, case: Case) -> None:
    """Answer the question that is shown; who cannot says so, or passes on."""
    question = asked.get_attribute("id") or ""
    known = {name: value for fields in case.facts.values() for name, value in fields.items()}
    names = asked.locator("input, select").evaluate_all("fields => fields.map(field => field.name)")
    fields = {name: known[name] for name in dict.fromkeys(names) if name in known}
    unsure = asked.locator(".option:has(input[value=unknown])")
    says_so = not fields and unsure.count() > 0
    # Seen before anything is tapped: an option leads on by itself, and then another question is asked.
    leads_on = says_so or (fields and not asked.locator("input:not([type=radio]), select").count())
    for name, value in fields.items():
        put_by_finger(page, name, value)
    if says_so:
        unsure.tap()
    if not leads_on:
        page.get_by_role("button", name="下一题").tap()
    expect(page.locator(f".is-asked[id='{question}']")).to_have_count(0)


def is_asked(case: Case, fact: str, given: Mapping[str, str]) -> bool:
    """Whether the form still asks for a fact after some answers; who asks, and for what, it always asks."""
    lead, names = find_lead(case.policy, fact), case.facts[fact]
    question = PAGES[case.policy.id].answer(given, is_submitted=False).render().get(f"q-{lead}", "")
    asking = [element for element in Reader(question).elements if element.get("name") in names]
    is_hidden = any("hidden" in around.attributes for element in asking for around in element.around)
    return not is_hidden and 'class="told"' not in question


def put_by_mouse(page: Page, name: str, value: str) -> None:
    """Click what can be clicked, type the rest."""
    field = find_field(page, name)
    if has_options(field):
        for option in value.split(","):
            find_option(page, name, option).click()
    elif is_list(field):
        field.select_option(value)
    else:
        field.click()
        page.keyboard.type(value)


def put_by_finger(page: Page, name: str, value: str) -> None:
    """Tap on labels and boxes."""
    field = find_field(page, name)
    if has_options(field):
        for option in value.split(","):
            find_option(page, name, option).tap()
    elif is_list(field):
        field.select_option(value)  # the phone's own list
    else:
        field.tap()
        page.keyboard.type(value)


def put_by_keyboard(page: Page, name: str, value: str) -> None:
    """Tab to the field, choose with space and arrows."""
    field = find_field(page, name)
    expect(field).to_be_visible()
    for _ in range(MOST_TABS):
        if page.evaluate(ACTIVE) == name:
            break
        page.keyboard.press("Tab")
    assert page.evaluate(ACTIVE) == name, f"no Tab leads to {name}"
    if field.get_attribute("type") == "checkbox":
        for box in page.locator(f"[name='{name}']").all():
            if box.get_attribute("value") in value.split(","):
                page.keyboard.press("Space")
                expect(box).to_be_checked()
            page.keyboard.press("Tab")
    elif has_options(field):
        options = page.locator(f"[name='{name}']").evaluate_all("inputs => inputs.map(input => input.value)")
        for _ in range(options.index(value)):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Space")
        expect(page.locator(f"[name='{name}']:checked")).to_have_value(value)
    elif is_list(field):
        options = field.locator("option").evaluate_all("options => options.map(option => option.value)")
        for _ in range(options.index(value)):
            page.keyboard.press("ArrowDown")
        expect(field).to_have_value(value)
    else:
        page.keyboard.type(value)


def find_field(page: Page, name: str) -> Locator:
    return page.locator(f"#calculator-form [name='{name}']").first


def find_option(page: Page, name: str, value: str) -> Locator:
    return page.locator(f"#calculator-form label:has([name='{name}'][value='{value}'])")


def has_options(field: Locator) -> bool:
    return field.get_attribute("type") in ("radio", "checkbox")


def is_list(field: Locator) -> bool:
    return bool(field.evaluate("field => field.tagName === 'SELECT'"))

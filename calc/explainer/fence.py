"""Render the one fence of the site's pages: ```calc with a policy and the part of it to show."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from htpy import Node, div, not_searched
from pymdownx.superfences import SuperFencesException

from calc.explainer.applying import render_applying
from calc.explainer.case_tables import render_case_tables
from calc.explainer.changelog import render_changelog
from calc.explainer.coverage import render_coverage
from calc.explainer.document import render_line
from calc.explainer.doubts import render_conventions, render_readings
from calc.explainer.embed import render_embed
from calc.explainer.examples import list_examples
from calc.explainer.finder import render_finder
from calc.explainer.home import render_audiences, render_regions
from calc.explainer.leaflet import render_leaflets
from calc.explainer.open_data import render_open_data, render_wheel
from calc.explainer.overview import render_overview
from calc.explainer.paper_links import render_paper_links
from calc.explainer.review.page import render_review
from calc.explainer.review.sheet import review_policy
from calc.explainer.rows import render_dates, render_rows
from calc.explainer.shells import render_shells
from calc.explainer.sign_off import say_sign_off
from calc.explainer.snippets import render_snippets
from calc.explainer.software import list_parts
from calc.explainer.versions import render_parts, render_published, render_versions
from calc.explainer.walkthrough import render_walkthrough
from calc.explainer.worked_example import render_worked_example
from calc.explainer.worksheet import render_worksheets
from calc.pages.compare.calculator import render_compare_calculator
from calc.pages.planning.calculator import render_planning
from calc.pages.planning.plans import render_document_budget, render_plans
from calc.pages.policy.calculator import render_calculator
from calc.pages.roster.shell import render_shell as render_roster
from calc.parts.form import render_examples
from calc.parts.official_form import render_blank_forms
from calc.policies import POLICIES
from calc.proof.changelog import read_changelog
from calc.proof.files import find_source, read_cases, read_exemptions, read_sign_offs
from calc.rules.conventions import CONVENTIONS
from calc.rules.policy import Policy

UNSEARCHED_PARTS = ("calculator", "roster", "embed", "finder", "regions", "audiences")
"""Forms, and what the provisions say of themselves."""
UNSEARCHED = not_searched(data_search_exclude=True)
"""They stand in this element: the search leaves out an element only if no other of its name lies in it."""
RUNTIME = "../../runtime/"
TOP_RUNTIME = "../runtime/"


def format(source: str, *_: Any, **__: Any) -> str:  # noqa: A001 – what a fence's function is called
    """Render one fence, such as "ningxia cards". Any error stops the build."""
    try:
        words = source.split()
        part = _render(words)
        # The outermost element is one that Markdown knows as a block, or it would stand in a paragraph.
        return str(div(".calc-part")[UNSEARCHED[part] if words[-1] in UNSEARCHED_PARTS else part])
    except Exception as error:
        # Superfences would show the fence as code and go on.
        raise SuperFencesException(f"calc fence {source!r}: {error}") from error


def _render(words: list[str]) -> Node:
    match words:
        case ["finder"]:
            example = render_worked_example({policy: read_cases(policy) for policy in POLICIES.values()})
            return div(".home-start")[render_finder(POLICIES.values()), example]
        case ["regions"]:
            return render_regions(POLICIES.values())
        case ["audiences"]:
            return render_audiences(POLICIES.values())
        case ["conventions"]:
            return render_conventions(CONVENTIONS.values())
        case ["readings"]:
            return render_readings(POLICIES.values())
        case ["changelog"]:
            return render_changelog(read_changelog())
        case ["versions"]:
            return render_versions(POLICIES.values())
        case ["published"]:
            return render_published()
        case ["shells"]:
            return render_shells()
        case ["open-data", "files"]:
            return render_open_data(POLICIES.values())
        case ["open-data", "wheel"]:
            return render_wheel()
        case ["parts"]:
            return render_parts(list_parts())
        case ["snippets"]:
            return render_snippets(POLICIES.values())
        case ["coverage"]:
            return render_coverage({policy: read_exemptions(policy) for policy in POLICIES.values()})
        case ["compare", "overview"]:
            return render_overview(POLICIES.values())
        case ["compare", "calculator"]:
            return render_compare_calculator(TOP_RUNTIME)
        case ["planning", "plans"]:
            return render_plans(POLICIES.values())
        case ["planning", "document"]:
            return render_document_budget()
        case ["planning", "calculator"]:
            return render_planning(TOP_RUNTIME)
        case ["walkthrough", policy, provision]:
            return render_walkthrough(POLICIES[policy], provision, read_cases(POLICIES[policy]))
        case [policy, part] if policy in POLICIES and part in PARTS:
            return PARTS[part](POLICIES[policy])
    raise ValueError(f"name a part of the site, or one of {[*POLICIES]} and one of {[*PARTS]}")


def _render_rows(policy: Policy) -> Node:
    numbers: Counter[str] = Counter()
    for table in read_cases(policy):
        numbers[table.provision] += len(table.rows)
    return render_rows(policy, numbers, find_source(policy))


def _render_calculator(policy: Policy) -> Node:
    examples = list_examples(policy, read_cases(policy))
    example_buttons = render_examples("算出结果", examples.items())
    return render_calculator(policy, RUNTIME, example_buttons, signed=_say_signed(policy))


def _render_review(policy: Policy) -> Node:
    text = find_source(policy)
    review = review_policy(policy, read_cases(policy), read_exemptions(policy), text, read_sign_offs())
    return render_review(review)


def _say_signed(policy: Policy) -> str:
    return say_sign_off(policy, read_sign_offs())


def _render_roster(policy: Policy) -> Node:
    return render_roster(policy, RUNTIME)


PARTS: dict[str, Callable[[Policy], Node]] = {
    "line": lambda policy: render_line(policy, _say_signed(policy)),
    "papers": render_paper_links,
    "embed": lambda policy: render_embed(policy, RUNTIME),
    "calculator": _render_calculator,
    "provisions": _render_rows,
    "applying": render_applying,
    "dates": render_dates,
    "leaflets": lambda policy: render_leaflets(policy, _say_signed(policy)),
    "worksheets": lambda policy: render_worksheets(policy, _say_signed(policy)),
    "cases": lambda policy: render_case_tables(policy, read_cases(policy)),
    "review": _render_review,
    "form": render_blank_forms,
    "roster": _render_roster,
}

"""Write the Markdown of every region's pages from the templates in docs/each_region."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from string import Template

from calc.rules.policy import Policy
from calc.rules.printed import FilledForm

REGION = "region"
"""A template's path holds this word in place of the policy's id."""
FORM = "form.md"


def write_region_pages(templates: Path, policies: Iterable[Policy]) -> dict[str, str]:
    """Fill in every template for every policy, and return each page's text by its path, folder by folder."""
    paths = sorted(templates.rglob("*.md"))
    pages = dict(_write_page(templates, path, policy) for policy in policies for path in paths if _has(policy, path))
    return dict(sorted(pages.items(), key=lambda page: (PurePosixPath(page[0]).parent, page[0])))


def _write_page(templates: Path, path: Path, policy: Policy) -> tuple[str, str]:
    form = "、".join(form.title for form in _list_forms(policy))
    text = Template(path.read_text(encoding="utf-8")).substitute(
        id=policy.id, region=policy.region, heading=policy.heading, form=form
    )
    return path.relative_to(templates).as_posix().replace(REGION, policy.id), text


def _has(policy: Policy, path: Path) -> bool:
    return path.name != FORM or bool(_list_forms(policy))


def _list_forms(policy: Policy) -> list[FilledForm]:
    return [form for provision in policy.provisions if (form := provision.effect.fill_form(None))]

"""Read what officers wrote for a policy: its cases, and what of its text is not calculated."""

from pathlib import Path

from calc.proof.cases import CaseTable, parse_cases
from calc.proof.overlooked import Exemption, parse_exemptions
from calc.rules.policy import Policy

FOLDER = Path(__file__).parents[2] / "tests"


def read_cases(policy: Policy) -> tuple[CaseTable, ...]:
    """Read the tables of a policy's cases."""
    return parse_cases((FOLDER / "cases" / f"{policy.id}.md").read_text(encoding="utf-8"))


def read_exemptions(policy: Policy) -> tuple[Exemption, ...]:
    """Read the passages of a policy's text that no declaration reads."""
    return parse_exemptions((FOLDER / "exemptions" / f"{policy.id}.md").read_text(encoding="utf-8"))

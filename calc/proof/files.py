"""Find what officers wrote for a policy: its cases, and what of its text is not calculated."""

from pathlib import Path

from calc.proof.cases import CaseTable, parse_cases
from calc.rules.policy import Policy

FOLDER = Path(__file__).parents[2] / "tests"
"""Beside the sources; a wheel holds none of it."""


def read_cases(policy: Policy) -> tuple[CaseTable, ...]:
    """Read the tables of a policy's cases."""
    return parse_cases((FOLDER / "cases" / f"{policy.id}.md").read_text(encoding="utf-8"))


def read_exemptions(policy: Policy) -> str:
    """Read the file of the passages that no declaration of a policy reads."""
    return (FOLDER / "exemptions" / f"{policy.id}.md").read_text(encoding="utf-8")

"""Where the official texts lie: beside the repository, or in the folder that POLICY_TEXTS names."""

import os
from pathlib import Path

import pytest

from building.places import ROOT
from calc.rules.policy import Policy

TEXTS = Path(os.environ.get("POLICY_TEXTS", ROOT.parent / "shared" / "policies"))

needs_texts = pytest.mark.skipif(
    not TEXTS.is_dir(), reason=f"the official texts are not at hand: name their folder in POLICY_TEXTS ({TEXTS})"
)


def read_text(policy: Policy) -> str:
    return (TEXTS / f"{policy.id}.txt").read_text(encoding="utf-8")

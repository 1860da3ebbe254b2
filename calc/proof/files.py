"""Find what officers wrote for a policy: its cases, what is not calculated, who compared it, and the text itself."""

import os
from pathlib import Path

from calc.policies import POLICIES
from calc.proof.cases import CaseTable, parse_cases
from calc.proof.official_text import OfficialText, read_official_text
from calc.proof.orphans import find_orphans, say_orphans
from calc.proof.sign_offs import FILE, SignOff, parse_sign_offs
from calc.rules.policy import Policy

FOLDER = Path(__file__).parents[2] / "tests"
"""Beside the sources; a wheel holds none of it."""
SIGN_OFFS = FOLDER.with_name(FILE)
"""An agency's own file, beside mkdocs.yml."""
SOURCES = "POLICY_SOURCES"
"""The build says in this variable of the environment where the official texts lie."""


class SourceError(Exception):
    """An official text that cannot be used; its arguments are lines that say why."""


def read_cases(policy: Policy) -> tuple[CaseTable, ...]:
    """Read the tables of a policy's cases."""
    return parse_cases((FOLDER / "cases" / f"{policy.id}.md").read_text(encoding="utf-8"))


def read_exemptions(policy: Policy) -> str:
    """Read the file of the passages that no declaration of a policy reads."""
    return (FOLDER / "exemptions" / f"{policy.id}.md").read_text(encoding="utf-8")


def read_sign_offs() -> tuple[SignOff, ...]:
    """Read who compared which declarations with the text; SignOffError says what cannot be used."""
    if not SIGN_OFFS.exists():
        return ()
    return parse_sign_offs(SIGN_OFFS.read_text(encoding="utf-8-sig"), POLICIES)


def read_source(folder: Path, policy: Policy) -> OfficialText:
    """Read a policy's official text in a folder; SourceError says why not, or which phrases are not in it."""
    file = folder / f"{policy.id}.txt"
    try:
        text = read_official_text(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SourceError(f"{file} 不是 UTF-8 编码：请另存为 UTF-8 的文本文件。") from error
    except OSError as error:
        raise SourceError(f"读不到原文 {file}：{error.strerror}。") from error
    if orphans := find_orphans(policy, text):
        raise SourceError(*say_orphans(str(file), orphans))
    return text


def find_source(policy: Policy) -> OfficialText | None:
    """Find a policy's official text where the build was given one."""
    folder = os.environ.get(SOURCES)
    if not folder or not Path(folder, f"{policy.id}.txt").exists():
        return None
    return read_source(Path(folder), policy)

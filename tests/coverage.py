"""Print who speaks for the characters of each official text, and what nobody speaks for: python -m tests.coverage.

With names of policies, of these alone; --write puts the shares into tests/exemptions/, where the site reads them.
"""

import argparse
import sys
from pathlib import Path

from building.places import ROOT
from calc.policies import POLICIES
from calc.proof.exemptions import Exemption, parse_exemptions, read_shares
from calc.proof.official_text import read_official_text
from calc.proof.segments import Stock, list_claims, take_stock
from calc.rules.policy import Policy
from tests.regions.register import read_own_file
from tests.texts import read_text


def main(arguments: list[str]) -> int:
    """Print the stock of each document; 1 where something is open or out of place."""
    parser = argparse.ArgumentParser(prog="python -m tests.coverage", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("policies", nargs="*", metavar="policy")
    parser.add_argument("--write", action="store_true", help="write the shares into tests/exemptions/")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.policies) - POLICIES.keys():
        parser.error(f"no such policy: {', '.join(sorted(unknown))}")
    stocks = {name: take_stock_of(POLICIES[name]) for name in asked.policies or POLICIES}
    for name, stock in stocks.items():
        print(describe(name, stock))
        if asked.write:
            write_shares(ROOT / "tests" / "exemptions" / f"{name}.md", stock)
    return 1 if any(map(list_faults, stocks.values())) else 0


def take_stock_of(policy: Policy) -> Stock:
    """The stock of a policy's official text."""
    return take_stock(read_official_text(read_text(policy)), list_claims(policy), read_exemptions(policy))


def read_exemptions(policy: Policy) -> tuple[Exemption, ...]:
    """What a policy's text says that no declaration reads."""
    return parse_exemptions(read_own_file("exemptions", policy.id))


def describe(name: str, stock: Stock) -> str:
    """The shares of a document, and under them each fault."""
    return "\n".join([f"{name}: {stock.say()}", *(f"  {fault}" for fault in list_faults(stock))])


def list_faults(stock: Stock) -> list[str]:
    """What is open, exempted without need, or both claimed and exempted, a line each."""
    return [
        *(f"claim or exempt: {gap.words} ({gap.clause})" for gap in stock.left_open),
        *(f"exempts nothing of its own: {item.phrase} ({item.clause})" for item in stock.needless),
        *(f"cut by an exemption, or left no place: {claim.phrase} ({claim.clause})" for claim in stock.contested),
    ]


def write_shares(path: Path, stock: Stock) -> None:
    """Put the shares as they are into a file of exemptions."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(read_shares(text), stock.say()), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

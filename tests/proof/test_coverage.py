"""What a policy claims and exempts of its official text, and what becomes of it when something is taken away."""

from dataclasses import replace
from pathlib import Path

import pytest

from calc.policies import POLICIES
from calc.proof.clauses import find_around
from calc.proof.exemptions import Exemption, read_shares
from calc.proof.official_text import read_official_text
from calc.proof.phrases import ELLIPSIS
from calc.proof.segments import Claim, Gap, Stock, find_claim, find_exemption, list_claims, take_stock
from calc.rules.document import NO_TERM
from calc.rules.policy import Policy
from tests.coverage import describe, list_faults, main, read_exemptions, take_stock_of, write_shares
from tests.regions.register import read_own_file, read_region
from tests.texts import needs_texts, read_text

LONGEST_EXEMPTION = 24

policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)


@needs_texts
@policies
def test_every_stretch_is_claimed_or_exempted(policy: Policy, capsys: pytest.CaptureFixture[str]) -> None:
    stock = take_stock_of(policy)
    with capsys.disabled():
        print(f"\n{policy.id}: {stock.say()} ", end="")
    assert not list_faults(stock), f"\n{describe(policy.id, stock)}"


@needs_texts
@policies
def test_the_site_says_the_shares_of_the_text(policy: Policy) -> None:
    written = read_shares(read_own_file("exemptions", policy.id))
    assert written == take_stock_of(policy).say(), "python -m tests.coverage --write puts them into tests/exemptions/"


@needs_texts
@policies
def test_every_exemption_stands_in_the_text_and_is_needed(policy: Policy) -> None:
    text = read_official_text(read_text(policy))
    assert [item for item in read_exemptions(policy) if not find_exemption(text, item)] == []
    assert take_stock_of(policy).needless == ()


@needs_texts
@policies
def test_every_exemption_stands_in_its_clause(policy: Policy) -> None:
    text = read_official_text(read_text(policy))
    for one in read_exemptions(policy):
        starts = {place.start for place in find_exemption(text, one)}
        assert any(starts & {*range(item.start, item.end)} for item in find_around(text, one.clause)), one


@needs_texts
@policies
def test_no_exemption_covers_what_is_declared(policy: Policy) -> None:
    assert take_stock_of(policy).contested == ()


@needs_texts
@policies
def test_every_phrase_is_found_where_the_walker_looks(policy: Policy) -> None:
    text = read_official_text(read_text(policy))
    assert [claim for claim in list_claims(policy) if not find_claim(text, claim)] == []


@needs_texts
@policies
def test_a_phrase_that_is_taken_away_is_named(policy: Policy) -> None:
    first_day = read_region(policy.id).first_day
    assert bool(first_day) == policy.term.is_stated
    stretches = name_new(take_stock_of(policy), take_stock_of(replace(policy, term=NO_TERM)))
    assert not first_day or any(first_day in stretch for stretch in stretches)


@needs_texts
@policies
def test_an_exemption_that_is_taken_away_is_named(policy: Policy) -> None:
    text, claims, exemptions = read_official_text(read_text(policy)), [*list_claims(policy)], read_exemptions(policy)
    whole = take_stock(text, claims, exemptions)
    for one in exemptions:
        less = take_stock(text, claims, [item for item in exemptions if item != one])
        assert name_new(whole, less), one


@policies
def test_exemptions_are_short_and_stand_once(policy: Policy) -> None:
    phrases = [item.phrase for item in read_exemptions(policy)]
    assert len(set(phrases)) == len(phrases)
    assert [phrase for phrase in phrases if len(phrase.replace(ELLIPSIS, "")) > LONGEST_EXEMPTION] == []


def test_each_fault_is_a_line_that_names_it() -> None:
    needless, claim = Exemption("奖", "一", "工作任务"), Claim("企业", "二")
    stock = Stock(5, 3, 2, (Gap("三", "【各地】企业"),), (needless,), (claim,))
    assert describe("x", stock).splitlines() == [
        f"x: {stock.say()}",
        "  claim or exempt: 【各地】企业 (三)",
        "  exempts nothing of its own: 奖 (一)",
        "  cut by an exemption, or left no place: 企业 (二)",
    ]


def test_the_shares_are_written_in_the_place_of_those_that_stood_there(tmp_path: Path) -> None:
    file, stock = tmp_path / "x.md", Stock(5, 3, 2, (), (), ())
    file.write_text("# 题\n\n全文 待填\n\n| 表 |\n", encoding="utf-8")
    write_shares(file, stock)
    assert file.read_text(encoding="utf-8") == f"# 题\n\n{stock.say()}\n\n| 表 |\n"


@needs_texts
def test_the_command_prints_the_documents_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["jining"]) == bool(list_faults(take_stock_of(POLICIES["jining"])))
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines() if "全文" in line] == ["jining"]
    with pytest.raises(SystemExit):
        main(["nowhere"])


def name_new(before: Stock, after: Stock) -> list[str]:
    """The stretches that are left open after a change, in plain words."""
    new = (gap.words for gap in after.left_open if gap not in before.left_open)
    return [words.replace("【", "").replace("】", "") for words in new]

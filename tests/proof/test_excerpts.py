"""What is cut out of an official text for a provision: its clause as it is written, and every phrase marked."""

import pytest

from calc.policies import POLICIES
from calc.proof.excerpts import Passage, quote_document, quote_provision
from calc.proof.official_text import OfficialText, read_official_text
from calc.proof.phrases import ELLIPSIS, quotes_of, squeeze
from calc.rules import Holds, NotStated
from calc.rules.document import Deadline, Fund, Term
from calc.rules.payees import Nature, Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from tests.texts import needs_texts, read_text

NOTICE = """
 关于补贴的通知
一、目标
二、措施
（一）送岗。
１人。
（二） 对贫困人员，给予 补
  贴５元。奖励。
（三）对贫困人员给予奖励。
三、资金
（四）从专项资金中列支。
本通知自2018年5月8日起执行，当年申领。
"""
TERM = POLICIES["dalian"].term


def policy_of(*, outside_term: bool = False) -> Policy:
    grant = Provision(
        "a",
        "（二）",
        "x",
        Payee.WORKER,
        Nature.REFERENCED,
        "",
        when=(Holds("对贫困人员", "is_registered_poor"),),
        pays=NotStated("给予补贴"),
        fund=Fund("从专项资金中列支", "专项资金", "（四）"),
        outside_term=outside_term,
    )
    return Policy(
        "x",
        "x",
        "x",
        "x",
        "x",
        heading="x",
        people=Holds("贫困人员", "is_registered_poor"),
        provisions=(grant,),
        term=Term("2018年5月8日", TERM.start, None),
        claims=Deadline("当年申领", TERM.start),
    )


def show(passages: tuple[Passage, ...]) -> list[str]:
    """Each passage in a line, with … where others are left out before it, and what is quoted in [ ]."""
    return [
        ("…" if item.is_apart else "")
        + "".join(f"[{piece.words}]" if piece.is_quoted else piece.words for piece in item.pieces)
        for item in passages
    ]


def quote(policy: Policy) -> list[str]:
    return show(quote_provision(policy, policy.provisions[0], read_official_text(NOTICE)))


def test_a_clause_stands_as_it_is_written_below_what_opens_its_part_and_beside_what_is_quoted_elsewhere() -> None:
    assert quote(policy_of()) == [
        "二、措施",
        "…（二） [对贫困人员]，[给予 补\n  贴]５元。奖励。",
        "…（四）[从专项资金中列支]。",
        "本通知自[2018年5月8日]起执行，[当年申领]。",
    ]


def test_the_term_is_not_quoted_for_what_it_does_not_govern() -> None:
    assert quote(policy_of(outside_term=True))[-1] == "…（四）[从专项资金中列支]。"


def test_for_the_whole_document_stands_what_is_quoted_of_it() -> None:
    assert show(quote_document(policy_of(), read_official_text(NOTICE))) == [
        "本通知自[2018年5月8日]起执行，[当年申领]。"
    ]


@needs_texts
@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_every_phrase_that_a_policy_quotes_is_marked_word_by_word(policy: Policy) -> None:
    original = read_text(policy)
    text = read_official_text(original)
    for provision in policy.provisions:
        passages = quote_provision(policy, provision, text)
        assert all("".join(piece.words for piece in passage.pieces) in original for passage in passages)
        quoted = list_marked(passages)
        for place, phrase in quotes_of(policy):
            if place == provision.id:
                assert all(any(part in words for words in quoted) for part in squeeze(phrase).split(ELLIPSIS)), phrase


@needs_texts
@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_every_step_finds_its_clause_beside_the_provision(policy: Policy) -> None:
    text = read_official_text(read_text(policy))
    for provision in policy.provisions:
        assert quote_provision(policy, provision, text), provision.id


def list_marked(passages: tuple[Passage, ...]) -> list[str]:
    return [squeeze(piece.words) for passage in passages for piece in passage.pieces if piece.is_quoted]


def test_an_original_is_found_again_character_by_character() -> None:
    text: OfficialText = read_official_text(NOTICE)
    assert len(text.origins) == len(text.flat)
    assert all(
        squeeze(NOTICE[at]) == letter for at, letter in zip(text.origins, text.flat, strict=True) if letter != "¶"
    )

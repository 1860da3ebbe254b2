"""Put together what the review sheet of a policy says, as plain structures for the page and the terminal."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from calc.explainer.review.both_sides import BothSides, list_both_sides
from calc.explainer.review.lines import Part
from calc.explainer.review.parts import list_parts, list_policy_parts
from calc.explainer.sign_off import say_sign_off
from calc.parts.wording import name_with_clause
from calc.proof.cases import CaseTable
from calc.proof.excerpts import Passage, quote_document, quote_provision
from calc.proof.exemptions import Exemption, parse_exemptions, read_shares
from calc.proof.official_text import OfficialText
from calc.proof.phrases import quotes_of
from calc.proof.sign_offs import SignOff
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.version import VERSION

AGREES = ("相符", "不符")
"""What is ticked beside each line."""
HOW_TO = (
    "请拿着文件原文，一行一行对照。每一行有原文的话、计算器怎样理解、向办事的人问什么；没有引原文的，是计算器自己的说明。",
    "对的，在“相符”前面打勾；不对的，在“不符”前面打勾，写在“备注”里。",
    "“没有判断的”是原文有要求、计算器没有问的，要由经办人看。算例由人照着原文写成，“计算器”一栏是算出来的是不是一样。",
    "全部看完，在最后签名。以后条款改了，下面的指纹就不同，要重新核对。",
)
SIGNED = ("核对人", "单位", "日期", "意见")
REMARK = "备注"
SAME = "结果一样"
"""What stands beside a case where the calculator comes to what it says."""


@dataclass(frozen=True)
class Item:
    """What there is to compare of one provision."""

    provision: Provision
    parts: tuple[Part, ...]
    sides: tuple[BothSides, ...]
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True)
class Review:
    """What there is to compare of a document: the whole, each provision, and the passages left out.

    `shares` says how much of the text is claimed, and how much is left out. `passages` of the text stand beside what
    quotes them, where the text is at hand. `signed` says who compared it already.
    """

    policy: Policy
    parts: tuple[Part, ...]
    items: tuple[Item, ...]
    left_out: tuple[Exemption, ...]
    shares: str
    passages: tuple[Passage, ...] = ()
    signed: str = ""


def review_policy(
    policy: Policy,
    cases: Sequence[CaseTable],
    exemptions: str,
    text: OfficialText | None = None,
    sign_offs: Iterable[SignOff] = (),
) -> Review:
    """Put together the review of a policy, in the document's order, with its exemptions, and its text, if any."""
    items = tuple(
        Item(
            provision,
            list_parts(policy, provision),
            tuple(list_both_sides(policy, provision, cases)),
            quote_provision(policy, provision, text) if text else (),
        )
        for provision in policy.provisions
    )
    left_out, shares = parse_exemptions(exemptions), read_shares(exemptions)
    passages = quote_document(policy, text) if text else ()
    signed = say_sign_off(policy, sign_offs, with_role=True)
    return Review(policy, list_policy_parts(policy), items, left_out, shares, passages, signed)


def list_marks(review: Review) -> Iterator[tuple[str, str]]:
    """List by what a sheet and a calculator are recognised as being of one making, and how much of the text it has."""
    policy = review.policy
    quotes = {phrase for _, phrase in quotes_of(policy)}
    gaps = tuple(name_gaps(review))
    yield "文件", f"{policy.title}（{policy.number}）"
    yield "发文机关", policy.issuer
    yield "计算器版本", VERSION
    yield "条款指纹", policy.fingerprint
    if review.signed:
        yield "核对", review.signed
    yield "条款", f"{len(review.items)} 条"
    yield "引用的原文", f"{len(quotes)} 处；没有单独计算的 {len(review.left_out)} 处，列在最后"
    yield "原文字数", review.shares
    yield "算例", f"缺 {len(gaps)} 个：{'；'.join(gaps)}" if gaps else "每个条件都有满足的和不满足的例子"


def name_gaps(review: Review) -> Iterator[str]:
    """Name the demands that no case shows on one side."""
    for item in review.items:
        for sides in item.sides:
            for side in sides.missing:
                yield f"{name_with_clause(item.provision)}{sides.demand}{side}的"

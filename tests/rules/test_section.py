"""A part's sentence governs every provision beneath it."""

from calc.engine.assess import assess
from calc.policies import POLICIES
from calc.rules import Holds, Once, yuan
from calc.rules.document import Fund, Office
from calc.rules.payees import Nature, Payee
from calc.rules.provision import Provision
from calc.rules.section import Section

FUND = Fund("所需资金从专项资金中列支", "专项资金")
PART = Section(
    "四（二）", (Holds("签订劳动合同", "has_contract"),), FUND, ("劳动合同",), Office("向人社局申请", "人社局")
)


def declare(**said: object) -> Provision:
    given = {
        "id": "part",
        "clause": "1",
        "title": "补贴",
        "payee": Payee.WORKER,
        "nature": Nature.CASH,
        "gist": "补贴。",
    }
    return Provision(**{**given, "pays": Once("100元", yuan(100)), "under": PART, **said})  # type: ignore[arg-type]


def test_what_the_part_says_holds_beneath_it() -> None:
    provision = declare(when=(Holds("缴纳社会保险", "is_insured"),), evidence=("缴费凭证",))
    assert [condition.phrase for condition in provision.conditions] == ["签订劳动合同", "缴纳社会保险"]  # type: ignore[attr-defined]
    assert (provision.paid_from, provision.evidence) == ("专项资金", ("劳动合同", "缴费凭证"))
    assert provision.office is PART.office
    assert {"has_contract", "is_insured"} <= set(provision.facts)


def test_what_the_provision_says_itself_comes_first() -> None:
    own = Fund("从援助资金中列支", "援助资金")
    assert declare(fund=own).paid_from == "援助资金"


def test_a_step_of_the_part_says_where_it_stands() -> None:
    finding = assess(POLICIES["shaoxing"], {"home": "sichuan-paired"}).finding("stable-job-subsidy")
    assert [step.clause for step in finding.outcome.judged] == ["三（末段）", "三（末段）", "", "", ""]

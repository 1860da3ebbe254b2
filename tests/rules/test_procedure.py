"""A public notice: its stages in order, and its last day by either reading. A pointer: it grants nothing itself."""

from datetime import date

from calc.rules import Pointer
from calc.values.money import IN_KIND
from tests.rules.samples import NOTICE, READING, open_case


def test_a_notice_tells_its_stages_in_order_and_its_last_day_by_the_reading() -> None:
    for others, last in (((), "2018-10-10"), ((READING,), "2018-10-09")):
        payout = NOTICE.come_to(open_case(*others, notice_start=date(2018, 9, 28)))
        said = [step.found for step in payout.steps]
        assert said == ["先申请", f"2018-09-28 开始公示，最后一天是 {last}", "后授牌"]
        assert payout.missing == ()
    assert NOTICE.come_to(open_case()).missing == ("notice_start",)


def test_a_pointer_says_where_to_look_and_grants_nothing() -> None:
    pointer = Pointer("政府部门规定的其他补贴", "另外的补贴看其他规定")
    payout = pointer.come_to(open_case())
    assert payout.amount == IN_KIND
    assert [(step.phrase, step.found) for step in payout.steps] == [(pointer.phrase, pointer.text)]
    assert not pointer.can_be_claimed
    assert pointer.status_word != ""
    assert pointer.asks() == ()

"""A public notice: its stages in order, and its last day by either reading."""

from datetime import date

from tests.rules.samples import NOTICE, READING, open_case


def test_a_notice_tells_its_stages_in_order_and_its_last_day_by_the_reading() -> None:
    for others, last in (((), "2018-10-10"), ((READING,), "2018-10-09")):
        payout = NOTICE.come_to(open_case(*others, notice_start=date(2018, 9, 28)))
        said = [step.found for step in payout.steps]
        assert said == ["先申请", f"2018-09-28 开始公示，最后一天是 {last}", "后授牌"]
        assert payout.missing == ()
    assert NOTICE.come_to(open_case()).missing == ("notice_start",)

"""How Dalian recognises a base: its public notice and its form."""

from calc import assess
from calc.facts.credit_code import check_character
from tests.asking import show


def test_beyond_the_published_calendar_the_notice_says_so() -> None:
    shown = show("dalian", "recognition-procedure", as_of="2026-12-31", notice_start="2026-12-30")
    assert any("超出已公布的工作日历" in step["found"] for step in shown["steps"])


def test_both_readings_of_the_first_day_are_shown() -> None:
    shown = show("dalian", "recognition-procedure", as_of="2018-12-01", notice_start="2018-09-28")
    assert any("2018-10-10" in step["found"] for step in shown["steps"])
    (reading,) = shown["readings"]
    assert reading["differs"]
    assert any("2018-10-09" in found for found in reading["found"])


def test_the_form_carries_what_is_known_and_leaves_the_authorities_boxes_empty() -> None:
    code = "91350100M000100Y4" + check_character("91350100M000100Y4")
    shown = show("dalian", "recognition-form", unit_name="  甲　公司 ", credit_code=code.lower(), staff="1,200 人")
    boxes = {box["label"]: box["value"] for box in shown["form"]}
    assert boxes["企业名称"] == "甲 公司"
    assert boxes["社会信用代码"] == code
    assert boxes["从业人数"] == "1,200 人"
    assert boxes["市人社部门意见"] == boxes["注册资本"] == ""


def test_private_answers_stay_out_of_the_receipt() -> None:
    answer = assess("dalian", {"unit_name": "甲公司", "legal_representative": "某人", "staff": 20})
    assert answer["receipt"]["answers"] == {"staff": 20}

"""An agency's file of sign-offs: what it may hold, and the one sentence that names the line of what it may not."""

from datetime import date

import pytest

from building.places import DOCS
from calc.policies import POLICIES
from calc.proof.sign_offs import SignOff, SignOffError, find_own, is_current, parse_sign_offs

NINGXIA = POLICIES["ningxia"]
GOOD = f"""# 核对记录
[[review]]
policy = "ningxia"
fingerprint = "{NINGXIA.short_fingerprint}"
unit = "某县就业局"
role = "就业科"
date = 2026-11-22

[[review]]
policy = "ningxia"
fingerprint = "{"0" * 12}"
unit = "某县就业局"
role = "就业科"
date = 2026-10-01
"""


def read(text: str) -> tuple[SignOff, ...]:
    return parse_sign_offs(text, POLICIES)


def test_a_file_is_read_and_the_newest_stands_last() -> None:
    newest, oldest = read(GOOD)
    assert newest == SignOff("ningxia", NINGXIA.short_fingerprint, "某县就业局", "就业科", date(2026, 11, 22))
    assert find_own(NINGXIA, (newest, oldest)) == (oldest, newest)
    assert find_own(POLICIES["jining"], (newest, oldest)) == ()
    assert [is_current(NINGXIA, item) for item in (oldest, newest)] == [False, True]


def test_the_whole_fingerprint_is_as_good() -> None:
    (item, _) = read(GOOD.replace(NINGXIA.short_fingerprint, NINGXIA.fingerprint))
    assert is_current(NINGXIA, item)


def test_a_file_may_be_empty() -> None:
    assert read("") == read("# 还没有人核对\n") == ()


LISTED = "dalian、ningxia、zhongshan、shaoxing、jining"


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ("2026-10-01", '"2026-10-01"', "第 14 行：date 写成 2026-11-22 的样子，不加引号。"),
        ("2026-10-01", "2026-10-01T08:00:00", "第 14 行：date 写成 2026-11-22 的样子，不加引号。"),
        (
            "2026-11-22",
            "二十二日",
            "第 7 行：读不懂：文字写在英文引号里，date 写成 2026-11-22 的样子，不加引号。",
        ),
        ('unit = "某县就业局"\n', "", "第 2 行：这一份核对少了 unit，照核对表最后印的几行补上。"),
        ('unit = "某县就业局"', 'unit = " "', "第 5 行：unit 要填，写在英文引号里。"),
        ('role = "就业科"', "role = 7", "第 6 行：role 要填，写在英文引号里。"),
        (
            'role = "就业科"',
            'role = "就业科"\nname = "张三"',
            "第 7 行：没有“name”这一项，删掉它；能写的是 policy、fingerprint、unit、role、date，不写姓名。",
        ),
        ('"ningxia"', '"宁夏"', f"第 3 行：没有名为“宁夏”的政策，能写的是 {LISTED}。"),
        (NINGXIA.short_fingerprint, "40f7", "第 4 行：fingerprint 照核对表抄，至少前 12 位。"),
        ("[[review]]", "[review]", "第 1 行：每一份核对写在一个 [[review]] 下面，别的写不进去。"),
        ("# 核对记录", "x = 1", "第 1 行：每一份核对写在一个 [[review]] 下面，别的写不进去。"),
    ],
)
def test_what_cannot_be_used_is_said_with_its_line(was: str, becomes: str, said: str) -> None:
    text = GOOD if was == "2026-10-01" else GOOD[: GOOD.rindex("[[review]]")]
    assert was in text
    with pytest.raises(SignOffError) as raised:
        read(text.replace(was, becomes, 1))
    assert str(raised.value) == f"reviews.toml {said}"


def test_the_example_of_the_page_on_deployment_can_be_used() -> None:
    page = (DOCS / "deployment.md").read_text(encoding="utf-8")
    (item,) = read(page.split("```toml\n")[1].split("```")[0])
    assert item.policy == "ningxia"

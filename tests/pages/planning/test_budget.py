"""Zhongshan's budget comes out of its own rules to the yuan, and again for what an officer assumes."""

from pathlib import Path

import pytest

from calc.commands.budget import draw_budget
from calc.pages.planning.assumptions import DOCUMENT_ASSUMPTIONS
from calc.pages.planning.budget import reckon_budget
from calc.pages.planning.document import DOCUMENT_TABLE
from calc.pages.planning.reading import read_assumptions


def test_the_document_s_table_is_reproduced_to_the_yuan() -> None:
    years = reckon_budget(DOCUMENT_ASSUMPTIONS)
    for year in years:
        assert set(year.differences_from_document().values()) == {0}
    assert [year.total for year in years] == [540_000, 1_030_000, 1_030_000]
    assert sum(year.total for year in years) == 2_600_000
    for line, total in {"agency": 500_000, "dispatch": 150_000, "employment": 1_800_000, "rewards": 150_000}.items():
        assert sum(year.lines[line] for year in years) == total
        assert sum(figures[line] for figures in DOCUMENT_TABLE.values()) == total


@pytest.mark.parametrize(
    ("months", "dispatch", "employment"),
    [(0, 0, 0), (2, 0, 120_000), (3, 60_000, 180_000), (11, 60_000, 660_000), (12, 60_000, 720_000)],
)
def test_a_shorter_stay_costs_less(months: int, dispatch: int, employment: int) -> None:
    assumed = {2018: DOCUMENT_ASSUMPTIONS[2018].model_copy(update={"months": months})}
    (year,) = reckon_budget(assumed)
    assert [year.lines[line] for line in ("rewards", "dispatch", "employment")] == [50_000, dispatch, employment]


def test_certificates_are_persons_by_level() -> None:
    raw = {"2019": {"placements": "２00 人", "lower_certificates": 50, "higher_certificates": 20, "meets_target": "否"}}
    year = reckon_budget(read_assumptions(raw))[2]
    assert year.lines["rewards"] == 50 * 500 + 20 * 1_000
    assert year.lines["agency"] == 0
    assert year.differences_from_document()["employment"] == 200 * 2_400 - 720_000


@pytest.mark.parametrize("placements", [100, 299, 301, 5_000])
def test_other_persons_change_no_award(placements: int) -> None:
    year = reckon_budget(read_assumptions({"2018": {"placements": placements}}))[1]
    assert year.lines["rewards"] == 50_000
    assert year.lines["employment"] == placements * 2_400


@pytest.mark.parametrize(("months", "dispatch"), [(2, 280), (3, 300)])
def test_who_leaves_is_counted_for_the_own_months(months: int, dispatch: int) -> None:
    year = reckon_budget(read_assumptions({"2018": {"leavers": 20, "leaver_months": months}}))[1]
    assert year.lines["employment"] == 280 * 2_400 + 20 * months * 200
    assert year.lines["dispatch"] == dispatch * 200


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        ({"2020": {}}, "^没有“2020”这一年"),
        ({"20.20": {}}, "^没有“20.20”这一年"),
        ({"2018": {"people": 3}}, "没有“people”这一项"),
        ({"2018": {"placements": -1}}, "2018 年“placements”：应在 0 至"),
        ({"2018": {"placements": ""}}, "请填数字"),
        ({"2018": {"months": 13}}, "应在 0 至 12"),
        ({"2018": {"months": "13个月"}}, "应在 0 至 12 个月"),
        ({"2018": {"lower_certificates": "40%"}}, "请填数字"),
        ({"2018": {"placements": 80}}, "2018 年“placements”：取得证书的共 100 人，比输送的 80 人还多"),
        ({"2018": {"higher_certificates": 201}}, "“higher_certificates”：取得证书的共 301 人，比输送的 300 人还多"),
        ({"2018": {"leavers": 301}}, "“leavers”：中途离开的 301 人，比输送的 300 人还多"),
        ({"2018": {"meets_target": "也许"}}, "2018 年“meets_target”"),
    ],
)
def test_bad_assumptions_get_a_sentence(raw: dict[str, dict[str, object]], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        read_assumptions(raw)


def test_the_command_line_prints_subtotals_and_totals_beside_the_documents() -> None:
    lines = [line.strip() for line in draw_budget(None).splitlines()]
    for whole in ("2017 年：合计 540,000", "2018 年：合计 1,030,000", "三年合计 2,600,000"):
        assert f"{whole} 元（与文件一致）" in lines
    subtotals = [line.split("：")[1] for line in lines if line.startswith("其中")]
    assert subtotals == [f"{sum_} 元（与文件一致）" for sum_ in ("410,000", *["770,000"] * 2, "1,950,000")]
    assert "劳务输出补贴：150,000 元（与文件一致）" in lines
    assert any("每年支出6万，三年合计15万" in line for line in lines)
    assert not any("按 0 算" in line for line in lines)


def test_the_command_line_takes_persons_and_names_a_target_that_is_missed(tmp_path: Path) -> None:
    file = tmp_path / "assumed.json"
    file.write_text('{"2018": {"lower_certificates": 120, "meets_target": false}}', encoding="utf-8")
    drawn = draw_budget(str(file))
    assert "培训奖励：60,000 元（比推算的数多 10,000 元）" in drawn
    assert "2018 年没有完成目标：劳务机构拨多少文件没有写，需管委会认定，这里按 0 算。" in drawn.replace("\n  ", "")

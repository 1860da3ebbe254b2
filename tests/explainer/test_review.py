"""The review sheet leaves out nothing that is declared, shows cases from both sides, and reads alike in a terminal."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape

import pytest

from calc.__main__ import main
from calc.commands.review import write_review
from calc.engine.assess import assess
from calc.engine.timing import Absence
from calc.explainer.review.both_sides import CLAIM, FAILED, MET, SUM, TIME, list_both_sides
from calc.explainer.review.lines import OTHER, OURS, list_lines
from calc.explainer.review.page import render_review
from calc.explainer.review.sheet import SIGNED, Review, list_marks, name_gaps, review_policy
from calc.explainer.sign_off import HOW_TO_ENTER, list_lines_to_enter
from calc.facts.catalogue import CATALOGUE
from calc.facts.check import check_facts
from calc.facts.questions import Choices, Selection
from calc.parts.wording import TO_BRING
from calc.policies import POLICIES
from calc.proof.cases import RESULT, parse_cases
from calc.proof.exemptions import read_shares
from calc.proof.files import read_cases, read_exemptions
from calc.proof.phrases import quotes_of
from calc.rules.either import Either
from calc.rules.payees import PayeeBy
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.values.truth import Verdict
from calc.version import VERSION

policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
REVIEWS = {id_: review_policy(item, read_cases(item), read_exemptions(item)) for id_, item in POLICIES.items()}
WHOLE = "document"


def read_page(review: Review) -> dict[str, str]:
    """The text of each part of the page by its id, without spaces."""
    _, *parts = re.split(r'<section[^>]* id="([a-z0-9-]+)"[^>]*>', str(render_review(review)))
    return {
        id_: squeeze(unescape(re.sub("<[^>]+>", "", html))) for id_, html in zip(parts[::2], parts[1::2], strict=True)
    }


def read_plain(review: Review) -> dict[str, str]:
    """The same from the plain text, where a line of signs stands above and below each heading."""
    _, *parts = re.split(r"═+\n", write_review(review))
    ids = (WHOLE, *(item.provision.id for item in review.items), "left-out", "signing")
    return {id_: squeeze(head + text) for id_, head, text in zip(ids, parts[::2], parts[1::2], strict=True)}


def squeeze(text: str) -> str:
    """Without spaces, without the marks around what is quoted, and without what the plain text has for columns."""
    return re.sub(r"[\s“”【】]|原文：|理解：|问：", "", text)


readings_of_sheet = pytest.mark.parametrize("read", [read_page, read_plain], ids=["page", "plain"])


def list_demands(policy: Policy, provision: Provision) -> Iterator[str]:
    """All that must stand on the sheet of a provision."""
    part = provision.under
    taken_over = part and {item.phrase for item in (part.fund, part.office, *part.notes) if item}
    yield from (
        phrase for place, phrase in quotes_of(policy) if place == provision.id and phrase not in (taken_over or ())
    )
    yield from (provision.clause, provision.title, provision.gist, provision.nature.label, *provision.own_remarks)
    yield from (condition.explain() for condition in provision.when)
    yield from (f"{paper}{TO_BRING}" for paper in provision.evidence)
    who = "给谁" if provision.is_benefit else "由谁办"
    if isinstance(provision.payee, PayeeBy):
        yield from (
            f"{CATALOGUE[provision.payee.fact].say(option)}：{each.label}" for option, each in provision.payee.payees
        )
    else:
        yield f"{who}{provision.named}{provision.payee.label}"
    yield from (fund.name for fund in (provision.fund, *provision.funds) if fund)
    yield from (word for item in provision.readings for word in (item.question, item.default, item.other))
    yield from (item.question for item in policy.readings_of(provision))
    yield from (item.title for item in (*provision.conventions, *provision.conventions_otherwise))
    yield from (item.text for item in provision.instalments)
    yield from (rival.title for rivals in policy.rivals_of(provision).values() for rival in rivals)
    yield provision.office.text if provision.office else "不用申请" if provision.unasked else "文件未写明到哪里办"
    yield policy.term.say_when() if policy.term.is_stated else "什么时候的事都算"
    for fact in provision.facts:
        question = CATALOGUE[fact]
        yield from (question.short, question.label.format(place=policy.place), question.hint)
        if isinstance(question, Selection):
            yield from policy.options_of(fact).values()
        if isinstance(question, Choices):
            yield "（可以选几个）"


def list_common_demands(policy: Policy) -> Iterator[str]:
    """All that must stand on the sheet of a document as a whole."""
    ids = {provision.id for provision in policy.provisions}
    yield from (phrase for place, phrase in quotes_of(policy) if place not in ids)
    yield read_shares(read_exemptions(policy))
    yield from (policy.title, policy.number, policy.issuer, policy.fingerprint, VERSION, policy.audience)
    yield from (policy.people.explain(), *policy.remarks)
    general = {item for each in policy.provisions for item in policy.readings_of(each) if item not in each.readings}
    yield from (word for item in general for word in (item.question, item.default, item.other))
    conventions = (item for each in policy.provisions for item in (*each.conventions, *each.conventions_otherwise))
    yield from (word for item in conventions for word in (item.text, item.because))


def find_omissions(policy: Policy, sheet: Mapping[str, str]) -> list[tuple[str, str]]:
    demands = [(WHOLE, word) for word in list_common_demands(policy)]
    demands += [(item.id, word) for item in policy.provisions for word in list_demands(policy, item)]
    return [(place, word) for place, word in demands if squeeze(word) not in sheet.get(place, "")]


@policies
@readings_of_sheet
def test_nothing_that_is_declared_is_left_out(policy: Policy, read) -> None:
    assert find_omissions(policy, read(REVIEWS[policy.id])) == []


@policies
@readings_of_sheet
def test_what_a_part_of_the_document_says_stands_with_one_of_its_provisions_at_least(policy: Policy, read) -> None:
    whole = "".join(read(REVIEWS[policy.id]).values())
    assert [phrase for _, phrase in quotes_of(policy) if squeeze(phrase) not in whole] == []
    for provision in policy.provisions:
        if provision.under and provision.under.when:
            assert squeeze(f"{provision.under.clause}里的话") in read(REVIEWS[policy.id])[provision.id]


@pytest.mark.parametrize(
    ("provision", "part"),
    [
        ("base-award", "条件"),
        ("employer-training-subsidy", "给什么"),
        ("travel-meal-subsidy", "给谁"),
        ("travel-meal-subsidy", "资金"),
        ("work-as-training", "时间"),
        ("cross-province-subsidy", "两种读法"),
        ("travel-meal-subsidy", "通用读法"),
        ("work-as-training", "材料"),
        ("work-as-training", "到哪里办"),
        ("work-as-training", "不能同时享受"),
        ("travel-meal-subsidy", "说明"),
    ],
)
def test_a_part_that_is_taken_out_is_missed(provision: str, part: str) -> None:
    review = REVIEWS["jining"]
    (item,) = (item for item in review.items if item.provision.id == provision)
    left = replace(item, parts=tuple(each for each in item.parts if each.name != part))
    assert len(left.parts) == len(item.parts) - 1
    planted = replace(review, items=tuple(left if each is item else each for each in review.items))
    for read in (read_page, read_plain):
        assert {place for place, _ in find_omissions(review.policy, read(planted))} == {provision}


@pytest.mark.parametrize("part", ["执行期", "两种读法", "通用读法"])
def test_a_part_of_the_whole_that_is_taken_out_is_missed(part: str) -> None:
    review = REVIEWS["jining"]
    planted = replace(review, parts=tuple(each for each in review.parts if each.name != part))
    for read in (read_page, read_plain):
        assert {place for place, _ in find_omissions(review.policy, read(planted))} == {WHOLE}


def test_a_provision_that_is_taken_out_is_missed() -> None:
    review = REVIEWS["zhongshan"]
    planted = replace(review, items=review.items[1:])
    assert {place for place, _ in find_omissions(review.policy, read_page(planted))} == {review.items[0].provision.id}


@policies
def test_what_holds_by_one_reading_alone_says_by_which(policy: Policy) -> None:
    either = [
        (item, word)
        for item in REVIEWS[policy.id].items
        for word in (*item.provision.conditions, item.provision.effect)
        if isinstance(word, Either)
    ]
    for item, word in either:
        ours, others = list(list_lines(word.default)), list(list_lines(word.other))
        shown = {(line.phrase, line.understood) for part in item.parts for line in part.lines}
        apart = [line for line in others[1:] if line not in ours]
        said = {(line.phrase, f"{OTHER}{'里，' if line.reading else '：'}{line.understood}") for line in apart}
        assert said <= shown


def test_a_row_of_the_other_reading_stands_apart() -> None:
    (item,) = (item for item in REVIEWS["shaoxing"].items if item.provision.id == "training-subsidy")
    rows = [line.understood for part in item.parts for line in part.lines if "高级（三级）" in line.meaning]
    assert f"{OURS}：高级（三级）：2,000 元" in rows
    assert f"{OTHER}：高级（三级）：最高 2,000 元" in rows
    assert not {"高级（三级）：2,000 元", "高级（三级）：最高 2,000 元"} & {*rows}


@policies
def test_the_last_day_for_claims_stands_with_what_can_be_claimed(policy: Policy) -> None:
    for item in REVIEWS[policy.id].items:
        times = [line.understood for part in item.parts if part.name == TIME for line in part.lines]
        is_claimed = item.provision.is_benefit and not item.provision.outside_term
        assert any(words.startswith("申领截止") or "。申领截止" in words for words in times) is is_claimed


@policies
def test_a_question_is_asked_in_full_once_for_each_provision(policy: Policy) -> None:
    for item in REVIEWS[policy.id].items:
        asked = [each for part in item.parts for line in part.lines for each in line.questions]
        full = [each.name for each in asked if each.label]
        assert full == list(dict.fromkeys(each.name for each in asked))


# Cases from both sides


@policies
def test_each_demand_is_met_by_one_case_and_refused_by_another_or_says_that_none_is(policy: Policy) -> None:
    for item in REVIEWS[policy.id].items:
        shown = [sides for sides in item.sides if sides.demand not in (TIME, CLAIM, SUM)]
        assert len(shown) == len(item.provision.conditions)
        for sides in item.sides:
            assert {*(each.side for each in sides.examples), *sides.missing} == {MET, FAILED}


@policies
def test_the_calculator_comes_to_what_each_example_says(policy: Policy) -> None:
    examples = [each for item in REVIEWS[policy.id].items for sides in item.sides for each in sides.examples]
    assert examples
    assert [each for each in examples if each.differs] == []


def test_an_example_of_a_side_is_one() -> None:
    """Read back from the sheet, the facts shared and those of its own are refused for that demand alone."""
    policy = POLICIES["jining"]
    provision = policy.provision("travel-meal-subsidy")
    short = {question.short: fact for fact, question in CATALOGUE.items()}
    for sides in list_both_sides(policy, provision, read_cases(policy)):
        for each in sides.examples:
            pairs = (pair.split(" ", 1) for pair in "；".join(filter(None, (sides.shared, each.facts))).split("；"))
            outcome = (
                assess(policy, check_facts({short[name]: value for name, value in pairs})).finding(provision.id).outcome
            )
            refused = [step.phrase for step in outcome.steps if step.verdict is Verdict.NO]
            if each.side == MET:
                assert refused == []
            elif sides.demand == TIME:
                assert outcome.timing.absence in (Absence.BEFORE, Absence.AFTER)
            else:
                assert refused == [sides.demand.strip("“”")]


def test_an_expectation_that_is_wrong_shows() -> None:
    policy = POLICIES["jining"]
    (table, *_) = (table for table in read_cases(policy) if table.provision == "travel-meal-subsidy")
    wrong = replace(table, rows=tuple(replace(row, expected={**row.expected, RESULT: "待补充"}) for row in table.rows))
    sides = list(list_both_sides(policy, policy.provision("travel-meal-subsidy"), [wrong]))
    assert [each.differs for each in sides[2].examples] == ["结果：不符合", "结果：可享受"]
    (item,) = (item for item in REVIEWS["jining"].items if item.provision.id == "travel-meal-subsidy")
    planted = replace(REVIEWS["jining"], items=(replace(item, sides=tuple(sides)),))
    assert "结果：不符合" in read_page(planted)[item.provision.id]
    assert "计算器：结果：不符合" in read_plain(planted)[item.provision.id]


def test_each_sum_of_another_reading_says_by_which_doubt_and_in_yuan() -> None:
    policy = POLICIES["ningxia"]
    provision = policy.provision("transport-subsidy")
    time = next(sides for sides in list_both_sides(policy, provision, read_cases(policy)) if sides.demand == TIME)
    granted = next(each.expected for each in time.examples if each.side == MET)
    readings = [reading.id for reading in policy.readings_of(provision)]
    assert (readings[0], readings[2]) == ("transport-year", "completes-later")
    assert granted == "可享受 1,600 元；第 1 处另一读法：2,400 元；第 3 处另一读法：2,400 元"


def test_a_side_that_no_case_shows_is_named() -> None:
    policy = POLICIES["jining"]
    text = """### 一次性交通伙食补助（travel-meal-subsidy）

共同事实：户籍所在地 重庆市万州区；建档立卡 是；在本地就业 是

| 在职月数 | 结果 |
|---|---|
| 3 | 可享受 |
"""
    review = review_policy(policy, parse_cases(text), read_exemptions(policy))
    (item,) = (item for item in review.items if item.provision.id == "travel-meal-subsidy")
    assert [sides.missing for sides in item.sides] == [(FAILED,)] * 4
    gap = "一次性交通伙食补助（四（一）1）“稳定就业 3 个月以上”不满足的"
    assert gap in name_gaps(review)
    for read in (read_page, read_plain):
        assert squeeze(gap) in read(review)[WHOLE]
        assert read(review)[item.provision.id].count("没有这样的算例") == 4


@policies
def test_the_gaps_are_printed(policy: Policy, capsys: pytest.CaptureFixture[str]) -> None:
    gaps = list(name_gaps(REVIEWS[policy.id]))
    with capsys.disabled():
        print(f"\n{policy.id}: {len(gaps)} demands without a case on one side", *gaps, sep="\n  ")
    marks = dict(list_marks(REVIEWS[policy.id]))
    assert all(gap in marks["算例"] for gap in gaps)


@policies
def test_an_example_chooses_nothing_that_the_form_does_not_offer(policy: Policy) -> None:
    short = {question.short: fact for fact, question in CATALOGUE.items()}
    for item in REVIEWS[policy.id].items:
        for sides in item.sides:
            for words in (sides.shared, *(each.facts for each in sides.examples)):
                for name, value in (pair.split(" ", 1) for pair in words.split("；") if " " in pair):
                    if isinstance(question := CATALOGUE[short[name]], Selection):
                        chosen = {question.options[option] for option in question.list_named(value)}
                        assert chosen <= {*policy.options_of(short[name]).values()}, (item.provision.id, words)


def test_an_example_says_nothing_that_its_provision_does_not_ask() -> None:
    (item,) = (each for each in REVIEWS["dalian"].items if each.provision.id == "training-base-nomination")
    told = "".join(f"{sides.shared}{each.facts}" for sides in item.sides for each in sides.examples)
    assert "企业 是" in told
    assert CATALOGUE["trains_staff"].short not in told


# For people


@policies
@readings_of_sheet
def test_a_reading_inside_another_is_named_once(policy: Policy, read) -> None:
    told = "".join(read(REVIEWS[policy.id]).values())
    assert f"{OURS}：{OURS}" not in told
    assert f"{OURS}里，{OURS}" not in told


@policies
@readings_of_sheet
def test_it_has_places_to_tick_to_remark_and_to_sign(policy: Policy, read) -> None:
    review = REVIEWS[policy.id]
    sheet = read(review)
    for item in review.items:
        lines = sum(len(part.lines) for part in item.parts) + sum(len(sides.examples) for sides in item.sides)
        assert sheet[item.provision.id].count("□相符□不符") >= lines
        assert sheet[item.provision.id].count("备注：") == 1
    assert [word for word in SIGNED if word not in sheet["signing"]] == []
    assert [left.phrase for left in review.left_out if squeeze(left.phrase) not in sheet["left-out"]] == []


@policies
@readings_of_sheet
def test_no_name_of_the_code_stands_on_it(policy: Policy, read) -> None:
    told = read(REVIEWS[policy.id])
    entered = squeeze("".join((HOW_TO_ENTER, *list_lines_to_enter(policy))))
    assert entered in told["signing"]  # for the agency's file
    told["signing"] = told["signing"].replace(entered, "")
    words = {word for text in told.values() for word in re.findall(r"[A-Za-z_]{2,}", text)}
    assert {word for word in words if not re.fullmatch("[a-f]+|_+", word)} == set()


@policies
def test_the_command_prints_it(policy: Policy, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", policy.id]) == 0
    assert capsys.readouterr().out == f"{write_review(REVIEWS[policy.id])}\n"

"""A text that has changed is told by the phrases that it no longer holds, each with its provision and clause."""

from calc.policies import POLICIES
from calc.proof.official_text import read_official_text
from calc.proof.orphans import MOST_NAMED, find_orphans, say_orphans
from tests.invented import invent_text

NINGXIA = POLICIES["ningxia"]
TEXT = invent_text(NINGXIA)
TIER = "吸纳31人至100人的一次性补贴6万元"


def say(text: str) -> tuple[str, ...]:
    orphans = find_orphans(NINGXIA, read_official_text(text))
    return say_orphans("ningxia.txt", orphans) if orphans else ()


def test_a_text_that_holds_all_that_is_quoted_has_no_orphans() -> None:
    assert say(TEXT) == ()


def test_a_changed_sum_is_named_with_its_provision_and_clause() -> None:
    assert say(TEXT.replace(TIER, "吸纳31人至100人的一次性补贴16万元")) == (
        "ningxia.txt 和条款对不上，有 1 处：文件改了，或者拿错了。",
        f"（二）就业扶贫载体一次性补贴：找不到“{TIER}”",
    )


def test_a_changed_end_of_the_term_is_named_for_the_whole_document() -> None:
    term = NINGXIA.term.phrase
    assert say(TEXT.replace(term, "长期有效"))[1:] == (f"整个文件：找不到“{term}”",)


def test_a_clause_that_is_numbered_otherwise_is_named() -> None:
    assert say(TEXT.replace("（三）", "（三十）"))[1:] == ("（三）创业孵化园区奖补：没有这一条",)


def test_of_another_document_only_the_beginning_is_named() -> None:
    head, *lines, rest = say("通知。")
    assert len(lines) == MOST_NAMED
    assert rest == f"还有 {int(head.split('有 ')[1].split(' 处')[0]) - MOST_NAMED} 处。"

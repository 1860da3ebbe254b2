"""No declaration changes without an entry in the changelog, and recording finds out by itself what to list."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from calc.explainer.changelog import render_changelog
from calc.policies import POLICIES
from calc.proof.changelog import (
    CHANGED,
    GONE,
    HEAD,
    NEW,
    NEW_POLICY,
    Changelog,
    Line,
    find_unrecorded,
    read_changelog,
    record,
    write_changelog,
)
from calc.rules.policy import Policy
from calc.version import VERSION

RECORD = 'run `python3 build.py record-version "哪些答案变了"` and read what it wrote into docs/changelog.json'
POLICY = POLICIES["dalian"]
FIRST = record(Changelog(), [POLICY], "1.0", "2026-01-01", "第一次公布。")


def reword(policy: Policy, gist: str) -> Policy:
    """The policy with another wording of one provision."""
    provisions = list(policy.provisions)
    provisions[1] = replace(provisions[1], gist=gist)
    return replace(policy, provisions=tuple(provisions))


def list_lines(changelog: Changelog) -> list[tuple[str, str]]:
    return [(line.title, line.how) for line in changelog.entries[0].changes[-1].lines]


def test_every_change_of_a_declaration_is_recorded() -> None:
    changed = find_unrecorded(read_changelog(), POLICIES.values())
    assert changed == [], f"the declarations have changed and the changelog does not say so: {RECORD}"


def test_the_newest_entry_is_of_this_version_and_they_stand_newest_first() -> None:
    entries = read_changelog().entries
    assert entries[0].version == VERSION, RECORD
    assert all(later.date >= earlier.date for later, earlier in pairwise(entries))


def test_the_file_is_as_it_would_be_written() -> None:
    file = Path(__file__).parents[2] / "docs/changelog.json"
    assert write_changelog(read_changelog(file)) == file.read_text(encoding="utf-8")


def test_a_changed_provision_is_found_and_listed_with_whom_it_concerns() -> None:
    changed = reword(POLICY, "另一句话。")
    assert find_unrecorded(FIRST, [changed]) == ["dalian"]
    then = record(FIRST, [changed], "1.1", "2026-02-01", "改了一句话。")
    assert find_unrecorded(then, [changed]) == []
    provision = POLICY.provisions[1]
    (line,) = then.entries[0].changes[0].lines
    assert line == Line("dalian", "大连", provision.clause, provision.title, line.whom, CHANGED)
    assert line.whom
    assert [entry.version for entry in then.entries] == ["1.1", "1.0"]


def test_new_and_gone_provisions_are_told_apart_and_a_gone_one_keeps_its_title() -> None:
    fewer = replace(POLICY, provisions=POLICY.provisions[:-1])
    gone = record(FIRST, [fewer], "1.1", "2026-02-01", "少了一条。")
    last = POLICY.provisions[-1].title
    assert list_lines(gone) == [(last, GONE)]
    assert list_lines(record(gone, [POLICY], "1.2", "2026-03-01", "又有了。")) == [(last, NEW)]


def test_a_change_of_no_provision_is_told_too() -> None:
    renamed = replace(POLICY, title="另一个标题")
    assert list_lines(record(FIRST, [renamed], "1.1", "2026-02-01", "标题改了。")) == [(HEAD, CHANGED)]


def test_what_changes_once_more_on_the_day_needs_no_words_and_no_second_line() -> None:
    first = record(FIRST, [reword(POLICY, "另一句话。")], "1.1", "2026-02-01", "改了一句话。")
    again = reword(POLICY, "再一句话。")
    then = record(first, [again], "1.1", "2026-02-01", "")
    assert then.entries == first.entries
    assert find_unrecorded(then, [again]) == []
    with pytest.raises(ValueError, match="say which answers have changed"):
        record(first, [again], "1.1", "2026-02-02", "")


def test_a_new_document_is_one_line() -> None:
    assert [line.how for line in FIRST.entries[0].changes[0].lines] == [NEW_POLICY]
    then = record(FIRST, [reword(POLICY, "另一句话。")], "1.0", "2026-01-01", "")
    assert then.entries == FIRST.entries


def test_the_page_says_what_changed_and_for_whom() -> None:
    page = str(render_changelog(record(FIRST, [reword(POLICY, "改。")], "1.1", "2026-02-01", "改了一句话。")))
    assert page.index("2026-02-01，计算器 1.1") < page.index("2026-01-01，计算器 1.0")
    assert all(words in page for words in ("改了一句话。", POLICY.provisions[1].title, CHANGED, "第一次公布。"))

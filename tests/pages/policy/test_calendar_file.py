"""The calendar file: what a calendar reads from it is the agenda, and the same answers give the same bytes."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from calc.pages.policy.calendar_file import LONGEST_LINE, escape_text, fold, write_calendar
from calc.policies import POLICIES
from tests.asking import ask

JINING = {
    "home": "wanzhou",
    "is_registered_poor": True,
    "works_here": True,
    "job_start": "2020-05-15",
    "still_employed": True,
    "as_of": "2020-10-15",
}
FAIR = {"is_enterprise": True, "job_fairs": 2, "job_fair_date": "2019-03-01"}


def read(text: str) -> list[Any]:
    calendar = Calendar.from_ical(text)
    assert (calendar["VERSION"], calendar["METHOD"]) == ("2.0", "PUBLISH")
    return list(calendar.walk("VEVENT"))


def test_every_payment_is_a_whole_day_of_its_own() -> None:
    answer = ask("jining", **JINING)
    events = read(write_calendar(answer))
    dated = [entry for entry in answer.agenda if entry.day]
    assert [event["DTSTART"].dt for event in events] == [entry.day for entry in dated]
    assert [event["DTSTART"].dt for event in events] == [date(2020, 8, 15)] * 4 + [
        date(2020, 9, 15),
        date(2020, 10, 15),
    ]
    for event, entry in zip(events, dated, strict=True):
        assert event["DTEND"].dt == event["DTSTART"].dt + timedelta(days=1)
        assert entry.title in event["SUMMARY"]
        assert "元" in event["SUMMARY"]
        assert "济人社字〔2020〕47号" in event["DESCRIPTION"]
        assert event["DTSTAMP"].dt.date() == date(2020, 10, 15)
    assert len({event["UID"] for event in events}) == len(events)


def test_the_deadline_is_there_once_and_names_what_it_is_for() -> None:
    events = read(write_calendar(ask("shaoxing", **FAIR)))
    assert [event["DTSTART"].dt for event in events] == [date(2019, 3, 1), date(2021, 12, 31)]
    assert "申领截止" in events[1]["SUMMARY"]
    assert "招聘补贴" in events[1]["SUMMARY"]


def test_a_notice_is_remembered_by_its_last_day() -> None:
    (event,) = read(write_calendar(ask("dalian", notice_start="2018-09-28")))
    assert event["DTSTART"].dt == date(2018, 10, 10)
    assert "公示最后一天" in event["SUMMARY"]


def test_only_what_concerns_the_payee_is_in_it() -> None:
    assert read(write_calendar(ask("jining", "employer", **JINING))) == []


@pytest.mark.parametrize("policy", POLICIES)
def test_without_answers_no_day_is_invented(policy: str) -> None:
    assert read(write_calendar(ask(policy))) == []


def test_the_same_answers_give_the_same_bytes_and_others_other_ids() -> None:
    assert write_calendar(ask("jining", **JINING)) == write_calendar(ask("jining", **JINING))
    first, second = (read(write_calendar(ask("jining", **JINING, **more)))[0]["UID"] for more in ({}, {"age": 40}))
    assert first != second


def test_lines_end_and_fold_as_the_standard_says() -> None:
    text = write_calendar(ask("shaoxing", **FAIR))
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= LONGEST_LINE


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=300))
def test_whatever_is_written_is_read_back(text: str) -> None:
    folded = fold(f"SUMMARY:{escape_text(text)}")
    assert all(len(line.encode()) <= LONGEST_LINE for line in folded.split("\r\n"))
    calendar = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n{folded}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    (event,) = Calendar.from_ical(calendar).walk("VEVENT")
    assert str(event["SUMMARY"]) == text

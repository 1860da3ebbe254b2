"""Write the agenda as a calendar file (RFC 5545) of whole-day events; the same answers give the same bytes."""

from collections.abc import Iterator
from datetime import date, timedelta

from calc.contract.build import digest_answers
from calc.engine.agenda import Entry
from calc.engine.answer import Answer
from calc.rules.policy import Policy
from calc.values.money import say_amount
from calc.version import VERSION

LINE_BREAK = "\r\n"
LONGEST_LINE = 75
"""The standard allows so many octets in a line; the next line continues after a blank."""


def write_calendar(answer: Answer) -> str:
    """Write every known day of the people who ask. The answers stamp it; no clock is read."""
    stamp = answer.assessment.case.day("as_of") or _find_first_day(answer)
    digest = digest_answers(answer.policy, answer.answers)[:16]
    dated = [entry for entry in answer.agenda if entry.day]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//policy-calculator//{VERSION}//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    for number, entry in enumerate(dated, 1):
        lines += _write_event(answer.policy, entry, f"{digest}-{number}@{answer.policy.id}.policy-calculator", stamp)
    return "".join(f"{fold(line)}{LINE_BREAK}" for line in (*lines, "END:VCALENDAR"))


def _find_first_day(answer: Answer) -> date:
    """Find the day on which the policy begins, or else the first known day."""
    if answer.policy.term.is_stated:
        return answer.policy.term.start
    return min((entry.day for entry in answer.agenda if entry.day), default=answer.policy.term.start)


def _write_event(policy: Policy, entry: Entry, uid: str, stamp: date) -> Iterator[str]:
    if entry.day is None:
        return
    amount = f"，{say_amount(entry.amount)}" if entry.amount else ""
    clause = policy.provision(entry.provision).clause if entry.provision else ""
    origin = f"依据：{policy.title}（{policy.number}）{clause}。测算结果仅供参考，以经办机构审核为准。"
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escape_text(f'{policy.region} {entry.title}：{entry.text}{amount}')}"
    yield f"DESCRIPTION:{escape_text(origin)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escape_text(text: str) -> str:
    """Escape a text for the standard."""
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\r\n", "\\n").replace("\n", "\\n")


def fold(line: str) -> str:
    """Cut a line into pieces of 75 octets at most, never inside a character."""
    pieces, piece, size = [], "", 0
    for char in line:
        width = len(char.encode())
        if size + width > LONGEST_LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece += char
        size += width
    return LINE_BREAK.join((*pieces, piece))

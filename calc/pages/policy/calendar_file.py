"""The agenda as a calendar file (RFC 5545): whole-day events for any calendar; the same answers, the same bytes."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from calc.contract import digest_answers
from calc.engine.agenda import Entry, draw_up_agenda
from calc.engine.assess import Assessment
from calc.values.money import say_amount
from calc.version import VERSION

LINE_BREAK = "\r\n"
LONGEST_LINE = 75
"""Octets of a line, by the standard; what is longer goes on in the next line after a blank."""


def write_calendar(assessment: Assessment, payees: Collection[str] | None = None) -> str:
    """Every day that is known, for the payees named (None: for all). No clock is read: it is stamped by the answers."""
    stamp = _find_stamp(assessment)
    digest = digest_answers(assessment)[:16]
    dated = [entry for entry in draw_up_agenda(assessment, payees) if entry.day]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//policy-calculator//{VERSION}//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    for number, entry in enumerate(dated, 1):
        lines += _write_event(assessment, entry, f"{digest}-{number}@{assessment.policy.id}.policy-calculator", stamp)
    return "".join(f"{fold(line)}{LINE_BREAK}" for line in (*lines, "END:VCALENDAR"))


def _find_stamp(assessment: Assessment) -> date:
    """The day of the answer: the one asked about, or else the policy's first."""
    return assessment.case.day("as_of") or assessment.policy.term.start


def _write_event(assessment: Assessment, entry: Entry, uid: str, stamp: date) -> Iterator[str]:
    if entry.day is None:
        return
    policy = assessment.policy
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
    """A text as the standard writes it."""
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\r\n", "\\n").replace("\n", "\\n")


def fold(line: str) -> str:
    """A line cut into pieces of 75 octets at most, never inside a character."""
    pieces, piece, size = [], "", 0
    for char in line:
        width = len(char.encode())
        if size + width > LONGEST_LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece += char
        size += width
    return LINE_BREAK.join((*pieces, piece))

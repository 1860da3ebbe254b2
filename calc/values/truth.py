"""Four-valued truth: a condition is met, not met, still unanswered, or for an authority to decide."""

from collections.abc import Iterable
from enum import StrEnum


class Verdict(StrEnum):
    """What is known of one condition."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    JUDGEMENT = "judgement"

    @property
    def label(self) -> str:
        """The verdict in plain Chinese."""
        return _LABELS[self]


_LABELS = {Verdict.YES: "满足", Verdict.NO: "不满足", Verdict.UNKNOWN: "没问清", Verdict.JUDGEMENT: "等认定"}


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Join conditions that must all hold: one failure fails, then one open answer keeps it open."""
    return _find_first((Verdict.NO, Verdict.UNKNOWN, Verdict.JUDGEMENT), tuple(verdicts)) or Verdict.YES


def any_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Join conditions when one of them is enough: one success suffices, then one open answer keeps it open."""
    return _find_first((Verdict.YES, Verdict.UNKNOWN, Verdict.JUDGEMENT), tuple(verdicts)) or Verdict.NO


def yes_if(known: bool | None) -> Verdict:
    """Turn a yes/no answer, or none, into a verdict."""
    if known is None:
        return Verdict.UNKNOWN
    return Verdict.YES if known else Verdict.NO


def _find_first(wanted: tuple[Verdict, ...], known: tuple[Verdict, ...]) -> Verdict | None:
    for verdict in wanted:
        if verdict in known:
            return verdict
    return None

"""A result rests on the conventions of the reading that is taken; those of the other one are told apart."""

from calc.policies import POLICIES
from calc.rules.conventions import CALENDAR_YEARS, COMPLETE_MONTHS
from tests.asking import show


def test_what_only_the_other_reading_rests_on_is_told_apart() -> None:
    provision = POLICIES["ningxia"].provision("transport-subsidy")
    assert COMPLETE_MONTHS in provision.conventions
    assert CALENDAR_YEARS not in provision.conventions
    assert provision.conventions_otherwise == (CALENDAR_YEARS,)


def test_an_answer_names_no_convention_of_a_reading_that_was_not_taken() -> None:
    assert CALENDAR_YEARS.id not in show("ningxia", "transport-subsidy")["conventions"]

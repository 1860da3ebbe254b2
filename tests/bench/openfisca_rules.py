"""Three of Jining's rules in OpenFisca: it reads a table of answers, and writes the sums of each row.

It runs in an environment of its own, without this project: python openfisca_rules.py TABLE.npz SUMS.npz. It prints the
seconds of the processor and the peak of memory in bytes. What is unknown it takes for no, as it knows nothing else.
"""

import json
import resource
import sys
import time
from datetime import date

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import YEAR
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERSON = build_entity("person", "persons", "a person", is_person=True)
FIRST, CLOSING = np.datetime64("2020-01-01"), np.datetime64("2022-01-01")
TERM, LONGEST = "2021", 24
DAY = np.timedelta64(1, "D")
KINDS = {"b": bool, "i": int, "M": date}


def define(name, kind, formula=None):
    """A variable of a person; asked of the table, unless there is a formula."""
    members = {"value_type": kind, "entity": PERSON, "definition_period": YEAR, "label": name}
    return type(name, (Variable,), {**members, **({"formula": formula} if formula else {})})


def count_months(first, stop):
    """The complete months in the term from a first day to the one that counts no more, month ends clipped."""
    first, stop = np.maximum(first, FIRST), np.minimum(stop, CLOSING)
    month, reached = first.astype("datetime64[M]"), stop.astype("datetime64[M]")
    begun, passed, length = first - month, stop - reached, (reached + 1).astype("datetime64[D]") - reached - DAY
    months = (reached - month).astype(int) - (np.minimum(begun, length) > passed)
    return np.maximum(months, 0)


def measure(months, start, ongoing, end):
    """The months given, or those between the days."""

    def formula(person, period):
        as_of, given = person("as_of", period), np.minimum(person(months, period), LONGEST)
        last = np.where(person(ongoing, period), as_of, person(end, period))
        return np.where(given > 0, given, count_months(person(start, period), last + DAY))

    return formula


def is_served(person, period):
    return person("is_registered_poor", period) * person("is_from_wanzhou", period)


def is_travelling(person, period):
    return person("is_served", period) * person("works_here", period) * (person("months", period) >= 3)


def travel(person, period):
    return person("is_travelling", period) * 1_500


def monthly(person, period):
    return person("is_travelling", period) * np.minimum(person("months", period), 6) * 1_000


def post(person, period):
    is_due = person("is_served", period)
    for need in (
        *("cannot_leave_home", "has_no_business_support", "has_no_market_job"),
        *("holds_public_post", "is_home_post"),
    ):
        is_due = is_due * person(need, period)
    return is_due * person("months_in_post", period) * 990


DERIVED = (
    define("months", int, measure("months_employed", "job_start", "still_employed", "job_end")),
    define("months_in_post", int, measure("post_months", "post_start", "still_in_post", "post_end")),
    define("is_served", bool, is_served),
    define("is_travelling", bool, is_travelling),
    define("travel", float, travel),
    define("monthly", float, monthly),
    define("post", float, post),
)


def main():
    with np.load(sys.argv[1]) as table:
        asked = {name: table[name] for name in table if not name.startswith("ours_")}
    system = TaxBenefitSystem([PERSON])
    system.add_variables(*(define(name, KINDS[cells.dtype.kind]) for name, cells in asked.items()), *DERIVED)
    begun = time.process_time()
    simulation = SimulationBuilder().build_default_simulation(system, len(asked["as_of"]))
    for name, cells in asked.items():
        simulation.set_input(name, TERM, cells)
    sums = {name: simulation.calculate(name, TERM) for name in ("travel", "monthly", "post")}
    seconds = time.process_time() - begun
    np.savez(sys.argv[2], **sums)
    print(json.dumps({"seconds": seconds, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1_024}))


if __name__ == "__main__":
    main()

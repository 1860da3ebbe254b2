"""All that is answered on one provision: the finding, when its money comes, advice, and how the sum would rise."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from calc.engine.advise import SUPPOSING, Advice, advise
from calc.engine.assess import REMEMBERED, Finding
from calc.engine.ladder import Ladder, build_ladder
from calc.engine.schedule import Due, schedule
from calc.facts.catalogue import Answers
from calc.facts.questions import Answer
from calc.rules.printed import FilledForm
from calc.rules.provision import Selected


@dataclass(frozen=True, eq=False)
class ProvisionAnswer:
    """The answer on one provision. Each part is computed once, when it is first read.

    `given` are the answers that bear on what advice supposes.
    """

    finding: Finding
    given: Selected[Answer] = ()

    @cached_property
    def payments(self) -> tuple[Due, ...]:
        """The payments of an eligible provision, in order."""
        return schedule(self.finding)

    @cached_property
    def advice(self) -> tuple[Advice, ...]:
        """What settles it, what would make one eligible, what more or waiting brings."""
        return advise(self.finding, dict(self.given))

    @cached_property
    def ladder(self) -> Ladder | None:
        """How its sum rises with a count; None where it does not rise by steps, or too much is open."""
        return build_ladder(self.finding)

    @cached_property
    def headline(self) -> str:
        """What there is to tell first where it is no sum of money; empty where the sum is it."""
        return self.finding.provision.effect.headline(self.finding.case)

    @cached_property
    def form(self) -> FilledForm | None:
        """The form that the provision brings, filled with what is known."""
        return self.finding.provision.effect.fill_form(self.finding.case)


def answer_provision(finding: Finding, given: Answers) -> ProvisionAnswer:
    """The answer of a finding: the same one as long as the finding is, and what bears on its advice."""
    bearing = finding.provision.bearing if finding.status in SUPPOSING else ()
    return _answer(finding, tuple((fact, answer) for fact, answer in given.items() if fact in bearing))


@lru_cache(maxsize=REMEMBERED)
def _answer(finding: Finding, given: Selected[Answer]) -> ProvisionAnswer:
    return ProvisionAnswer(finding, given)

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
    """The answer on one provision. Each part but the advice is computed once, when it is first read."""

    finding: Finding
    advice: tuple[Advice, ...]

    @cached_property
    def payments(self) -> tuple[Due, ...]:
        """The payments of an eligible provision, in order."""
        return schedule(self.finding)

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


def answer_provision(finding: Finding, given: Answers, advising: Finding | None = None) -> ProvisionAnswer:
    """The answer of a finding: the same one as long as the finding is, and the advice on it.

    The advice is that of another finding, `advising`, where that one comes to the same.
    """
    if finding.heads:
        return _answer(finding, ())  # its heads say of each group what is short
    if advising is None or (advising.status, advising.amount) != (finding.status, finding.amount):
        advising = finding
    bearing = advising.provision.bearing if advising.status in SUPPOSING else ()
    return _answer(finding, _advise(advising, tuple((fact, given[fact]) for fact in given if fact in bearing)))


@lru_cache(maxsize=REMEMBERED)
def _answer(finding: Finding, advice: tuple[Advice, ...]) -> ProvisionAnswer:
    return ProvisionAnswer(finding, advice)


@lru_cache(maxsize=REMEMBERED)
def _advise(finding: Finding, given: Selected[Answer]) -> tuple[Advice, ...]:
    """The advice for the answers that bear on what it supposes."""
    return advise(finding, dict(given))

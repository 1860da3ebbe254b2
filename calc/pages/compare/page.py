"""Answer the compare page: one person, or one placement with all who gain from it, in every region."""

from collections.abc import Collection, Mapping
from datetime import date

from calc.engine.compare import compare, rank_regions
from calc.engine.region import RegionResult
from calc.facts.catalogue import Answers
from calc.facts.inference import find_out
from calc.facts.link import open_link, write_link_to_send
from calc.pages.compare.bar import render_comparison_bar
from calc.pages.compare.calculator import render_compare_invitation
from calc.pages.compare.comparison import announce_comparison, render_comparison, render_comparison_sheet
from calc.pages.compare.form import CHOICES, PERSON, PLACEMENT, list_facts, render_compare_form
from calc.pages.opening import answer_link
from calc.pages.policy.day_asked import suppose_day
from calc.pages.reply import File, Reply
from calc.pages.submission import Submission, fill_fields, read_submission
from calc.parts.answers import render_answers
from calc.parts.field import WHO, FormState
from calc.parts.spoken import render_spoken
from calc.parts.wording import say_inferred
from calc.rules.policy import Policy


class ComparePage:
    def answer(self, values: Mapping[str, str], *, is_submitted: bool, left: Collection[str] = ()) -> Reply:
        """Answer with the form, the comparison and the complaints."""
        who = _read_who(values)
        sent = _read(values, is_submitted=is_submitted, left=left)
        results = _compare(sent.answers, who)
        told = {item.fact: say_inferred(item, sent.answers) for item in find_out(sent.answers).inferred}
        state = FormState(
            {**values, WHO: who},
            sent.errors,
            _find_relevant(sent, results, who),
            sent.parts,
            told,
            sent.understood,
            sent.remedies,
        )
        news = announce_comparison(results) if sent.answers else ""
        result = render_comparison(results, who, sent.mistakes) if who or sent.answers else render_compare_invitation()
        return Reply(
            {
                "calculator-form": render_compare_form(state),
                "calculator-result": result,
                "calculator-answers": render_answers(list_facts(who), sent.answers),
                "calculator-bar": render_comparison_bar(results if sent.answers else (), sent.wrong_fields),
                "calculator-errors": sent.render_errors(),
                "spoken-result": render_spoken(news),
            },
            sent.announce(news),
            title=sent.entitle("各地比较"),
            focus=sent.focus,
        )

    def write_link(self, values: Mapping[str, str]) -> str:
        """Write the kind of comparison and every usable answer into the fragment of a link."""
        return write_link_to_send({WHO: _read_who(values), **_read(values).answers})

    def open_link(self, fragment: str, values: Mapping[str, str]) -> Reply:
        """Compare the answers of a link; a link that names no kind compares a placement."""
        opened = open_link(fragment, (WHO, *list_facts(PLACEMENT)))
        fields = fill_fields(opened.values)
        if fields and not _read_who(fields):
            fields[WHO] = PLACEMENT
        return answer_link(self, opened, fields, values)

    def write_file(self, values: Mapping[str, str], kind: str) -> File | None:
        """Write no file: the comparison has none."""
        return None

    def lay_sheet(self, values: Mapping[str, str], address: str) -> Reply:
        """Lay the comparison on a sheet, with a code that leads back to it."""
        who, answers = _read_who(values), _read(values).answers
        link = f"{address}#{self.write_link(values)}"
        return Reply({"calculator-sheet": render_comparison_sheet(_compare(answers, who), who, answers, link)})


def _read_who(values: Mapping[str, str]) -> str:
    who = values.get(WHO, "")
    return who if who in CHOICES else ""


def _read(values: Mapping[str, str], *, is_submitted: bool = False, left: Collection[str] = ()) -> Submission:
    return read_submission(list_facts(_read_who(values)), values, is_submitted=is_submitted, left=left)


def _compare(answers: Answers, who: str) -> tuple[RegionResult, ...]:
    return rank_regions(compare(answers, is_placement=who != PERSON, add=_suppose_day))


def _suppose_day(policy: Policy, answers: Answers) -> Answers:
    return suppose_day(policy, answers, date.today())


def _find_relevant(sent: Submission, results: tuple[RegionResult, ...], who: str) -> frozenset[str]:
    """Find the facts that matter somewhere; only clicked answers take questions away."""
    return _find_open(results) | _find_open(_compare(sent.clicked, who))


def _find_open(results: tuple[RegionResult, ...]) -> frozenset[str]:
    """Find the facts that a benefit lacks or an authority decides, also on the other side of the job."""
    return frozenset(
        fact
        for result in results
        for item in (*result.benefits, *result.elsewhere)
        for fact in (*result.find_missing(item), *item.outcome.awaited)
    )

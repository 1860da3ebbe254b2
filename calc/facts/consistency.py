"""What is always true of the answers together: declared once, for complaints and for what follows."""

from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.constraint import Constraint, NothingWithout, Reaches, Stay
from calc.facts.questions import Answer, Day

EMPLOYMENT = Stay("months_employed", "job_start", "still_employed", "job_end")
INSURANCE = Stay("insured_months", "insured_since", "still_insured")
CONTRIBUTIONS = Stay("contribution_months", "insured_since", "still_insured")
BUSINESS = Stay("business_months", "business_start", "still_in_business")
POST = Stay("post_months", "post_start", "still_in_post", "post_end")
RENT = Stay("rent_months", "rent_start", "still_renting", "rent_end")
STAYS = (EMPLOYMENT, INSURANCE, CONTRIBUTIONS, BUSINESS, POST, RENT)

PAST_DAYS = tuple(fact for fact, asked in CATALOGUE.items() if isinstance(asked, Day) and not asked.may_lie_ahead)

CONSTRAINTS: tuple[Constraint, ...] = (
    Reaches("job_start", ("first_came",)),
    *STAYS,
    Reaches("as_of", PAST_DAYS),
    NothingWithout("has_contract", "没有签订合同", ("contract_months",)),
    NothingWithout("is_insured", "没有缴纳社会保险", ("insured_months", "contribution_months", "still_insured")),
    Reaches("helped_hired", ("workers_hired",)),
    Reaches("poor_hired_in_year", ("hired_in_year",)),
    Reaches("staff", ("workers_hired", "helped_hired")),
)
"""What one of them raises, only a later one compares: answers can be mended in this order."""


def find_contradictions(answers: Answers) -> dict[str, str]:
    """The complaints about answers that cannot be true together, each at the field of one of them."""
    return {fact: sentence for word in CONSTRAINTS for fact, sentence in word.complain(answers).items()}


def complete(answers: Answers) -> Answers:
    """The answers given, and all that follows from them."""
    return {**answers, **find_consequences(answers)}


def find_consequences(answers: Answers) -> Answers:
    """The answers that were not given and yet follow from those given."""
    found: dict[str, Answer] = {}
    while more := _infer_once({**answers, **found}):
        found |= more
    return found


def _infer_once(answers: Answers) -> Answers:
    return {fact: answer for word in CONSTRAINTS for fact, answer in word.infer(answers).items() if fact not in answers}

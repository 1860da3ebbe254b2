"""The spans of months that several documents measure."""

from calc.facts import consistency
from calc.rules.quantities import Span

EMPLOYMENT = Span(consistency.EMPLOYMENT)
INSURANCE_IN_JOB = Span(consistency.INSURANCE, since="job_start")
BUSINESS = Span(consistency.BUSINESS)
POST = Span(consistency.POST)
BROKER_INSURANCE = Span(consistency.BROKER_INSURANCE)
RENT = Span(consistency.RENT, since="first_came")
RENT_WHILE_EMPLOYED = Span(consistency.RENT, since="first_came", during=consistency.EMPLOYMENT)
EMPLOYMENT_SINCE_COMING = Span(consistency.EMPLOYMENT, since="first_came")
CONTRIBUTIONS_SINCE_COMING = Span(consistency.CONTRIBUTIONS, since="first_came")
JOB_CONTRIBUTIONS = Span(
    consistency.JOB_CONTRIBUTIONS, since="job_start", during=consistency.EMPLOYMENT, is_typed_inside=True
)

"""The spans of months that several documents measure."""

from dataclasses import replace

from calc.rules.quantities import Span

EMPLOYMENT = Span(months="months_employed", start="job_start", ongoing="still_employed", end="job_end")
INSURANCE = Span(months="insured_months", start="insured_since", ongoing="still_insured")
BUSINESS = Span(months="business_months", start="business_start", ongoing="still_in_business")
POST = Span(months="post_months", start="post_start", ongoing="still_in_post", end="post_end")
RENT = Span(months="rent_months", start="rent_start", ongoing="still_renting", end="rent_end", since="first_came")
EMPLOYMENT_SINCE_COMING = replace(EMPLOYMENT, since="first_came")
CONTRIBUTIONS_SINCE_COMING = Span(
    months="contribution_months", start="insured_since", ongoing="still_insured", since="first_came"
)

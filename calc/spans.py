"""The spans of months that several documents measure."""

from calc.rules.quantities import Span

EMPLOYMENT = Span(months="months_employed", start="job_start", ongoing="still_employed", end="job_end")
INSURANCE = Span(months="insured_months", start="insured_since", ongoing="still_insured")
BUSINESS = Span(months="business_months", start="business_start", ongoing="still_in_business")
POST = Span(months="post_months", start="post_start", ongoing="still_in_post", end="post_end")

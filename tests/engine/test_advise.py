"""Advice promises nothing that cannot come true."""

from tests.asking import show


def advice_on(policy: str, provision: str, **facts: object) -> list[str]:
    return [item["text"] for item in show(policy, provision, **facts)["advice"]]


def test_no_advice_promises_months_that_cannot_be() -> None:
    worker = {"home": "daguan", "works_here": True, "months_employed": 5}
    assert any("2,400.00" in text for text in advice_on("zhongshan", "employment-subsidy", **worker))
    assert advice_on("zhongshan", "employment-subsidy", **worker, as_of="2018-04-01") == []
    assert advice_on("zhongshan", "employment-subsidy", **worker, still_employed=False) == []


def test_who_has_left_is_not_told_to_wait() -> None:
    worker = {"home": "wanzhou", "is_registered_poor": True, "works_here": True, "months_employed": 2}
    assert advice_on("jining", "travel-meal-subsidy", **worker)
    left = {"still_employed": False, "job_end": "2020-05-20", "as_of": "2020-06-01"}
    assert not [text for text in advice_on("jining", "travel-meal-subsidy", **worker, **left) if "满" in text]

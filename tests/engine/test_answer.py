"""One page answer computes each of its parts once."""

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

import calc.engine.answer
import calc.engine.provision_answer
from calc.engine.answer import Answer
from calc.engine.assess import assess
from calc.policies import POLICIES
from calc.web import answer

FORM = {"who": "all", "home": "wanzhou", "is_registered_poor": "yes", "works_here": "yes", "months_employed": "8"}
FORM |= {"training_days": "40", "workers_trained": "2", "has_certificate": "yes", "contract_months": "12"}


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often the parts of an answer are computed, by the function that does it."""
    counts: Counter[str] = Counter()

    def count(module: Any, name: str) -> None:
        compute: Callable[..., Any] = getattr(module, name)

        def counting(*given: Any, **named: Any) -> Any:
            counts[name] += 1
            return compute(*given, **named)

        monkeypatch.setattr(module, name, counting)

    for name in ("find_exclusions", "total", "draw_up_agenda", "rank_questions"):
        count(calc.engine.answer, name)
    for name in ("schedule", "advise", "build_ladder"):
        count(calc.engine.provision_answer, name)
    return counts


def test_a_page_answer_computes_each_part_once(counted: Counter[str]) -> None:
    policy = POLICIES["jining"]
    json.loads(answer(json.dumps({"page": "jining", "form": {**FORM, "age": "41"}})))
    others = {reading.id for finding in policy.provisions for reading in policy.readings_of(finding)}
    assert 1 <= counted["find_exclusions"] <= 1 + len(others)
    assert 1 <= counted["total"] <= 1 + len(others)
    assert counted["draw_up_agenda"] == counted["rank_questions"] == 1
    assert max(counted[name] for name in ("schedule", "advise", "build_ladder")) <= len(policy.provisions)


def test_a_part_that_was_read_is_not_computed_again(counted: Counter[str]) -> None:
    found = Answer(assess(POLICIES["jining"], {"home": "wanzhou", "months_employed": 9}))
    for _ in range(3):
        assert found.totals is found.totals
        assert found.combinations_otherwise is found.combinations_otherwise
        assert found.agenda is found.agenda
    before = counted.copy()
    assert found.totals is not None
    assert found.provisions[0].payments is found.provisions[0].payments
    assert counted["total"] == before["total"] == 1

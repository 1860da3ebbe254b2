"""The unified social credit code: its check character, and a sentence for what is no code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from calc.facts.credit_code import ALPHABET, LENGTH, check_character, find_credit_code_fault

bodies = st.text(ALPHABET, min_size=LENGTH - 1, max_size=LENGTH - 1)


@given(bodies)
def test_the_check_character_is_that_of_python_stdnum(body: str) -> None:
    assert check_character(body) == uscc.calc_check_digit(body)


@given(
    st.text(ALPHABET, min_size=LENGTH - 1, max_size=LENGTH - 1), st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET)
)
def test_one_wrong_character_is_always_found(body: str, place: int, wrong: str) -> None:
    code = body + check_character(body)
    assert find_credit_code_fault(code) is None
    changed = code[:place] + wrong + code[place + 1 :]
    assert (find_credit_code_fault(changed) is None) == (changed == code)


@pytest.mark.parametrize(
    ("code", "complaint"),
    [
        ("91350100M000100Y4", "18 位，现在是 17 位"),
        ("91350100M000100YI3", "不应有“I”"),
        ("91350100M000100Y44", "校验位"),
    ],
)
def test_a_wrong_code_gets_a_sentence(code: str, complaint: str) -> None:
    assert complaint in (find_credit_code_fault(code) or "")

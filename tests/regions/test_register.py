"""Every region has its file in the register, and whatever is missing is told in one sentence."""

from pathlib import Path

import pytest

from calc.policies import POLICIES
from tests.regions.register import FOLDER, OWN_FILES, read_own_file, read_region, registered

policies = pytest.mark.parametrize("policy", POLICIES)


@policies
def test_every_region_is_in_the_register(policy: str) -> None:
    assert read_region(policy).provisions


@policies
@pytest.mark.parametrize("kind", OWN_FILES)
def test_every_region_has_its_cases_and_its_exemptions(policy: str, kind: str) -> None:
    assert read_own_file(kind, policy)


def test_the_register_has_no_other_regions() -> None:
    assert {path.stem for path in FOLDER.glob("*.py")} - {"register", "test_register"} == set(POLICIES)
    assert list(registered()) == list(POLICIES)


def test_a_region_without_its_file_fails_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception) as failed:
        read_region("newland", tmp_path)
    (sentence,) = str(failed.value).splitlines()
    assert sentence.startswith("Write into tests/regions/newland.py what its text says: CARDS (a line for every ")
    assert sentence.endswith("NO_TWIN (why tests/twin calculates nothing of it a second time; empty where it does).")


def test_a_file_that_lacks_something_fails_with_a_sentence_that_names_it(tmp_path: Path) -> None:
    text = (FOLDER / "dalian.py").read_text(encoding="utf-8")
    (tmp_path / "newland.py").write_text(text.replace("JUDGED", "JUDGES"), encoding="utf-8")
    with pytest.raises(pytest.fail.Exception) as failed:
        read_region("newland", tmp_path)
    assert str(failed.value) == (
        "Write into tests/regions/newland.py what its text says: "
        "JUDGED (provision and fact, wherever the text leaves a judgement to an authority)."
    )


@pytest.mark.parametrize("kind", OWN_FILES)
def test_a_region_without_cases_or_exemptions_fails_with_a_sentence(tmp_path: Path, kind: str) -> None:
    with pytest.raises(pytest.fail.Exception, match=rf"^Write tests/{kind}/newland\.md: .*\.$"):
        read_own_file(kind, "newland", tmp_path)

"""The rooms of calc/ stand one above the other: no circle, no import upwards, no module behind a name."""

from itertools import pairwise
from pathlib import Path

import pytest

from building.places import ROOT
from tests.source.rooms import (
    Module,
    draw_arrows,
    find_circle,
    find_hidden,
    find_steps_up,
    find_unplaced,
    read_modules,
    tell_rooms,
)


@pytest.fixture(scope="module")
def modules() -> dict[str, Module]:
    return read_modules(ROOT)


@pytest.fixture(scope="module")
def arrows(modules: dict[str, Module]) -> dict[str, set[str]]:
    return draw_arrows(modules)


def test_every_module_stands_in_a_room(
    modules: dict[str, Module], arrows: dict[str, set[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    with capsys.disabled():
        print("", *tell_rooms(modules, arrows), sep="\n")
    assert find_unplaced(modules) == []


def test_no_modules_import_each_other_in_a_circle(arrows: dict[str, set[str]]) -> None:
    assert find_circle(arrows) == []


def test_no_import_leads_up(modules: dict[str, Module], arrows: dict[str, set[str]]) -> None:
    assert list(find_steps_up(modules, arrows)) == []


def test_no_name_hides_a_module(modules: dict[str, Module]) -> None:
    assert list(find_hidden(modules)) == []


# What is planted is found


def plant(root: Path, sources: dict[str, str]) -> dict[str, Module]:
    """Write modules of calc/ by their names, and read them."""
    for name, source in sources.items():
        path = root.joinpath("calc", *name.split(".")).with_suffix(".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        for package in (root / "calc", path.parent):
            (package / "__init__.py").touch()
        path.write_text(source, encoding="utf-8")
    return read_modules(root)


@pytest.mark.parametrize(
    "back",
    [
        "from calc.rules.word import Word",
        "from calc.rules import word",
        "import calc.rules.word",
        "from .word import Word",
        "from . import word",
        "def find():\n    from calc.rules import word",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from calc.rules.word import Word",
    ],
)
def test_a_circle_is_found(tmp_path: Path, back: str) -> None:
    modules = plant(tmp_path, {"rules.word": "from calc.rules.case import Case", "rules.case": back})
    (complaint,) = find_circle(draw_arrows(modules))
    assert {"calc.rules.case", "calc.rules.word"} == set(complaint.removeprefix("a circle of imports: ").split(" → "))


def test_a_circle_of_three_is_told_in_the_order_of_its_imports(tmp_path: Path) -> None:
    imports = {"one": "two", "two": "three", "three": "one"}
    modules = plant(tmp_path, {f"rules.{name}": f"import calc.rules.{other}" for name, other in imports.items()})
    (complaint,) = find_circle(draw_arrows(modules))
    around = complaint.removeprefix("a circle of imports: ").split(" → ")
    assert set(pairwise(around)) == {(f"calc.rules.{name}", f"calc.rules.{other}") for name, other in imports.items()}


@pytest.mark.parametrize(
    ("importer", "imported", "words"),
    [
        ("values.money", "rules.word", "values stands below rules"),
        ("version", "facts.check", "values stands below facts"),
        ("pages.page", "web", "pages stands below web"),
        ("engine.assess", "proof.cases", "engine stands below proof"),
        ("proof.cases", "explainer.card", "proof stands below explainer"),
        ("web", "proof.cases", "web stands below proof"),
    ],
)
def test_a_step_up_is_found(tmp_path: Path, importer: str, imported: str, words: str) -> None:
    modules = plant(tmp_path, {importer: f"import calc.{imported}", imported: ""})
    (complaint,) = find_steps_up(modules, draw_arrows(modules))
    assert complaint.startswith(f"calc.{importer} imports calc.{imported},")
    assert complaint.endswith(words)


def test_a_step_down_is_none(tmp_path: Path) -> None:
    modules = plant(tmp_path, {"explainer.card": "import calc.proof.cases", "proof.cases": ""})
    assert list(find_steps_up(modules, draw_arrows(modules))) == []


@pytest.mark.parametrize(
    "package",
    ["def assess(): ...", "assess = 1", "from calc.engine.assess import assess", "from calc.web import run as assess"],
)
def test_a_name_that_hides_a_module_is_found(tmp_path: Path, package: str) -> None:
    modules = plant(tmp_path, {"engine.assess": "", "engine.__init__": package, "web": ""})
    assert list(find_hidden(modules)) == ["calc.engine binds assess, which hides the module calc.engine.assess"]


def test_a_package_may_import_its_own_modules(tmp_path: Path) -> None:
    modules = plant(tmp_path, {"engine.assess": "", "engine.__init__": "from calc.engine import assess"})
    assert list(find_hidden(modules)) == []


def test_a_module_outside_every_room_is_found(tmp_path: Path) -> None:
    assert find_unplaced(plant(tmp_path, {"helpers": ""})) == ["calc.helpers stands in no room"]

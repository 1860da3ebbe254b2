"""What lies in site/ for the browser holds nothing of the calculator that the browser does not need."""

import json
import zipfile

from building.places import CALC, RUNTIME, SITE
from building.shipped import LEFT_OUT

LEFT_AT_HOME = tuple(path.relative_to(CALC.parent).with_suffix("").as_posix() for path in LEFT_OUT)


def test_the_pieces_hold_none_of_it() -> None:
    names = [name for piece in ("calculator", "roster", "rest", "packages") for name in list_packed(piece)]
    assert "calc/web.pyc" in names
    assert [name for name in names if name.startswith(LEFT_AT_HOME)] == []


def test_the_wheel_of_the_plain_way_holds_none_of_it() -> None:
    (wheel,) = RUNTIME.glob("plain/policy_calculator-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "calc/web.py" in names
    assert [name for name in names if name.startswith(LEFT_AT_HOME)] == []


def test_what_only_the_build_needs_lies_elsewhere() -> None:
    assert [file.name for file in SITE.rglob(".*")] == []


def list_packed(piece: str) -> list[str]:
    (file,) = RUNTIME.glob(f"{piece}.*.bin")
    return list(json.loads(file.read_bytes().partition(b"\n")[0]))

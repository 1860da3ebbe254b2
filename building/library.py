"""Python's library and the packages as bytecode, compiled by the Python that will run it, and which of it is used."""

import json
import shutil
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from building.commands import run
from building.freshness import STAMP, make_when_changed
from building.places import (
    BIN,
    BROWSER_WHEELS,
    CALC,
    CALCULATOR_WHEEL,
    COMPILED_CALCULATOR,
    DOCS,
    LIBRARY,
    NODE_MODULES,
    PYODIDE,
    ROOT,
)

INSIDE = Path(__file__).parent / "inside"
STANDARD, PACKAGES, FINDER = LIBRARY / "standard", LIBRARY / "packages", LIBRARY / "finder/rest_of_library.pyc"
CALCULATOR = COMPILED_CALCULATOR / "packages"
USED = COMPILED_CALCULATOR / "used.txt"
CASES = ROOT / "tests/cases"
ADVICE = "Python in Node could not do this: mend what it names above in {program} or calc/."


def compile_library() -> None:
    """Compile the standard library and the packages of others: once for each of their versions."""
    made_from = [NODE_MODULES / STAMP, BROWSER_WHEELS / STAMP, INSIDE, DOCS / "assets/environment.js"]
    make_when_changed(LIBRARY, made_from, _compile_library)


def _compile_library() -> None:
    print("Compiling Python's library …", flush=True)
    shutil.rmtree(LIBRARY, ignore_errors=True)
    run_inside("compile.py", STANDARD, PYODIDE / "python_stdlib.zip")
    wheels = sorted(BROWSER_WHEELS.glob("*.whl"))
    run_inside("compile.py", PACKAGES, *(wheel for wheel in wheels if not wheel.name.startswith("micropip-")))
    run_inside("compile.py", FINDER.parent, INSIDE / "rest_of_library.py")


def compile_calculator() -> None:
    """Compile the calculator, and see what it uses of the library."""
    make_when_changed(COMPILED_CALCULATOR, [LIBRARY / STAMP, CALC, CASES], _compile_calculator)


def _compile_calculator() -> None:
    print("Compiling the calculator, and seeing what it uses …", flush=True)
    shutil.rmtree(COMPILED_CALCULATOR, ignore_errors=True)
    run_inside("compile.py", CALCULATOR, *CALCULATOR_WHEEL.glob("*.whl"))
    run_inside("record.py", USED, CASES, PACKAGES, CALCULATOR)


def run_inside(program: str, *paths: Path) -> None:
    """Run one of the programs in building/inside with Pyodide in Node."""
    arguments = (path.relative_to(ROOT).as_posix() for path in paths)
    here = f"building/inside/{program}"
    run(BIN / "node", INSIDE / "run.mjs", here, *arguments, advice=ADVICE.format(program=here))


@dataclass(frozen=True)
class Library:
    """All compiled files by path: what is in use of the standard library and of the packages, and the rest of both."""

    standard: dict[str, bytes]
    packages: dict[str, bytes]
    rest: dict[str, bytes]
    finder: bytes


def sort_library() -> Library:
    """Tell what is in use from what is not."""
    used = frozenset(USED.read_text().split())
    standard, packages = read_folder(STANDARD), read_folder(PACKAGES) | read_folder(CALCULATOR)
    return Library(
        {path: content for path, content in standard.items() if name_module(path) in used},
        {path: content for path, content in packages.items() if name_module(path) in used},
        {path: content for path, content in (standard | packages).items() if name_module(path) not in used},
        FINDER.read_bytes(),
    )


def read_folder(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*.*"))}


def name_module(path: str) -> str:
    """The module that a file holds: a/b.pyc, a/b/__init__.pyc and a/b.cpython-….so are all a.b."""
    folder, _, file = path.rpartition("/")
    stem = file.partition(".")[0]
    return ".".join(folder.split("/") if stem == "__init__" else filter(None, (*folder.split("/"), stem)))


def zip_stored(files: Mapping[str, bytes]) -> bytes:
    """A zip for Python to import from. Not compressed: the host compresses it, better, and nothing unpacks it twice."""
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as opened:
        for path, content in sorted(files.items()):
            opened.writestr(zipfile.ZipInfo(path), content)
    return archive.getvalue()


def pack(files: Mapping[str, bytes]) -> bytes:
    """Files one after the other behind a line of JSON with their paths and sizes: five lines of script unpack it."""
    index = {path: len(content) for path, content in sorted(files.items())}
    return b"".join([json.dumps(index).encode(), b"\n", *(files[path] for path in index)])


def list_modules(paths: Iterable[str]) -> bytes:
    return "\n".join(sorted(map(name_module, paths))).encode()

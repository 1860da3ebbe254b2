"""Python's library and the packages as bytecode, compiled by the Python that will run it, and which of it is used."""

import json
import shutil
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from building.commands import run, say
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
    PYTHON,
    ROOT,
    USE,
)
from building.shipped import copy_shipped, list_shipped
from building.side_by_side import do_side_by_side

INSIDE = Path(__file__).parent / "inside"
STANDARD, PACKAGES, FINDER = LIBRARY / "standard", LIBRARY / "packages", LIBRARY / "finder"
UNPACKED, QUESTIONS, USED = USE / "unpacked", USE / "questions.json", USE / "modules.json"
RUNS_INSIDE = (NODE_MODULES / STAMP, BROWSER_WHEELS / STAMP, INSIDE, DOCS / "assets/environment.js")
EVERY_PAGE, REST = "every-page", "rest"
"""What all pages use, as questions.py calls it, and the piece of what nothing was seen to use."""
ADVICE = "Python in Node could not do this: mend what it names above in {program} or calc/."


def prepare_library() -> None:
    """Compile the library and the calculator, and see meanwhile what the calculator uses."""
    do_side_by_side(compile_all, record_use)


def compile_all() -> None:
    """Compile the library once for each of its versions, the calculator at every change."""
    make_when_changed(LIBRARY, RUNS_INSIDE, compile_library)
    make_when_changed(COMPILED_CALCULATOR, [*RUNS_INSIDE, *list_shipped()], compile_calculator)


def compile_library() -> None:
    say("Compiling Python's library …")
    shutil.rmtree(LIBRARY, ignore_errors=True)
    filled = {STANDARD: [PYODIDE / "python_stdlib.zip"], PACKAGES: list_packages()}
    compile_into({**filled, FINDER: [INSIDE / "rest_of_library.py"]})


def compile_calculator() -> None:
    shutil.rmtree(COMPILED_CALCULATOR, ignore_errors=True)
    compile_into({COMPILED_CALCULATOR: CALCULATOR_WHEEL.glob("*.whl")})


def list_packages() -> Iterator[Path]:
    """The wheels of others that the fast way runs."""
    return (wheel for wheel in sorted(BROWSER_WHEELS.glob("*.whl")) if not wheel.name.startswith("micropip-"))


def compile_into(folders: Mapping[Path, Iterable[Path]]) -> None:
    """Compile archives and modules into the folders they are listed for."""
    plan = {name_inside(folder): [name_inside(file) for file in files] for folder, files in folders.items()}
    run_inside("compile.py", json.dumps(plan))


def record_use() -> None:
    """See which modules come to be imported while the calculator is asked all kinds of questions."""
    asked = [CALC / "proof", ROOT / "tests/cases", Path(__file__).parent / "outside/questions.py"]
    make_when_changed(USE, [*RUNS_INSIDE, *list_shipped(), *asked], _record_use)


def _record_use() -> None:
    say("Seeing what the calculator uses of the library …")
    shutil.rmtree(USE, ignore_errors=True)
    UNPACKED.mkdir(parents=True)
    advice = "The questions to the calculator could not be written: mend what is named above in calc/ or tests/cases/."
    run(PYTHON, "-m", "building.outside.questions", QUESTIONS, advice=advice)
    for wheel in list_packages():
        shutil.unpack_archive(wheel, UNPACKED, "zip")
    copy_shipped(UNPACKED)
    run_inside("record.py", *map(name_inside, (USED, QUESTIONS, UNPACKED)))


def run_inside(program: str, *arguments: str) -> None:
    """Run one of the programs in building/inside with Pyodide in Node."""
    here = f"building/inside/{program}"
    run(BIN / "node", INSIDE / "run.mjs", here, *arguments, advice=ADVICE.format(program=here))


def name_inside(path: Path) -> str:
    """The path as the programs in building/inside know it."""
    return f"/project/{path.relative_to(ROOT).as_posix()}"


@dataclass(frozen=True)
class Library:
    """All compiled files by path: what every page uses of the standard library and of the packages, and what is left.

    `later` has by piece what some questions need beside that, and last the rest, which nothing was seen to use.
    """

    standard: dict[str, bytes]
    packages: dict[str, bytes]
    later: dict[str, dict[str, bytes]]
    finder: bytes


def sort_library() -> Library:
    """Tell what is in use, and for what, from what is not."""
    used: dict[str, list[str]] = json.loads(USED.read_text())
    standard, packages = read_folder(STANDARD), read_folder(PACKAGES) | read_folder(COMPILED_CALCULATOR)
    piece_of = {module: piece for piece, modules in used.items() for module in modules}

    def pick(files: Mapping[str, bytes], piece: str) -> dict[str, bytes]:
        return {path: content for path, content in files.items() if piece_of.get(name_module(path), REST) == piece}

    return Library(
        pick(standard, EVERY_PAGE),
        pick(packages, EVERY_PAGE),
        {piece: pick(standard | packages, piece) for piece in (*used, REST) if piece != EVERY_PAGE},
        (FINDER / "rest_of_library.pyc").read_bytes(),
    )


def read_folder(folder: Path) -> dict[str, bytes]:
    """Read what was compiled into a folder; its stamp is none of it, and another one in every clone."""
    files = (file for file in sorted(folder.rglob("*.*")) if file.name != STAMP)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


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


def list_modules(pieces: Mapping[str, Iterable[str]]) -> bytes:
    """The modules of each piece, as JSON."""
    return json.dumps({piece: sorted(map(name_module, paths)) for piece, paths in pieces.items()}).encode()

"""The wheels that run in the browser: the calculator's own, those of the index, and markupsafe."""

import base64
import hashlib
import shutil
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from building.commands import run, say, stop
from building.environment import NO_INDEX
from building.freshness import make_when_changed
from building.places import BROWSER_WHEELS, CALC, CALCULATOR_WHEEL, PYTHON, ROOT, VENV, WHOLE_WHEEL
from building.shipped import copy_shipped, copy_whole, list_shipped

REQUIREMENTS = ROOT / "requirements-browser.txt"
PROJECT = (ROOT / "pyproject.toml", ROOT / "LICENSE")
# What Pyodide 314 calls itself; pip then takes the WebAssembly wheels, and pure ones.
PLATFORM = (
    *("--python-version", "3.14", "--implementation", "cp", "--abi", "cp314", "--abi", "none"),
    *("--platform", "pyemscripten_2026_0_wasm32", "--platform", "any"),
)


def prepare_browser_wheels() -> None:
    """Fetch and repack the wheels that the calculator needs in the browser."""
    make_when_changed(BROWSER_WHEELS, [REQUIREMENTS, ROOT / "requirements.txt", Path(__file__)], collect_browser_wheels)


def collect_browser_wheels() -> None:
    say("Fetching the wheels for the browser …")
    shutil.rmtree(BROWSER_WHEELS, ignore_errors=True)
    BROWSER_WHEELS.mkdir(parents=True)
    fetch = (PYTHON, "-m", "pip", "download", "-qq", "--disable-pip-version-check", "--require-hashes", "--no-deps")
    target = (*PLATFORM, "--only-binary", ":all:", "--dest", BROWSER_WHEELS, "-r", REQUIREMENTS)
    run(*fetch, *target, advice=NO_INDEX)
    repack_markupsafe()


def repack_markupsafe() -> None:
    """Make a pure wheel of the installed markupsafe: it has no WebAssembly wheel, and runs without its C part."""
    installed = next(VENV.rglob("markupsafe/__init__.py"), None)
    if installed is None:
        stop("markupsafe is not installed in .venv: run `python3 build.py clean`, then again.")
    packages = installed.parent.parent
    metadata = next(packages.glob("[mM]arkup[sS]afe-*.dist-info"))
    version = metadata.name.removesuffix(".dist-info").split("-")[1]
    about = f"markupsafe-{version}.dist-info"
    contents = {
        "markupsafe/__init__.py": installed.read_bytes(),
        "markupsafe/_native.py": (installed.parent / "_native.py").read_bytes(),
        f"{about}/METADATA": (metadata / "METADATA").read_bytes(),
        f"{about}/licenses/LICENSE.txt": next(metadata.rglob("LICENSE.txt")).read_bytes(),
        f"{about}/WHEEL": b"Wheel-Version: 1.0\nGenerator: build.py\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    write_wheel(BROWSER_WHEELS / f"markupsafe-{version}-py3-none-any.whl", contents, f"{about}/RECORD")


def write_wheel(wheel: Path, contents: dict[str, bytes], record: str) -> None:
    """Write a wheel; its bytes depend on its contents alone."""
    lines = [f"{name},sha256={hash_for_record(content)},{len(content)}" for name, content in contents.items()]
    lines.append(f"{record},,\n")
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**contents, record: "\n".join(lines).encode()}.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def hash_for_record(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


def build_calculator_wheels(environment: Mapping[str, str]) -> None:
    """Build the wheel of what the browser needs of calc/, and the whole one that is offered for other programs."""
    wheels = {CALCULATOR_WHEEL: (list_shipped(), copy_shipped), WHOLE_WHEEL: ([CALC], copy_whole)}
    for folder, (files, copy) in wheels.items():
        made_from: list[Path | str] = [*files, *PROJECT, *environment.values()]
        make_when_changed(folder, made_from, partial(build_wheel, folder, environment, copy))


def build_wheel(folder: Path, environment: Mapping[str, str], copy: Callable[[Path], None] = copy_shipped) -> None:
    """Build a wheel into an empty folder with the pinned build backend, which needs no network.

    It is built from a copy of the project that holds nothing else.
    """
    shutil.rmtree(folder, ignore_errors=True)
    project = folder / "project"
    copy(project)
    for file in PROJECT:
        shutil.copyfile(file, project / file.name)
    advice = "The calculator's wheel could not be built: mend what is named above in pyproject.toml or calc/."
    build = (PYTHON, "-m", "flit_core.wheel", project, "--outdir", folder)
    run(*build, advice=advice, environment=environment)
    shutil.rmtree(project)


def lay_whole_wheel(folder: Path) -> None:
    """Lay the whole wheel beside the data that it goes with."""
    for wheel in WHOLE_WHEEL.glob("*.whl"):
        shutil.copyfile(wheel, folder / wheel.name)

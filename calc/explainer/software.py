"""List other people's software in the site, with licences, their texts, and where the source is.

Only the build asks. It reads npm's lock, the wheels for the browser and the packages installed; what stands inside
other packages and is named by none of them is declared in building/licences/embedded.toml.
"""

import json
import tomllib
from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from importlib.metadata import Distribution, PathDistribution, distribution
from importlib.resources import files
from pathlib import Path, PurePosixPath
from zipfile import Path as ZipPath
from zipfile import ZipFile


@dataclass(frozen=True)
class Icons:
    """A set of icons in the theme: its licence, and texts of it that lie in this project."""

    name: str
    licence: str
    source: str
    texts: tuple[str, ...] = ()


ROOT = Path(__file__).parents[2]
OWN_TEXTS = ROOT / "building" / "licences"
EMBEDDED = OWN_TEXTS / "embedded.toml"
NODE_MODULES = ROOT / "node_modules"
BROWSER_SCRIPTS = {"pyodide": "mpl-2.0.txt", "idiomorph": ""}
"""Packages of npm that run in the browser; the text of a licence that a package leaves out."""
LACK_TEXTS = {"chinesecalendar": "chinesecalendar.txt"}
"""Wheels that leave it out."""
THEME = "mkdocs-material"
ICONS = {
    "material": Icons("Material Design Icons", "Apache-2.0", "https://pictogrammers.com/", ("apache-2.0.txt",)),
    "octicons": Icons("Octicons", "MIT", "https://github.com/primer/octicons"),
    "fontawesome": Icons("Font Awesome Free", "CC-BY-4.0", "https://github.com/FortAwesome/Font-Awesome"),
}
"""The sets of icons in the theme's pages and styles, by their folders in it."""
BROWSER_WHEELS = ROOT / ".build" / "browser-wheels"
RUST, CRATE = ("pydantic-core", "python-calamine"), "cargo"
"""The wheels that are built of crates."""
RUST_MIT = "rust-mit.txt"
"""The texts of the crates that are under MIT and not under Apache, each under the crates' names."""
RUST_OWN = ("icu4x.txt", "regex-syntax-unicode.txt", "unicode-ident.txt", "foldhash.txt", "zlib-rs.txt", "whatwg.txt")
RUST_TEXTS = (RUST_MIT, "apache-2.0.txt", *RUST_OWN, "llvm.txt")
LICENCE_FILES = ("licen", "copying", "notice")
SOURCE_NAMES = ("source", "repository", "code", "github", "home")
"""What packages call the address of their source, the surest name first."""
IN_BROWSER, IN_PAGES = "在浏览器里运行", "页面的样式、脚本和图标"

CLASSIFIERS = {"MIT License": "MIT", "BSD License": "BSD-3-Clause", "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0"}
"""Classifiers of packages that name their licence in no other way."""


@dataclass(frozen=True)
class Part:
    """Software of other people in the site.

    `texts` are its licences' texts, by the name of the file. `inside` names the part that it came with; `kind` is what
    a package URL calls its registry, empty for what came with something else. `trace` is what is found of it there.
    """

    name: str
    version: str
    licence: str
    use: str
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    source: str = ""
    inside: str = ""
    kind: str = ""
    trace: str = ""
    digest: tuple[str, str] | None = None
    """The algorithm and the hexadecimal digits of the hash of the package's file; None for what has none of its own."""


def list_parts() -> tuple[Part, ...]:
    """List all that goes to visitors' browsers, each part before those inside it."""
    packages = [*_list_scripts(), *_list_wheels(), *_list_theme()]
    embedded = [*_list_embedded(), *_list_crates()]
    return tuple(part for package in packages for part in (package, *(x for x in embedded if x.inside == package.name)))


def write_texts(parts: Iterable[Part]) -> dict[str, str]:
    """The licences' texts, by the names of their files."""
    return {name: text for part in parts for name, text in part.texts.items()}


def _list_scripts() -> Iterator[Part]:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name, own in BROWSER_SCRIPTS.items():
        entry, package = lock[f"node_modules/{name}"], NODE_MODULES / name
        described = json.loads((package / "package.json").read_text(encoding="utf-8"))
        texts = read_own((own,)) if own else {f"{name}.txt": (package / "LICENSE").read_text(encoding="utf-8")}
        source = described["homepage"]
        digest = read_integrity(entry["integrity"])
        yield Part(name, entry["version"], entry["license"], IN_BROWSER, texts, source, kind="npm", digest=digest)


def read_integrity(said: str) -> tuple[str, str]:
    """The algorithm and the digits of what npm's lock says of a package's file: sha512-… in base64."""
    name, _, digits = said.partition("-")
    return f"SHA-{name.removeprefix('sha')}", b64decode(digits).hex()


def _list_wheels() -> Iterator[Part]:
    for wheel in sorted(BROWSER_WHEELS.glob("*.whl")):
        described = _describe_package(_open_wheel(wheel), IN_BROWSER, _read_texts(wheel))
        yield replace(described, digest=("SHA-256", sha256(wheel.read_bytes()).hexdigest()))


def _list_theme() -> Iterator[Part]:
    theme = distribution(THEME)
    (own,) = (path for path in theme.files or () if path.name == "LICENSE" and _is_about(path))
    yield _describe_package(theme, IN_PAGES, {f"{THEME}.txt": own.read_text(encoding="utf-8")})
    for folder, icons in ICONS.items():
        (licence,) = (Path(str(files("material"))) / "templates/.icons" / folder).glob("LICENSE*")
        text = licence.read_text(encoding="utf-8")
        texts = {f"{icons.name.lower().replace(' ', '-')}.txt": text, **read_own(icons.texts)}
        yield Part(icons.name, "", icons.licence, IN_PAGES, texts, icons.source, inside=THEME)


def _list_embedded() -> Iterator[Part]:
    for declared in tomllib.loads(EMBEDDED.read_text(encoding="utf-8"))["part"]:
        texts = read_own(declared.pop("texts"))
        use = IN_PAGES if declared["inside"] == THEME else IN_BROWSER
        yield Part(**{"version": "", **declared}, use=use, texts=texts)


def _list_crates() -> Iterator[Part]:
    """List the libraries that wheels are built with, as they say themselves."""
    for package in RUST:
        (wheel,) = BROWSER_WHEELS.glob(f"{package.replace('-', '_')}-*.whl")
        with ZipFile(wheel) as archive:
            (bill,) = (name for name in archive.namelist() if name.endswith(".cyclonedx.json"))
            components = json.loads(archive.read(bill))["components"]
        for crate in components:
            if crate.get("scope") != "excluded":
                licence = " AND ".join(each["expression"] for each in crate["licenses"])
                yield Part(crate["name"], crate["version"], licence, IN_BROWSER, inside=package, kind=CRATE)


def _open_wheel(wheel: Path) -> Distribution:
    about = next(item for item in ZipPath(ZipFile(wheel)).iterdir() if item.name.endswith(".dist-info"))
    return PathDistribution(about)


def _read_texts(wheel: Path) -> dict[str, str]:
    """Read the licences in a wheel, those of what it carries along included."""
    with ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if _is_licence(PurePosixPath(name))]
        texts = [archive.read(name).decode() for name in names]
    package = wheel.name.partition("-")[0].replace("_", "-")
    if not names:
        return read_own((LACK_TEXTS[package],))
    rust = read_own(RUST_TEXTS) if package in RUST else {}
    endings = ["" if place == 0 else f"-{place + 1}" for place in range(len(texts))]
    return {f"{package}{ending}.txt": text for ending, text in zip(endings, texts, strict=True)} | rust


def _is_licence(path: PurePosixPath) -> bool:
    return path.suffix != ".py" and path.name.lower().startswith(LICENCE_FILES)


def _is_about(path: PurePosixPath) -> bool:
    return any(part.endswith(".dist-info") for part in path.parts)


def read_own(names: Iterable[str]) -> dict[str, str]:
    """Read texts that lie in this project, for no package brings them."""
    return {name: (OWN_TEXTS / name).read_text(encoding="utf-8") for name in names}


def _describe_package(package: Distribution, use: str, texts: dict[str, str]) -> Part:
    about = package.metadata
    stated = about["License-Expression"]
    if not stated:
        classifiers = [item.split(" :: ")[-1] for item in about.get_all("Classifier") or () if "License ::" in item]
        stated = CLASSIFIERS.get(classifiers[-1], classifiers[-1])
    name, source = about["Name"].lower().replace("_", "-"), _find_source(about.get_all("Project-URL") or ())
    return Part(name, about["Version"], stated, use, texts, source, kind="pypi")


def _find_source(addresses: Iterable[str]) -> str:
    """Find the place of the source among the addresses that a package names."""
    named = dict(line.split(", ", 1) for line in addresses)
    wanted = (name for word in SOURCE_NAMES for name in named if word in name.lower())
    return named.get(next(wanted, ""), "")

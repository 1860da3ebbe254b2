"""All of other people's software that goes to visitors is named, with its licence and the text of it."""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

import jsonschema_rs
import pytest

from building.places import NODE_MODULES, PYODIDE
from calc.explainer.bill import write_bill
from calc.explainer.software import (
    BROWSER_WHEELS,
    CRATE,
    ICONS,
    OWN_TEXTS,
    RUST,
    RUST_MIT,
    THEME,
    Part,
    list_parts,
    read_integrity,
    write_texts,
)
from calc.explainer.versions import render_parts

pytestmark = pytest.mark.skipif(not BROWSER_WHEELS.is_dir(), reason="the wheels are fetched with `build.py build`")
BEGINNINGS = {
    "MIT": "Permission is hereby granted, free of charge",
    "PSF-2.0": "PSF LICENSE AGREEMENT FOR PYTHON|PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2",
    "MPL-2.0": "Mozilla Public License Version 2.0",
    "MPL-1.1": "MOZILLA PUBLIC LICENSE\\s+Version 1.1",
    "Apache-2.0": "Apache License\\s+Version 2.0",
    "BSD-3-Clause": "Redistribution and use in source and binary forms",
}
"""What a text of this licence holds."""


@pytest.fixture(scope="module")
def parts() -> tuple[Part, ...]:
    return list_parts()


@pytest.fixture
def bill(parts: tuple[Part, ...], monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    return json.loads(write_bill(parts))


def test_every_part_has_a_licence_and_all_its_text(parts: tuple[Part, ...]) -> None:
    for part in parts:
        assert part.licence, part.name
        if part.kind == CRATE:
            continue
        assert part.texts, part.name
        wanted = BEGINNINGS.get(part.licence, ".")
        assert any(re.search(wanted, text) for text in part.texts.values()), part.name


def test_the_licences_of_all_crates_are_among_the_texts_of_their_package(parts: tuple[Part, ...]) -> None:
    texts = {part.name: "".join(part.texts.values()) for part in parts if part.name in RUST}
    crates = [part for part in parts if part.kind == CRATE]
    assert len(crates) > 90
    told = {"Apache-2.0": BEGINNINGS["Apache-2.0"], "Zlib": "This software is provided 'as-is'"}
    told |= {"BSD-3-Clause": "WHATWG.+" + BEGINNINGS["BSD-3-Clause"]}
    told |= {"Unicode-3.0": "UNICODE LICENSE V3", "Unicode-DFS-2016": "UNICODE, INC. LICENSE AGREEMENT"}
    for crate in crates:
        names = [name for name in told if name in crate.licence]
        assert names or "MIT" in crate.licence, f"{crate.name}: {crate.licence}"
        assert all(re.search(told[name], texts[crate.inside], re.DOTALL) for name in names)


def test_each_crate_that_is_under_mit_alone_has_its_own_notice(parts: tuple[Part, ...]) -> None:
    (text,) = {part.texts[RUST_MIT] for part in parts if part.name in RUST}
    licences = {part.name: part.licence for part in parts if part.kind == CRATE}
    alone = {name for name, licence in licences.items() if "MIT" in licence and "Apache" not in licence}
    headings = re.findall(r"^(.+)\n-+\n", text, re.MULTILINE)
    assert {name for heading in headings for name in heading.split(", ")} == alone


def test_whatever_shares_its_source_says_where_it_is(parts: tuple[Part, ...]) -> None:
    sharing = [part for part in parts if part.licence.startswith("MPL")]
    assert {part.name for part in sharing} == {"pyodide", "hiwire", "micropip", "lunr-languages"}
    assert [part.name for part in sharing if not part.source.startswith("https://")] == []


def test_what_stands_inside_is_really_there_in_this_very_version(parts: tuple[Part, ...]) -> None:
    theme = Path(str(files("material"))) / "templates/assets/javascripts"
    scripts = [PYODIDE / name for name in ("pyodide.asm.wasm", "pyodide.asm.mjs", "pyodide.mjs")]
    inside = {"pyodide": scripts, THEME: [*theme.rglob("*.min.js")]}
    contents = {name: b"".join(file.read_bytes() for file in found) for name, found in inside.items()}
    wheels = {wheel.name.partition("-")[0].replace("_", "-"): wheel for wheel in BROWSER_WHEELS.glob("*.whl")}
    contents |= {name: read_wheel(wheel) for name, wheel in wheels.items()}
    embedded = [part for part in parts if part.trace]
    assert len(embedded) > 12
    assert [part.name for part in embedded if part.trace.encode() not in contents[part.inside]] == []
    info = json.loads((PYODIDE / "pyodide-lock.json").read_text())["info"]
    versions = {part.name: part.version for part in parts}
    assert info["python"] == versions["CPython"]
    assert info["platform"] == f"emscripten_{versions['Emscripten'].replace('.', '_')}"


def read_wheel(wheel: Path) -> bytes:
    """The names and the contents of all files in it."""
    with ZipFile(wheel) as archive:
        return b"\n".join(name.encode() + b"\n" + archive.read(name) for name in archive.namelist())


def test_no_package_in_a_wheel_is_forgotten(parts: tuple[Part, ...]) -> None:
    names = [name for wheel in BROWSER_WHEELS.glob("*.whl") for name in ZipFile(wheel).namelist()]
    carried = {found for name in names for found in re.findall(r"/_vendor(?:ed)?/(\w+)/", name)}
    assert carried <= {part.name for part in parts if part.inside}


def test_no_set_of_icons_in_the_themes_styles_is_forgotten() -> None:
    templates = Path(str(files("material"))) / "templates"
    styles = "".join(file.read_text(encoding="utf-8") for file in templates.rglob("*.min.css"))
    drawn = list_drawn(unquote(styles))
    sets = {name: list_drawn(read_icons(templates / ".icons" / name)) for name in ICONS}
    assert drawn
    assert drawn - set().union(*sets.values()) == set()
    assert [name for name, paths in sets.items() if not paths & drawn] == []


def read_icons(folder: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in folder.rglob("*.svg"))


def list_drawn(drawings: str) -> set[str]:
    return set(re.findall(r""" d=["']([^"']+)""", drawings))


def test_no_package_in_the_themes_scripts_and_styles_is_forgotten(parts: tuple[Part, ...]) -> None:
    maps = (Path(str(files("material"))) / "templates/assets").rglob("*.min.*.map")
    named = {name for file in maps for name in list_packages(file)}
    known = {re.sub(r"\W|js$", "", part.name.lower()) for part in parts if part.inside == THEME}
    assert named
    assert {name for name in named if re.sub(r"\W|js$", "", name) not in known} == set()


def list_packages(source_map: Path) -> Iterator[str]:
    for source in json.loads(source_map.read_text(encoding="utf-8"))["sources"]:
        yield from re.findall(r"node_modules/((?:@[^/]+/)?[^/]+)/", source)[-1:]


def test_no_text_lies_here_for_nothing(parts: tuple[Part, ...]) -> None:
    assert {file.name for file in OWN_TEXTS.glob("*.txt")} <= write_texts(parts).keys()


def test_the_table_names_every_part_with_links_to_its_texts(parts: tuple[Part, ...]) -> None:
    table = str(render_parts(parts))
    for part in parts:
        assert part.kind == CRATE or part.name.replace("&", "&amp;") in table
        assert all(f'href="../licences/{name}"' in table for name in part.texts)
    for package in RUST:
        crates = [part for part in parts if part.inside == package and part.kind == CRATE]
        assert f"和 {len(crates)} 个 Rust 库" in table


def test_the_bill_holds_them_all_and_is_valid(parts: tuple[Part, ...], bill: Any) -> None:
    folder = Path(str(files("cyclonedx"))) / "schema/_res"
    schemas = {file.name: json.loads(file.read_text(encoding="utf-8")) for file in folder.glob("*.schema.json")}
    schema = schemas["bom-1.6.SNAPSHOT.schema.json"]
    pairs = [(f"http://cyclonedx.org/schema/{name}", other) for name, other in schemas.items()]
    validator = jsonschema_rs.validator_for(schema, registry=jsonschema_rs.Registry(pairs))
    assert [f"{error.instance_path}: {error.message}" for error in validator.iter_errors(bill)] == []
    assert sorted(component["name"] for component in bill["components"]) == sorted(part.name for part in parts)


def test_the_bill_is_the_same_every_time(parts: tuple[Part, ...], bill: Any) -> None:
    assert json.loads(write_bill(parts)) == bill
    assert bill["metadata"]["timestamp"].startswith("2026-01-01T08:00")


def test_the_build_lists_what_npm_was_told_to_install() -> None:
    lock = json.loads((NODE_MODULES.parent / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert set(lock[""]["dependencies"]) == {"esbuild", "idiomorph", "pyodide"}, "name what goes to browsers"


def test_what_was_fetched_for_browsers_has_the_hash_of_its_file(parts: tuple[Part, ...], bill: Any) -> None:
    """docs/version.md says which have one: no part of another, and not the theme, of which there are only parts."""
    hashed = {item["name"]: item["hashes"] for item in bill["components"] if item.get("hashes")}
    fetched = {part.name for part in parts if part.kind in ("npm", "pypi") and not part.inside} - {THEME}
    assert hashed.keys() == fetched
    for wheel in BROWSER_WHEELS.glob("*.whl"):
        name = wheel.name.partition("-")[0].replace("_", "-")
        assert hashed[name] == [{"alg": "SHA-256", "content": sha256(wheel.read_bytes()).hexdigest()}]


def test_the_hash_of_a_package_of_npm_is_what_its_lock_says() -> None:
    assert read_integrity("sha512-AAEC/w==") == ("SHA-512", "000102ff")

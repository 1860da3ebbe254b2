"""What docs/deployment.md tells for IIS, read as IIS reads it: from the top, the nearest place last.

No IIS is to be had here. What is tried is what would break a site there: an element, attribute or value that its
schema does not know (one of them, and every page is an error 500), a type or header that is added twice, a file without
a type, a place that the site does not have; and then the types, headers and caching that each place gets. What is not
tried: which sections an administrator has locked, and what IIS itself sends beside them.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from building.places import DOCS, SITE

(CONFIGURATION,) = re.findall(r"```xml\n(.*?)```", (DOCS / "deployment.md").read_text(encoding="utf-8"), re.DOTALL)
KNOWN = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "application/javascript",
    ".bin": "application/octet-stream",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".xml": "text/xml",
    ".zip": "application/x-zip-compressed",
}
"""What IIS 8 and later know by themselves, of what lies in the site; to a file of any other kind they answer 404."""
HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


BOOLEAN, TEXT, SPAN = "true|false", ".+", r"\d+\.\d\d:\d\d:\d\d"
SECTIONS = {
    "staticContent": {
        "remove": {"fileExtension": TEXT},
        "mimeMap": {"fileExtension": r"\.\w+", "mimeType": r"[\w-]+/[\w.+-]+"},
        "clientCache": {"cacheControlMode": "DisableCache|UseMaxAge", "cacheControlMaxAge": SPAN},
    },
    "directoryBrowse": {"": {"enabled": BOOLEAN}},
    "httpProtocol/customHeaders": {"remove": {"name": TEXT}, "add": {"name": r"[\w-]+", "value": TEXT}},
}
"""What IIS's own schema knows of each section that is used here; \"\" stands for the section itself."""
OPTIONAL = {"cacheControlMaxAge"}


def read(path: str) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """The types, headers and caching of a path in the site."""
    types, headers, caching = dict(KNOWN), dict[str, str](), dict[str, str]()
    for place in list_places(path):
        change(types, place.find("staticContent"), "mimeMap", "fileExtension", "mimeType")
        change(headers, place.find("httpProtocol/customHeaders"), "add", "name", "value")
        if (found := place.find("staticContent/clientCache")) is not None:
            caching = dict(found.attrib)
    return types, headers, caching


def list_places(path: str) -> Iterator[ElementTree.Element]:
    root = ElementTree.fromstring(CONFIGURATION.encode())
    places = {place.attrib["path"]: place for place in root.iter("location")}
    inner = [name for name in sorted(places, key=len) if f"{path}/".startswith(f"{name}/")]
    for element in (root, *(places[name] for name in inner)):
        server = element.find("system.webServer")
        assert server is not None
        yield server


def change(known: dict[str, str], listed: ElementTree.Element | None, tag: str, name: str, value: str) -> None:
    """Do what a collection says, line by line; adding what is there already is an error to IIS, for the whole site."""
    for line in listed if listed is not None else ():
        if line.tag == "remove":
            known.pop(line.attrib[name], None)
        if line.tag == tag:
            assert line.attrib[name] not in known, ElementTree.tostring(line)
            known[line.attrib[name]] = line.attrib[value]


def list_settings(server: ElementTree.Element) -> Iterator[tuple[str, ElementTree.Element]]:
    """Every element of a place's settings, with the section that it stands in."""
    for section in server:
        if section.tag == "httpProtocol":
            assert not section.attrib
            yield from ((f"{section.tag}/{inner.tag}", line) for inner in section for line in inner)
        else:
            yield from ((section.tag, line) for line in (section if len(section) else [section]))


def test_the_schema_of_iis_knows_every_element_and_value() -> None:
    root = ElementTree.fromstring(CONFIGURATION.encode())
    assert root.tag == "configuration"
    assert {place.tag for place in root} == {"system.webServer", "location"}
    servers = [*root.iter("system.webServer")]
    assert len(servers) == len(root)
    for section, line in (setting for server in servers for setting in list_settings(server)):
        known = SECTIONS[section]["" if line.tag == section else line.tag]
        assert known.keys() >= line.attrib.keys() >= known.keys() - OPTIONAL, ElementTree.tostring(line)
        assert all(re.fullmatch(known[name], value) for name, value in line.attrib.items()), ElementTree.tostring(line)
        is_dated = "cacheControlMaxAge" in line.attrib
        assert line.tag != "clientCache" or is_dated == (line.attrib["cacheControlMode"] == "UseMaxAge")


def test_every_place_that_is_set_lies_in_the_site() -> None:
    places = [place.attrib for place in ElementTree.fromstring(CONFIGURATION.encode()).iter("location")]
    assert all(place.keys() == {"path"} and (SITE / place["path"]).is_dir() for place in places)
    assert len({place["path"] for place in places}) == len(places)


def test_no_folder_is_listed() -> None:
    (settings,) = ElementTree.fromstring(CONFIGURATION.encode()).iter("directoryBrowse")
    assert settings.attrib == {"enabled": "false"}


def test_every_kind_of_file_has_a_type() -> None:
    for file in (file for file in SITE.rglob("*") if file.is_file() and not file.name.startswith(".")):
        if file.suffix == ".br" or file.name == "sitemap.xml.gz":
            continue  # IIS asks for none of the first, and nobody for the second
        types, _, _ = read(file.relative_to(SITE).as_posix())
        assert file.suffix in types, file


def test_types_that_browsers_insist_on() -> None:
    types, _, _ = read("runtime/plain/pyodide.mjs")
    assert types[".mjs"] == "text/javascript"
    assert types[".wasm"] == "application/wasm"
    assert types[".json"] == "application/json"


@pytest.mark.parametrize("path", ["", "policies/ningxia", "runtime/plain", "assets/javascripts"])
def test_headers_of_every_place(path: str) -> None:
    assert read(path)[1] == HEADERS


def test_only_the_pages_for_frames_are_framed_by_others() -> None:
    assert read("embed/ningxia")[1] == {**HEADERS, "Content-Security-Policy": "frame-ancestors *"}
    assert read("embedding")[1] == HEADERS


def test_only_what_is_named_after_its_hash_is_kept_for_a_year() -> None:
    year = {"cacheControlMode": "UseMaxAge", "cacheControlMaxAge": "365.00:00:00"}
    assert {tuple(read(path)[2].items()) for path in ("runtime", "assets/javascripts")} == {tuple(year.items())}
    for path in ("", "policies", "assets", "runtime/plain", "search", "embed"):
        assert read(path)[2] == {"cacheControlMode": "DisableCache"}
    for folder in ("runtime", "assets/javascripts"):
        for file in (file for file in (SITE / folder).iterdir() if file.is_file()):
            assert re.search(r"\.[0-9a-f]{8,}\.", file.name), file

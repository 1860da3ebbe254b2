"""What is asked of a host, and what should have come: learned from its manifest, or else from its service worker."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from building.compressing import hash_bytes
from building.host.asking import Answer, Host
from building.manifest import NAME as MANIFEST
from building.manifest import describe_site
from building.origin import read_day
from building.service_worker import NAME as WORKER

UNASKED = ("sitemap.xml.gz",)
"""Copies that no browser asks for by name, as all .br: hosts need not give them."""
NOWHERE = "no-such-page/"
NOT_THERE = "assets/page.0123456789abcdef.js"
"""Addresses at which nothing can lie: of a page, and of a file named like a file that is kept for a year."""
OWN_PAGE = 'http-equiv="Content-Security-Policy"'
"""Stands in every page of ours (building/security.py)."""
SIGNED = re.compile(r'"([^"]+)":"([0-9a-f]{64})"')


@dataclass(frozen=True)
class Expected:
    """What a file should be; a service worker's list does not know the size."""

    sha256: str
    size: int | None = None


@dataclass(frozen=True)
class Visit:
    """The host, what should lie there, and all its answers to somebody who takes gzip, by address."""

    host: Host
    files: Mapping[str, Expected]
    answers: Mapping[str, Answer]
    has_manifest: bool
    origin: Mapping[str, object]
    """What the manifest says of the version; nothing where there is none."""
    missing: Answer
    """The answer to a file's address at which nothing can lie."""
    no_page: Answer
    """The same of a page's."""

    @cached_property
    def good(self) -> dict[str, Answer]:
        """The answers with a file in them."""
        return {name: answer for name, answer in self.answers.items() if answer.status == 200}

    @cached_property
    def pages(self) -> dict[str, Answer]:
        """The pages of ours among them."""
        return {name: answer for name, answer in self.good.items() if is_page(name) and OWN_PAGE in answer.text}

    @cached_property
    def pages_of_other_days(self) -> dict[str, str]:
        """When pages were last changed that are not of the manifest's build, by address."""
        days = {name: read_day(page.text) for name, page in self.pages.items()}
        told = self.origin.get("published")
        return {name: day for name, day in days.items() if told and day and day != told}


def visit_host(host: Host) -> Visit:
    """Ask for everything that should lie there."""
    told = host.ask(MANIFEST, "gzip")
    files = read_manifest(told)
    has_manifest = files is not None
    worker = host.ask(WORKER, "gzip")
    files = files or dict(read_worker(worker))
    answers = {MANIFEST: told, WORKER: worker}
    answers |= host.ask_all(dict.fromkeys(["", *(name for name in files if name not in answers)]), "gzip")
    missing, no_page = (host.ask(address, "gzip") for address in (NOT_THERE, NOWHERE))
    return Visit(host, files, answers, has_manifest, read_origin(told), missing, no_page)


def read_manifest(answer: Answer) -> dict[str, Expected] | None:
    """What a host's manifest tells of each address; None where it has none."""
    try:
        told = json.loads(answer.content) if answer.status == 200 else None
        return read_files(told["files"]) if told else None
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def read_origin(answer: Answer) -> dict[str, object]:
    """What a host's manifest tells of its version."""
    if read_manifest(answer) is None:
        return {}
    return {name: said for name, said in json.loads(answer.content).items() if name != "files"}


def read_files(files: Mapping[str, Mapping[str, str | int]]) -> dict[str, Expected]:
    """By the address under which visitors ask, without what nobody asks for by name."""
    return {
        name_address(name): Expected(str(told["sha256"]), int(told["size"]))
        for name, told in files.items()
        if not name.endswith(".br") and name not in UNASKED
    }


def describe_here(site: Path) -> dict[str, Expected]:
    """The same of the site that was built here."""
    told = describe_site(site)["files"]
    assert isinstance(told, dict)
    return read_files(told)


def read_worker(answer: Answer) -> Iterator[tuple[str, Expected]]:
    """What a service worker tells of each file that it keeps."""
    if answer.status == 200:
        for address, digest in SIGNED.findall(answer.text):
            yield address.removeprefix("./"), Expected(digest)


def name_address(name: str) -> str:
    """The address, relative to the site's, under which visitors ask for a file."""
    path = PurePosixPath(name)
    return name.removesuffix("index.html") if path.name == "index.html" else name


def is_page(address: str) -> bool:
    return address == "" or address.endswith(("/", ".html"))


def is_as_built(address: str, answer: Answer, expected: Expected) -> bool:
    """Are these the bytes that were built? A .gz may travel as what it is, or be unpacked by the browser's own hand."""
    contents = [answer.content, answer.body] if address.endswith(".gz") else [answer.content]
    return any(hash_bytes(content) == expected.sha256 for content in contents)

"""The same sources give the same bytes: whatever time, order, folder, hash seed, time zone or umask a build has.

The whole build takes minutes: here are the parts of it that could differ. By hand: `diff -r` site/ of two fresh clones.
"""

import gzip
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from building import origin
from building.compressing import gzip_file, hash_bytes, name_copy
from building.freshness import make_when_changed
from building.library import list_modules, pack, read_folder, zip_stored
from building.manifest import NAME, describe_site, lay_manifest
from building.origin import describe_commit
from building.places import ROOT
from building.shipped import copy_shipped, copy_whole
from building.wheels import build_wheel, write_wheel

MOMENT = {"SOURCE_DATE_EPOCH": "1767225600"}
WRITE_ALL = """
import hashlib, sys
from calc.explainer.fence import format
from calc.explainer.versions import say_published
from calc.open_data.facts import write_facts
from calc.open_data.files import write_index
from calc.open_data.policy import write_policy, write_readings
from calc.policies import POLICIES

texts = [repr(write(policy)) for policy in POLICIES.values() for write in (write_policy, write_facts, write_readings)]
texts += [format(f"dalian {part}") for part in ("provisions", "dates", "leaflets", "embed")]
texts += [format(fence) for fence in ("compare overview", "changelog", "shells")]
texts += [repr(write_index(POLICIES.values())), say_published()]
print(hashlib.sha256("".join(texts).encode()).hexdigest())
"""
ORIGIN = {"version": "0.1.0", "commit": None}
FILES = {"b.pyc": b"two", "a/c.pyc": b"one", "a/__init__.pyc": b""}


@pytest.mark.parametrize("copy", [copy_shipped, copy_whole])
def test_a_wheel_depends_on_its_sources_alone(tmp_path: Path, copy: Callable[[Path], None]) -> None:
    wheels = []
    for place, umask in enumerate((0o022, 0o077)):
        before = os.umask(umask)
        try:
            build_wheel(tmp_path / f"{place}" / ("here" if place else "elsewhere"), MOMENT, copy)
        finally:
            os.umask(before)
        (wheel,) = (tmp_path / f"{place}").rglob("*.whl")
        wheels.append(wheel.read_bytes())
    assert wheels[0] == wheels[1]


@pytest.mark.parametrize("write", [zip_stored, pack, lambda files: list_modules({"rest": files})])
def test_an_archive_does_not_depend_on_the_order_of_its_files(write: Callable[[dict[str, bytes]], bytes]) -> None:
    assert write(FILES) == write(dict(reversed(FILES.items())))


def test_the_stamp_of_a_folder_is_not_shipped(tmp_path: Path) -> None:
    """It holds the clone's own path: in a piece it made every clone's site another one."""
    make_when_changed(tmp_path, [str(tmp_path)], lambda: None)
    (tmp_path / "calc").mkdir()
    (tmp_path / "calc/web.pyc").write_bytes(b"web")
    assert read_folder(tmp_path) == {"calc/web.pyc": b"web"}


def test_a_repacked_wheel_and_a_gzipped_file_know_no_time(tmp_path: Path) -> None:
    made = []
    for moment in (10**9, 1_500_000_000):
        file = tmp_path / "file.bin"
        file.write_bytes(b"content" * 100)
        os.utime(file, (moment, moment))
        gzip_file(file)
        write_wheel(tmp_path / "x.whl", {"x.py": b"1"}, "x.dist-info/RECORD")
        made.append((name_copy(file, "gzip").read_bytes(), (tmp_path / "x.whl").read_bytes()))
        time.sleep(1.1)  # a gzip header counts seconds
    assert made[0] == made[1]
    assert gzip.decompress(made[0][0]) == b"content" * 100


def test_pages_and_data_do_not_depend_on_the_machine() -> None:
    machines = (
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C"},
    )
    command = (sys.executable, "-c", WRITE_ALL)
    running = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, env={**os.environ, **MOMENT, **machine})
        for machine in machines
    ]
    said = [each.communicate()[0] for each in running]
    assert [each.returncode for each in running] == [0, 0]
    assert said[0] == said[1]
    assert len(said[0].strip()) == 64


def lay_files(folder: Path, names: tuple[str, ...]) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def test_a_manifest_names_every_file_but_itself_and_nothing_else(tmp_path: Path) -> None:
    names = ("index.html", "a/b.bin", "a/b.bin.gz")
    one, other = lay_files(tmp_path / "one", names), lay_files(tmp_path / "other", names[::-1])
    lay_manifest(one, ORIGIN)
    lay_manifest(other, ORIGIN)
    assert (one / NAME).read_bytes() == (other / NAME).read_bytes()
    described = describe_site(one)
    assert described["files"] == {
        name: {"sha256": hash_bytes(name.encode()), "size": len(name)} for name in sorted(names)
    }
    told = json.loads((one / NAME).read_bytes())
    assert told == {**ORIGIN, **described}
    lines = "".join(f"{hash_bytes(name.encode())}  {name}\n" for name in sorted(names))
    assert told["sha256"] == hash_bytes(lines.encode())
    (one / "a/b.bin").write_text("a/b.biN", encoding="utf-8")
    assert describe_site(one)["sha256"] != described["sha256"]


def test_two_clones_have_the_same_origin_and_a_change_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = []
    for name in ("one", "other"):
        subprocess.run(("git", "clone", "--quiet", "--depth", "1", ROOT.as_uri(), tmp_path / name), check=True)
        monkeypatch.setattr(origin, "ROOT", tmp_path / name)
        told.append(describe_commit())
    assert told[0] == told[1]
    assert told[0]["is_changed"] is False
    (tmp_path / "other/mkdocs.yml").write_text("extra: {}\n", encoding="utf-8")
    assert describe_commit() == {**told[0], "is_changed": True}


def test_a_copy_without_its_history_has_no_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(origin, "ROOT", tmp_path)
    assert describe_commit() == {"commit": None, "is_changed": None}

"""A web server's folder is updated: at every moment a visitor meets whole pages, and nobody else's file is touched."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from building import deploying
from building.compressing import hash_bytes
from building.deploying import RECORD, update_folder
from building.host.check import find_faults, find_host
from building.lasting import HASHED
from building.manifest import NAME as MANIFEST
from building.places import ROOT
from tests.building.small_site import PAGES, lay, lay_small_site
from tests.building.wrong_host import open_host

DAY = datetime(2026, 1, 1, 12, tzinfo=UTC)
NAMED = re.compile(r'(?:src|rel="(?:stylesheet|icon)" href)="([^"]+)"')
PIECE = re.compile(r'(\w+):\{sha256:"([0-9a-f]{64})"')


class PowerFailureError(Exception):
    """Nothing is done any more."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("sites")
    return {edition: lay_small_site(folder / edition, edition) for edition in "abcd"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A web root with another application in it, and with something of the administrator's."""
    root = tmp_path / "root"
    lay(root, "api/index.html", b"theirs")
    lay(root, "assets/their.0123456789abcdef.js", b"theirs")
    lay(root, "web.config", b"<configuration/>")
    return root


def list_theirs(root: Path) -> dict[str, bytes]:
    return {
        name: (root / name).read_bytes()
        for name in ("api/index.html", "assets/their.0123456789abcdef.js", "web.config")
    }


def list_laid(root: Path) -> set[str]:
    files = {file.relative_to(root).as_posix() for file in root.rglob("*") if file.is_file()}
    return files - {RECORD, *list_theirs(root)}


def list_all(site: Path) -> set[str]:
    return {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}


def view_as_visitor(root: Path, *editions: Path) -> None:
    """Every page is that of one edition, and what it names is there as that edition was built."""
    for page in PAGES:
        name = page if page.endswith(".html") else f"{page}index.html"
        content = (root / name).read_bytes()
        (edition,) = [site for site in editions if (site / name).read_bytes() == content]
        for file in list_needed(edition, name):
            there = (root / file).read_bytes()
            wanted = [edition] if HASHED.search(file) else editions
            assert there in [(site / file).read_bytes() for site in wanted if (site / file).exists()], (page, file)


def list_needed(site: Path, page: str) -> Iterator[str]:
    for address in NAMED.findall((site / page).read_text(encoding="utf-8")):
        file = ((site / page).parent / address).resolve().relative_to(site.resolve()).as_posix()
        yield file
        if "/page." in file:
            for name, digest in PIECE.findall((site / file).read_text(encoding="utf-8")):
                yield f"runtime/{name}.{digest[:16]}.bin"


def fail_at(monkeypatch: pytest.MonkeyPatch, step: int, before: Callable[[], None]) -> None:
    """Lose power at one of the steps that change the folder; before each of them somebody looks."""
    count = 0

    def count_step(do: Callable[..., object]) -> Callable[..., object]:
        def step_or_fail(*arguments: object, **named: object) -> object:
            nonlocal count
            count += 1
            before()
            if count == step:
                raise PowerFailureError
            return do(*arguments, **named)

        return step_or_fail

    for name in ("replace", "unlink", "rmdir"):
        monkeypatch.setattr(Path, name, count_step(getattr(Path, name)))


def test_an_empty_folder_gets_the_site_and_no_more(sites: dict[str, Path], tmp_path: Path) -> None:
    root = tmp_path / "new/root"
    lay(sites["a"], ".made-from", b"not to be published")
    try:
        update_folder(root, site=sites["a"], now=DAY)
    finally:
        (sites["a"] / ".made-from").unlink()
    assert list_all(root) == {*list_all(sites["a"]), RECORD}
    assert all((root / name).read_bytes() == (sites["a"] / name).read_bytes() for name in list_all(sites["a"]))


def test_what_is_laid_is_right_for_a_host(sites: dict[str, Path], root: Path) -> None:
    for edition in "ab":
        update_folder(root, site=sites[edition], now=DAY)
    with open_host(root) as address:
        host, _ = find_host(address)
        with host:
            assert find_faults(host, sites["b"])[1] == []


def test_at_every_moment_a_visitor_meets_whole_pages(
    sites: dict[str, Path], root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Power fails before each step in turn; the next run ends what was begun."""
    theirs = list_theirs(root)
    update_folder(root, site=sites["a"], now=DAY)
    for step in range(1, 200):
        place = Path(shutil.copytree(root, tmp_path / f"step{step}"))
        with monkeypatch.context() as patched:
            fail_at(patched, step, partial(view_as_visitor, place, sites["a"], sites["b"]))
            try:
                update_folder(place, site=sites["b"], now=DAY + timedelta(days=1))
            except PowerFailureError:
                over = False
            else:
                over = True
        view_as_visitor(place, sites["a"], sites["b"])
        update_folder(place, site=sites["b"], now=DAY + timedelta(days=2))
        view_as_visitor(place, sites["b"])
        kept = {name for name in list_all(sites["a"]) if HASHED.search(name)}
        assert list_laid(place) == {*list_all(sites["b"]), *kept}
        assert list_theirs(place) == theirs
        shutil.rmtree(place)
        if over:
            break
    assert over
    assert step > len(list_all(sites["b"])) / 2


def test_a_deploy_that_was_interrupted_is_overtaken_by_the_next_edition(
    sites: dict[str, Path], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    update_folder(root, site=sites["a"], now=DAY)
    with monkeypatch.context() as patched:
        fail_at(patched, 12, lambda: None)
        with pytest.raises(PowerFailureError):
            update_folder(root, site=sites["b"], now=DAY)
    update_folder(root, site=sites["c"], now=DAY)
    view_as_visitor(root, sites["c"])
    assert "only-b.txt" not in list_laid(root)
    assert not list(root.rglob(f".*{deploying.BESIDE}"))


def test_pages_come_after_their_files_and_the_worker_last(
    sites: dict[str, Path], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    put = deploying.put_file

    def note(file: Path, content: bytes) -> None:
        order.append(file.name)
        put(file, content)

    monkeypatch.setattr(deploying, "put_file", note)
    update_folder(root, site=sites["a"], now=DAY)
    laid = [name for name in order if name != RECORD]
    assert order[0] == RECORD
    assert laid[-2:] == [MANIFEST, "service_worker.js"]
    first_page = next(i for i, name in enumerate(laid) if name.endswith(".html"))
    assert not [name for name in laid[first_page:] if HASHED.search(name)]
    assert not [name for name in laid[: len(list_hashed(sites["a"]))] if not HASHED.search(name)]


def list_hashed(site: Path) -> set[str]:
    return {name for name in list_all(site) if HASHED.search(name)}


def test_old_hashed_files_stay_and_later_go(sites: dict[str, Path], root: Path) -> None:
    old = list_hashed(sites["a"]) - list_hashed(sites["c"])
    days = {"a": 0, "b": 1, "c": 2}
    for edition, day in days.items():
        update_folder(root, site=sites[edition], now=DAY + timedelta(days=day))
    assert old <= list_laid(root)  # no longer of the last two builds, but replaced yesterday
    assert "only-a.txt" not in list_laid(root)
    update_folder(root, site=sites["c"], now=DAY + timedelta(days=40))
    assert not old & list_laid(root)
    assert list_hashed(sites["b"]) <= list_laid(root)  # of the last two builds, however old
    assert list_theirs(root)


def test_files_of_somebody_else_are_not_replaced(sites: dict[str, Path], root: Path) -> None:
    lay(root, "index.html", b"theirs")
    before = list_all(root)
    with pytest.raises(SystemExit, match=r"index\.html"):
        update_folder(root, site=sites["a"], now=DAY)
    assert list_all(root) == before
    update_folder(root, site=sites["a"], now=DAY, force=True)
    view_as_visitor(root, sites["a"])


def test_a_file_that_somebody_changed_is_neither_replaced_nor_removed(sites: dict[str, Path], root: Path) -> None:
    update_folder(root, site=sites["a"], now=DAY)
    lay(root, "only-a.txt", b"edited by hand")
    lay(root, "privacy/index.html", b"edited by hand")
    with pytest.raises(SystemExit, match="privacy"):
        update_folder(root, site=sites["b"], now=DAY)
    update_folder(root, site=sites["b"], now=DAY, force=True)
    assert (root / "only-a.txt").read_bytes() == b"edited by hand"


def test_an_edition_that_was_copied_by_hand_is_known_by_its_manifest(sites: dict[str, Path], root: Path) -> None:
    shutil.copytree(sites["a"], root, dirs_exist_ok=True)
    update_folder(root, site=sites["b"], now=DAY)
    view_as_visitor(root, sites["b"])
    assert "only-a.txt" not in list_laid(root)
    assert list_hashed(sites["a"]) <= list_laid(root)


def test_a_manifest_of_another_application_claims_nothing(sites: dict[str, Path], root: Path) -> None:
    lay(root, MANIFEST, b'{"name": "another application", "icons": []}')
    with pytest.raises(SystemExit, match=r"manifest\.json"):
        update_folder(root, site=sites["a"], now=DAY)


def test_a_record_leads_nowhere_else(sites: dict[str, Path], root: Path, tmp_path: Path) -> None:
    lay(tmp_path, "precious.txt", b"precious")
    files = {"../precious.txt": hash_bytes(b"precious")}
    lay(root, RECORD, json.dumps({"builds": [{"laid": DAY.isoformat(), "files": files}]}).encode())
    with pytest.raises(SystemExit, match="读不出来"):
        update_folder(root, site=sites["a"], now=DAY)
    assert (tmp_path / "precious.txt").exists()


def test_a_link_out_of_the_folder_is_not_followed(sites: dict[str, Path], root: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (root / "policies").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SystemExit, match="policies"):
        update_folder(root, site=sites["a"], now=DAY, force=True)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_the_project_and_its_site_are_no_web_root(sites: dict[str, Path]) -> None:
    for folder in (sites["a"], ROOT, ROOT.parent):
        with pytest.raises(SystemExit, match="本项目自己的文件"):
            update_folder(folder, site=sites["a"], now=DAY)


def test_a_second_run_changes_nothing_and_says_so(
    sites: dict[str, Path], root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    update_folder(root, site=sites["a"], now=DAY)
    times = {name: (root / name).stat().st_mtime_ns for name in list_laid(root)}
    capsys.readouterr()
    update_folder(root, site=sites["a"], now=DAY)
    (line,) = capsys.readouterr().out.splitlines()
    assert "其中 0 个有变化；删掉旧文件 0 个" in line
    assert {name: (root / name).stat().st_mtime_ns for name in list_laid(root)} == times

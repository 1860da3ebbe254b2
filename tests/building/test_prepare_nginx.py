"""The tests of nginx get one that can send brotli copies, also where the machine has one that cannot."""

from pathlib import Path

import pytest

from building import nginx

HERE = Path("nginx")


@pytest.mark.parametrize(
    ("program", "module", "fetches"),
    [(HERE, HERE, False), (HERE, None, True), (None, HERE, True), (None, None, True)],
)
def test_what_the_machine_lacks_is_fetched(
    monkeypatch: pytest.MonkeyPatch, program: Path | None, module: Path | None, fetches: bool
) -> None:
    fetched: list[tuple[str, ...]] = []

    def unpack(folder: Path, *packages: str, patience: int) -> bool:
        fetched.append(packages)
        return True

    monkeypatch.setattr(nginx, "find_nginx", lambda: program)
    monkeypatch.setattr(nginx, "find_brotli", lambda: module)
    monkeypatch.setattr(nginx, "unpack_debian_packages", unpack)
    nginx.prepare_nginx()
    assert fetched == ([nginx.PACKAGES] if fetches else [])

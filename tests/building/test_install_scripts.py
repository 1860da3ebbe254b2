"""Packages of npm are only unpacked: what they would run on installing does not run."""

import io
import json
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from building.places import BIN, ROOT

MARK = "ran"
PACKAGE = {
    "name": "curious",
    "version": "1.0.0",
    "scripts": {"postinstall": f"node -e \"require('fs').writeFileSync('{MARK}', '')\""},
}


def install(folder: Path, *, with_our_settings: bool) -> bool:
    """Install a package that runs something on being installed. Did it?"""
    folder.mkdir()
    described = json.dumps(PACKAGE).encode()
    about = tarfile.TarInfo("package/package.json")
    about.size = len(described)
    with tarfile.open(folder / "curious.tgz", "w:gz") as archive:
        archive.addfile(about, io.BytesIO(described))
    wanted = {"name": "x", "version": "1.0.0", "dependencies": {"curious": "file:curious.tgz"}}
    (folder / "package.json").write_text(json.dumps(wanted))
    if with_our_settings:
        shutil.copyfile(ROOT / ".npmrc", folder / ".npmrc")
    command = (BIN / "npm", "install", "--offline", "--cache", folder / "cache", "--loglevel=error")
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (folder / "node_modules/curious").is_dir()
    return (folder / "node_modules/curious" / MARK).exists()


@pytest.mark.parametrize("with_our_settings", [False, True])
def test_nothing_runs_on_installing(tmp_path: Path, with_our_settings: bool) -> None:
    assert install(tmp_path / "project", with_our_settings=with_our_settings) is not with_our_settings

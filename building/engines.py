"""More browsers for the tests: an old Chromium and WebKit, fetched where they can be; none is needed."""

import hashlib
import os
import shutil
import tarfile
from pathlib import Path

from building.commands import say, succeeds
from building.debian import install_debian_packages
from building.places import BIN, BROWSERS, ROOT

PATIENCE = 60  # seconds for a download

OLD_CHROMIUM = BROWSERS / "old" / "chromium"
OLD_CHROMIUM_PACKAGE = "@sparticuz/chromium@109.0.6"
"""The last Chromium for Windows 7 and 8, as a single program."""
OLD_CHROMIUM_SHA512 = (
    "f614c4d370d79eb5938863697e32df9868487e689501ead23e29c36fec796c17"
    "4ce0a1783cc335359d00f95ed629ace803e09ab125ffa2c1caf0ad0cb8eeaeaa"
)


def prepare_engines() -> None:
    """Fetch the missing browsers; go on without a browser that cannot be fetched."""
    if not find_webkit():
        install_debian_packages("webkit2gtk-driver", "xvfb", patience=PATIENCE)
    if not find_old_chromium():
        download_old_chromium()


def find_webkit() -> Path | None:
    """WebKitGTK's driver, if its browser has a screen to appear on."""
    has_screen = "DISPLAY" in os.environ or find_program("Xvfb")
    return find_program("WebKitWebDriver") if has_screen else None


def find_old_chromium() -> Path | None:
    return OLD_CHROMIUM if OLD_CHROMIUM.is_file() else None


def find_program(name: str) -> Path | None:
    found = shutil.which(name)
    return Path(found) if found else None


def download_old_chromium() -> None:
    say("Downloading Chromium 109 into .build …")
    folder = OLD_CHROMIUM.parent
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if not succeeds(BIN / "npm", "pack", OLD_CHROMIUM_PACKAGE, "--pack-destination", folder, patience=PATIENCE):
        return
    package = next(folder.glob("*.tgz"))
    if hashlib.sha512(package.read_bytes()).hexdigest() != OLD_CHROMIUM_SHA512:
        say(f"{OLD_CHROMIUM_PACKAGE} is not what it was: it is not used.")
        return
    packed, unfinished = folder / "chromium.br", folder / "unfinished"
    with tarfile.open(package) as archive, packed.open("wb") as target:
        if content := archive.extractfile("package/bin/chromium.br"):
            shutil.copyfileobj(content, target)
    if succeeds(BIN / "node", ROOT / "building/inside/unbrotli.mjs", packed, unfinished):
        unfinished.rename(OLD_CHROMIUM)
    for file in (package, packed):
        file.unlink()

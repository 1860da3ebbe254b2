"""A Chinese font for the tests that read what is printed: the system's, else Debian's."""

import shutil
import subprocess
import sys

from building.commands import say
from building.debian import install_debian_packages

LIST_CHINESE = ("fc-list", ":lang=zh-cn", "family")


def prepare_chinese_font() -> None:
    """See to it, where we may, that there is a font with Chinese characters."""
    if has_chinese_font() or (install_debian_packages("fonts-noto-cjk", "fontconfig") and has_chinese_font()):
        return
    say("NO CHINESE FONT: the tests of printed pages will fail; install one (Debian: apt-get install fonts-noto-cjk).")


def has_chinese_font() -> bool:
    """Ask fontconfig; where browsers do not use it, the system brings a font of its own."""
    if not sys.platform.startswith("linux"):
        return True
    return shutil.which("fc-list") is not None and bool(subprocess.run(LIST_CHINESE, capture_output=True).stdout)

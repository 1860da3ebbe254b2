"""An nginx for the tests of what docs/deployment.md tells: the system's, else Debian's. Without one, they say so.

Debian's is only laid into .build: installed, it would begin to serve at once.
"""

import os
import shutil
from pathlib import Path

from building.commands import say
from building.debian import unpack_debian_packages
from building.places import SCRATCH

PATIENCE = 60  # seconds for the download
NGINX = SCRATCH / "nginx"
PACKAGES = ("nginx", "libnginx-mod-http-brotli-static", "libbrotli1")
BROTLI = "ngx_http_brotli_static_module.so"


def prepare_nginx() -> None:
    """See to it, where we may, that there is an nginx and its module that sends brotli copies."""
    if not (find_nginx() and find_brotli()) and not unpack_debian_packages(NGINX, *PACKAGES, patience=PATIENCE):
        say("NOT TESTED WITH NGINX: there is none here, or none with brotli, and none can be fetched.")


def find_nginx() -> Path | None:
    """The nginx to test with: $NGINX, the one in .build, or the system's."""
    named = (os.environ.get("NGINX"), NGINX / "usr/sbin/nginx", shutil.which("nginx"), "/usr/sbin/nginx")
    return next((Path(name) for name in named if name and Path(name).is_file()), None)


def find_brotli() -> Path | None:
    """The module that sends brotli copies."""
    folders = (NGINX / "usr/lib/nginx/modules", Path("/usr/lib/nginx/modules"))
    return next((folder / BROTLI for folder in folders if (folder / BROTLI).is_file()), None)

"""A copy of the built site whose modules lack more functions than they should, as if the record had missed them."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from building.bundles import bundle_asset
from building.compressing import gzip_file
from building.library import pack
from building.places import SITE
from building.runtime import name_piece, read_laid_edition, read_listing
from building.serving import open_server
from building.trimming import TRAP
from building.webassembly import read_module, replace_bodies
from tests.browser.pieces import read_piece, unpack

HOLD_MEMORY = b"""(() => {
    const { instantiate, instantiateStreaming } = WebAssembly;
    const hold = (made) => (self.memoryOfPython ??= made.instance?.exports.memory, made);
    WebAssembly.instantiate = async (...given) => hold(await instantiate(...given));
    WebAssembly.instantiateStreaming = async (...given) => hold(await instantiateStreaming(...given));
})();
"""
"""Before the worker's script: lets a test set the byte of memory that a trap sets."""
SPRING = "new Uint8Array(self.memoryOfPython.buffer)[0] = 1"


def trap_python(name: str) -> dict[str, bytes]:
    """Python's module with a trap in place of what it calls so."""
    module = read_module(read_piece("wasm"))
    return {"wasm": replace_bodies(module, {module.exports[name]: TRAP})}


def trap_library() -> dict[str, bytes]:
    """Pydantic-core, which traps when it is imported."""
    ((path, content),) = unpack(read_piece("library")).items()
    module = read_module(content)
    return {"library": pack({path: replace_bodies(module, {module.exports["PyInit__pydantic_core"]: TRAP})})}


def hold_memory() -> dict[str, bytes]:
    return {"worker": HOLD_MEMORY + read_piece("worker")}


@contextmanager
def serve_with(pieces: Mapping[str, bytes], folder: Path) -> Iterator[str]:
    """Serve a copy of the site that was built with these pieces, and say where."""
    site = lay_site(pieces, folder)
    server = open_server(site=site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def lay_site(pieces: Mapping[str, bytes], folder: Path) -> Path:
    """Lay the copy: every file is a link, but for the pieces and the script that knows their hashes."""
    site = folder / "site"
    shutil.copytree(SITE, site, copy_function=os.link)
    runtime = site / "runtime"
    for name, content in pieces.items():
        for file in runtime.glob(f"{name}.*"):
            file.unlink()
        piece = runtime / f"{name_piece(name, content)}.bin"
        piece.write_bytes(content)
        gzip_file(piece)
    (script,) = site.glob("assets/page.*.js")
    for file in site.glob("assets/page.*"):
        file.unlink()
    bundle_asset("page.js", script, {"RUNTIME_FILES": read_listing(runtime), "EDITION": read_laid_edition(runtime)})
    return site

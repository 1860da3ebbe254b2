"""Compile Python files, inside the very Python that will run them in the page.

Argument: as JSON, the folders to fill, each with its archives and modules. A module becomes a .pyc that asks for no
source; shared libraries are taken as they are; nothing else of a wheel is needed to run it.
"""

import ast
import importlib._bootstrap_external as bootstrap
import json
import sys
import zipfile
from pathlib import Path
from types import CodeType


def compile_file(file: Path, target: Path) -> None:
    if file.suffix == ".py":
        write(target / f"{file.name}c", compile_source(file.read_bytes(), file.name))
    else:
        compile_archive(file, target)


def compile_archive(archive: Path, target: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        for name in sorted(opened.namelist()):
            if name.partition("/")[0].endswith(".data"):
                continue  # what a wheel lays elsewhere, such as scripts for a terminal
            if name.endswith(".py"):
                write(target / f"{name}c", compile_source(opened.read(name), name))
            elif name.endswith(".so"):
                write(target / name, opened.read(name))


def compile_source(source: bytes, name: str) -> bytes:
    code = compile(forget_docstrings(ast.parse(source)), name, "exec", dont_inherit=True)
    return bytes(bootstrap._code_to_hash_pyc(keep_first_lines(code), bytes(8), False))  # type: ignore[attr-defined]  # not in the stubs


def keep_first_lines(code: CodeType) -> CodeType:
    """Tell of every instruction only the line where its function begins: a traceback then names file and function.

    Lines are a fifth of the bytes that travel. Without any table `traceback` itself would fail.
    """
    units = len(code.co_code) // 2
    table = b"".join(bytes((0xE8 | min(8, units - at) - 1, 0)) for at in range(0, units, 8))  # no column, same line
    held = tuple(keep_first_lines(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_linetable=table, co_consts=held)


def forget_docstrings(tree: ast.Module) -> ast.Module:
    """Nobody reads them in a page. A dot stays: a dataclass without any docstring would take time to write one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            match node.body:
                case [ast.Expr(value=ast.Constant(value=str()) as text), *_]:
                    text.value = "."
    return tree


def write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


for folder, files in json.loads(sys.argv[1]).items():
    for file in files:
        compile_file(Path(file), Path(folder))

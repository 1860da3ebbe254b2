"""Which modules a package has, what each imports, and what is wrong with that: read from the sources alone."""

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from symtable import symtable

ROOMS = (
    "values",
    "facts",
    "rules",
    "policies",
    "engine",
    "roster",
    "contract",
    "parts",
    "spreadsheets",
    "pages",
    "web",
    "proof",
    "open_data",
    "explainer",
    "batches",
    "commands",
    "__main__",
)
"""From the ground up: a module imports from its own room and from those below.

What stands above `web` does not ship. The command line stands on top, as it prints the review sheet of the explainer.
"""
PLACED = {"calc": "web", "calc.version": "values", "calc.edition": "values"}
"""Modules whose names do not say their room."""


@dataclass(frozen=True)
class Module:
    """One module: its name and its source."""

    name: str
    path: Path

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def is_package(self) -> bool:
        return self.path.name == "__init__.py"

    @property
    def room(self) -> str:
        return PLACED.get(self.name) or self.name.split(".")[1]

    @property
    def package(self) -> str:
        return self.name if self.is_package else self.name.rpartition(".")[0]


def read_modules(root: Path) -> dict[str, Module]:
    """Every module of `calc` below a folder, by its name."""
    modules = {}
    for path in sorted((root / "calc").rglob("*.py")):
        name = ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
        modules[name] = Module(name, path)
    return modules


def list_imports(module: Module, modules: Mapping[str, Module]) -> set[str]:
    """The modules that a module imports, wherever the import stands: in a function too, or for types alone."""
    found = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            source = _name_source(module, node)
            inner = {f"{source}.{alias.name}" for alias in node.names}
            found |= inner & modules.keys() if inner & modules.keys() else {source}
    return (found & modules.keys()) - {module.name}


def _name_source(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    above = module.package.split(".")[: -(node.level - 1) or None]
    return ".".join([*above, *filter(None, [node.module])])


def draw_arrows(modules: Mapping[str, Module]) -> dict[str, set[str]]:
    """What each module imports."""
    return {name: list_imports(module, modules) for name, module in modules.items()}


def find_unplaced(modules: Mapping[str, Module]) -> list[str]:
    """Modules in no room."""
    return [f"{module.name} stands in no room" for module in modules.values() if module.room not in ROOMS]


def find_circle(arrows: Mapping[str, set[str]]) -> list[str]:
    """One circle of imports, if there is any."""
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        # The sorter names whom each is imported by; read backwards, each imports the next.
        return [f"a circle of imports: {' → '.join(reversed(error.args[1]))}"]
    return []


def find_steps_up(modules: Mapping[str, Module], arrows: Mapping[str, set[str]]) -> Iterator[str]:
    """Imports from a room above."""
    for name in sorted(arrows):
        room = modules[name].room
        for imported in sorted(arrows[name]):
            above = modules[imported].room
            if ROOMS.index(above) > ROOMS.index(room):
                yield f"{name} imports {imported}, and {room} stands below {above}"


def find_hidden(modules: Mapping[str, Module]) -> Iterator[str]:
    """Modules that a name of their package hides: `import calc.assess` must not find a function."""
    for package in (module for module in modules.values() if module.is_package):
        symbols = symtable(package.text, str(package.path), "exec").get_symbols()
        bound = {item.get_name() for item in symbols if item.is_assigned() or item.is_imported()}
        for name in sorted(bound - _names_of_modules(package, modules)):
            if f"{package.name}.{name}" in modules:
                yield f"{package.name} binds {name}, which hides the module {package.name}.{name}"


def _names_of_modules(package: Module, modules: Mapping[str, Module]) -> set[str]:
    """Names under which a package imports modules of its own as such: these hide nothing."""
    return {
        alias.name
        for node in ast.walk(package.tree)
        if isinstance(node, ast.ImportFrom) and _name_source(package, node) == package.name
        for alias in node.names
        if f"{package.name}.{alias.name}" in modules and alias.asname in (None, alias.name)
    }


def tell_rooms(modules: Mapping[str, Module], arrows: Mapping[str, set[str]]) -> Iterator[str]:
    """How many modules each room has, and how many imports lead from it into which other."""
    between = Counter(
        (modules[name].room, modules[imported].room)
        for name, found in arrows.items()
        for imported in found
        if modules[name].room != modules[imported].room
    )
    count = Counter(module.room for module in modules.values())
    for room in ROOMS:
        led = ", ".join(f"{below} {between[room, below]}" for below in ROOMS if between[room, below])
        yield f"{room}: {count[room]} modules" + (f" → {led}" if led else "")
    yield f"{len(modules)} modules, {len(between)} arrows between {len(count)} rooms"

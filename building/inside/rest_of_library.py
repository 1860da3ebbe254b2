"""What a page loads is only the part of the library that was seen in use; this asks for the rest when it is missed."""

from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType

REST = "/lib/rest"  # where the worker puts it


class RestIsMissing(BaseException):
    """Raised to the worker, which loads the rest and asks again; no `except Exception` of a library holds it up."""


class RestOfLibrary:
    """Finds the modules that nobody else finds, last of all finders."""

    def __init__(self, names: str) -> None:
        self.names = frozenset(names.split())
        self.is_here = False

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find a module in the rest of the library; a module that the rest lacks does not exist."""
        if name not in self.names:
            return None
        if not self.is_here:
            raise RestIsMissing(name)
        parent = name.rpartition(".")[0].replace(".", "/")
        return PathFinder.find_spec(name, [f"{REST}/{parent}"], target)

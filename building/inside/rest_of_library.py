"""A page loads only what every page needs of the library; this asks for more pieces when they are missed."""

from collections.abc import Iterable, Mapping, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType

FOLDER = "/lib"  # where the worker puts each piece, under its name


class PieceIsMissing(BaseException):
    """Raised to the worker, which loads the piece and asks again; no `except Exception` of a library holds it up."""


class RestOfLibrary:
    """Finds the modules that nobody else finds, last of all finders.

    `modules` are those of each piece. `missing` is the piece that was missed last.
    """

    def __init__(self, modules: Mapping[str, Iterable[str]]) -> None:
        self.pieces = {module: piece for piece, held in modules.items() for module in held}
        self.here: set[str] = set()
        self.missing = ""

    def take(self, piece: str) -> None:
        """Take note that a piece has come."""
        self.here.add(piece)

    def has_more(self) -> bool:
        """Tell whether any piece has come."""
        return bool(self.here)

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find a module in its piece; one that no piece has does not exist."""
        piece = self.pieces.get(name)
        if piece is None:
            return None
        if piece not in self.here:
            self.missing = piece
            raise PieceIsMissing(name)
        parent = name.rpartition(".")[0].replace(".", "/")
        return PathFinder.find_spec(name, [f"{FOLDER}/{piece}/{parent}"], target)

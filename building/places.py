"""Where things lie."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

DOCS = ROOT / "docs"
CALC = ROOT / "calc"
SITE = ROOT / "site"
RUNTIME = SITE / "runtime"

VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / "python"
NODE_MODULES = ROOT / "node_modules"
PYODIDE = NODE_MODULES / "pyodide"

SCRATCH = ROOT / ".build"
BROWSER_WHEELS = SCRATCH / "browser-wheels"
CALCULATOR_WHEEL = SCRATCH / "calculator-wheel"
WHOLE_WHEEL = SCRATCH / "whole-wheel"
LIBRARY = SCRATCH / "library"
COMPILED_CALCULATOR = SCRATCH / "compiled-calculator"
USE = SCRATCH / "use"
PIECES = SCRATCH / "pieces"
COMPRESSED = SCRATCH / "compressed"
DRAFT = SCRATCH / "draft"
SEARCH_WORDS = SCRATCH / "search-words.txt"
BROWSERS = SCRATCH / "browsers"

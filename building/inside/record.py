"""Record which modules the calculator uses: ask it what building/outside/questions.py wrote, then look.

Arguments: the file to write the modules' names to, the file of questions, and the folder to import from.
"""

import json
import sys
from pathlib import Path

written, questions, folder = map(Path, sys.argv[1:])
sys.path.append(str(folder))

from calc.web import answer  # noqa: E402 – it lies in the folder

for question in json.loads(questions.read_text(encoding="utf-8")):
    answer(question)
written.write_text("\n".join(sorted(sys.modules)))

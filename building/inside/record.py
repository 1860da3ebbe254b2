"""Record which modules the calculator uses: ask it what building/outside/questions.py wrote, then look.

Arguments: the file to write the modules' names to, the file of questions, and the folder to import from. The questions
come in groups, by the piece of the runtime that answers them; each group has the modules that those before had not.
{file} in a question stands for the file that was answered last.
"""

import json
import sys
from pathlib import Path

written, questions, folder = map(Path, sys.argv[1:])
sys.path.append(str(folder))

from calc.web import answer  # noqa: E402 – it lies in the folder

used: dict[str, list[str]] = {}
file = ""
for piece, group in json.loads(questions.read_text(encoding="utf-8")).items():
    for question in group:
        reply = json.loads(answer(question.replace("{file}", file)))
        file = reply.get("file", {}).get("base64", file)
    known = {name for names in used.values() for name in names}
    used[piece] = sorted(set(sys.modules) - known)
written.write_text(json.dumps(used, indent=0))

"""Write anew what the persons at the command line are told."""

from tests.command_line import FOLDER, PERSONS, tell

for person in PERSONS:
    (FOLDER / f"{person}.txt").write_text(tell(person), encoding="utf-8")

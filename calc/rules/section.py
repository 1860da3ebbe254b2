"""A sentence that opens or closes a part of a document and governs every provision beneath it."""

from dataclasses import dataclass

from calc.rules.condition import Condition
from calc.rules.document import Fund, Note, Office, say_notes
from calc.rules.word import Word


@dataclass(frozen=True)
class Section(Word):
    """What holds for every provision of a part, declared once: conditions, fund, evidence, office.

    `clause` is where the sentence stands. A provision that names its own fund or office keeps it.
    """

    clause: str
    when: tuple[Condition, ...] = ()
    fund: Fund | None = None
    evidence: tuple[str, ...] = ()
    office: Office | None = None
    notes: tuple[Note, ...] = ()

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is worth knowing about the part, in plain words with its clause."""
        return tuple(f"{self.clause}：{text}" for text in say_notes(self.notes))

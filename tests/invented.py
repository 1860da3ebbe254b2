"""An official text made up of a policy's own phrases, for tests that must not need the real one."""

from calc.proof.phrases import ELLIPSIS, quotes_of
from calc.rules.policy import Policy


def invent_text(policy: Policy) -> str:
    """Write a paragraph for each clause that holds what its provisions quote, and one for the document as a whole.

    It is for documents whose clauses are numbered through.
    """
    clauses = {provision.id: provision.clause for provision in policy.provisions}
    said: dict[str, list[str]] = {clause: [] for clause in (*clauses.values(), "")}
    for place, phrase in quotes_of(policy):
        said[clauses.get(place, "")].append(phrase.replace(ELLIPSIS, "若干"))
    paragraphs = (f"{clause}{'，'.join(dict.fromkeys(phrases))}。" for clause, phrases in said.items())
    return "\n".join((policy.title, *paragraphs)) + "\n"

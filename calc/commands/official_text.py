"""Tell what an official text says of a provision: its paragraphs, with 【】 around what the declaration quotes."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from calc.commands.terminal import lay, lay_term
from calc.commands.wrong_use import WrongUseError
from calc.explainer.official_text import LEFT_OUT, TITLE
from calc.proof.excerpts import Passage, quote_provision
from calc.proof.files import SourceError, read_source
from calc.proof.official_text import OfficialText
from calc.rules.policy import Policy
from calc.rules.provision import Provision


def open_source(sources: str | None, policy: Policy) -> OfficialText | None:
    """Open a policy's text in the folder that was named, if any; WrongUseError says why it cannot be used."""
    if sources is None:
        return None
    try:
        return read_source(Path(sources), policy)
    except SourceError as error:
        raise WrongUseError(*error.args) from error


def tell_source(policy: Policy, provision: Provision, text: OfficialText | None) -> Iterator[str]:
    """Tell a provision's passages; nothing without a text."""
    if text:
        yield from lay_term(TITLE, say_passages(quote_provision(policy, provision, text)))


def lay_passages(passages: Iterable[Passage]) -> Iterator[str]:
    """Lay passages one beneath the other."""
    return (lay(words, 1) for words in say_passages(passages))


def say_passages(passages: Iterable[Passage]) -> Iterator[str]:
    """Say each passage in a line."""
    for passage in passages:
        words = "".join(f"【{piece.words}】" if piece.is_quoted else piece.words for piece in passage.pieces)
        yield f"{LEFT_OUT if passage.is_apart else ''}{' '.join(words.split())}"

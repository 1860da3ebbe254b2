"""Files that cannot be read get a sentence that says what to do instead."""

from collections.abc import Sequence


class UnreadableFileError(Exception):
    """A file that cannot be read as a table; the message is a Chinese sentence with the mending."""


class SeveralTablesError(UnreadableFileError):
    """Several sheets of a file look like what is read, and none was named; `names` are theirs."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        told = "、".join(f"“{name}”" for name in names)
        super().__init__(f"{told}这 {len(names)} 张表都像名册：请指明用哪一张，或者只留一张。")


def say_missing(library: str, kind: str) -> str:
    """Say that a library has to be installed for a kind of file, and what needs none."""
    return f"读写 {kind} 需要 {library}：pip install {library}；或者把表另存为 .csv，不用安装什么。"

"""Files that cannot be read get a sentence that says what to do instead."""


class UnreadableFileError(Exception):
    """A file that cannot be read as a table; the message is a Chinese sentence with the mending."""


def say_missing(library: str, kind: str) -> str:
    """Say that a library has to be installed for a kind of file, and what needs none."""
    return f"读写 {kind} 需要 {library}：pip install {library}；或者把表另存为 .csv，不用安装什么。"

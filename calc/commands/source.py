"""Read JSON from a file, or from standard input for "-"."""

import json
import sys
from pathlib import Path

from calc.commands.wrong_use import WrongUseError

BYTE_ORDER_MARK = "\ufeff"
"""What some editors write in front of every file; it is no part of the text."""


def read_json(source: str, called: str = "事实") -> object:
    """Read a file of what it is called after; WrongUseError says why it cannot be used."""
    try:
        data: object = json.loads(_read_text(source, called).removeprefix(BYTE_ORDER_MARK))
        json.dumps(data, ensure_ascii=False).encode()  # half of a character cannot be printed
    except OSError as error:
        raise WrongUseError(f"读不到{called}文件 {source}：{error.strerror}。") from error
    except json.JSONDecodeError as error:
        raise WrongUseError(
            f"{called}不是有效的 JSON：第 {error.lineno} 行第 {error.colno} 个字符处读不下去。"
        ) from error
    except UnicodeDecodeError as error:
        raise WrongUseError(f"{called}文件 {source} 不是 UTF-8 编码的 JSON，请另存为 UTF-8。") from error
    except (ValueError, RecursionError) as error:
        raise WrongUseError(f"{called}不是有效的 JSON：{error}。") from error
    return data


def _read_text(source: str, called: str) -> str:
    if source != "-":
        return Path(source).read_text(encoding="utf-8")
    if sys.stdin is None:
        raise WrongUseError(f"没有标准输入，请写{called}文件的名称。")
    return sys.stdin.read()

"""Read facts as JSON from a file, or from standard input for "-"."""

import json
import sys
from pathlib import Path

from calc.commands.wrong_use import WrongUseError


def read_json(source: str) -> object:
    """Read a file; WrongUseError says why it cannot be used."""
    try:
        data: object = json.loads(sys.stdin.read() if source == "-" else Path(source).read_text(encoding="utf-8"))
        json.dumps(data, ensure_ascii=False).encode()  # half of a character cannot be printed
    except OSError as error:
        raise WrongUseError(f"读不到事实文件 {source}：{error.strerror}。") from error
    except (ValueError, RecursionError) as error:
        raise WrongUseError(f"事实不是有效的 JSON：{error}。") from error
    return data

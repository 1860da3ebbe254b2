"""The answers as the fragment of a link, which never reaches a server: v=1&who=carrier&workers_hired=35.

Facts stand under their own names, those of a further group under its number (2.months_employed), dates as 2020-01-15;
what is private is left out. A link may come from anybody: only
declared names are read from it, and every value goes the way of the form. A link that is sent around says at its
beginning how long it is, for a chat may cut off its end.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from calc.facts.catalogue import CATALOGUE
from calc.facts.check import suggest_for
from calc.facts.groups import name_in_group, name_shortly, part_name
from calc.facts.questions import BETWEEN, Selection
from calc.values.quoting import quote

VERSION_FIELD, LENGTH_FIELD = "v", "n"
LINK_VERSION = "1"
LINK_START = f"#{VERSION_FIELD}={LINK_VERSION}&"
"""How a link begins that this version can read."""
MOST_CHARACTERS = 8_000
MOST_FIELDS = 200
MOST_DIGITS = 5
CUT = "链接后面少了一截，可能是复制时漏了：请看看答案齐不齐，或者向给您链接的人再要一次。"

RENAMED = {"is_in_home_region": "is_local_employer"}
"""Facts that once had another name: old links go on working, and say so."""


@dataclass(frozen=True)
class OpenedLink:
    """What a link holds, by declared name, and a Chinese sentence for everything in it that cannot be used."""

    values: Mapping[str, str]
    complaints: tuple[str, ...]


def write_link(values: Mapping[str, object]) -> str:
    """The fragment, without its #, that carries these values; what is private or empty stays out."""
    carried = {name: text for name, text in say_values(values).items() if text and not _is_private(name)}
    return urlencode({VERSION_FIELD: LINK_VERSION, **carried}, safe=BETWEEN)


def write_link_to_send(values: Mapping[str, object]) -> str:
    """The fragment of a link that is copied or printed: it says how much it carries."""
    link = write_link(values)
    start, _, carried = link.partition("&")
    return f"{start}&{LENGTH_FIELD}={_measure(parse_qsl(carried))}&{carried}" if carried else link


def _measure(pairs: Iterable[tuple[str, str]]) -> int:
    """How much some fields carry, however it is encoded on the way."""
    return sum(len(name) + len(value) + 1 for name, value in pairs)


def say_values(values: Mapping[str, object]) -> dict[str, str]:
    """Values as links write them."""
    return {name: _say_value(value) for name, value in values.items()}


def _say_value(value: object) -> str:
    """yes and no, several options with commas between, dates as 2020-01-15, anything else as its own text."""
    if isinstance(value, tuple):
        return BETWEEN.join(value)
    return "yes" if value is True else "no" if value is False else str(value)


def open_link(fragment: str, known: Collection[str]) -> OpenedLink:
    """Read a fragment, with or without its #; only the names that are `known` to the page are taken."""
    if len(fragment) > MOST_CHARACTERS:
        return OpenedLink({}, ("链接太长，里面的答案没有采用。",))
    try:
        pairs = parse_qsl(fragment.removeprefix("#"), max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError:
        return OpenedLink({}, ("链接里的答案读不出来，没有采用。请向给您链接的人再要一次。",))
    carried = [(name, value) for name, value in pairs if name not in (VERSION_FIELD, LENGTH_FIELD)]
    version, told = dict(pairs).get(VERSION_FIELD, ""), dict(pairs).get(LENGTH_FIELD, "")
    if version != LINK_VERSION:
        return OpenedLink({}, ("这个链接是别的版本写的，里面的答案没有采用。",))
    values: dict[str, str] = {}
    complaints: list[str] = []
    if told.isdecimal() and told.isascii() and len(told) <= MOST_DIGITS and _measure(carried) < int(told):
        complaints.append(CUT)
        carried = carried[:-1]  # where it is cut off is not known: the last answer may have lost its end
    fields = dict(carried)
    nearest = suggest_for(name for name in map(_rename, fields) if name not in known and name not in CATALOGUE)
    for name, value in fields.items():
        current = _rename(name)
        if current not in known or _is_private(current):
            complaints.append(_complain_of(current, [fact for fact in nearest.get(current, ()) if fact in known]))
            continue
        if current != name:
            complaints.append(f"链接是以前的，里面的“{name_shortly(current)}”换了名称，请看答案对不对。")
        values[current] = _name_options(current, value)
    return OpenedLink(values, tuple(complaints))


def _rename(name: str) -> str:
    """The name that a fact has today, of whichever group."""
    group, fact = part_name(name)
    return name_in_group(RENAMED.get(fact, fact), group)


def _name_options(name: str, value: str) -> str:
    question = CATALOGUE.get(part_name(name)[1])
    return BETWEEN.join(question.list_named(value)) if isinstance(question, Selection) else value


def _is_private(name: str) -> bool:
    return name in CATALOGUE and CATALOGUE[name].is_private


def _complain_of(name: str, nearest: Sequence[str]) -> str:
    if _is_private(name):
        return f"“{CATALOGUE[name].short}”不由链接带来，没有采用；要用就请自己填。"
    if name in CATALOGUE:
        return f"链接里的“{CATALOGUE[name].short}”，这一页不问，没有采用。"
    offer = f"是不是“{CATALOGUE[nearest[0]].short}”？" if nearest else ""
    return f"链接里有这一页不认识的“{quote(name)}”，没有采用。{offer}"

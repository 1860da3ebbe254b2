"""Read an officer's assumptions, as far as they can be used."""

from collections.abc import Mapping
from dataclasses import dataclass

from calc.facts.sift import sift
from calc.pages.planning.assumptions import DOCUMENT_ASSUMPTIONS, DOCUMENT_VALUES, QUESTIONS, Assumptions

IGNORED = "填得不对，按文件的数"
PARTS_OF_PLACED = {
    ("leavers",): "中途离开的 {count} 人，比输送的 {placements} 人还多：请改其中一个数。",
    (
        "lower_certificates",
        "higher_certificates",
    ): "取得证书的共 {count} 人，比输送的 {placements} 人还多：请改其中一个数。",
}
"""Persons who are some of those placed, with what is said where they are more than all."""


@dataclass(frozen=True)
class SiftedAssumptions:
    """The usable assumptions, with a sentence for each field (2018.months) that is wrong.

    The document's own assumption stands in place of a wrong one.
    """

    assumptions: Mapping[int, Assumptions]
    errors: Mapping[str, str]


def sift_assumptions(raw: Mapping[str, Mapping[str, object]]) -> SiftedAssumptions:
    """Read assumptions by year, as an officer types them; the document's own stand for all others."""
    assumptions = dict(DOCUMENT_ASSUMPTIONS)
    errors: dict[str, str] = {}
    for year, typed in raw.items():
        if year not in map(str, assumptions):
            errors[year] = f"没有“{year}”这一年，可填：{'、'.join(map(str, assumptions))}。"
            continue
        assumptions[int(year)], complaints = _sift_year(typed, DOCUMENT_ASSUMPTIONS[int(year)])
        errors |= {f"{year}.{name}": sentence for name, sentence in complaints.items()}
    return SiftedAssumptions(assumptions, errors)


def _sift_year(typed: Mapping[str, object], document: Assumptions) -> tuple[Assumptions, Mapping[str, str]]:
    known = {name: value for name, value in typed.items() if name in QUESTIONS}
    assumed, wrong = sift(Assumptions, known, dict(document))
    complaints = {name: f"没有“{name}”这一项，可填：{'、'.join(QUESTIONS)}。" for name in typed if name not in known}
    complaints |= {name: error["msg"] for name, error in wrong.items()}
    for parts, sentence in PARTS_OF_PLACED.items():
        count = sum(getattr(assumed, part) for part in parts)
        if count <= assumed.placements:
            continue
        together = ("placements", *parts)
        said = sentence.format(count=f"{count:,}", placements=f"{assumed.placements:,}")
        complaints |= {name: said for name in together if name in known and name not in complaints}
        assumed = assumed.model_copy(update={name: getattr(document, name) for name in together})
    return assumed, complaints


def read_assumptions(raw: Mapping[str, Mapping[str, object]]) -> Mapping[int, Assumptions]:
    """Read usable assumptions; raises ValueError, in plain Chinese, naming each wrong year and field."""
    sifted = sift_assumptions(raw)
    if sifted.errors:
        raise ValueError("；".join(map(_name_error, sifted.errors, sifted.errors.values())))
    return sifted.assumptions


def _name_error(field: str, sentence: str) -> str:
    year, _, name = field.partition(".")
    return f"{year} 年“{name}”：{sentence}" if year in map(str, DOCUMENT_ASSUMPTIONS) else sentence


def read_form(values: Mapping[str, str]) -> SiftedAssumptions:
    """Read the boxes that differ from the document's; the others stand for its own figures."""
    raw: dict[str, dict[str, object]] = {}
    for field, text in DOCUMENT_VALUES.items():
        typed = values.get(field, text if values.keys().isdisjoint(DOCUMENT_VALUES) else "")
        if typed.strip() != text:
            year, name = field.split(".")
            raw.setdefault(year, {})[name] = typed
    return sift_assumptions(raw)

"""What words give to be printed: plain structures without HTML."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FilledBox:
    """A box of a form with what stands in it; an authority fills a box that is not the applicant's own."""

    label: str
    text: str
    is_own: bool


@dataclass(frozen=True)
class FilledForm:
    """A form under its title."""

    title: str
    boxes: tuple[FilledBox, ...]


@dataclass(frozen=True)
class Target:
    """So many persons in a year or in several; a `label` names them where the provision's title does not."""

    years: str
    label: str
    persons: int


@dataclass(frozen=True)
class Targets:
    """Targets of persons with their total; `within` are parts of these parts."""

    parts: tuple[Target, ...]
    total: int
    within: tuple[Target, ...] = ()

"""The changelog: which answers changed when, for whom; and the fingerprints that its newest entry was written for.

It is one file of data, docs/changelog.json: the page is rendered from it, programs read it as it is, and recording a
change (`build.py record-version`) writes it. What a line says of a provision is written down once and for all: the
provision may be called otherwise later, or be gone.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from calc.rules.payees import list_payees
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.word import unique

FILE = Path(__file__).parents[2] / "docs" / "changelog.json"
DIGITS = 8
"""So many letters of a provision's hash are enough to see that it changed."""
NEW_POLICY, NEW, CHANGED, GONE = "新的文件", "新增", "改动", "删去"
HEAD = "文件的信息，或者问题的说法"
"""What changed where a fingerprint did and no provision."""


@dataclass(frozen=True)
class Line:
    """One provision that changed, or a whole document that is new, and whom it concerns."""

    policy: str
    region: str
    clause: str
    title: str
    whom: str
    how: str


@dataclass(frozen=True)
class Change:
    """What changed for one reason: in words, and line by line."""

    says: str
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Entry:
    """What changed with one version on one day."""

    version: str
    date: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Recorded:
    """The hash of all that one policy declares, and of each provision the title with a hash behind it."""

    fingerprint: str
    provisions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Changelog:
    """All entries, newest first, and the hashes when the newest was written."""

    entries: tuple[Entry, ...] = ()
    recorded: Mapping[str, Recorded] = field(default_factory=dict)


def read_changelog(file: Path = FILE) -> Changelog:
    """Read the file."""
    data = json.loads(file.read_text(encoding="utf-8"))
    return Changelog(
        tuple(_read_entry(entry) for entry in data["entries"]),
        {policy: Recorded(**hashes) for policy, hashes in data["recorded"].items()},
    )


def write_changelog(changelog: Changelog) -> str:
    """Write the text of the file."""
    return json.dumps(asdict(changelog), ensure_ascii=False, indent=1) + "\n"


def find_unrecorded(changelog: Changelog, policies: Iterable[Policy]) -> list[str]:
    """Find the policies that are not as the newest entry found them, those that are gone included."""
    now = {policy.id: policy.fingerprint for policy in policies}
    then = {name: recorded.fingerprint for name, recorded in changelog.recorded.items()}
    return [name for name in unique((*now, *then)) if now.get(name) != then.get(name)]


def record(changelog: Changelog, policies: Iterable[Policy], version: str, day: str, says: str) -> Changelog:
    """Record what changed since: for the reason said, or, where none is said, for the last reason of the day.

    What is recorded for the same version on the same day is one entry. Raises ValueError where a reason is lacking.
    """
    offered = tuple(policies)
    lines = tuple(_list_lines(changelog.recorded, offered))
    newest, *others = changelog.entries or (Entry(version, day, ()),)
    if (newest.version, newest.date) != (version, day):
        newest, others = Entry(version, day, ()), [newest, *others]
    if not says and not newest.changes:
        raise ValueError(f"nothing is recorded yet for {version} on {day}: say which answers have changed")
    added = (*newest.changes, Change(says, lines)) if says else _add_lines(newest.changes, lines)
    return Changelog((replace(newest, changes=added), *others), {item.id: _hash_policy(item) for item in offered})


def _read_entry(data: Mapping[str, object]) -> Entry:
    changes = data["changes"]
    assert isinstance(changes, list)
    read = tuple(Change(each["says"], tuple(Line(**line) for line in each["lines"])) for each in changes)
    return Entry(str(data["version"]), str(data["date"]), read)


def _hash_policy(policy: Policy) -> Recorded:
    return Recorded(policy.fingerprint, {item.id: _mark_provision(item) for item in policy.provisions})


def _mark_provision(provision: Provision) -> str:
    return f"{provision.title} {sha256(repr(provision).encode()).hexdigest()[:DIGITS]}"


def _list_lines(recorded: Mapping[str, Recorded], policies: Iterable[Policy]) -> Iterator[Line]:
    for policy in policies:
        before = recorded.get(policy.id)
        if before is None:
            payees = unique(payee for provision in policy.provisions for payee in list_payees(provision.payee))
            whom = "、".join(payee.label for payee in payees)
            yield Line(policy.id, policy.region, "", policy.title, whom, NEW_POLICY)
        elif before.fingerprint != policy.fingerprint:
            yield from _list_lines_of(policy, before.provisions)


def _list_lines_of(policy: Policy, before: Mapping[str, str]) -> Iterator[Line]:
    lines = [
        _tell(policy, provision, CHANGED if provision.id in before else NEW)
        for provision in policy.provisions
        if before.get(provision.id) != _mark_provision(provision)
    ]
    now = {provision.id for provision in policy.provisions}
    gone = (mark.rpartition(" ")[0] for name, mark in before.items() if name not in now)
    lines += [Line(policy.id, policy.region, "", title, "", GONE) for title in gone]
    yield from lines or [Line(policy.id, policy.region, "", HEAD, "", CHANGED)]


def _tell(policy: Policy, provision: Provision, how: str) -> Line:
    whom = "、".join(payee.label for payee in list_payees(provision.payee))
    return Line(policy.id, policy.region, provision.clause, provision.title, whom, how)


def _add_lines(changes: tuple[Change, ...], lines: Iterable[Line]) -> tuple[Change, ...]:
    """Add to the last change the lines that are not there yet; what changed in a document of the day is none."""
    new = {line.policy for change in changes for line in change.lines if line.how == NEW_POLICY}
    told = {(line.policy, line.title) for line in changes[-1].lines}
    added = (line for line in lines if line.policy not in new and (line.policy, line.title) not in told)
    return (*changes[:-1], replace(changes[-1], lines=(*changes[-1].lines, *added)))

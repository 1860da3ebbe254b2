"""Is every file there, and is it what was built?"""

from collections.abc import Iterator
from pathlib import Path

from building.host.asking import GZIP, Answer
from building.host.causes import find_change
from building.host.findings import Finding, Kind
from building.host.visit import OWN_PAGE, Expected, Visit, describe_here, is_as_built, is_page
from building.manifest import NAME as MANIFEST


def find_in_files(visit: Visit) -> Iterator[Finding]:
    if not visit.has_manifest:
        yield judge_file(MANIFEST, visit.answers[MANIFEST], None) or Finding(Kind.CHANGED, MANIFEST, "读不出来")
    for address, answer in visit.answers.items():
        found = judge_file(address, answer, visit.files.get(address))
        if found and found.kind is Kind.CUT and not answer.is_cut and visit.pages_of_other_days:
            yield Finding(Kind.CHANGED, address)  # whole, and of another version
        elif found and address != MANIFEST:
            yield found


def judge_file(address: str, answer: Answer, expected: Expected | None) -> Finding | None:
    """The one thing that is wrong with a file, if something is; without an expectation, only whether it came at all."""
    if answer.status == 404 or answer.status == 410:
        return Finding(Kind.MISSING, address, str(answer.status))
    if 300 <= answer.status < 400:
        return Finding(Kind.MOVED, address, f"{answer.status}，转到 {answer.headers.get('location', '?')}")
    if answer.status != 200:
        return Finding(Kind.FAILED, address, str(answer.status or answer.reason))
    if answer.is_cut:
        return Finding(Kind.CUT, address, f"来了 {len(answer.body):,} 字节就断了")
    if expected and is_as_built(address, answer, expected):
        return None
    if is_other_page(address, answer):
        return Finding(Kind.REPLACED, address)
    return judge_content(address, answer, expected) if expected else None


def is_other_page(address: str, answer: Answer) -> bool:
    """A page that is none of ours: somebody asks to log in, or says that he is sorry."""
    text = answer.content[:2000].decode("utf-8", errors="replace").lstrip("\ufeff \t\r\n").lower()
    if is_page(address):
        return OWN_PAGE not in answer.text and "<" in text and not answer.content.startswith(GZIP)
    return text.startswith(("<!doctype html", "<html"))


def judge_content(address: str, answer: Answer, expected: Expected) -> Finding:
    if answer.content.startswith(GZIP) and not address.endswith(".gz"):
        told = "没有说明是压缩过的" if "content-encoding" not in answer.headers else "压缩了两次"
        return Finding(Kind.PACKED_WRONG, address, told)
    if answer.headers.get("content-encoding", "identity") not in ("gzip", "x-gzip", "identity"):
        return Finding(Kind.UNASKED, address, answer.headers["content-encoding"])
    if change := find_change(answer.content, expected):
        return Finding(change, address)
    length = len(answer.content)
    more = length - expected.size if expected.size is not None else 0
    if more < 0 and not (is_page(address) and answer.content.rstrip().endswith(b"</html>")):
        return Finding(Kind.CUT, address, f"{length:,} 字节，应当是 {expected.size:,} 字节")
    return Finding(Kind.CHANGED, address, f"{'多' if more > 0 else '少'}了 {abs(more):,} 字节" if more else "")


def find_unlike_here(visit: Visit, site: Path) -> Iterator[Finding]:
    """What the host says it has and what lies here, unless that was built for this machine alone."""
    if not any(site.glob("runtime/*.br")):
        return
    for address, expected in describe_here(site).items():
        told = visit.files.get(address)
        if told is None:
            yield Finding(Kind.UNLIKE_HERE, address, "网站上没有")
        elif told.sha256 != expected.sha256:
            yield Finding(Kind.UNLIKE_HERE, address)

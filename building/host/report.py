"""Say what was found: by subject, each fault once, with its addresses, what to do, and the line that says so."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from building.host.findings import Finding, Group, Kind
from building.places import DOCS

SHOWN = 5  # addresses of one fault, and ways of being wrong: the rest is counted
PAGE = DOCS / "deployment.md"


def write_report(address: str, asked: int, findings: Sequence[Finding], notes: Sequence[str] = ()) -> str:
    found: dict[Kind, list[Finding]] = defaultdict(list)
    for finding in dict.fromkeys(findings):
        found[finding.kind].append(finding)
    lines = [*notes, f"{address}：核对了 {asked} 个文件。"]
    if not found:
        return "\n".join([*lines, "没有发现问题。"])
    for group in Group:
        kinds = [kind for kind in Kind if kind.group is group and kind in found]
        if kinds:
            lines += ["", f"【{group.value}】"]
        for kind in kinds:
            lines += tell_kind(kind, found[kind])
    return "\n".join([*lines, "", f"共发现 {len(found)} 类问题。改好以后再检查一次。"])


def tell_kind(kind: Kind, findings: Sequence[Finding]) -> Iterator[str]:
    yield f"✗ {kind.title}（{len(findings)} 处）"
    alike: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        alike[finding.detail].append(finding.address or "首页")
    for detail, addresses in [*alike.items()][:SHOWN]:
        named = "、".join(addresses[:SHOWN]) + (f" 等 {len(addresses)} 处" if len(addresses) > SHOWN else "")
        yield f"    {named}{f'：{detail}' if detail else ''}"
    if len(alike) > SHOWN:
        yield f"    …… 还有 {sum(map(len, [*alike.values()][SHOWN:]))} 处"
    yield f"  怎么办：{kind.advice}"
    if kind.quoted:
        heading, line = quote(kind.quoted)
        yield f"  部署说明“{heading}”：{line}"


def quote(words: str) -> tuple[str, str]:
    """The line of the page on deploying in which these words stand first, and its heading."""
    heading = "部署"
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        heading = line.lstrip("# ") if line.startswith("##") else heading
        if words in line:
            return heading, line.strip().removeprefix("- ")
    raise LookupError(f"docs/deployment.md says nothing of {words}")

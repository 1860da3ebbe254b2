"""Check a host from the first question to the report."""

from pathlib import Path
from urllib.parse import urljoin

from building.commands import say
from building.host.addresses import find_in_addresses
from building.host.asking import MOVED, Host, UnreachableError
from building.host.causes import find_causes
from building.host.editions import find_foreign, find_in_editions
from building.host.exposed import find_exposed
from building.host.files import find_in_files, find_unlike_here
from building.host.findings import Finding, Kind
from building.host.other_edition import find_other_edition
from building.host.report import write_report
from building.host.sending import find_in_sending
from building.host.visit import visit_host

LED = 3  # times that an address may lead to another, before that is a circle


def check_host(address: str, site: Path | None = None) -> int:
    """Say what is wrong with a host. 0: nothing; 1: something; 2: nobody answers. A site that lies here is compared."""
    try:
        host, notes = find_host(address)
    except UnreachableError as error:
        say(f"查不了 {address}：{error}")
        return 2
    say(f"正在检查 {host.address}：每个文件都要下载一遍，网慢时要几分钟 …")
    with host:
        asked, findings = find_faults(host, site)
    say(write_report(host.address, asked, findings, notes))
    return 1 if findings else 0


def find_host(address: str) -> tuple[Host, list[str]]:
    """The host that answers in the end: http leads to https, a folder's name to the folder."""
    host, notes = Host(address), []
    for _ in range(LED):
        with host:
            answer = host.ask("")
        if not answer.status:
            raise UnreachableError(f"连不上服务器（{answer.reason}）。请核对网址、网络和证书。")
        if answer.status not in MOVED:
            break
        target = Host(urljoin(host.address, answer.headers.get("location", "")))
        if target.name != host.name:
            break  # somebody else's: told as a file that was moved
        notes.append(f"这个地址转到 {target.address}，检查的是那里。")
        host = target
    return host, notes


def find_faults(host: Host, site: Path | None = None) -> tuple[int, list[Finding]]:
    """How many files were asked for, and all that is wrong."""
    visit = visit_host(host)
    if not visit.files and not visit.pages:
        found = [*find_in_files(visit), *find_causes(visit)]
        return len(visit.answers), found or [Finding(Kind.REPLACED, "")]
    findings = [
        *find_in_files(visit),
        *find_causes(visit),
        *find_other_edition(visit, site),
        *(find_unlike_here(visit, site) if site else ()),
        *find_exposed(visit),
        *find_in_editions(visit),
        *find_foreign(visit),
        *find_in_sending(visit),
        *find_in_addresses(visit),
    ]
    return len(visit.answers), findings

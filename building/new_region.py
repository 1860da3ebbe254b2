"""Lay out the skeleton of a region: every file that its document needs, valid as it stands, with 待填 where to fill in.

Whoever adds a kind of file that every region needs adds it to FILES.
"""

import re
from keyword import iskeyword
from pathlib import Path
from string import Template

from building.commands import stop
from building.places import ROOT

REGISTER = Path("calc/policies/__init__.py")
IMPORT = "from calc.policies."
LAST_OF_REGISTER = "    )\n)"
ID = re.compile(r"[a-z][a-z0-9_]*")

POLICY = '''"""待填 $NAME: the document's number, what it is about, from when to when."""

from datetime import date

from calc.rules import Holds, Once, yuan
from calc.rules.document import UNNAMED_FUND, Term
from calc.rules.payees import Nature, Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision

registered_poor = Holds("建档立卡贫困劳动力", "is_registered_poor")

first_subsidy = Provision(
    id="first-subsidy",
    clause="待填",
    title="待填：名称",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="待填：用自己的话写一句，谁、满足什么、得到什么。",
    fund=UNNAMED_FUND,
    when=(registered_poor,),
    pays=Once("待填：给予1000元", yuan(1_000)),
)

$NAME = Policy(
    id="$id",
    region="待填$id",
    place="待填$id",
    province="待填",
    heading="待填$id：用大家的话写一句，这份文件帮谁，能领什么",
    title="待填：文件标题",
    number="待填：文号",
    issuer="待填：发文机关",
    issued=None,
    term=Term("待填：自2020年1月1日起", date(2020, 1, 1), None),
    claims=None,
    audience="待填：对象是谁。",
    people=registered_poor,
    provisions=(first_subsidy,),
)
'''

CASES = """# 待填$id算例

### 待填：名称（first-subsidy）

共同事实：测算日期 2020-06-30

| 建档立卡 | 结果 | 金额 | 缺少 | 依据 |
|---|---|---|---|---|
| 是 | 可享受 | 1,000.00 | | 给予1000元 |
| 否 | 不符合 | | | 建档立卡贫困劳动力 |
| 不清楚 | 待补充 | 0.00 至 1,000.00 | 建档立卡 | |
"""

EXEMPTIONS = """# 待填$id：没有单独计算的原文

没有条款来计算的原文，和不计算的原因。短语写开头和结尾，中间用 …，管住一段里从头到尾的原文，也管住它出现的每一处。

全文 待填

| 原文短语 | 条款 | 为什么不计算 |
| --- | --- | --- |
"""

REGISTERED = '''"""What tests know of 待填$id, from its text."""

UNNAMED = "文件未写明资金来源"
CARDS = f"""
    first-subsidy | 待填 | cash | worker | {UNNAMED}
"""
EVIDENCE: dict[str, str] = {}
OFFICES: dict[str, str] = {}
LASTS: dict[str, str] = {}
ABOUT = frozenset({"is_registered_poor"})
JUDGED: frozenset[tuple[str, str]] = frozenset()
ASKS_PRIVATE = False
FIRST_DAY = "2020年1月1日"
TARGETS: tuple[int, ...] = ()
LADDERS: dict[str, dict[str, object]] = {}
SURE_FOR_WORKER = "0.00"
NO_TWIN = "待填：没有写 tests/twin/$id.py 的原因；写了就留空。"
'''

FILES = {
    "calc/policies/$id.py": POLICY,
    "tests/cases/$id.md": CASES,
    "tests/exemptions/$id.md": EXEMPTIONS,
    "tests/regions/$id.py": REGISTERED,
}
"""What every region needs, by its path: the text to begin with."""

NEXT = """
The region stands on the site already, with 待填 wherever something is to be filled in; a test fails until none is left.
Fill in, in this order (CONTRIBUTING.md says how):
  1. calc/policies/$id.py: the document's title, number, issuer and term, then one provision for each thing it grants.
  2. tests/cases/$id.md: a table for each provision, written from the text.
  3. tests/exemptions/$id.md: what the text says that is not calculated, and why.
  4. tests/regions/$id.py: what the text says of each provision, pinned by somebody who read it.
  5. tests/twin/$id.py: the cash provisions once more, by somebody who has not read the declarations.
  6. docs/changelog.json, by itself: python3 build.py record-version "新增待填$id".
Then run: POLICY_TEXTS=<folder with $id.txt> python3 build.py test"""


def lay_region(id_: str, root: Path = ROOT) -> None:
    """Write the files of a new region and enter it into the register; stop where the id cannot be used."""
    check_id(id_, root)
    names = {"id": id_, "NAME": id_.upper()}
    for path, text in FILES.items():
        file = root / Template(path).substitute(names)
        file.write_text(Template(text).substitute(names), encoding="utf-8")
        print(f"Laid out {file.relative_to(root).as_posix()}.")
    register = root / REGISTER
    register.write_text(enter(id_, register.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"Entered it, as the last, into {REGISTER.as_posix()}.", Template(NEXT).substitute(names), sep="\n")


def check_id(id_: str, root: Path) -> None:
    """Stop where something else has this name already, or where it cannot name a module and an address."""
    if not ID.fullmatch(id_) or iskeyword(id_):
        stop(f"{id_!r} cannot be a region's id: take a word of small letters, digits and _, such as jining.")
    taken = [path for path in (Template(path).substitute(id=id_) for path in FILES) if (root / path).exists()]
    taken += [path.relative_to(root).as_posix() for path in (root / "docs").rglob("*") if path.stem == id_]
    if taken:
        stop(f"{id_!r} cannot be a new region's id: there is {taken[0]} already.")


def enter(id_: str, register: str) -> str:
    """The register with one more policy: its import in order, its name as the last."""
    lines = register.splitlines(keepends=True)
    imports = sorted([line for line in lines if line.startswith(IMPORT)] + [f"{IMPORT}{id_} import {id_.upper()}\n"])
    first = next(at for at, line in enumerate(lines) if line.startswith(IMPORT))
    rest = "".join(line for line in lines[first:] if not line.startswith(IMPORT))
    head, last, tail = rest.rpartition(LAST_OF_REGISTER)
    return "".join([*lines[:first], *imports, head, f"        {id_.upper()},\n", last, tail])

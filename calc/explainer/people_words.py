"""What people say where documents use other words: by the word of the documents the words that people search for."""

import re
from collections.abc import Iterable, Iterator, Mapping

from calc.rules.policy import Policy
from calc.rules.provision import Provision

SAID: Mapping[str, tuple[str, ...]] = {
    "交通": ("路费", "车费", "车票", "火车票"),
    "伙食": ("饭钱", "饭费"),
    "探亲": ("回家", "过年", "路费"),
    "租房": ("租金", "房租", "住房"),
    "生活费": ("生活费", "饭钱"),
    "社会保险": ("社保", "五险", "养老保险"),
    "医疗": ("看病", "医保"),
    "培训": ("学技术", "学手艺", "培训费"),
    "证书": ("考证", "证书"),
    "鉴定": ("考证", "考试"),
    "学费": ("上学", "学费", "孩子"),
    "两后生": ("上学", "孩子", "学生"),
    "毕业生": ("上学", "学生", "大学生"),
    "创业": ("开店", "做生意", "个体户", "当老板"),
    "信贷": ("借钱", "贷款"),
    "招聘": ("招工", "招人"),
    "认定": ("怎么申请", "申报"),
    "申请": ("怎么申请",),
    "登记": ("失业",),
    "贫困": ("贫困户", "穷", "脱贫"),
    "公益性岗位": ("保洁", "护林", "扫地", "在家门口上班"),
    "补贴": ("补助", "钱", "领钱"),
    "补助": ("补贴", "钱", "领钱"),
    "奖": ("奖励", "奖金", "钱"),
    "就业": ("打工", "上班", "工作", "找工作"),
    "务工": ("打工", "外出"),
    "劳动者": ("打工", "农民工", "民工", "工人", "工资"),
    "用人单位": ("老板", "公司", "工厂", "厂里", "企业"),
    "车间": ("老板", "工厂", "厂里"),
    "中介": ("老乡", "介绍人", "介绍工作", "劳务公司"),
    "经纪人": ("带人打工", "介绍人", "老乡"),
}
_PART = re.compile(r"(?:^|(?<=[省市区县州]))(\w{2,3}?)(?=[省市区县州])")
"""The name of a place without what kind of place it is."""


def list_said(text: str) -> tuple[str, ...]:
    """List what people say for the words in a text."""
    return tuple(dict.fromkeys(said for word, others in SAID.items() if word in text for said in others))


def describe(provision: Provision) -> str:
    """Say what a provision is about and whom it is for: what it only asks or mentions is not what people look for."""
    payees = "".join(f"{payee.label}{payee.plain}" for payee in provision.payees)
    papers = f"申请{provision.office.text}" if provision.office else ""
    return f"{provision.title}{provision.gist}{payees}{papers}"


def list_places(policy: Policy) -> tuple[str, ...]:
    """List the places of a policy and of those it names, each by the name that people use."""
    homes = policy.options_of("home").values() if "home" in policy.facts else ()
    return tuple(dict.fromkeys((policy.region, policy.place, policy.province, *split_places(homes))))


def split_places(labels: Iterable[str]) -> Iterator[str]:
    """Split the names of places: 重庆市万州区 gives 重庆, 万州."""
    for label in labels:
        yield from (name for name in _PART.findall(label) or (label,) if not name.startswith("其他"))

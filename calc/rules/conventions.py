"""Conventions: how we read what every document leaves to usage. Results cite the ones they rest on."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Convention:
    """One convention: how we count, and why."""

    id: str
    title: str
    text: str
    because: str


INCLUSIVE = Convention(
    "inclusive",
    "“以上”“以内”“不超过”“以后”包括本数、当天",
    "写“10 人以上”，10 人就算；写“不超过 60 天”，60 天也算；写“1 月 1 日以后”，1 月 1 日当天也算。",
    "《民法典》第一千二百五十九条",
)
COMPLETE_MONTHS = Convention(
    "complete-months",
    "按整月计算",
    "从开始那天起，到后面月份的同一天满一个月；没有这一天的，到月末那天为满。"
    "一年就是 12 个整月。写了最后一天的，那一天整天算在内；还在继续的，测算那天还没有过完，不算在内。",
    "《民法典》第二百零二条和通常做法",
)
WINDOW_MONTHS = Convention(
    "window-months",
    "只算政策期内的月份",
    "政策开始之前、到期之后的月份不算；政策期的最后一天算在内，按那一天测算也算在内。",
    "文件只对执行期限内的事情作规定",
)
CALENDAR_YEARS = Convention(
    "calendar-years",
    "“每年”按年度计算",
    "写“每年”而没有写“满一年”的，跨几个年度就算几年；一共不满一个整月的不算。",
    "文件没有写按满一年还是按年度",
)
EVENT_DAY = Convention(
    "event-day",
    "看事情发生的那一天",
    "培训、招聘会这样的事，看它开始、发生的那一天：那一天在政策期内就算。",
    "文件没有写按哪一天认定",
)
CEILING = Convention(
    "ceiling",
    "“最高”的金额不算作确定金额",
    "写“不超过”“不高于”的，实际可能更少，只显示最高是多少，不加进合计。",
    "文件只定了上限",
)
FLOOR = Convention(
    "floor",
    "“不低于”的金额是下限",
    "写“不低于”的，实际可能更多，显示为“不低于”，写在合计旁边，不加进去。",
    "文件只定了下限",
)
ESTIMATE = Convention(
    "estimate",
    "“预计”的金额不算作确定金额",
    "写“预计”的，实际可能更多，也可能更少，显示为“预计”，写在合计旁边，不加进去。",
    "文件写的是预计数",
)
ROUNDING = Convention(
    "rounding",
    "四舍五入到分",
    "除不尽的金额四舍五入到分：按月发的每个月先取整，其余的最后取整一次。",
    "文件没有写怎样取整",
)

CONVENTIONS: Mapping[str, Convention] = {
    item.id: item
    for item in (
        *(INCLUSIVE, COMPLETE_MONTHS, WINDOW_MONTHS, CALENDAR_YEARS, EVENT_DAY),
        *(CEILING, FLOOR, ESTIMATE, ROUNDING),
    )
}

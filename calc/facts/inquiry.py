"""What is asked about the question itself."""

from calc.facts.questions import Day


class Inquiry:
    """The question itself."""

    as_of = Day("按哪一天测算？", "测算日期", hint="月数都算到这一天；政策已经到期的，期内的事情照样算。")

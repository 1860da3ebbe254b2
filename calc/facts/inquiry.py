"""What is asked about the question itself."""

from calc.facts.questions import Day


class Inquiry:
    """The question itself."""

    as_of = Day("按哪一天测算？", "测算日期", hint="在职月数算到这一天；申请当年取得证书等条件，也按这一天看。")

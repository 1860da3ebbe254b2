"""What tests know of Dalian, from its text."""

UNNAMED = "文件未写明资金来源"
CARDS = f"""
    base-recognition | 认定（二）（三） | recognition | employer
    recognition-procedure | 认定（四） | service | employer
    social-insurance-subsidy | 二（一）1 | referenced | employer | {UNNAMED}
    post-subsidy | 二（一）1 | referenced | employer | {UNNAMED}
    agent-subsidy | 二（一）2 | cash | agent | 吸纳贫困劳动力就业的企业所在区市县
    other-subsidies | 二（一）3 | service | employer
    training-subsidy | 二（二）1 | referenced | worker ? | {UNNAMED}
    training-base-nomination | 二（二）2 | service | employer
    promotion | 二（三）1、2 | service | employer
    office-duties | 管理（一） | service | authority
    base-duties | 管理（二） | service | employer
    credit-nomination | 管理（三） | service | employer
    recognition-form | 附件 | service | employer
"""
PAPERS = "《大连市市级就业扶贫基地认定表》、市人社部门和财政部门规定的其他材料"
EVIDENCE = {"base-recognition": PAPERS, "recognition-procedure": PAPERS, "recognition-form": PAPERS}
BASES = "向注册所在地就业管理服务机构提出申请"
OFFICES = {
    "base-recognition": BASES,
    "recognition-procedure": BASES,
    "recognition-form": BASES,
    "credit-nomination": "市级就业管理服务机构每年组织考核",
}
LASTS: dict[str, str] = {}
ABOUT = frozenset({"is_registered_poor"})
JUDGED = frozenset(
    {
        ("base-recognition", "is_strong_recruiter"),
        ("training-base-nomination", "training_work_is_outstanding"),
        ("credit-nomination", "work_is_outstanding"),
    }
)
ASKS_PRIVATE = True
FIRST_DAY = "2018年5月8日"
TARGETS: tuple[int, ...] = ()
LADDERS: dict[str, dict[str, object]] = {}
SURE_FOR_WORKER = "0.00"
NO_TWIN = ""

"""Say who compared a policy's declarations with its text, or that they have changed since."""

from collections.abc import Iterable

from calc.proof.sign_offs import FILE, TABLE, SignOff, find_own, is_current
from calc.rules.policy import Policy

HOW_TO_ENTER = (
    f"核对完，请网站的管理员把下面几行填好单位、科室或者职务（不写姓名）、日期，加进 mkdocs.yml 旁边的 {FILE}，"
    "再生成网站，网页和纸上就写明已核对。"
)


def say_sign_off(policy: Policy, sign_offs: Iterable[SignOff], *, with_role: bool = False) -> str:
    """Say by which units and when the declarations were compared; nothing where nobody did."""
    own = find_own(policy, sign_offs)
    current = [_say_who(item, with_role=with_role) for item in own if is_current(policy, item)]
    if current:
        return f"已核对（{'；'.join(current)}）。"
    return f"核对过（{_say_who(own[-1], with_role=with_role)}），该核对之后条款有改动。" if own else ""


def list_lines_to_enter(policy: Policy) -> tuple[str, ...]:
    """List the lines for the file; what is left empty there is named until it is filled in."""
    return (
        f"[[{TABLE}]]",
        f'policy = "{policy.id}"',
        f'fingerprint = "{policy.short_fingerprint}"',
        'unit = ""',
        'role = ""',
        "date =",
    )


def _say_who(item: SignOff, *, with_role: bool) -> str:
    return f"{item.unit}{f' {item.role}' if with_role else ''}，{item.date}"

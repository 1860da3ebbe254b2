"""The unified social credit code of GB 32100-2015: the last of its eighteen characters checks the others."""

LENGTH = 18
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def find_credit_code_fault(code: str) -> str | None:
    """What is wrong with a code, as a Chinese sentence; None when nothing is."""
    code = code.upper()
    if len(code) != LENGTH:
        return f"统一社会信用代码应为 {LENGTH} 位，现在是 {len(code)} 位。"
    if strange := [char for char in code if char not in ALPHABET]:
        return f"统一社会信用代码不应有“{strange[0]}”，请检查。"
    if code[-1] != check_character(code[:-1]):
        return "统一社会信用代码的校验位不对，请检查是否有打错的字符。"
    return None


def check_character(body: str) -> str:
    """The check character of the first seventeen: weights are the powers of 3, modulo 31."""
    weighed = sum(ALPHABET.index(char) * pow(3, place, 31) for place, char in enumerate(body))
    return ALPHABET[-weighed % 31]

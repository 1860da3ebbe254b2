"""Whether a region has the twin that it owes."""

from collections.abc import Collection

from tests.regions.register import Region


def find_fault(policy: str, region: Region, cash: Collection[str], twin: Collection[str], *, is_asked: bool) -> str:
    """What is amiss with a region's twin, as one sentence; empty where the twin calculates every cash provision.

    `cash` and `twin` name the provisions that pay cash and those that the twin calculates; `is_asked` says whether
    there are questions to it.
    """
    file, register = f"tests/twin/{policy}.py", f"NO_TWIN of tests/regions/{policy}.py"
    if region.no_twin:
        return f"{file} has rules, and {register} says why there are none: take out one of them." if twin else ""
    if not twin or not is_asked:
        return f"Write {file} and name it in TWIN and in QUESTIONS, or say in {register} why there is no twin."
    if differing := sorted({*cash} ^ {*twin}):
        return f"{file} calculates other provisions than those that pay cash: {', '.join(differing)}."
    return ""

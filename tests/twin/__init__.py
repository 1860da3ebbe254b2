"""A second, plain calculation of the cash provisions, written from the official texts alone.

Whoever wrote it had not read the declarations. `python -m tests.twin 100000` asks both that many random questions.
"""

from collections.abc import Mapping

from tests.twin import dalian, jining, ningxia, shaoxing, zhongshan
from tests.twin.plain import Rule

TWIN: Mapping[str, Mapping[str, Rule]] = {
    "dalian": dalian.RULES,
    "ningxia": ningxia.RULES,
    "zhongshan": zhongshan.RULES,
    "shaoxing": shaoxing.RULES,
    "jining": jining.RULES,
}

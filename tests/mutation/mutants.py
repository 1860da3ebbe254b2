"""Small mistakes that could be made in a declaration or a word: one change of the syntax tree each."""

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Selection
from calc.rules.payees import Nature, Payee

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd,
}
NAMES = {
    "min": ("max",),
    "max": ("min",),
    "any": ("all",),
    "all": ("any",),
    "all_of": ("any_of",),
    "any_of": ("all_of",),
    "AllOf": ("AnyOf",),
    "AnyOf": ("AllOf",),
    "Highest": ("Each",),
    "Each": ("Highest",),
    "Once": ("UpTo", "NotLess"),
    "UpTo": ("Once",),
    "NotLess": ("Once",),
    "once": ("up_to", "not_less"),
    "up_to": ("once", "exactly"),
    "not_less": ("once",),
    "Holds": ("Judged",),
    "Judged": ("Holds",),
    "judged": ("fact",),
    "AtLeast": ("AtMost",),
    "AtMost": ("AtLeast",),
    "at_least": ("at_most",),
    "at_most": ("at_least",),
    "InKind": ("NotStated",),
    "NotStated": ("InKind",),
    "ByOtherRules": ("PaidFor",),
    "PaidFor": ("ByOtherRules",),
    "years": ("months",),
    "months": ("years", "days"),
    "days": ("months",),
    "yearly": ("each_year",),
    "each_year": ("yearly",),
    "first_months": ("monthly",),
    "CountsBefore": ("CompletesLater",),
    "NamesNoStart": ("CountsBefore",),
    "CompletesLater": ("CountsBefore",),
    "exactly": ("up_to",),
    "no_less_than": ("exactly",),
    "ALREADY": ("()",),
    "ZERO": ("Fraction(1)",),
    "EMPLOYMENT": ("INSURANCE", "POST"),
    "INSURANCE": ("EMPLOYMENT",),
    "BROKER_INSURANCE": ("EMPLOYMENT",),
    "BUSINESS": ("EMPLOYMENT",),
    "POST": ("EMPLOYMENT",),
    "RENT_WHILE_EMPLOYED": ("RENT", "EMPLOYMENT"),
    "EMPLOYMENT_SINCE_COMING": ("EMPLOYMENT", "CONTRIBUTIONS_SINCE_COMING"),
    "CONTRIBUTIONS_SINCE_COMING": ("INSURANCE", "EMPLOYMENT_SINCE_COMING"),
    "EMPLOYMENT_FUNDS": ("CLAUSE_FUNDS",),
    "CLAUSE_FUNDS": ("EMPLOYMENT_FUNDS",),
}
"""Words that are easily taken for one another."""
UNWRAPPED = {
    "Expected": 1,
    "Rounded": 0,
    "Divided": 0,
    "When": 1,
    "From": 1,
    "ByOtherRules": 1,
    "PaidFor": 1,
    "SureIf": 2,
}
"""Words around a sum, and which of their arguments the sum is: it may stand there without them by mistake."""
ATTRIBUTES = {
    "low": "high",
    "high": "low",
    "default": "other",
    "other": "default",
    "missing": "awaited",
    "awaited": "missing",
    "start": "end",
    "end": "start",
    "day_after": "day",
    "YES": "UNKNOWN",
    "NO": "YES",
    "UNKNOWN": "NO",
    "JUDGEMENT": "UNKNOWN",
    "EXACT": "RANGE",
    "RANGE": "EXACT",
}
LEAST = {"monthly": 3, "for_each_month": 2, "Fund": 2, "CompletesLater": 1}
"""Words that take one argument more, without its name, and how many they need."""
OPTIONAL = {
    *("happens", "lasts", "after", "during", "dated_by", "outside_term", "skips", "per", "at_most", "until", "within"),
    *("under", "fund", "office", "clause", "named", "evidence", "instalments", "excludes", "scope", "claims", "doubts"),
    *("wanted", "states", "disputed", "reading", "overlaps", "below", "otherwise", "years", "other_start"),
    *("stages", "then", "of", "total", "average", "unasked"),
}
"""Arguments that may be left out by mistake."""
PROSE = {
    "notes",
    "gist",
    "title",
    "called",
    "label",
    "why",
    "audience",
    "number",
    "issuer",
    "region",
    "place",
    "issued",
}
"""Arguments that only say something; what they say is read, not calculated."""
NOTES = {"Note", "Unjudged"}
"""Words that only say something, wherever they stand: an officer reads them on the review sheet, nothing hangs on
them, and tests/proof compares their phrases with the text as it does every other."""


@dataclass(frozen=True)
class Mutant:
    """One change: `make` makes it in the tree it was found in. `key` names it without line numbers.

    `scope` is the name under which it stands, `mark` tells whether what stands there has changed.
    """

    file: str
    scope: str
    mark: str
    line: int
    kind: str
    key: str
    make: Callable[[], None]


def mutants_of(file: str, tree: ast.Module) -> Iterator[Mutant]:
    """Every mutant of a module, in the order of its text; equal keys are numbered."""
    seen: Counter[str] = Counter()
    is_policy = file.startswith("policies/")
    for mutant in _Finder(file, is_policy).find(tree):
        seen[mutant.key] += 1
        yield replace(mutant, key=f"{mutant.key} ({seen[mutant.key]})") if seen[mutant.key] > 1 else mutant


@dataclass
class _Finder:
    file: str
    is_policy: bool

    def find(self, tree: ast.Module) -> Iterator[Mutant]:
        for statement in tree.body:
            mark = sha256(ast.dump(statement).encode()).hexdigest()[:8]
            for mutant in self._walk(statement, _scope_of(statement, ""), _Place()):
                yield replace(mutant, mark=mark)

    def _walk(self, node: ast.AST, scope: str, around: "_Place") -> Iterator[Mutant]:
        if isinstance(node, ast.Import | ast.ImportFrom) or scope == "__all__":
            return
        for field, value in ast.iter_fields(node):
            if field in ("annotation", "returns", "decorator_list", "bases", "ctx", "type_params"):
                continue
            for at, child in enumerate(value if isinstance(value, list) else [value]):
                if not isinstance(child, ast.AST) or _only_says(child) or _is_type(node, field, child):
                    continue
                inside = around.within(child)
                place = at if isinstance(value, list) else None
                for kind, new in self._variants(child, inside, node):
                    if new is None or ast.dump(new) != ast.dump(child):
                        yield self._mutant(scope, kind, node, field, place, child, new)
                yield from self._walk(child, _scope_of(child, scope), inside)

    def _mutant(
        self, scope: str, kind: str, parent: ast.AST, field: str, place: int | None, old: ast.AST, new: ast.AST | None
    ) -> Mutant:
        def make() -> None:
            if place is None:
                setattr(parent, field, new)
            elif new is None:
                del getattr(parent, field)[place]
            else:
                getattr(parent, field)[place] = new

        key = f"{self.file} {scope}: {kind}: {_say_change(old, new)}"
        return Mutant(self.file, scope, "", getattr(old, "lineno", 0), kind, key, make)

    def _variants(self, node: ast.AST, around: "_Place", parent: ast.AST) -> Iterator[tuple[str, ast.AST | None]]:
        if isinstance(node, ast.Constant):
            yield from self._constants(node, around)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield from (("name", ast.parse(other, mode="eval").body) for other in NAMES.get(node.id, ()))
        elif isinstance(node, ast.Attribute):
            yield from self._attributes(node)
        elif isinstance(node, ast.Compare):
            for place, operator in enumerate(node.ops):
                for other in COMPARISONS[type(operator)]:
                    ops = [*node.ops[:place], other(), *node.ops[place + 1 :]]
                    yield "comparison", ast.Compare(node.left, ops, node.comparators)
        elif isinstance(node, ast.BoolOp):
            yield "and/or", ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        elif isinstance(node, ast.UnaryOp):
            yield "not/minus", node.operand
        elif isinstance(node, ast.BinOp) and type(node.op) in OPERATORS and not _is_text(node):
            yield "arithmetic", ast.BinOp(node.left, OPERATORS[type(node.op)](), node.right)
        elif isinstance(node, ast.If):
            for constant in (True, False):
                yield "branch", ast.If(ast.Constant(constant), node.body, node.orelse)
        elif isinstance(node, ast.IfExp):
            yield from (("branch", chosen) for chosen in (node.body, node.orelse))
        elif isinstance(node, ast.comprehension) and node.ifs:
            yield "filter", ast.comprehension(node.target, node.iter, [], node.is_async)
        elif isinstance(node, ast.Raise):
            yield "raise", ast.Pass()
        elif isinstance(node, ast.Return) and node.value:
            yield "return", ast.Return(ast.Tuple([], ast.Load()))
        elif isinstance(node, ast.AugAssign) and type(node.op) in OPERATORS:
            yield "arithmetic", ast.AugAssign(node.target, OPERATORS[type(node.op)](), node.value)
        elif isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Load):
            for place, element in enumerate(node.elts):
                if not _is_note(element):
                    yield "element", ast.Tuple([*node.elts[:place], *node.elts[place + 1 :]], ast.Load())
        elif isinstance(node, ast.keyword) and node.arg in OPTIONAL and isinstance(parent, ast.Call):
            yield "argument", None
        elif isinstance(node, ast.Call) and self.is_policy:
            yield from self._calls(node)

    def _constants(self, node: ast.Constant, around: "_Place") -> Iterator[tuple[str, ast.AST | None]]:
        if isinstance(node.value, bool):
            yield "boolean", ast.Constant(not node.value)
        elif isinstance(node.value, int):
            yield from (("number", ast.Constant(node.value + step)) for step in (1, -1))
        elif isinstance(node.value, str) and self.is_policy and around.keyword != "id":
            if around.call == "Fraction":
                yield "number", ast.Constant(str(float(node.value) + 1))
            elif node.value in CATALOGUE:
                kind = type(CATALOGUE[node.value])
                same = [fact for fact, question in CATALOGUE.items() if type(question) is kind]
                yield "fact", ast.Constant(same[(same.index(node.value) + 1) % len(same)])
            elif other := _other_option(node.value, around.choice):
                yield "option", ast.Constant(other)
            elif around.keyword == "clause" or around.call == "Section":
                yield "clause", ast.Constant(node.value + "1")

    def _attributes(self, node: ast.Attribute) -> Iterator[tuple[str, ast.AST | None]]:
        owner = node.value.id if isinstance(node.value, ast.Name) else ""
        kinds: dict[str, Any] = {"Payee": Payee, "Nature": Nature}
        if owner in kinds:
            names = [member.name for member in kinds[owner]]
            yield owner.lower(), ast.Attribute(node.value, names[(names.index(node.attr) + 1) % len(names)], node.ctx)
        elif node.attr in ATTRIBUTES:
            yield "attribute", ast.Attribute(node.value, ATTRIBUTES[node.attr], node.ctx)

    def _calls(self, node: ast.Call) -> Iterator[tuple[str, ast.AST | None]]:
        name = _name_of(node)
        if name.startswith("Either"):
            other = {"default": "other", "other": "default"}
            keywords = [ast.keyword(other.get(item.arg or "", item.arg), item.value) for item in node.keywords]
            yield "readings swapped", ast.Call(node.func, node.args, keywords)
        elif name in ("monthly", "for_each_month", "Fund", "CompletesLater") and len(node.args) > LEAST[name]:
            yield "argument", ast.Call(node.func, node.args[:-1], node.keywords)
        elif name in UNWRAPPED:
            yield "unwrapped", node.args[UNWRAPPED[name]]


@dataclass(frozen=True)
class _Place:
    """What stands around a piece of source: its argument, the call it is in, and the choice that call asks about."""

    keyword: str = ""
    call: str = ""
    choice: str = ""

    def within(self, node: ast.AST) -> "_Place":
        """The place of what stands inside a piece of source."""
        if isinstance(node, ast.keyword):
            return replace(self, keyword=node.arg or "")
        if not isinstance(node, ast.Call):
            return self
        named = [item.value for item in node.args if isinstance(item, ast.Constant) and isinstance(item.value, str)]
        choices = [name for name in named if isinstance(CATALOGUE.get(name), Selection)]
        return _Place(call=_name_of(node), choice=choices[0] if choices else self.choice)


def _only_says(node: ast.AST) -> bool:
    """Whether nothing is calculated by it: prose, a note, a docstring."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    return (isinstance(node, ast.keyword) and node.arg in PROSE) or _is_note(node)


def _is_note(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and _name_of(node) in NOTES


def _is_type(parent: ast.AST, field: str, node: ast.AST) -> bool:
    """Whether it says of what type something is: tuple[int, ...]."""
    return isinstance(parent, ast.Subscript) and field == "slice" and isinstance(node, ast.Tuple)


def _name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _scope_of(node: ast.AST, around: str) -> str:
    if isinstance(node, ast.Assign | ast.AnnAssign) and not around:
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        return ast.unparse(target)
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return f"{around}.{node.name}".removeprefix(".")
    return around


def _other_option(value: str, choice: str) -> str:
    """Another option of the question that is asked, or else of the first that has this one."""
    asked = CATALOGUE.get(choice)
    for question in (asked, *CATALOGUE.values()):
        if isinstance(question, Selection) and value in question.options:
            options = list(question.options)
            return options[(options.index(value) + 1) % len(options)]
    return ""


def _is_text(node: ast.BinOp) -> bool:
    return any(
        isinstance(side, ast.JoinedStr) or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        for side in (node.left, node.right)
    )


def _say_change(old: ast.AST, new: ast.AST | None) -> str:
    """Before and after; of a tuple only the element that it lost."""
    if isinstance(old, ast.Tuple) and isinstance(new, ast.Tuple):
        (lost,) = (item for item in old.elts if not any(item is kept for kept in new.elts))
        return f"{_short(lost)} → nothing"
    return f"{_short(old)} → {'nothing' if new is None else _short(new)}"


def _short(node: ast.AST) -> str:
    """The node as one line of source; long ones shortened in the middle."""
    if isinstance(node, ast.If):
        return f"if {_short(node.test)}"
    if isinstance(node, ast.comprehension):
        return "for … " + " ".join(f"if {_short(test)}" for test in node.ifs)
    text = " ".join(ast.unparse(ast.fix_missing_locations(node)).split())
    return text if len(text) <= 90 else f"{text[:60]} … {text[-29:]}"

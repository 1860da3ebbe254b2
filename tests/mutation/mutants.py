"""Small mistakes that could be made in a declaration or a word: one change of the syntax tree each."""

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
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
    "not_less": ("once",),
    "Holds": ("Judged",),
    "Judged": ("Holds",),
    "years": ("months",),
    "months": ("years", "days"),
    "days": ("months",),
    "exactly": ("up_to",),
    "up_to": ("exactly",),
    "no_less_than": ("exactly",),
    "ALREADY": ("()",),
    "ZERO": ("Fraction(1)",),
    "EMPLOYMENT": ("INSURANCE", "POST"),
    "INSURANCE": ("EMPLOYMENT",),
    "CONTRIBUTIONS": ("EMPLOYMENT",),
    "BUSINESS": ("EMPLOYMENT",),
    "POST": ("EMPLOYMENT",),
    "RENT": ("EMPLOYMENT",),
    "AID_FUNDS": ("EMPLOYMENT_FUNDS",),
    "EMPLOYMENT_FUNDS": ("AID_FUNDS", "'失业保险金'", "'就业专项资金'"),
}
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
OPTIONAL = {
    *("happens", "dated_by", "at_most", "skips", "per", "excludes", "scope", "instalments", "evidence", "wanted"),
    *("states", "disputed", "reading", "years", "within", "other_start", "of", "stages", "then", "overlaps"),
    "outside_term",
}
"""Arguments that may be left out by mistake."""
PROSE = {"notes", "gist", "title", "label", "why", "audience", "number", "issuer", "region", "place", "issued"}
"""Arguments that only say something; what they say is read, not calculated."""


@dataclass(frozen=True)
class Mutant:
    """One change: `make` makes it in the tree it was found in. `key` names it without line numbers."""

    file: str
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
            yield from self._walk(statement, _scope_of(statement, ""), "", None)

    def _walk(self, node: ast.AST, scope: str, keyword: str, call: ast.Call | None) -> Iterator[Mutant]:
        if isinstance(node, ast.Import | ast.ImportFrom) or scope == "__all__":
            return
        for field, value in ast.iter_fields(node):
            if field in ("annotation", "returns", "decorator_list", "bases", "ctx", "type_params"):
                continue
            for place, child in enumerate(value if isinstance(value, list) else [value]):
                if not isinstance(child, ast.AST):
                    continue
                if isinstance(child, ast.keyword) and child.arg in PROSE:
                    continue
                if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
                    continue
                if isinstance(node, ast.Subscript) and field == "slice" and isinstance(child, ast.Tuple):
                    continue
                inner = (child.arg or "") if isinstance(child, ast.keyword) else keyword
                around = child if isinstance(child, ast.Call) else call
                at = place if isinstance(value, list) else None
                for kind, new in self._variants(child, inner, around, node):
                    if new is not None and ast.dump(new) == ast.dump(child):
                        continue
                    yield self._mutant(scope, kind, node, field, at, child, new)
                yield from self._walk(child, _scope_of(child, scope), inner, around)

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

        after = "nothing" if new is None else _short(new)
        key = f"{self.file} {scope}: {kind}: {_short(old)} → {after}"
        return Mutant(self.file, getattr(old, "lineno", 0), kind, key, make)

    def _variants(
        self, node: ast.AST, keyword: str, call: ast.Call | None, parent: ast.AST
    ) -> Iterator[tuple[str, ast.AST | None]]:
        if isinstance(node, ast.Constant):
            yield from self._constants(node, keyword, call)
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
            for place in range(len(node.elts)):
                yield "element", ast.Tuple([*node.elts[:place], *node.elts[place + 1 :]], ast.Load())
        elif isinstance(node, ast.keyword) and node.arg in OPTIONAL and isinstance(parent, ast.Call):
            yield "argument", None
        elif isinstance(node, ast.Call) and self.is_policy:
            yield from self._calls(node)

    def _constants(
        self, node: ast.Constant, keyword: str, call: ast.Call | None
    ) -> Iterator[tuple[str, ast.AST | None]]:
        if isinstance(node.value, bool):
            yield "boolean", ast.Constant(not node.value)
        elif isinstance(node.value, int):
            yield from (("number", ast.Constant(node.value + step)) for step in (1, -1))
        elif isinstance(node.value, str) and self.is_policy and keyword != "id":
            name = call.func.id if call and isinstance(call.func, ast.Name) else ""
            if name == "Fraction":
                yield "number", ast.Constant(str(float(node.value) + 1))
            elif node.value in CATALOGUE:
                kind = type(CATALOGUE[node.value])
                same = [fact for fact, question in CATALOGUE.items() if type(question) is kind]
                yield "fact", ast.Constant(same[(same.index(node.value) + 1) % len(same)])
            elif other := _other_option(node.value):
                yield "option", ast.Constant(other)
            elif keyword == "clause":
                yield "clause", ast.Constant(node.value + "1")
            elif keyword == "fund":
                yield "fund", ast.Constant("文件未写明资金来源")

    def _attributes(self, node: ast.Attribute) -> Iterator[tuple[str, ast.AST | None]]:
        owner = node.value.id if isinstance(node.value, ast.Name) else ""
        kinds: dict[str, Any] = {"Payee": Payee, "Nature": Nature}
        if owner in kinds:
            names = [member.name for member in kinds[owner]]
            yield owner.lower(), ast.Attribute(node.value, names[(names.index(node.attr) + 1) % len(names)], node.ctx)
        elif node.attr in ATTRIBUTES:
            yield "attribute", ast.Attribute(node.value, ATTRIBUTES[node.attr], node.ctx)

    def _calls(self, node: ast.Call) -> Iterator[tuple[str, ast.AST | None]]:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name.startswith("Either"):
            other = {"default": "other", "other": "default"}
            keywords = [ast.keyword(other.get(item.arg or "", item.arg), item.value) for item in node.keywords]
            yield "readings swapped", ast.Call(node.func, node.args, keywords)
        elif name in ("monthly", "OnOrAfter") and len(node.args) == 4:
            yield "argument", ast.Call(node.func, node.args[:3], node.keywords)
        elif name == "Rounded":
            yield "unwrapped", node.args[0]


def _scope_of(node: ast.AST, around: str) -> str:
    if isinstance(node, ast.Assign | ast.AnnAssign) and not around:
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        return ast.unparse(target)
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return f"{around}.{node.name}".removeprefix(".")
    return around


def _other_option(value: str) -> str:
    """Another option of the first question that has this one."""
    for question in CATALOGUE.values():
        if isinstance(question, Selection) and value in question.options:
            options = list(question.options)
            return options[(options.index(value) + 1) % len(options)]
    return ""


def _is_text(node: ast.BinOp) -> bool:
    return any(
        isinstance(side, ast.JoinedStr) or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        for side in (node.left, node.right)
    )


def _short(node: ast.AST) -> str:
    """The node as one line of source; long ones shortened in the middle."""
    if isinstance(node, ast.If):
        return f"if {_short(node.test)}"
    if isinstance(node, ast.comprehension):
        return "for … " + " ".join(f"if {_short(test)}" for test in node.ifs)
    text = " ".join(ast.unparse(ast.fix_missing_locations(node)).split())
    return text if len(text) <= 90 else f"{text[:60]} … {text[-29:]}"

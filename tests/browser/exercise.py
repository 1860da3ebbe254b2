# mypy: ignore-errors
"""Run inside Python in the page while calls are recorded: let its own types and modules do all that they can.

A test comes by what the calculator does today; what it will meet tomorrow is a method of a type that it already has,
with another value, or the way of an error through it. Whatever is raised here is as good as a result.
"""

import gc
import itertools
import operator
import sys
import weakref
from types import SimpleNamespace

ENDLESS = {
    *(
        "input",
        "breakpoint",
        "exit",
        "quit",
        "help",
        "open",
        "count",
        "cycle",
        "repeat",
        "sleep",
        "_exit",
        "abort",
        "kill",
    ),
    *("FileIO", "open_code", "register", "register_error", "breakpointhook"),
}
"""What would wait, never end, or change Python for what comes after it."""
# fmt: off
MODULES = (
    "_abc", "_ast", "_bisect", "_codecs", "_collections", "_contextvars", "_csv", "_datetime", "_decimal",
    "_functools", "_heapq", "_io", "_json", "_locale", "_operator", "_opcode", "_random", "_sre", "_string",
    "_struct", "_typing", "_warnings", "_weakref", "array", "binascii", "builtins", "cmath", "errno",
    "itertools", "marshal", "math", "time", "zlib", "_md5", "_sha1", "_sha2", "_blake2",
    "_hashlib", "_statistics",
)
# fmt: on
"""In C, and part of Python's module. Without unicodedata: the names of characters, which nobody asks for, stay out."""
TEXTS = (
    "",
    "a",
    "aB1 é",
    "汉字，０１２．５ 万元",
    "🀄\ud800",
    "x" * 300,
    "a,b\n1,2\r\n",
    "%s %d",
    "{0:>8,.2f} {name!r}",
    "2020-05-31",
    "-12.5e3",
)
NUMBERS = (
    0,
    1,
    -1,
    2,
    7,
    255,
    10**9,
    -(10**9),
    2**63,
    10**40,
    0.0,
    1.5,
    -2.5,
    1e300,
    float("inf"),
    float("nan"),
    1j,
    True,
)
SMALL = (
    0,
    1,
    2,
    -1,
    3,
    None,
    True,
    "a",
    "é",
    "汉",
    b"a",
    1.5,
    (1, 2),
    ["b", "a"],
    {"a": 1},
    {1, 2},
    slice(0, 2),
    int,
    len,
    "utf-8",
    "strict",
)


def run() -> None:
    values = [*list_values()]
    for value in values:
        attempt(use_generally, value)
        for name in list_names(value):
            use_method(value, name)
    for one, other in itertools.product(values, SMALL):
        for name in (
            "add",
            "sub",
            "mul",
            "truediv",
            "floordiv",
            "mod",
            "lt",
            "eq",
            "le",
            "and_",
            "or_",
            "xor",
            "contains",
            "getitem",
            "concat",
            "iadd",
            "ior",
            "isub",
            "iand",
        ):
            if name != "mul" or all(not isinstance(each, int) or abs(each) < 300 for each in (one, other)):
                attempt(getattr(operator, name), one, other)
    for name in MODULES:
        if name in sys.modules or name in sys.builtin_module_names:
            attempt(use_module, name)
    for text in TEXTS:
        attempt(use_text, text)
    attempt(use_formats)
    attempt(use_codecs)
    attempt(use_errors)
    attempt(use_memory)


def attempt(function, *given, **named):
    try:
        return function(*given, **named)
    except BaseException:
        return None


def list_values():
    import collections
    import datetime
    import decimal
    import fractions
    import functools
    import io
    import re
    import types

    yield from TEXTS
    yield from NUMBERS
    yield from (
        b"",
        b"ab\xff",
        bytearray(b"abc"),
        memoryview(b"abcd"),
        [],
        [3, 1, 2],
        ["b", "a"] * 40,
        (),
        (1, "a"),
        {},
        {"a": 1, 2: "b"},
    )
    yield from (
        dict.fromkeys(range(300)),
        {1, 2, 3},
        set(range(200)),
        frozenset("abc"),
        range(0),
        range(3, 90, 7),
        range(10**3),
        slice(1, None),
        None,
        ...,
    )
    yield from (
        NotImplemented,
        object(),
        type,
        int,
        len,
        "".join,
        list.append,
        int.__add__,
        lambda x=1, *y, z=2, **w: x,
        (x for x in "ab"),
        iter([1, 2]),
    )
    yield from (
        iter((1, 2)),
        iter({}),
        iter({1}),
        iter(range(9)),
        iter("é"),
        reversed([1]),
        enumerate("ab"),
        zip("ab", "cd", strict=False),
        map(str, [1]),
        filter(None, [1]),
    )
    yield from (
        ValueError("x"),
        KeyError("y"),
        ExceptionGroup("z", [ValueError("x")]),
        UnicodeDecodeError("utf-8", b"\xff", 0, 1, "no"),
        StopIteration(3),
        OSError(2, "no"),
    )
    yield from (
        collections.deque([1, 2, 3], 5),
        collections.OrderedDict(a=1, b=2),
        collections.defaultdict(list),
        collections.Counter("abca"),
        collections.ChainMap({}),
    )
    yield from (
        fractions.Fraction(22, 7),
        decimal.Decimal("12.345"),
        datetime.date(2020, 2, 29),
        datetime.datetime(2020, 5, 6, 7, 8, 9, 10),
        datetime.timedelta(3, 4, 5),
    )
    yield from (
        datetime.time(1, 2, 3),
        datetime.timezone(datetime.timedelta(hours=8)),
        io.StringIO("a\nb"),
        io.BytesIO(b"a\nb"),
        functools.partial(int, base=10),
        functools.lru_cache(len),
    )
    yield from (
        re.compile(r"(?P<a>\d+)|[^\W_]+(?=,)"),
        re.match(r"(a)(?P<b>b)?", "ab"),
        property(len),
        classmethod(len),
        staticmethod(len),
        super,
        types.MappingProxyType({"a": 1}),
    )
    yield from (
        SimpleNamespace(a=1),
        types.MethodType(len, "a"),
        sys.flags,
        sys.version_info,
        sys._getframe(),
        run.__code__,
        types.GenericAlias(list, int),
        int | None,
    )
    yield from (
        weakref.ref(run),
        operator.itemgetter(1, 2),
        operator.attrgetter("a.b"),
        operator.methodcaller("upper"),
        itertools.chain("ab", "c"),
        itertools.groupby("aab"),
    )
    yield from (
        itertools.islice("abcdef", 1, 4),
        itertools.product("ab", repeat=2),
        itertools.combinations("abc", 2),
        itertools.permutations("abc"),
        itertools.accumulate([1, 2]),
    )
    yield from (
        itertools.pairwise("abc"),
        itertools.zip_longest("ab", "c"),
        itertools.takewhile(str, "ab"),
        itertools.dropwhile(str, "ab"),
        itertools.starmap(max, [(1, 2)]),
        itertools.tee("ab")[0],
        itertools.batched("abc", 2),
    )
    yield from list(sys.modules["calc.policies"].POLICIES.values())[:1] if "calc.policies" in sys.modules else ()


def list_names(value):
    return [name for name in attempt(dir, value) or () if name not in ENDLESS]


def use_generally(value):
    import copy

    for function in (
        repr,
        str,
        bool,
        hash,
        len,
        iter,
        list,
        sorted,
        reversed,
        sum,
        min,
        max,
        any,
        all,
        tuple,
        set,
        frozenset,
        dict,
        bytes,
        bytearray,
        int,
        float,
        complex,
        abs,
        round,
        callable,
        ascii,
        format,
        type,
        id,
        vars,
        copy.copy,
        copy.deepcopy,
        enumerate,
        memoryview,
        next,
        divmod,
        pow,
        bin,
        hex,
        oct,
        chr,
        ord,
        isinstance,
        issubclass,
    ):
        if (
            isinstance(value, range)
            and len(str(value)) > 20
            and function
            in (
                list,
                sorted,
                sum,
                min,
                max,
                any,
                all,
                tuple,
                set,
                frozenset,
                dict,
                bytes,
                bytearray,
                copy.copy,
                copy.deepcopy,
            )
        ):
            continue
        if isinstance(value, int) and abs(value) > 10**6 and function in (bytes, bytearray):
            continue
        attempt(function, value)


def use_method(value, name):
    import copy

    for given in ((), *((one,) for one in SMALL), *itertools.product(SMALL[:11:2], SMALL[1:15:3])):
        if name in (
            "__mul__",
            "__rmul__",
            "__imul__",
            "__pow__",
            "__rpow__",
            "__lshift__",
            "__rlshift__",
            "__ipow__",
        ) and any(isinstance(one, int) and abs(one) > 3 for one in given):
            continue
        if name in ("__rlshift__", "__rpow__") or (
            name == "__pow__" and isinstance(value, int) and abs(value) > 10**10
        ):
            continue
        copied = attempt(copy.copy, value)
        method = attempt(getattr, value if copied is None else copied, name)
        if callable(method):
            attempt(method, *given)


def use_module(name):
    module = attempt(__import__, name)
    for each in dir(module):
        if each in ENDLESS or each.startswith(("set_asyncgen", "_clear", "_set", "_enable", "_disable")):
            continue
        function = getattr(module, each)
        if not callable(function):
            continue
        for given in (
            (),
            *((one,) for one in SMALL),
            ("a", "b"),
            (b"ab", "utf-8"),
            (3, 2),
            ([1, 2], [3]),
            (1.5, 2.5),
            ("a", "b", "c"),
        ):
            attempt(function, *given)


def use_text(text):
    names = ("csv", "difflib", "html", "io", "json", "re", "textwrap", "unicodedata")
    csv, difflib, html, io, json, re, textwrap, unicodedata = (attempt(__import__, name) for name in names)

    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        attempt(unicodedata.normalize, form, text)
    for name in (
        "name",
        "category",
        "bidirectional",
        "numeric",
        "digit",
        "decimal",
        "east_asian_width",
        "combining",
        "mirrored",
        "decomposition",
    ):
        for letter in text[:20]:
            if name != "name":
                attempt(getattr(unicodedata, name), letter)
    for pattern in (
        r"\s+",
        r"(?i)a.b",
        r"[^a-z]{2,}?",
        r"(\w)\1",
        r"^.*$",
        r"(?<=a)b",
        r"\bx",
        r"(?m)^a",
        r"(?s).+",
        r"[一-龥]+",
        r"(?P<n>\d)(?(n)a|b)",
    ):
        attempt(re.sub, pattern, lambda found: found[0], text)
        attempt(re.findall, pattern, text)
        attempt(re.split, pattern, text)
        attempt(re.fullmatch, pattern, text)
    attempt(lambda: list(csv.reader(io.StringIO(text))))
    attempt(lambda: csv.writer(io.StringIO()).writerow([text, 1, None]))
    attempt(lambda: csv.Sniffer().sniff(text))
    attempt(lambda: difflib.get_close_matches(text, TEXTS))
    attempt(lambda: list(difflib.ndiff(text.split(), ["a", "b"])))
    attempt(lambda: html.unescape(html.escape(text)))
    attempt(lambda: textwrap.fill(text, 20))
    attempt(
        lambda: json.loads(
            json.dumps([text, 1.5, None, True, {text: [1]}], ensure_ascii=False, indent=1, sort_keys=True)
        )
    )
    for broken in (text, "{" + text, "[1,2", '"\\u12', "nan", "-", "1e999", '{"a":1,}', "[" * 300):
        attempt(json.loads, broken)


def use_formats():
    import datetime
    import decimal
    from fractions import Fraction

    for value in (
        *NUMBERS,
        *TEXTS,
        decimal.Decimal("1234.565"),
        Fraction(22, 7),
        datetime.date(2020, 1, 2),
        datetime.datetime(2020, 1, 2, 3, 4),
    ):
        for wanted in (
            "",
            "d",
            ",",
            ",.2f",
            ".3g",
            "e",
            "%",
            "08.2f",
            ">10",
            "^10",
            "x",
            "#b",
            "n",
            "c",
            "+",
            "_",
            "z.1f",
            "%Y年%m月%d日",
            "s",
            "!",
            "=+8",
            "<5.2",
        ):
            attempt(format, value, wanted)
        for template in ("%s", "%r", "%d", "%5.2f", "%x", "%c", "%-8s|", "%%", "%(a)s", "%e", "%g", "%05d", "%a"):
            attempt(operator.mod, template, value)
            attempt(operator.mod, template.encode(), value)
    for text in ("2020-02-30", "2020-02-29", "20200229", "2020-W05-1", "12:30", "2020-01-01T00:00:00+08:00", ""):
        for kind in (datetime.date, datetime.datetime, datetime.time):
            attempt(kind.fromisoformat, text)
    for text in ("12", " 1_000 ", "１２", "0x1f", "1e5", "-.5", "٣", "½", "", "9" * 5000, "nan", "1+2j"):
        for kind in (int, float, complex, decimal.Decimal, Fraction):
            attempt(kind, text)
        attempt(int, text, 16)
        attempt(int, text, 0)
    ten = decimal.Decimal(10)
    for name in dir(ten):
        for other in (decimal.Decimal(3), decimal.Decimal("-0.5"), decimal.Decimal("NaN"), decimal.Decimal("Infinity")):
            attempt(getattr(ten, name), other)
            attempt(getattr(other, name))
            attempt(getattr(other, name), ten, other)


def use_codecs():
    import codecs

    # fmt: off
    names = (
        "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "ascii", "latin-1",
        "cp1252", "gb18030", "gbk", "gb2312", "raw_unicode_escape", "unicode_escape", "punycode", "idna", "hex",
        "base64", "cp936", "nothing",
    )
    # fmt: on
    for name in names:
        for errors in (
            "strict",
            "replace",
            "ignore",
            "surrogateescape",
            "xmlcharrefreplace",
            "backslashreplace",
            "surrogatepass",
            "unheard",
        ):
            for text in TEXTS:
                encoded = attempt(text.encode, name, errors)
                attempt((encoded or b"\xff\xfe\x81").decode, name, errors)
        for content in (
            b"",
            b"\xff\xfe\x00",
            b"\x81\x30\x81\x30",
            b"\xe4\xb8\xad",
            b"\x80abc",
            b"\xed\xa0\x80",
            b"\xf0\x9f",
        ):
            attempt(content.decode, name)
            attempt(content.decode, name, "replace")
            decoder = attempt(codecs.getincrementaldecoder, name)
            if decoder:
                reading = decoder("replace")
                attempt(reading.decode, content)
                attempt(reading.getstate)
                attempt(reading.decode, b"", True)
                attempt(reading.reset)


def use_errors():
    import traceback
    import warnings

    def fail(depth):
        if depth:
            fail(depth - 1)
        raise ValueError("汉") from KeyError("x")

    for depth in (0, 3, 50):
        try:
            fail(depth)
        except ValueError as error:
            attempt(traceback.format_exception, error)
            error.add_note("note")
            attempt(error.with_traceback, None)
    for source in (
        "1/0",
        "x y",
        "é = ",
        "def f(:",
        "(",
        "'",
        "f'{'",
        "lambda: (yield)",
        "assert False, 'x'",
        "del undefined",
        "undefined",
        "[].x",
        "None()",
        "''[5]",
        "{}['a']",
        "import nothing_like_it",
        "raise",
        "int('x')",
        "(lambda a: a)()",
        "(lambda: 1)(1)",
        "len(1)",
        "a, b = 1",
        "for x in 1: pass",
        "1 + 'a'",
        "'a' + 1",
        "class A(int, str): pass",
        "match 1:\n case 1: pass",
        "with 1: pass",
        "async def f(): await 1",
        "x: int = 1",
        "[*1]",
        "{**1}",
        "print(1, sep=2)",
        "try:\n 1/0\nexcept* ValueError: pass",
        "(lambda: (lambda: 1/0)())()",
        "type(1)()",
        "object.__new__(int)",
    ):
        attempt(lambda source=source: exec(compile(source, "<text>", "exec"), {}))
    warnings.simplefilter("always")
    with warnings.catch_warnings(record=True):
        warnings.warn("x", stacklevel=1)


class Circle:
    def __init__(self):
        self.me = self
        self.reference = weakref.ref(self, lambda _: None)

    def __del__(self):
        self.late = 1


def use_memory():
    for size in (10, 10**4, 10**6):
        many = [[object(), {"a": index}, (index,), str(index), Circle()] for index in range(min(size, 20_000))]
        weakref.finalize(Circle(), len, "a")
        del many
        gc.collect()
    held = [bytes(500) for _ in range(60_000)]  # whole arenas, which are then given back
    del held[::2]
    gc.collect()
    held.clear()
    for generation in (0, 1, 2):
        gc.collect(generation)
    grown = bytearray()
    for _ in range(200):
        grown += bytes(100_000)
    del grown
    attempt(gc.get_stats)
    attempt(gc.get_referrers, run)
    attempt(gc.get_referents, run)
    big = {index: str(index) for index in range(200_000)}
    big.clear()


run()

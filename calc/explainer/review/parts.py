"""The parts of one provision on the review sheet: its conditions, sums, payee, funds, time, doubts and papers."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from calc.explainer.review.asking import ask_once
from calc.explainer.review.lines import OTHER, OURS, Line, Part, find_facts, label_line, label_readings, list_lines
from calc.explainer.review.timing import list_times
from calc.facts.catalogue import CATALOGUE
from calc.parts.wording import NOT_WRITTEN, TO_BRING, say_last_claim, say_unasked
from calc.rules.conventions import Convention
from calc.rules.document import Note, say_notes
from calc.rules.effect import Effect
from calc.rules.payees import PayeeBy
from calc.rules.policy import Policy
from calc.rules.printed import BLANK
from calc.rules.provision import Provision
from calc.rules.reading import Reading
from calc.rules.statement import Statement
from calc.rules.sums import Expected, InKind, Nothing, NotLess, NotStated, UpTo
from calc.rules.told import ByOtherRules, PaidFor
from calc.rules.word import unique

NO_CONDITION = "没有条件"
NO_EVIDENCE = "文件未列材料"
NO_OFFICE = f"{NOT_WRITTEN}到哪里办"
GOVERNING = "总的条件"
UNJUDGED = "没有判断的"
WHOLE = "整个文件"
SEE_ABOVE = f"见“{WHOLE}”"
BEFORE = "测算日期早于第一天的，各条都还不能享受"


def list_parts(policy: Policy, provision: Provision) -> tuple[Part, ...]:
    """List the parts of a provision; a question stands in full where it is first asked."""
    listed = (
        (GOVERNING, _list_governing(provision)),
        ("条件", _list_conditions(provision)),
        (UNJUDGED, (Line(note.phrase, note.text) for note in provision.unjudged)),
        ("给什么", _list_sums(provision)),
        ("分期发放", (Line(item.phrase, item.text) for item in provision.instalments)),
        ("给谁" if provision.is_benefit else "由谁办", _list_payees(provision)),
        ("资金", _list_funds(provision)),
        ("时间", list_times(policy, provision)),
        ("两种读法", _list_readings(policy, provision)),
        ("通用读法", _list_conventions(provision)),
        ("材料", _list_evidence(provision)),
        ("到哪里办", _list_offices(provision)),
        ("不能同时享受", _list_exclusions(policy, provision)),
        ("说明", _list_notes(provision)),
    )
    return _gather(policy, listed)


def list_policy_parts(policy: Policy) -> tuple[Part, ...]:
    """List what holds for the document as a whole."""
    claims = policy.claims.phrase if policy.claims else ""
    listed = (
        ("对象", (Line("", policy.audience), *list_lines(policy.people))),
        (
            "执行期",
            (Line(policy.term.phrase, "。".join((policy.term.say(), *([BEFORE] if policy.term.is_stated else [])))),),
        ),
        ("申领截止", (Line(claims, say_last_claim(policy)),)),
        ("两种读法", map(_review_reading, _find_general_readings(policy))),
        ("通用读法", map(_review_convention, unique(_find_conventions(policy.provisions)))),
        ("说明", (*map(_review_note, policy.notes), *_list_notes_of_parts(policy))),
    )
    return _gather(policy, listed)


def _gather(policy: Policy, listed: Iterable[tuple[str, Iterable[Line]]]) -> tuple[Part, ...]:
    """Keep each line once, and leave out parts without any."""
    parts = (Part(name, unique(lines)) for name, lines in listed)
    return tuple(ask_once(policy, (part for part in parts if part.lines)))


def _find_general_readings(policy: Policy) -> Iterator[Reading]:
    """Find the doubts that belong to no single provision."""
    own = {reading for provision in policy.provisions for reading in provision.readings}
    return (reading for reading in policy.readings if reading not in own)


def find_kinds(effect: Effect) -> Iterator[str]:
    """Find how sure the sums of an effect are, in the words of the answers."""
    match effect:
        case UpTo():
            yield "最高"
        case NotLess():
            yield "不低于"
        case Expected():
            yield "预计"
        case NotStated() | ByOtherRules():
            yield "按规定"
        case PaidFor():
            yield "替人缴纳，不发到手里"
        case InKind() | Statement():
            yield "不发现金"
        case Nothing():
            yield "不给"
        case _ if effect.inner:
            for part in effect.inner:
                yield from find_kinds(part)
        case _:
            yield "确定"


def _list_governing(provision: Provision) -> Iterator[Line]:
    """List what the part of the document asks that governs the provision."""
    if provision.under and provision.under.when:
        yield Line("", f"{provision.under.clause}里的话，管这一部分的每一条")
        for condition in provision.under.when:
            yield from list_lines(condition)


def _list_conditions(provision: Provision) -> Iterator[Line]:
    for condition in provision.when:
        yield from list_lines(condition)
    if not provision.conditions:
        yield Line("", NO_CONDITION)


def _list_sums(provision: Provision) -> Iterator[Line]:
    """List what each reading gives, with its formula and how sure the sum is; then the phrases inside."""
    effect = provision.effect
    ways = effect.alternatives()
    (first, *ours), *others = [list(list_lines(way)) for way in ways]
    heads = [first, *(head for head, *_ in others)]
    for name, way, head in zip((OURS, OTHER), ways, heads, strict=False):
        line = label_line(head, name) if others else head
        yield replace(line, meaning=f"{line.meaning}。{_say_how(way)}性质：{provision.nature.label}。")
    inner = [line for _, *more in others for line in more]
    yield from label_readings(ours, inner) if others else ours


def _say_how(effect: Effect) -> str:
    kinds = f"金额：{'、'.join(unique(find_kinds(effect)))}。"
    formula = "" if isinstance(effect, Statement) else effect.say_formula()
    return f"算式：{formula}。{kinds}" if BLANK in formula else kinds


def _list_payees(provision: Provision) -> Iterator[Line]:
    """List who is paid, and what the notes that nobody declared say of it: that the text does not name anybody."""
    payee = provision.payee
    if isinstance(payee, PayeeBy):
        say = CATALOGUE[payee.fact].say
        chosen = "；".join(f"{say(option)}：{each.label}" for option, each in payee.payees)
        yield Line(provision.named, f"看“{CATALOGUE[payee.fact].short}”。{chosen}", find_facts(payee))
    else:
        yield Line(provision.named, payee.label)
    declared = say_notes(provision.notes)
    yield from (Line("", remark) for remark in provision.remarks if remark not in declared)


def _list_funds(provision: Provision) -> Iterator[Line]:
    """List each fund with its sentence."""
    funds = (*([provision.fund] if provision.fund else []), *provision.funds)
    for fund in funds:
        yield Line(fund.phrase, f"{fund.name}（{fund.clause}）" if fund.clause else fund.name)
    if not funds:
        yield Line("", "不涉及资金")


def _review_reading(reading: Reading) -> Line:
    return Line(reading.phrase, f"{reading.question}{OURS}：{reading.default}。{OTHER}：{reading.other}。")


def _list_readings(policy: Policy, provision: Provision) -> Iterator[Line]:
    yield from map(_review_reading, provision.readings)
    general = [reading for reading in policy.readings_of(provision) if reading not in provision.readings]
    yield from (Line(reading.phrase, f"{reading.question}（{SEE_ABOVE}）") for reading in general)


def _list_conventions(provision: Provision) -> Iterator[Line]:
    if provision.conventions:
        yield Line("", _name_conventions(provision.conventions))
    if provision.conventions_otherwise:
        yield Line("", f"{OTHER}：{_name_conventions(provision.conventions_otherwise)}")


def _name_conventions(conventions: Iterable[Convention]) -> str:
    return f"{'；'.join(item.title for item in conventions)}（{SEE_ABOVE}）"


def _find_conventions(provisions: Iterable[Provision]) -> Iterator[Convention]:
    return (item for each in provisions for item in (*each.conventions, *each.conventions_otherwise))


def _list_evidence(provision: Provision) -> Iterator[Line]:
    for paper in provision.evidence:
        yield Line(paper, TO_BRING)
    if not provision.evidence:
        yield Line("", NO_EVIDENCE)


def _list_offices(provision: Provision) -> Iterator[Line]:
    office, unasked = provision.office, say_unasked(provision)
    if office:
        yield Line(office.phrase, unasked or office.text)
    else:
        yield Line("", unasked or NO_OFFICE)


def _list_exclusions(policy: Policy, provision: Provision) -> Iterator[Line]:
    for phrase, rivals in policy.rivals_of(provision).items():
        yield Line(phrase, "、".join(rival.title for rival in rivals))
    excludes = provision.excludes
    if excludes and excludes.disputed:
        disputed = "、".join(policy.provision(name).title for name in excludes.disputed)
        yield Line(excludes.phrase, f"有疑问：{disputed}，见“两种读法”")
    if excludes and excludes.outside:
        yield Line(excludes.phrase, f"{'、'.join(excludes.outside)}：不在本文件里，没有计算")


def _list_notes(provision: Provision) -> Iterator[Line]:
    """List the notes of its own: those of its part stand with the whole document."""
    of_part = provision.under.notes if provision.under else ()
    elsewhere = (*of_part, *provision.unjudged)
    return (_review_note(note) for note in provision.notes if note not in elsewhere)


def _list_notes_of_parts(policy: Policy) -> Iterator[Line]:
    parts = unique(provision.under for provision in policy.provisions if provision.under)
    return (Line(note.phrase, f"{part.clause}：{note.text}") for part in parts for note in part.notes)


def _review_note(note: Note | str) -> Line:
    return Line(note.phrase, note.text) if isinstance(note, Note) else Line("", note)


def _review_convention(convention: Convention) -> Line:
    return Line("", f"{convention.title}：{convention.text}理由：{convention.because}。")

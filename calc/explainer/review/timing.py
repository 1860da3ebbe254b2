"""Say by what it is judged whether a provision lies in the time of its document."""

from collections.abc import Iterator

from calc.explainer.review.lines import Line
from calc.facts.catalogue import CATALOGUE
from calc.parts.wording import NOT_WRITTEN, say_last_claim
from calc.rules.policy import Policy
from calc.rules.provision import Provision


def list_times(policy: Policy, provision: Provision) -> Iterator[Line]:
    """List the rule of time, the days that it takes, and of what can be claimed the last day for it."""
    if provision.outside_term:
        yield Line("", f"执行期限 {policy.term.say_when()} 和申领截止管不到这一条：政策开始以后都算", ("as_of",))
        return
    claims = f"申领截止：{say_last_claim(policy)}"
    unquoted = f"。{claims}" if provision.is_benefit and not policy.claims else ""
    if policy.term.is_stated:
        yield Line(policy.term.phrase, f"{_say_rule(policy, provision)}{unquoted}", _find_facts(provision))
    else:
        yield Line("", f"执行期限{NOT_WRITTEN}，什么时候的事都算{unquoted}", _find_facts(provision))
    if provision.lasts and provision.tells_end:
        yield Line("", f"哪一天结束，由“{CATALOGUE[provision.lasts].short}”推出", (provision.lasts,))
    if provision.after:
        yield Line("", f"什么时候能领，还看“{CATALOGUE[provision.after].short}”", (provision.after,))
    if policy.claims and provision.is_benefit:
        yield Line(policy.claims.phrase, f"{claims}。测算日期过了这一天，不再给")


def _say_rule(policy: Policy, provision: Provision) -> str:
    when = policy.term.say_when()
    if provision.happens:
        return f"看“{CATALOGUE[provision.happens].short}”：这一天在 {when}，才算"
    if provision.dated_by:
        year, day = CATALOGUE[provision.dated_by].short, CATALOGUE["as_of"].short
        return f"看“{year}”：可以选的都在 {when}；到“{day}”还没有开始的不算"
    if provision.during:
        return f"看“{CATALOGUE[provision.during.start].short}”到结束的这段时间：有一部分在 {when}，才算"
    if provision.spans:
        months = "、".join(f"“{CATALOGUE[span.months].short}”" for span in provision.spans)
        since = {span.since for span in provision.spans if span.since}
        first = "".join(f"，并且从“{CATALOGUE[fact].short}”那天起" for fact in sorted(since))
        return f"看{months}：只算 {when} 里的整月{first}；有一部分在里面就算"
    return f"看“{CATALOGUE['as_of'].short}”：这一天在 {when}，才算"


def _find_facts(provision: Provision) -> tuple[str, ...]:
    if provision.timing_fact:
        return (provision.timing_fact, "as_of") if provision.dated_by else (provision.timing_fact,)
    if provision.during:
        return provision.during.facts
    return tuple(dict.fromkeys(fact for span in provision.spans for fact in span.facts))

"""Rewrite what the site's search knows of the provisions: how much stands first, and people's own words find it.

What an entry shows is its title and text; its `words` are searched and never shown.
"""

from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from calc.explainer.people_words import describe, list_places, list_said
from calc.rules.payees import Nature, Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision

Entry = dict[str, Any]
BOOST = {Nature.CASH: 8, Nature.RECOGNITION: 8, Nature.RATE: 6}
"""What names its sum comes first; the rest counts as the pages of the policies do (docs/each_region)."""
USUAL_BOOST = 4
APPLYING, APPLYING_WORDS = "怎么申请", "怎么申请 怎样申请 如何申请 怎么办 怎么领 申请 办理 材料 手续 到哪里办"
PAGE_BOOST = 0.01
"""A page stands above its provisions in the results as it is: it must not push them into a disclosure."""


def rewrite_entries(entries: list[Entry], policies: Iterable[Policy], segment: Callable[[str], str]) -> None:
    """Rewrite the entry of every provision, and add it where its page has none; `segment` parts the words of a text."""
    known = {entry["location"]: entry for entry in entries}
    for policy in policies:
        page = f"policies/{policy.id}/"
        places = list_places(policy)
        known[page]["boost"] = PAGE_BOOST
        known[f"{page}#apply"].update(
            boost=USUAL_BOOST, title=segment(f"{APPLYING}（{policy.region}）"), words=segment(APPLYING_WORDS)
        )
        for provision in policy.provisions:
            location = f"{page}#{provision.id}"
            if location not in known:
                entries.append(known.setdefault(location, {"location": location, "text": ""}))
            said = list_said(describe(provision))
            known[location].update(
                boost=BOOST.get(provision.nature, USUAL_BOOST),
                title=segment(escape(f"{provision.title}（{policy.region}）", quote=False)),
                text=segment(escape(summarize(provision), quote=False)),
                words=f"{segment(' '.join((*places, *said)))} {known[location]['text']}",
            )


def summarize(provision: Provision) -> str:
    """Say in one line who gets how much, and for what."""
    if not provision.nature.brings_money:
        return provision.gist
    payees = "、".join(payee.plain for payee in Payee if payee in provision.payees)
    return f"{payees}：{provision.effect.explain()}。{provision.gist}"

"""Write a policy, its provisions and its readings as plain data."""

from typing import Any

from calc.open_data.words import write_held, write_value, write_word
from calc.rules.payees import list_payees
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.version import VERSION


def write_policy(policy: Policy) -> dict[str, Any]:
    """Write the document's head, and its provisions in its own order."""
    head = {
        "id": policy.id,
        "region": policy.region,
        "province": policy.province,
        "place": policy.place,
        "title": policy.title,
        "number": policy.number,
        "issuer": policy.issuer,
        "issued": policy.issued,
        "audience": policy.audience,
        "term": policy.term,
        "claims": policy.claims,
        "people": policy.people,
        "notes": policy.notes,
    }
    return {
        "calculator": VERSION,
        "declarations": policy.fingerprint,
        **write_held(head),
        "provisions": [write_provision(policy, provision) for provision in policy.provisions],
    }


def write_provision(policy: Policy, provision: Provision) -> dict[str, Any]:
    """Write a provision with all that holds for it, be it said by itself or by the part that it stands in."""
    held = {
        "under": provision.under.clause if provision.under else None,
        "named": provision.named,
        "called": provision.called,
        "unasked": provision.unasked,
        "fund": provision.fund,
        "happens": provision.happens,
        "lasts": provision.lasts,
        "after": provision.after,
        "dated_by": provision.dated_by,
        "during": provision.during,
        "instalments": provision.instalments,
        "evidence": provision.evidence,
        "office": provision.office,
        "excludes": provision.excludes,
        "notes": provision.notes,
    }
    return {
        "id": provision.id,
        "clause": provision.clause,
        "title": provision.title,
        "gist": provision.gist,
        "payees": [payee.value for payee in list_payees(provision.payee)],
        "nature": provision.nature.value,
        "is_benefit": provision.is_benefit,
        "outside_term": provision.outside_term,
        "conditions": [write_word(condition) for condition in provision.conditions],
        "effect": write_word(provision.effect),
        **write_held(held),
        "facts": list(provision.facts),
        "readings": [reading.id for reading in policy.readings_of(provision)],
        "conventions": [convention.id for convention in provision.conventions],
    }


def write_readings(policy: Policy) -> list[dict[str, Any]]:
    """Write every doubt in the document: the question, the reading taken, the other one, and what it touches."""
    return [
        {
            "id": reading.id,
            "question": reading.question,
            "taken": reading.default,
            "other": reading.other,
            **({"phrase": write_value(reading.phrase)} if reading.phrase else {}),
            "provisions": [item.id for item in policy.provisions if reading in policy.readings_of(item)],
        }
        for reading in policy.readings
    ]

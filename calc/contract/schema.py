"""The contract's JSON Schema, as it is published with the site (docs/assets is no place for it: it is made)."""

import json
from typing import Any

from pydantic import TypeAdapter

from calc.contract.types import AnswerJson, ComparisonJson

SCHEMAS: dict[str, TypeAdapter[Any]] = {
    "answer": TypeAdapter(AnswerJson),
    "comparison": TypeAdapter(ComparisonJson),
}
"""What programs may ask for, by the name of its schema."""


def write_schema(name: str) -> str:
    """The schema of an answer or a comparison as JSON text; raises KeyError for any other name."""
    schema = SCHEMAS[name].json_schema() | {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"

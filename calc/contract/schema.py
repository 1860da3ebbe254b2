"""The contract's JSON Schema, as the site publishes it under schema/."""

import json
from typing import Any

from pydantic import TypeAdapter

from calc.contract.types import AnswerJson, ComparisonJson

SCHEMAS: dict[str, TypeAdapter[Any]] = {"answer": TypeAdapter(AnswerJson), "comparison": TypeAdapter(ComparisonJson)}
"""What programs get, by the name of its schema."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def write_schema(name: str) -> str:
    """The schema of an answer or a comparison as JSON text; raises KeyError for any other name."""
    return spell_schema(SCHEMAS[name])


def spell_schema(described: TypeAdapter[Any]) -> str:
    """The schema of a type as JSON text."""
    schema = {"$schema": DIALECT, **described.json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"

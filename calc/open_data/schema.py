"""The JSON Schemas of the open data, as the site publishes them under schema/ beside the contract's."""

from typing import Any

from pydantic import TypeAdapter

from calc.open_data.types import CaseJson, PolicyJson, ReadingJson

DATA_SCHEMAS: dict[str, TypeAdapter[Any]] = {
    "policy": TypeAdapter(PolicyJson),
    "readings": TypeAdapter(list[ReadingJson]),
    "cases": TypeAdapter(list[CaseJson]),
}
"""What a policy's files hold, by their name; its facts are a schema themselves."""

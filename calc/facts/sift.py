"""Reading a model of questions as far as its answers can be used."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=BaseModel)
NOTHING: Mapping[str, object] = MappingProxyType({})


def sift(
    model: type[Model], raw: Mapping[str, object], otherwise: Mapping[str, object] = NOTHING
) -> tuple[Model, Mapping[str, ErrorDetails]]:
    """The model of all answers that can be used, and what is wrong with each other one.

    `otherwise` holds what stands where an answer is absent or cannot be used.
    """
    try:
        return model.model_validate({**otherwise, **raw}), {}
    except ValidationError as error:
        wrong = {str(item["loc"][0]): item for item in error.errors(include_url=False)}
    usable = {name: value for name, value in raw.items() if name not in wrong}
    return model.model_validate({**otherwise, **usable}), wrong

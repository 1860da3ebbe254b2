"""The site publishes the contract's schemas, and its pages lead to them."""

import pytest

from building.places import SITE
from calc.contract.schema import SCHEMAS, write_schema


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_is_published(name: str) -> None:
    assert (SITE / f"schema/{name}.json").read_text(encoding="utf-8") == write_schema(name)
    assert f'href="../schema/{name}.json"' in (SITE / "version/index.html").read_text(encoding="utf-8")

"""What is asked about the question itself."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict

from calc.facts.questions import Day


class Inquiry(BaseModel):
    """The question itself."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    as_of: Annotated[
        date | None,
        Day(
            label="按哪一天测算？",
            short="测算日期",
            hint="在职月数算到这一天；申请当年取得证书等条件，也按这一天看。",
        ),
    ] = None

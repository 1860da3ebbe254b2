"""What tests the calculator on Spark: a Java, and Python's packages laid over those of the checks."""

from building.commands import say
from building.environment import (
    CHECK_REQUIREMENTS,
    ROSTER_REQUIREMENTS,
    install_requirements,
)
from building.freshness import make_when_changed
from building.java import prepare_java
from building.places import ROOT, VENV

REQUIREMENTS = ROOT / "requirements-spark.txt"


def prepare_spark() -> None:
    """Install a Java where there is none, and Spark into .venv."""
    prepare_java()
    made_from = [CHECK_REQUIREMENTS, ROSTER_REQUIREMENTS, REQUIREMENTS]
    make_when_changed(VENV, made_from, install_spark, layer="-spark")


def install_spark() -> None:
    say("Installing Spark …")
    install_requirements(REQUIREMENTS)

"""Name the parts of this copy of the site: the calculator, the declarations, and other people's software with licences.

Only the build asks: it reads the lock of npm's packages, the wheels for the browser, and the packages installed.
"""

import json
import os
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from importlib.metadata import Distribution, PathDistribution, distribution
from pathlib import Path
from zipfile import Path as ZipPath
from zipfile import ZipFile

from htpy import Element, code, div, dl, p

from calc.parts.tables import render_row, render_scrolled, render_terms
from calc.rules.policy import FINGERPRINT_SHOWN, Policy
from calc.version import VERSION

BEIJING = timezone(timedelta(hours=8))
ROOT = Path(__file__).parents[2]
SITE_PACKAGES = ("mkdocs", "mkdocs-material")
BROWSER_SCRIPTS = ("pyodide", "idiomorph")
BROWSER_WHEELS = ROOT / ".build" / "browser-wheels"

LICENCES = {"MIT License": "MIT", "BSD License": "BSD-3-Clause", "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0"}
"""Classifiers of packages that name their licence in no other way."""


@dataclass(frozen=True)
class Part:
    """Software of other people in the site."""

    name: str
    version: str
    licence: str
    use: str


def say_published() -> str:
    """Say in Beijing time, as government sites write it, when what is published was last changed.

    The build is told the last commit's time, so that the same sources give the same pages.
    """
    moment = int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))
    return datetime.fromtimestamp(moment, BEIJING).strftime("%Y-%m-%d %H:%M")


def render_published() -> Element:
    """Render the version and when it was last changed."""
    return dl[render_terms((("计算器版本", VERSION), ("最后修改", f"{say_published()}（北京时间）")))]


def render_versions(policies: Iterable[Policy]) -> Element:
    """Render the calculator's version and the fingerprint of each policy's declarations."""
    rows = (render_row(policy.region, policy.number, code(".fingerprint")[policy.fingerprint]) for policy in policies)
    return div[
        p[f"测算结果和打印件上写的是指纹的前 {FINGERPRINT_SHOWN} 位。"],
        render_scrolled(("地区", "文件", "条款指纹（SHA-256）"), rows, f"计算器 {VERSION}：条款的指纹"),
    ]


def render_parts() -> Element:
    """Render the software of other people with its licences."""
    rows = (render_row(part.name, part.version, part.licence, part.use) for part in list_parts())
    return render_scrolled(("名称", "版本", "许可", "用途"), rows, "用到的软件")


def list_parts() -> tuple[Part, ...]:
    """List other people's software in the visitor's browser and in the build of the pages."""
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    scripts = [(name, lock[f"node_modules/{name}"]) for name in BROWSER_SCRIPTS]
    wheels = sorted(BROWSER_WHEELS.glob("*.whl"))
    return (
        *(Part(name, entry["version"], entry["license"], "在浏览器里运行") for name, entry in scripts),
        *(_describe_package(_open_wheel(wheel), "在浏览器里运行") for wheel in wheels),
        *(_describe_package(distribution(name), "生成页面") for name in SITE_PACKAGES),
    )


def _open_wheel(wheel: Path) -> Distribution:
    about = next(item for item in ZipPath(ZipFile(wheel)).iterdir() if item.name.endswith(".dist-info"))
    return PathDistribution(about)


def _describe_package(package: Distribution, use: str) -> Part:
    about = package.metadata
    stated = about["License-Expression"]
    if not stated:
        classifiers = [item.split(" :: ")[-1] for item in about.get_all("Classifier") or () if "License ::" in item]
        stated = LICENCES.get(classifiers[-1], classifiers[-1])
    return Part(about["Name"], about["Version"], stated, use)

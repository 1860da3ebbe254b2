"""What is installed runs nothing of its own while it is installed."""

import pytest

from building import environment


def test_npm_runs_no_script_of_a_package(monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[tuple[object, ...]] = []
    monkeypatch.setattr(environment, "run", lambda *command, **_: commands.append(command))
    environment.install_node_packages()
    environment.install_node_checks()
    assert [command[1] for command in commands] == ["ci", "install"]
    assert all("--ignore-scripts" in command for command in commands)

"""System packages: asked for at a terminal, installed where APT=1 says so, else only named."""

import os
import pty
import subprocess

import pytest
from needs import ROOT

APT = ROOT / "tools" / "apt.sh"


@pytest.fixture
def bare(tmp_path):
    """A machine on which apt-get and sudo only write down what they were asked."""
    log = tmp_path / "log"
    for name in ("apt-get", "sudo"):
        tool = tmp_path / "bin" / name
        tool.parent.mkdir(exist_ok=True)
        run = 'exec "$@"' if name == "sudo" else f'echo "$@" >> {log}'
        tool.write_text(f'#!/bin/sh\n[ "$1" = -n ] && shift\n{run}\n', "utf-8")
        tool.chmod(0o755)
    return tmp_path / "bin", log


def _call(bare, script, *args, apt=None, typed=None):
    """Exit code, what was said, what apt-get was asked."""
    folder, log = bare
    env = os.environ | {"PATH": f"{folder}:/usr/bin:/bin"} | ({"APT": apt} if apt else {})
    env = {k: v for k, v in env.items() if k != "APT" or apt}
    command = ["sh", str(script), *args]
    if typed is None:
        ran = subprocess.run(
            command, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True
        )
        said = ran.stdout + ran.stderr
    else:
        ours, theirs = pty.openpty()
        os.write(ours, typed.encode())
        ran = subprocess.run(command, env=env, stdin=theirs, stdout=theirs, stderr=theirs)
        os.close(theirs)
        said = os.read(ours, 65536).decode()
        os.close(ours)
    return ran.returncode, said, log.read_text("utf-8") if log.exists() else ""


def test_without_a_terminal_nothing_is_installed(bare):
    assert _call(bare, APT, "tests", "chromium") == (1, "", "")


def test_apt_1_installs_without_asking(bare):
    code, said, asked = _call(bare, APT, "tests", "chromium", apt="1")
    assert (code, said) == (0, "installing by apt for tests: chromium\n")
    assert asked.splitlines()[-1].endswith("--no-install-recommends chromium")


@pytest.mark.parametrize(("typed", "installed"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_a_terminal_is_asked(bare, typed, installed):
    code, said, asked = _call(bare, APT, "tests", "chromium", typed=typed)
    assert "Install by apt for tests: chromium? [y/N]" in said
    assert (code == 0) == installed == ("install -y" in asked)


def test_missing_packages_are_named_and_the_tests_go_on(bare):
    # No browser is on this path, whatever the machine has.
    folder, _ = bare
    for tool in ("sh", "dirname", "ls", "id", "env"):
        (folder / tool).symlink_to(f"/usr/bin/{tool}")
    env = {"PATH": str(folder)}
    script = ["/bin/sh", str(ROOT / "tools" / "system_packages.sh")]
    ran = subprocess.run(script, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert ran.returncode == 0
    assert "not installed: chromium chromium-driver poppler-utils" in ran.stderr
    assert "APT=1 installs them" in ran.stderr
    broken = folder / "apt-get"
    broken.write_text("#!/bin/sh\nexit 100\n", "utf-8")
    ran = subprocess.run(script, env=env | {"APT": "1"}, capture_output=True, text=True)
    assert ran.returncode == 1

"""Puts pip into a virtual environment that was made without it.

Usage: ``python get_pip.py PYTHON_OF_THE_ENVIRONMENT``. The pip of the Python that runs this is
taken where it has one; else the wheel that Debian keeps in a package of its own, which is fetched
and unpacked beside, not installed.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

PACKAGE = "python3-pip-whl"


def by_host(python: str) -> bool:
    """Whether the pip of this Python could install one there."""
    command = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "pip"]
    return subprocess.run(command, capture_output=True).returncode == 0


def by_wheel(python: str) -> None:
    """Let Debian's wheel of pip install itself."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            _quiet("apt-get", "download", PACKAGE, cwd=folder)
        except subprocess.CalledProcessError:
            _quiet("apt-get", "update")  # a bare Debian has no list of packages yet
            _quiet("apt-get", "download", PACKAGE, cwd=folder)
        package = next(Path(folder).glob(f"{PACKAGE}_*.deb"))
        _quiet("dpkg-deb", "-x", str(package), folder)
        wheel = next(Path(folder).rglob("pip-*.whl"))
        _quiet(python, f"{wheel}/pip", "install", "--quiet", "--no-index", str(wheel))


def _quiet(*command: str, cwd: str | None = None) -> None:
    subprocess.run(command, check=True, cwd=cwd, capture_output=True)


def main(python: str) -> None:
    """Put pip there, or end with a line that says why not."""
    print("getting pip for the environment")
    try:
        if not by_host(python):
            by_wheel(python)
    except (OSError, StopIteration, subprocess.CalledProcessError) as error:
        sys.exit(f"make: pip cannot be had here ({error})")


if __name__ == "__main__":
    main(sys.argv[1])

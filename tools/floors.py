"""The lowest versions that setup.cfg allows: an environment of exactly those passes demo and tests.

Usage: ``python -m tools.floors [ARGUMENT OF PYTEST...]`` (``make floors FLOORS="tests/io"``).
Needs Python 3.11, for which all of them have wheels.
"""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv-floors"
PYTHON = "python3.11"
#: What tests need; linters are used in their newest version.
EXTRAS = ("sign", "basemap", "excel", "notebook", "test")


def floors() -> list[str]:
    """Each library pinned to its lower bound, with its marker."""
    setup = configparser.ConfigParser(interpolation=None)
    setup.read(ROOT / "setup.cfg", "utf-8")
    texts = [setup["options"]["install_requires"]]
    texts += [setup["options.extras_require"][extra] for extra in EXTRAS]
    lines = [line for text in texts for line in text.splitlines() if line]
    return [_pinned(line) for line in lines if not line.startswith("zoning[")]


def _pinned(line: str) -> str:
    wanted, _, marker = line.partition(";")
    name, floor = re.fullmatch(r"([\w.-]+)>=([\d.]+)(?:,<\d+)?\s*", wanted).groups()
    return f"{name}=={floor};{marker}" if marker else f"{name}=={floor}"


def main(arguments: list[str]) -> int:
    """Make the environment, run the demo and the tests in it; the first exit code that is not 0."""
    python = VENV / "bin" / "python"
    with tempfile.TemporaryDirectory() as folder:
        commands = [
            ["sh", "tools/make_venv.sh", PYTHON, str(VENV)],
            [str(python), "tools/install.py", "test", *floors()],
            [str(python), "-m", "zoning", "demo", "liechtenstein", f"{folder}/demo"],
            [str(python), "-m", "pytest", *arguments],
        ]
        for command in commands:
            print(" ".join(command), flush=True)
            code = subprocess.run(command, cwd=ROOT).returncode
            if code:
                return code
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

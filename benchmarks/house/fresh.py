"""``make demo`` as on a fresh machine: a clean clone, an empty cache of packages, a watch."""

from __future__ import annotations

import os
import selectors
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Fresh", "fresh_demo"]


@dataclass(frozen=True)
class Fresh:
    """How long it took, the longest silence in between, and what the environment weighs."""

    seconds: float
    silent: float
    megabytes: float


def fresh_demo(root: Path) -> Fresh:
    """Clone, ``make demo``, measure.

    Raises
    ------
    CalledProcessError
        The command failed.
    """
    with tempfile.TemporaryDirectory() as place:
        clone = Path(place) / "zoning"
        subprocess.run(["git", "clone", "-q", str(root), str(clone)], check=True)
        env = {**os.environ, "PIP_CACHE_DIR": str(Path(place) / "cache")}
        started = time.monotonic()
        silent = _watch(["make", "demo"], clone, env)
        seconds = time.monotonic() - started
        packages = next((clone / ".venv").glob("lib/python*/site-packages"))
        # What an environment comes with is not the package's weight.
        files = (p for p in packages.rglob("*") if p.is_file() and "pip" not in p.parts)
        return Fresh(seconds, silent, sum(p.stat().st_size for p in files) / 1e6)


def _watch(command: list[str], folder: Path, env: dict[str, str]) -> float:
    """Run a command; the longest time without a word from it."""
    with subprocess.Popen(
        command, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        assert process.stdout is not None
        heard, silent = time.monotonic(), 0.0
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            while selector.select():
                now = time.monotonic()
                silent, heard = max(silent, now - heard), now
                if not os.read(process.stdout.fileno(), 65536):
                    break
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return silent

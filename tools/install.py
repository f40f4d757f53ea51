"""Installs zoning into the environment that runs this, and is never mute while it does.

Usage: ``python install.py [EXTRA [REQUIREMENT...]]``. Pip does the work; of what it says, the
packages and the errors are shown, and when nothing was said for some seconds, how far it is.
"""

from __future__ import annotations

import compileall
import os
import queue
import re
import subprocess
import sys
import sysconfig
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SITE = Path(sysconfig.get_path("purelib"))
#: Seconds without a line after which it says how far it is.
MUTE = 5
#: Tests of libraries, which nobody imports: a third of all code.
_UNUSED = re.compile(r"[/\\]tests?[/\\]")
_FETCHED = re.compile(
    r"\s*(?:Downloading|Using cached|Processing) (?:\S*/)?([^/\s-]+)-([^-\s]+)-?\S*"
    r"\.(?:whl|tar\.gz)(?!\S)( \([\d.]+ [kMG]B\))?"
)
_STEP = re.compile(r"\s*(Installing build dependencies|Building .*|Preparing .*): started")


def main(extra: str = "", *others: str) -> int:
    """Install the project with an extra and more, then compile what will be imported."""
    started = time.monotonic()
    code = install(["--editable", f"{ROOT}[{extra}]" if extra else str(ROOT), *others])
    if code == 0:
        compile_all()
        print(f"installed in {time.monotonic() - started:.0f} s", flush=True)
    return code


def install(wanted: list[str]) -> int:
    """Run pip; its exit code. What it said is shown in full when it fails."""
    # Compiling is left for later: two at a time, and without the tests of libraries.
    command = [sys.executable, "-m", "pip", "install", "--no-compile", "--no-input"]
    command += ["--progress-bar", "off", "--disable-pip-version-check", *wanted]
    said: list[str] = []
    doing, have = "", 0
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    ) as process:  # fmt: skip
        for line in _lines(process):
            if line is None:
                state = _installed(have) if doing.startswith("installing") else ""
                print(f"  ... {doing or 'asking the package index'}{state}", flush=True)
                continue
            said.append(line)
            now = _told(line)
            if now:
                print(f"  {now}", flush=True)
                doing, have = now, len(_packages())
    if process.returncode:
        print("".join(said[-40:]), file=sys.stderr)
    return process.returncode


def _lines(process: subprocess.Popen) -> Iterator[str | None]:
    """What a process says, and None whenever it has been mute for a while."""
    lines: queue.Queue[str] = queue.Queue()

    def read() -> None:
        for line in process.stdout:
            lines.put(line)
        lines.put("")

    threading.Thread(target=read, daemon=True).start()
    while True:
        try:
            line = lines.get(timeout=MUTE)
        except queue.Empty:
            yield None
            continue
        if not line:
            return
        yield line


def _told(line: str) -> str:
    """A line of pip in short, empty where it is of no interest."""
    if fetched := _FETCHED.match(line):
        name, version, size = fetched.groups()
        return f"{name} {version}{size or ''}"
    if step := _STEP.match(line):
        return step[1][0].lower() + step[1][1:]
    if line.startswith("Installing collected packages: "):
        return f"installing {line.count(',') + 1} packages"
    return line.strip() if line.startswith("ERROR") else ""


def _packages() -> list[Path]:
    return list(SITE.glob("*.dist-info"))


def _installed(before: int) -> str:
    return f": {max(0, len(_packages()) - before)} done"


def compile_all() -> None:
    """Compile the code of libraries, on all cores, aside from their tests."""
    files = [str(p) for p in SITE.rglob("*.py") if not _UNUSED.search(str(p))]
    parts = [files[i : i + 100] for i in range(0, len(files), 100)]
    print(f"  compiling {len(files):,} files", flush=True)
    said = time.monotonic()
    with ProcessPoolExecutor() as pool:
        jobs = [pool.submit(_compile, part) for part in parts]
        for done, _ in enumerate(as_completed(jobs), start=1):
            if time.monotonic() - said > MUTE:
                print(f"  ... {100 * done // len(parts)}%", flush=True)
                said = time.monotonic()


def _compile(files: list[str]) -> None:
    for file in files:
        # Templates that are no Python are among them: no word about those.
        compileall.compile_file(file, quiet=2)


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))

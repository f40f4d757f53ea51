"""Files that appear whole or not at all, and their hashes."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from zoning.errors import ProjectError

__all__ = ["plain_value", "replacing", "sha256", "write_json", "write_text"]


@contextlib.contextmanager
def replacing(path: str | os.PathLike) -> Iterator[Path]:
    """A path beside the target to write to; renamed over the target when all went well.

    The target is the former file or the new one at every moment, also when the process is
    killed. Parts that a killed process left behind are removed by the next writer.

    Raises
    ------
    ProjectError
        The folder cannot be written, or another program holds the target open.
    """
    target = Path(path)
    # The number says whose it is, the rest keeps writers of one process apart.
    part = target.with_name(f".part-{os.getpid()}-{secrets.token_hex(4)}-{target.name}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        yield part
        with part.open("rb+") as handle:
            os.fsync(handle.fileno())
        _release(target)
        part.replace(target)
    except PermissionError as error:
        raise ProjectError(
            f"{target}: cannot be written ({error.strerror}); close it elsewhere or choose "
            "another folder"
        ) from None
    except OSError as error:
        raise ProjectError(f"{target}: cannot be written ({error.strerror or error})") from None
    finally:
        for left in (part, *(Path(f"{part}{tail}") for tail in ("-journal", "-wal", "-shm"))):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)


def _sweep(target: Path) -> None:
    for part in target.parent.glob(".part-*"):
        pid = part.name.split("-")[1]
        if pid.isdigit() and not (_alive(int(pid)) and _may_be_of(int(pid), part)):
            part.unlink(missing_ok=True)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _may_be_of(pid: int, part: Path) -> bool:
    """Whether a process was there before a file was last written to: numbers are used again."""
    try:
        ticks = int(Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[19])
        booted = next(
            int(line.split()[1])
            for line in Path("/proc/stat").read_text("utf-8").splitlines()
            if line.startswith("btime")
        )
        started = booted + ticks / os.sysconf("SC_CLK_TCK")
        return started <= part.stat().st_mtime + 2.0
    except (OSError, ValueError, IndexError, StopIteration, AttributeError):
        # Other systems do not say; better a file too many than one too few.
        return True


def _release(target: Path) -> None:
    """Make sure that no other program has a GeoPackage open with unsaved pages.

    QGIS opens GeoPackages in write-ahead mode; a file replaced under its ``-wal`` would be
    damaged by the next program to open it.
    """
    if not Path(f"{target}-wal").exists() or not target.exists():
        return
    try:
        with contextlib.closing(sqlite3.connect(target, timeout=0.2)) as db:
            db.execute("pragma locking_mode = exclusive")
            db.execute("begin exclusive")
            db.rollback()
            db.execute("pragma journal_mode = delete")
    except sqlite3.Error:
        raise ProjectError(f"{target}: open in another program (QGIS?); close it there") from None


def write_text(path: str | os.PathLike, text: str) -> Path:
    """Write UTF-8 text, whole or not at all."""
    with replacing(path) as part:
        part.write_text(text, "utf-8", newline="\n")
    return Path(path)


def write_json(path: str | os.PathLike, value: Any) -> Path:
    """Write JSON with stable key order, one entry of a list a line, whole or not at all."""
    return write_text(path, _by_line(value, "") + "\n")


def _by_line(value: Any, pad: str) -> str:
    """Objects key by key and lists entry by entry; entries themselves stand on one line.

    Thousands of findings read well so, and the fast encoder, which knows no indent, does them.
    """
    if isinstance(value, dict) and value:
        inner = pad + " "
        rows = [
            f"{inner}{json.dumps(str(k), ensure_ascii=False)}: {_by_line(v, inner)}"
            for k, v in value.items()
        ]
        return "{\n" + ",\n".join(rows) + f"\n{pad}}}"
    if isinstance(value, list | tuple) and value:
        rows = [f"{pad} {json.dumps(v, ensure_ascii=False, default=plain_value)}" for v in value]
        return "[\n" + ",\n".join(rows) + f"\n{pad}]"
    return json.dumps(value, ensure_ascii=False, default=plain_value)


def plain_value(value: Any) -> Any:
    """What JSON has no word for, as what it has: NumPy's numbers, missing values."""
    if isinstance(value, np.generic):
        return value.item()
    if value is pd.NA:
        return None
    raise TypeError(f"{type(value).__name__} is no JSON value")


def sha256(path: str | os.PathLike) -> str:
    """SHA-256 of a file's bytes; of a folder: of its files' names and hashes, sorted."""
    file = Path(path)
    if file.is_dir():
        names = sorted(p for p in file.rglob("*") if p.is_file())
        text = "".join(f"{p.relative_to(file).as_posix()} {sha256(p)}\n" for p in names)
        return hashlib.sha256(text.encode()).hexdigest()
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()

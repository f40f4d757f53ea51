"""Options that several commands share, and what goes with them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from zoning.errors import ProjectError, UsageError

__all__ = [
    "Progress",
    "add_dir",
    "add_format",
    "add_output",
    "add_quiet",
    "emit",
    "emit_table",
    "note",
    "notes",
    "progress_for",
    "split_layer",
]

#: ``(stage, done, total)``; stages follow each other, ``total`` may be 0 while unknown.
Progress = Callable[[str, int, int], None]


def add_dir(parser: argparse.ArgumentParser) -> None:
    """DIR, the project folder; the present one by default."""
    parser.add_argument(
        "dir", nargs="?", default=".", metavar="DIR", help="project folder (default: .)"
    )


def add_format(parser: argparse.ArgumentParser, *more: str) -> None:
    """``--format text|json`` and what else a command can write."""
    parser.add_argument(
        "--format", choices=("text", "json", *more), default="text", help="(default: text)"
    )


def add_output(parser: argparse.ArgumentParser, *, overwrite: bool = True) -> None:
    """``-o/--output F`` and ``--overwrite``."""
    parser.add_argument("-o", "--output", metavar="F", help="write to F instead of standard output")
    if overwrite:
        parser.add_argument("--overwrite", action="store_true", help="replace F if it exists")


def add_quiet(parser: argparse.ArgumentParser) -> None:
    """``--quiet``: no progress, no notes."""
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress and no notes")


def split_layer(text: str) -> tuple[str, str | None]:
    r"""``F:layer`` as file and layer; the colon of a Windows drive belongs to the file.

    Examples
    --------
    >>> split_layer("towns.gpkg:towns")
    ('towns.gpkg', 'towns')
    >>> split_layer("C:\\data\\towns.gpkg")
    ('C:\\data\\towns.gpkg', None)
    """
    if Path(text).exists():
        return text, None
    head, colon, tail = text.rpartition(":")
    drive = len(head) == 1 and head.isalpha() and tail[:1] in ("\\", "/")
    if not colon or not head or drive or "/" in tail or "\\" in tail:
        return text, None
    return head, tail


def note(args: argparse.Namespace, message: str) -> None:
    """A message for people, on standard error."""
    if not getattr(args, "quiet", False):
        print(message, file=sys.stderr)


def notes(args: argparse.Namespace, texts: Iterable[str], lang: str) -> None:
    """Notes for people, on standard error."""
    for text in texts:
        if lang == "en":
            note(args, f"note: {text}")
        else:
            from zoning.lang.console import sentence
            from zoning.lang.report_words import words_of

            note(args, words_of(lang)["note"].format(text=sentence(text, lang)))


def emit(args: argparse.Namespace, value: str | dict[str, Any]) -> None:
    """Data, on standard output or in ``--output``."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1)
    target = getattr(args, "output", None)
    if not target:
        print(text)
        return
    check_target(target, overwrite=getattr(args, "overwrite", False))
    from zoning.io.atomic import write_text

    write_text(target, text if text.endswith("\n") else text + "\n")
    note(args, f"written: {target}")


def emit_table(args: argparse.Namespace, table, name: str, empty: str, lang: str = "en") -> int:
    """Rows as ``zoning-NAME/1`` with ``--format json``, else as text, or `empty`; 0."""
    from zoning.lang import console

    if args.format == "json":
        plain = table.astype(object).where(table.notna(), None).to_dict("records")
        emit(args, {"schema": f"zoning-{name}/1", "rows": plain})
    else:
        emit(args, console.table(table, lang) if len(table) else console.sentence(empty, lang))
    return 0


def check_target(target: str | Path, *, overwrite: bool) -> Path:
    """The path of an output, refused where it exists and ``--overwrite`` was not given."""
    path = Path(target)
    if path.is_dir():
        raise UsageError(f"{path}: is a folder, wanted the name of a file")
    if path.exists() and not overwrite:
        raise ProjectError(f"{path}: exists; give --overwrite or another name")
    return path


def progress_for(args: argparse.Namespace, *, in_pipes: bool = False) -> Progress | None:
    """One bar a stage on a terminal; with ``--quiet`` nothing, nor in a pipe unless asked for."""
    if getattr(args, "quiet", False):
        return None
    if sys.stderr.isatty():
        return _Bars()
    return _Messages() if in_pipes else None


class _Messages:
    """Names each stage when it begins, on standard error."""

    def __init__(self) -> None:
        self._stage = ""

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage not in (self._stage, "done"):
            print(f"  {stage}", file=sys.stderr, flush=True)
        self._stage = stage


class _Bars:
    """Draws each stage as one bar on standard error."""

    def __init__(self) -> None:
        self._stage: str | None = None
        self._bar: Any = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        from tqdm import tqdm

        if stage != self._stage:
            self.close()
            self._stage = stage
            self._bar = tqdm(
                desc=f"{stage:<24}", total=total or None, file=sys.stderr, leave=True,
                bar_format="{desc} {bar:24} {n_fmt}/{total_fmt} {elapsed}", mininterval=0.1,
            )  # fmt: skip
        if total:
            self._bar.total = total
        self._bar.update(done - self._bar.n)
        if total and done >= total:
            self.close()

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
        self._bar, self._stage = None, None

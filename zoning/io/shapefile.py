"""Shapefiles looked at byte by byte: whether their parts fit, and how their text is encoded.

GDAL opens a Shapefile whose index was shuffled, whose ``.shp`` was cut in half or whose text is
GBK without saying so, and says nothing: geometry sits on the wrong row, is null, or names are
rubbish. The layout follows the ESRI Shapefile Technical Description (July 1998) and the dBASE
level 5 table format.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from zoning.io.encoding import text_encoding
from zoning.model.tolerances import tolerance

__all__ = ["TextFacts", "decoded", "lost_shapes", "parts_problems", "text_facts"]

#: Code page marks in byte 29 of a .dbf that say which encoding its text has.
_MARKS = {
    **dict.fromkeys((0x4D, 0x7A), "gb18030"),
    **dict.fromkeys((0x4F, 0x78), "big5"),
    **dict.fromkeys((0x4E, 0x79), "cp949"),
    **dict.fromkeys((0x13, 0x7B), "cp932"),
    0x01: "cp437",
    0x02: "cp850",
    0x03: "cp1252",
    0xC8: "cp1250",
    0xC9: "cp1251",
}
#: Names in .cpg files that Python does not know by themselves.
_NAMES = {"936": "gb18030", "950": "big5", "65001": "utf-8", "gbk": "gb18030", "gb2312": "gb18030"}
_TEXT = b"C"


@dataclass(frozen=True)
class TextFacts:
    """How the text of a .dbf is encoded.

    Parameters
    ----------
    encoding : str
        The one that reads it best.
    declared : str
        What ``.cpg`` or header say, empty where they say nothing.
    problems : tuple of str
        What is wrong; empty where the text is as it says.
    cut : tuple of str
        Text that was cut at the width of its column, inside a character.
    guessed : bool
        Nothing was declared and the encoding follows from the bytes.
    """

    encoding: str = "utf-8"
    declared: str = ""
    problems: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    guessed: bool = False


@dataclass(frozen=True)
class _Value:
    """A text that is not plain ASCII, and where it first stands: row 0 is the header."""

    raw: bytes
    full: bool
    column: bytes = b""
    row: int = 0


def parts_problems(path: Path) -> list[str]:
    """What does not fit between .shp, .shx and .dbf; empty where all is well."""
    shp, shx, dbf = (_part(path, suffix) for suffix in (".shp", ".shx", ".dbf"))
    if shp is None or shx is None:
        return [f"no {path.stem}.shx beside it; copy all parts (.shp, .shx, .dbf, .prj)"]
    problems = []
    content, index = shp.read_bytes(), shx.read_bytes()
    for name, data in ((".shp", content), (".shx", index)):
        if len(data) < 100:
            return [f"the {name} is cut off: {len(data)} bytes, a header alone has 100"]
        said = int.from_bytes(data[24:28], "big") * 2
        if said != len(data):
            what = "is cut off" if said > len(data) else "has bytes after its end"
            problems.append(f"the {name} {what}: {len(data)} bytes, its header says {said}")
    if lost := lost_shapes(path):
        # What is missing follows from where the file ends: one problem, not two.
        return [f"the .shp is cut off: {lost}"]
    records = np.frombuffer(index[100 : 100 + (len(index) - 100) // 8 * 8], ">i4").reshape(-1, 2)
    problems += _index_problems(content, records.astype("int64") * 2)
    if dbf is None:
        return [*problems, f"no {path.stem}.dbf beside it: shapes without a table"]
    return problems + _table_problems(dbf, len(records))


@dataclass(frozen=True)
class Lost:
    """Shapes that a .shp held before it was cut off."""

    shapes: int
    of: int
    bytes: int
    said: int

    def __str__(self) -> str:
        return (
            f"{self.bytes} bytes, its header says {self.said}; {self.shapes} of {self.of} shapes "
            "are lost; copy all parts again from their source"
        )


def lost_shapes(path: Path) -> Lost | None:
    """What a .shp that was cut off has lost by its index; ``None`` where it holds every shape."""
    shp, shx = _part(path, ".shp"), _part(path, ".shx")
    if shp is None or shx is None:
        return None
    with shp.open("rb") as handle:
        said = int.from_bytes(handle.read(100)[24:28], "big") * 2
    size = shp.stat().st_size
    if size < 100 or size >= said:
        return None
    index = shx.read_bytes()[100:]
    records = np.frombuffer(index[: len(index) // 8 * 8], ">i4").reshape(-1, 2).astype("int64")
    lost = int((records.sum(axis=1) * 2 + 8 > size).sum())
    return Lost(lost, len(records), size, said) if lost else None


def _part(path: Path, suffix: str) -> Path | None:
    for name in (suffix, suffix.upper()):
        if path.with_suffix(name).is_file():
            return path.with_suffix(name)
    return None


def _index_problems(content: bytes, records: np.ndarray) -> list[str]:
    """Each entry of the index must point to the record of its own number, one after another."""
    if not len(records):
        return []
    start, length = records[:, 0], records[:, 1]
    inside = (start >= 100) & (start + 8 <= len(content))
    if not inside.all():
        return [f"the .shx points to {int((~inside).sum())} shapes beyond the end of the .shp"]
    data = np.frombuffer(content, np.uint8)
    head = data[start[:, None] + np.arange(8)].reshape(-1, 2, 4).astype("int64")
    number, words = (head * np.array([1 << 24, 1 << 16, 1 << 8, 1])).sum(axis=2).T
    if (number != np.arange(1, len(records) + 1)).any() or (np.diff(start) <= 0).any():
        return ["the .shx is in another order than the .shp: shapes sit on rows of others"]
    if (words * 2 != length).any():
        return [f"{int((words * 2 != length).sum())} shapes have another length in the .shx"]
    reached = start[-1] + 8 + length[-1]
    if reached < len(content):
        return ["the .shp holds shapes that the .shx does not list"]
    return []


def _table_problems(dbf: Path, shapes: int) -> list[str]:
    data = dbf.read_bytes()
    if len(data) < 32:
        return ["the .dbf is cut off: no header"]
    rows = int.from_bytes(data[4:8], "little")
    header, width = (int.from_bytes(data[i : i + 2], "little") for i in (8, 10))
    problems = []
    if rows != shapes:
        problems.append(f"{shapes} shapes in the .shx, {rows} rows in the .dbf")
    whole = (len(data) - header) // width if width else 0
    if whole < rows:
        problems.append(f"the .dbf is cut off: {max(whole, 0)} rows, its header says {rows}")
    return problems


def text_facts(path: Path, encoding: str | None = None) -> TextFacts:
    """How the text of a Shapefile is encoded, by what it says and by its bytes.

    A value cut at the width of its column may end inside a character; that is said, and
    speaks against no encoding.

    Parameters
    ----------
    path : Path
        The .shp.
    encoding : str, optional
        What the user says; goes before whatever the file says, unless that is UTF-8 and fits,
        which hardly ever happens by chance.
    """
    dbf = _part(path, ".dbf")
    if dbf is None:
        return TextFacts()
    data = dbf.read_bytes()
    declared = _declared(path, data)
    odd = [v for v in _texts(data) if not v.raw.isascii()]
    if not odd:
        return TextFacts(declared or "utf-8", declared)
    if encoding and (declared != "utf-8" or _failures(odd, "utf-8")[0]):
        wrong, cut = _failures(odd, encoding)
        return TextFacts(encoding, encoding, _not_as_said(wrong, encoding), _cut(cut))
    if declared:
        return _judged(declared, odd, path)
    for guess in ("utf-8", "gb18030"):
        wrong, cut = _failures(odd, guess)
        if not wrong and (guess == "utf-8" or _looks_chinese(odd)):
            return TextFacts(guess, cut=_cut(cut), guessed=True)
    return TextFacts("latin-1", "", (_undeclared(odd),))


def _not_as_said(wrong: Sequence[_Value], encoding: str) -> tuple[str, ...]:
    if not wrong:
        return ()
    return (
        f"{len(wrong)} values are not {encoding}; first {_shown(wrong[0], encoding)}; mend them "
        "at their source, or give another --encoding",
    )


def _undeclared(odd: Sequence[_Value]) -> str:
    """Text in an encoding that nothing tells, with what the commonest one would make of it."""
    first = min(odd, key=lambda v: (v.row, v.column))
    try:
        would = f" (--encoding cp1252 would read it as {first.raw.decode('cp1252')!r})"
    except UnicodeDecodeError:
        would = ""
    return (
        f"{len(odd)} values are not ASCII, and no .cpg says in which encoding they are; first "
        f"{_shown(first, 'ascii')}; say which with --encoding NAME or a .cpg file{would}"
    )


def _shown(value: _Value, encoding: str) -> str:
    """Column, row and the bytes that an encoding cannot read."""
    where = f"{value.column.decode('latin-1')} in row {value.row}" if value.row else "a column name"
    bad: list[str] = []
    at = 0
    while at < len(value.raw) and len(bad) < 4:
        try:
            value.raw[at:].decode(encoding)
            break
        except UnicodeDecodeError as error:
            bad.append(value.raw[at + error.start : at + error.end].hex(" ").upper())
            at += error.end
    text = value.raw.decode("ascii", errors="replace").replace("\ufffd", "?")
    return f"{where}: bytes {', '.join(bad)} in {text!r}"


def _declared(path: Path, data: bytes) -> str:
    cpg = _part(path, ".cpg")
    if cpg is not None:
        name = cpg.read_bytes()[:64].decode("latin-1").strip().lower()
        name = name.removeprefix("oem ").removeprefix("ansi ").strip()
        name = _NAMES.get(name, _NAMES.get(name.removeprefix("cp"), name))
        for candidate in (name, f"cp{name}", name.replace("-", ""), name.replace("8859", "8859-")):
            if known := text_encoding(candidate):
                return known
    mark = _MARKS.get(data[29], "") if len(data) > 29 else ""
    # 0x57 is what most programs write without meaning it.
    return "" if len(data) > 29 and data[29] == 0x57 else mark


def _judged(declared: str, odd: Sequence[_Value], path: Path) -> TextFacts:
    wrong, cut = _failures(odd, declared)
    said = ".cpg" if _part(path, ".cpg") is not None else "header of the .dbf"
    if declared != "utf-8" and not _failures(odd, "utf-8")[0]:
        # Text of another encoding is hardly ever UTF-8 by chance.
        text = f"{len(odd)} values are utf-8, not {declared}, as the {said} says"
        return TextFacts("utf-8", declared, (text,))
    if not wrong:
        return TextFacts(declared, declared, cut=_cut(cut))
    text = f"{len(wrong)} values are not {declared}, as the {said} says"
    for other in ("utf-8", "gb18030"):
        fits = other != declared and not _failures(odd, other)[0]
        if fits and (other == "utf-8" or _looks_chinese(odd)):
            return TextFacts(other, declared, (f"{text}; {other} reads them all",))
    first = _shown(wrong[0], declared)
    text = f"{text}; first {first}; say which it is with --encoding NAME, or mend the values"
    return TextFacts(declared, declared, (text,))


def _cut(count: int) -> tuple[str, ...]:
    return (f"{count} names or values are cut in the middle of a character",) if count else ()


def _failures(odd: Sequence[_Value], encoding: str) -> tuple[list[_Value], int]:
    """Values that an encoding cannot read, and how many only lack the end of a character."""
    wrong, cut = [], 0
    for value in odd:
        try:
            value.raw.decode(encoding)
        except UnicodeDecodeError as error:
            size = len(value.raw)
            if value.full and error.end >= size and size - error.start <= 3:
                cut += 1
            else:
                wrong.append(value)
        except LookupError:
            wrong.append(value)
    return sorted(wrong, key=lambda v: (v.row, v.column)), cut


def _looks_chinese(odd: Sequence[_Value]) -> bool:
    """Whether the bytes are pairs of GB2312's table, which other encodings rarely are."""
    good = total = 0
    for value in (v.raw for v in odd):
        i = 0
        while i < len(value):
            if value[i] < 0x80:
                i += 1
                continue
            total += 1
            pair = value[i : i + 2]
            good += len(pair) == 2 and 0xA1 <= pair[0] <= 0xF7 and pair[1] >= 0xA1
            i += 2
    return total > 0 and good >= tolerance("chinese_pairs") * total


def _texts(data: bytes) -> list[_Value]:
    """Column names and distinct text values, each with whether it fills its width."""
    header, width = (int.from_bytes(data[i : i + 2], "little") for i in (8, 10))
    found, columns, at = [], [], 1
    for i in range(32, max(32, header - 1), 32):
        field = data[i : i + 32]
        if len(field) < 32 or field[0] == 0x0D:
            break
        name = field[:11].split(b"\0")[0]
        found.append(_Value(name, len(name) >= 10))
        if field[11:12] == _TEXT:
            columns.append((at, field[16], name))
        at += field[16]
    rows = data[header : header + (len(data) - header) // width * width] if width else b""
    table = np.frombuffer(rows, np.uint8).reshape(-1, width) if rows else np.empty((0, 1), np.uint8)
    for start, size, name in columns:
        part = table[:, start : start + size]
        odd = np.flatnonzero((part >= 0x80).any(axis=1))
        first: dict[bytes, int] = {}
        for i in odd.tolist():
            first.setdefault(bytes(part[i]).rstrip(b" \0"), i + 1)
        found += [_Value(raw, len(raw) >= size - 1, name, row) for raw, row in first.items()]
    return found


def decoded(frame: pd.DataFrame, encoding: str, *, errors: str = "ignore") -> pd.DataFrame:
    """A frame that was read as Latin-1, its text and column names decoded as they should be.

    What ends inside a character loses that half character, unless `errors` says otherwise.
    """

    def text(value: Any) -> Any:
        if not isinstance(value, str) or value.isascii():
            return value
        try:
            raw = value.encode("latin-1")
        except UnicodeEncodeError:
            return value
        return raw.decode(encoding, errors=errors)

    out = frame.copy()
    for column in out.columns:
        if pd.api.types.is_string_dtype(out[column].dtype) or out[column].dtype == object:
            out[column] = out[column].map(text, na_action="ignore")
    return out.rename(columns={c: text(c) for c in out.columns})

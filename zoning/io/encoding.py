"""Text of formats that are UTF-8 by their standard, where it is not."""

from __future__ import annotations

import codecs
from pathlib import Path

import pandas as pd
import pyarrow as pa

from zoning.errors import FileError

__all__ = ["json_in_utf8", "sound_text", "text_encoding", "unique_columns"]


def text_encoding(name: str) -> str:
    """Python's name of a text encoding that holds ASCII as it is; empty for anything else.

    Examples
    --------
    >>> text_encoding("GBK"), text_encoding("utf-16"), text_encoding("nonsense")
    ('gbk', '', '')
    """
    try:
        # Names like "hex" are codecs of Python too, but none of text.
        known = codecs.lookup(name).name
        return known if b"zone_1".decode(known) == "zone_1" else ""
    except (LookupError, ValueError):
        return ""


def sound_text(frame: pd.DataFrame, encoding: str | None = None) -> pd.DataFrame:
    """Text columns whose bytes are UTF-8; what is not becomes the replacement character.

    Formats that are UTF-8 by their standard come through unchecked, and text that is not
    raises wherever it is touched first. With an `encoding`, what is not UTF-8 is read in that.
    """
    for column in frame.columns:
        if not isinstance(frame[column].dtype, pd.StringDtype):
            continue
        values = pa.array(frame[column].array)
        try:
            values.validate(full=True)
        except pa.ArrowInvalid:
            raw = values.cast(pa.large_binary()).to_pylist()
            text = [None if v is None else _decoded(v, encoding or "utf-8") for v in raw]
            frame[column] = pd.array(text, dtype="str")
    return frame


def _decoded(value: bytes, encoding: str) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode(encoding, errors="replace")


def json_in_utf8(file: Path, encoding: str | None = None) -> bytes | None:
    """The file's text in UTF-8 where it is in GB18030; ``None`` where it is UTF-8 already.

    JSON is UTF-8 by its standard; offices deliver GBK all the same, and GDAL passes its bytes
    through as they are. An `encoding` that the user gives goes before the guess.

    Raises
    ------
    FileError
        It is neither.
    """
    if _is_utf8(file):
        return None
    try:
        return file.read_bytes().decode(encoding or "gb18030").encode()
    except UnicodeDecodeError as error:
        if encoding:
            raise FileError(
                f"{file}: text is not {encoding} at byte {error.start:,}; give another --encoding"
            ) from None
        raise FileError(
            f"{file}: text is neither UTF-8 nor GB18030; say its --encoding or save it as UTF-8"
        ) from None


def _is_utf8(file: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with file.open("rb") as handle:
        try:
            while chunk := handle.read(1 << 22):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def unique_columns(frame: pd.DataFrame) -> pd.DataFrame:
    """A frame without two columns of one name: the second becomes ``name_2``."""
    if frame.columns.is_unique:
        return frame
    taken: set[str] = set()
    names = []
    for column in map(str, frame.columns):
        name, nth = column, 1
        while name in taken:
            nth += 1
            name = f"{column}_{nth}"
        taken.add(name)
        names.append(name)
    return frame.set_axis(names, axis=1)

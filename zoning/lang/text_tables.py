"""Tables for people: plain text columns, and cells that no spreadsheet runs as a formula."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

__all__ = ["aligned", "padded", "safe_cell", "safe_cells", "text_table", "text_width"]

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_cell(text: str) -> str:
    """Text that a spreadsheet shows as it is: a leading apostrophe before a formula.

    Examples
    --------
    >>> safe_cell("=1+1")
    "'=1+1"
    """
    return "'" + text if text.lstrip(" ").startswith(_STARTS) else text


def safe_cells(table: pd.DataFrame) -> pd.DataFrame:
    """A copy whose text cells and column names are safe; numbers stay numbers."""
    out = table.copy()
    for column in out.columns:
        if not pd.api.types.is_numeric_dtype(out[column].dtype):
            out[column] = [
                safe_cell(v) if isinstance(v, str) else (None if pd.isna(v) else v)
                for v in out[column].astype(object)
            ]
    return out.rename(columns=lambda c: safe_cell(str(c)))


def text_table(table: pd.DataFrame) -> str:
    """Aligned columns, numbers to the right; Chinese characters count two."""
    columns, right = [], []
    for column in table.columns:
        kind = table[column].dtype
        numeric = pd.api.types.is_numeric_dtype(kind) and not pd.api.types.is_bool_dtype(kind)
        columns.append([str(column), *(_text(v, numeric) for v in table[column])])
        right.append(numeric)
    return "\n".join(aligned(columns, right))


def aligned(columns: Sequence[Sequence[str]], right: Sequence[bool]) -> list[str]:
    """Lines of a table.

    Parameters
    ----------
    columns : sequence of sequence of str
        Cells by column, all of one length.
    right : sequence of bool
        Whether a column stands to the right.
    """
    widths = [max(map(text_width, cells)) for cells in columns]
    lines = []
    for row in zip(*columns, strict=True):
        pads = [" " * (width - text_width(text)) for width, text in zip(widths, row, strict=True)]
        parts = (p + t if r else t + p for p, t, r in zip(pads, row, right, strict=True))
        lines.append("  ".join(parts).rstrip())
    return lines


def _text(value: Any, numeric: bool) -> str:
    if pd.isna(value):
        return ""
    if isinstance(value, (bool, np.bool_)):
        return "yes" if value else "no"
    return f"{value:,}" if numeric else str(value)


def padded(text: str, width: int) -> str:
    """A text with spaces after it; Chinese characters count two.

    Examples
    --------
    >>> padded("提示", 6) + "|"
    '提示  |'
    """
    return text + " " * (width - text_width(text))


def text_width(text: str) -> int:
    """Columns on a terminal: a Chinese character takes two, a mark on another letter none.

    Examples
    --------
    >>> text_width("渝北"), text_width("ｶﾅ"), text_width("नेपाल")
    (4, 2, 4)
    """
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.category(c) in ("Mn", "Me", "Cf") for c in text)

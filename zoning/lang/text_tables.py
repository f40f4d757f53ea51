"""Tables for people: plain text columns, and cells that no spreadsheet runs as a formula."""

from __future__ import annotations

import unicodedata

import numpy as np
import pandas as pd

__all__ = ["padded", "safe_cell", "safe_cells", "text_table"]

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
    cells = {}
    for column in table.columns:
        kind = table[column].dtype
        numeric = pd.api.types.is_numeric_dtype(kind) and not pd.api.types.is_bool_dtype(kind)
        texts = [_text(v, numeric) for v in table[column]]
        cells[column] = (numeric, [str(column), *texts])
    widths = {c: max(map(_width, texts)) for c, (_, texts) in cells.items()}
    lines = []
    for i in range(len(table) + 1):
        parts = []
        for column, (numeric, texts) in cells.items():
            pad = " " * (widths[column] - _width(texts[i]))
            parts.append(pad + texts[i] if numeric else texts[i] + pad)
        lines.append("  ".join(parts).rstrip())
    return "\n".join(lines)


def _text(value, numeric: bool) -> str:
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
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)

"""The figures as a picture: bars a township, a plain SVG that any page or document takes."""

from __future__ import annotations

from html import escape

import pandas as pd

from zoning.fieldwork.progress import Progress
from zoning.model.tolerances import in_a_row

__all__ = ["chart"]

_WORDS = {
    "en": ("Districts confirmed and buildings plotted", "confirmed", "plotted"),
    "zh": ("普查区划分与建筑物标绘进度", "完成率", "标绘率"),
}
_ROW, _LEFT, _WIDE, _TOP = in_a_row("chart_parts")


def chart(progress: Progress, *, lang: str = "en") -> str:
    """Bars of the share of districts confirmed and of buildings plotted, as SVG text.

    Rows stand from the most to the least complete; lines mark 20, 30 and 70 per cent. The
    two bars differ in shade and height, so that a grey print is readable.
    """
    title, first, second = _WORDS.get(lang, _WORDS["en"])
    table = progress.table.sort_values(
        ["completion", "code"], ascending=[False, True], na_position="last"
    )
    bottom = _TOP + _ROW * len(table)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_LEFT + _WIDE + 70}" '
        f'height="{bottom + 16}" font-family="Noto Sans, Noto Sans CJK SC, sans-serif" '
        'font-size="12" fill="#222">',
        '<rect width="100%" height="100%" fill="#fff"/>',
        f'<text x="12" y="20" font-size="15">{title}, {progress.as_of:%Y-%m-%d %H:%M}</text>',
        '<rect x="12" y="32" width="12" height="10" fill="#1f5f8b"/>',
        f'<text x="30" y="42">{first}</text>',
        '<rect x="122" y="34" width="12" height="6" fill="#e0a030"/>',
        f'<text x="140" y="42">{second}</text>',
    ]
    for step in sorted({0, 100, *progress.passed}):
        x = _LEFT + _WIDE * step / 100
        parts.append(f'<line x1="{x}" x2="{x}" y1="{_TOP - 4}" y2="{bottom}" stroke="#ccc"/>')
        parts.append(f'<text x="{x}" y="{_TOP - 8}" text-anchor="middle" fill="#666">{step}</text>')
    for i, row in enumerate(table.itertuples()):
        parts += _bars(row, _TOP + _ROW * i)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _bars(row, y: int) -> list[str]:
    label = row.code if pd.isna(row.name) else row.name
    out = [f'<text x="{_LEFT - 8}" y="{y + 15}" text-anchor="end">{escape(str(label)[:20])}</text>']
    for share, color, top, height in (
        (row.completion, "#1f5f8b", 2, 11),
        (row.plotted, "#e0a030", 14, 6),
    ):
        if pd.isna(share):
            continue
        wide = _WIDE * min(float(share), 1.0)
        out.append(
            f'<rect x="{_LEFT}" y="{y + top}" width="{wide:.1f}" height="{height}" fill="{color}"/>'
        )
    if not pd.isna(row.completion):
        x = _LEFT + _WIDE * min(float(row.completion), 1.0) + 5
        out.append(f'<text x="{x:.1f}" y="{y + 13}">{100 * row.completion:.0f} %</text>')
    return out

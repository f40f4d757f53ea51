"""What a run says at its end, in English and in the wording of Chinese census offices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from zoning.errors import UsageError, name_some
from zoning.lang.translate import translated_note
from zoning.project.figures import figures_text
from zoning.project.issued_codes import Changes

__all__ = ["run_text"]

_WORDS = {
    "en": {
        "note": "note: {}", "findings": "findings: {}", "none": "none", "changes": "changes: {}",
        "stale": "printed pages no longer true: {}", "time": "time: {:.1f} s ({})", "and": ", ",
        "count": "{1} {0}", "blocker": "blocker", "error": "error", "warning": "warning",
        "info": "info",
    },
    "zh": {
        "note": "说明：{}", "findings": "审核结果：{}", "none": "无", "changes": "变化情况：{}",
        "stale": "需重新打印的图页：{}", "time": "用时：{:.1f} 秒（{}）", "and": "，",
        "count": "{} {} 条", "blocker": "阻断性错误", "error": "强制性错误",
        "warning": "核实性问题", "info": "提示",
        "read": "读取", "split": "划分", "number": "编号", "check": "审核", "write": "写出",
    },
}  # fmt: skip


def run_text(
    figures: pd.DataFrame,
    changes: Changes,
    counts: Mapping[str, int],
    notes: Sequence[str],
    seconds: Mapping[str, float],
    *,
    lang: str = "en",
) -> str:
    """The table of figures, what there is to note, findings, changes, time.

    Parameters
    ----------
    figures : DataFrame
        Of :func:`zoning.project.figures.township_figures`.
    changes : Changes
        Against the run before.
    counts : mapping of str to int
        Findings by severity.
    notes : sequence of str
        What the user must know, as the stages wrote it.
    seconds : mapping of str to float
        Wall time by stage.
    lang : {"en", "zh"}, default "en"
        Language; a note for which it has no words stays English.
    """
    if lang not in _WORDS:
        raise UsageError(f"language {lang}: wanted one of {', '.join(sorted(_WORDS))}")
    words = _WORDS[lang]
    found = [words["count"].format(words[s], n) for s, n in counts.items() if n]
    lines = [figures_text(figures, lang=lang), ""]
    lines += [words["note"].format(translated_note(text, lang)) for text in notes]
    lines.append(words["findings"].format(words["and"].join(found) or words["none"]))
    lines.append(words["changes"].format(changes.text(lang)))
    if changes.stale:
        lines.append(words["stale"].format(name_some(changes.stale, 10)))
    stages = words["and"].join(f"{words.get(stage, stage)} {s:.1f}" for stage, s in seconds.items())
    lines.append(words["time"].format(sum(seconds.values()), stages))
    return "\n".join(lines)

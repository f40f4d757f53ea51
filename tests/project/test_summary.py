"""What a run says at its end, in both languages."""

import pandas as pd
import pytest

from zoning.errors import UsageError
from zoning.project.figures import run_text, uncounted_counts, uncounted_texts
from zoning.project.issued_codes import Changes

FIGURES = pd.DataFrame(
    {
        "township_code": ["7001", "total"], "name": ["Vaduz", ""], "districts": [3, 3],
        "zones": [21, 21], "in_range": [19, 19], "buildings": [96, 96], "households": [0, 0],
        "persons": [5696, 5696], "mean": [271.2, 271.2], "visible": [0.5, float("nan")],
    }
)  # fmt: skip
COUNTS = {"blocker": 0, "error": 2, "warning": 1, "info": 0}
CHANGES = Changes(new=("a", "b"), removed=("c",), changed=(), unchanged=18, stale=("a",))
NOTHING = Changes(new=(), removed=(), changed=(), unchanged=21, stale=())


def said(changes, counts=COUNTS, **options):
    return run_text(FIGURES, changes, counts, ["a note"], {"read": 0.5, "check": 1.0}, **options)


def test_english():
    lines = said(CHANGES).splitlines()
    heads = "township districts zones in range buildings people people/zone on barriers"
    assert lines[0].split() == heads.split()
    assert lines[4].startswith("total")
    assert lines[6:] == [
        "note: a note",
        "findings: 2 error, 1 warning",
        "changes: 2 new, 1 gone; 18 zones as before",
        "printed pages no longer true: a",
        "time: 1.5 s (read 0.5, check 1.0)",
    ]
    assert "changes: none; 21 zones as before" in said(NOTHING)
    assert "findings: none" in said(NOTHING, {"error": 0})


def test_chinese():
    lines = said(CHANGES, lang="zh").splitlines()
    assert (
        lines[0].split() == "镇街 普查区 普查小区 规模合格 建筑物 人数 平均人数 沿明显地物".split()
    )
    assert lines[4].startswith("合计")
    assert lines[6:] == [
        "说明：a note",
        "审核结果：强制性错误 2 条，核实性问题 1 条",
        "变化情况：新增 2 个，撤销 1 个；其余 18 个普查小区不变",
        "需重新打印的图页：a",
        "用时：1.5 秒（读取 0.5，审核 1.0）",
    ]
    assert "变化情况：无；其余 21 个普查小区不变" in said(NOTHING, lang="zh")


def test_another_language_is_refused():
    with pytest.raises(UsageError, match="language fr: wanted one of en, zh"):
        said(NOTHING, lang="fr")


def test_what_is_not_counted_is_said_in_both_languages():
    table = pd.DataFrame(
        {
            "layer": ["buildings"] * 4 + ["blocks"], "id": ["b4", "b3", "b2", "b1", "k"],
            "persons": [1000, 200, 30, 4, pd.NA], "households": [0, 0, 0, 0, 7],
            "dwellings": pd.NA,
        }
    ).convert_dtypes()  # fmt: skip
    blocks, buildings = uncounted_texts(table)
    assert blocks.startswith("not counted: 1 blocks with 7 households lie in no area (k)")
    assert "4 buildings with 1,234 people stand in no zone (b1, b2, b3, …)" in buildings
    assert "4 栋建筑物、1,234 人不在任何普查小区内" in uncounted_texts(table, lang="zh")[1]
    assert uncounted_texts(table.iloc[:0]) == []
    assert uncounted_counts(table)["buildings"]["persons"] == 1234
    assert uncounted_counts(table.iloc[:0]) == {}

"""Tables on a terminal: every table counts the columns of a character in the same way."""

import pandas as pd
import pytest

from zoning.lang.text_tables import padded, text_table, text_width
from zoning.project.figures import figures_text

NAMES = {
    "Yubei": 5,
    "渝北区": 6,
    "ﾔﾏ": 2,  # halfwidth forms lie among the wide ones
    "नेपाल": 4,  # two vowel signs stand over their letters
    "ﻢﺼﺭ": 3,  # Arabic presentation forms
    "e\u0301": 1,
    "𠮷野": 4,
}


@pytest.mark.parametrize(("text", "width"), NAMES.items())
def test_width_is_that_of_a_terminal(text, width):
    assert text_width(text) == width
    assert text_width(padded(text, 9)) == 9


def test_figures_and_tables_stand_in_the_same_columns():
    table = pd.DataFrame({"name": list(NAMES), "zones": range(len(NAMES))})
    lines = text_table(table).splitlines()
    assert {text_width(line) for line in lines} == {6 + 2 + 5}
    row = {"districts": 1, "zones": 1, "in_range": 1, "buildings": 1, "persons": 1}
    rows = [
        {"township_code": str(i), "name": name, **row, "mean": 1.0, "visible": 0.5}
        for i, name in enumerate(NAMES)
    ]
    lines = figures_text(pd.DataFrame(rows), lang="zh").splitlines()
    assert len({text_width(line) for line in lines}) == 1

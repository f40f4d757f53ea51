"""Words of many sources, one list of uses."""

import pandas as pd
import pytest

from zoning.buildings import USES, map_uses, read_use_table
from zoning.errors import FileError
from zoning.model.uses import is_residential, use_label


@pytest.mark.parametrize(
    ("word", "use"),
    [
        ("yes", "unknown"),
        (None, "unknown"),
        ("Apartments", "residential"),
        ("semidetached house", "residential"),
        ("住宅", "residential"),
        (" 商住 ", "mixed"),
        ("公租房", "residential"),
        ("监狱", "prison"),
        ("glasshouse", "agricultural"),
        ("castle in the air", "unknown"),
        ("demolished", "demolished"),
    ],
)
def test_words(word, use):
    assert map_uses(pd.Series([word], dtype="object")).tolist() == [use]


def test_the_words_of_the_list_stand_for_themselves():
    assert map_uses(pd.Series(list(USES))).tolist() == list(USES)
    assert is_residential(pd.Series(["unknown", "school"])).tolist() == [True, False]
    assert use_label("care", "zh") == "养老福利机构"


def test_users_add_words_of_their_own(tmp_path):
    file = tmp_path / "uses.csv"
    file.write_text("term,use\n吊脚楼,residential\nyes,commercial\n", "utf-8-sig")
    table = read_use_table(file)
    assert map_uses(pd.Series(["吊脚楼", "yes"]), table=table).tolist() == [
        "residential",
        "commercial",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("term,use\nx,castle\n", "line 2: 'castle' is no use; uses are: residential"),
        ("word,use\n", "wanted the columns term and use"),
    ],
)
def test_a_bad_table_says_what_is_wrong(tmp_path, text, message):
    file = tmp_path / "uses.csv"
    file.write_text(text, "utf-8")
    with pytest.raises(FileError, match=message):
        read_use_table(file)

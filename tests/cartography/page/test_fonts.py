"""Fonts: widths, scripts, broken lines, and one clear line where a font is missing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from needs import need

from zoning.cartography.page.fonts import CJK_PACKAGE, Lettering, find_cjk, needs_cjk, visual_order
from zoning.errors import FileError


def _lettering(**options):
    from fpdf import FPDF

    return Lettering(FPDF(), **options)


@pytest.fixture(scope="module")
def letters():
    return _lettering()


def has_cjk() -> bool:
    try:
        find_cjk()
    except FileError:
        return False
    return True


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Vaduz", False),
        ("普查", True),
        ("مرحبا", False),
        ("（1）", True),
        ("🏠", False),
        ("", False),
    ],
)
def test_what_needs_the_chinese_font(text, wanted):
    assert needs_cjk(text) is wanted


def test_a_missing_chinese_font_names_the_package(tmp_path, monkeypatch):
    with pytest.raises(FileError, match=CJK_PACKAGE):
        find_cjk([tmp_path])
    monkeypatch.setenv("ZONING_CJK_FONT", str(tmp_path / "none.ttc"))
    with pytest.raises(FileError, match=r"none\.ttc"):
        find_cjk()


@pytest.mark.slow
def test_chinese_is_set_with_the_chinese_font():
    need(has_cjk(), "a Chinese font")
    letters = _lettering(cjk=True)
    pieces, width = letters.runs("A普查B")
    assert len({font for font, *_ in pieces}) == 2
    assert width > 2
    assert [edge for *_, edge in letters.runs("普查", True)[0]] == [True]


def test_right_to_left_is_reordered_and_joined():
    assert visual_order("אבג") == "גבא"
    assert visual_order("abc") == "abc"
    # Meem and Reh joined: final Reh stands left of initial Meem.
    assert visual_order("مر") == "\ufeae\ufee3"


def test_control_characters_become_blanks():
    assert visual_order("a\nb\x00c\u2028d") == "a b c d"


def test_a_missing_sign_is_a_box(letters):
    assert letters.runs("\U0001f9d1")[1] == letters.runs("\u25a1")[1]


def test_width_grows_with_size(letters):
    assert letters.width("Zone", 10) == pytest.approx(2 * letters.width("Zone", 5))
    assert letters.width("Zone", 10, True) > letters.width("Zone", 10)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=60), width=st.floats(8, 60))
def test_broken_lines_fit_and_lose_nothing(letters, text, width):
    lines = letters.break_lines(text, 8, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(letters.width(line, 8) <= width or len(line) == 1 for line in lines)


def test_a_clipped_text_fits(letters):
    assert letters.clip("short", 8, 50) == "short"
    cut = letters.clip("a" * 200, 8, 30)
    assert cut.endswith("…")
    assert letters.width(cut, 8) <= 30


@pytest.mark.slow
def test_a_comma_never_opens_a_line():
    need(has_cjk(), "a Chinese font")
    letters = _lettering(cjk=True)
    for width in range(14, 40):
        lines = letters.break_lines(
            "自西北角起，顺时针：沿道路向东约320米，再沿河流向南。", 8, width
        )
        assert not any(line[0] in "，。：" for line in lines)

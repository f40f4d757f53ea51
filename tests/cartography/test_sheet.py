"""Parts of the dispute sheet."""

from zoning.cartography.mapbook_canvas import Document
from zoning.cartography.sheet import _wrapped


def test_codes_on_a_dispute_sheet_stand_one_under_the_other():
    canvas = Document("t", cjk=False).sheet("A4", landscape=False)
    codes = [f"50010510100000100{i}" for i in range(9)]
    assert _wrapped(canvas, ",".join(codes[:2]), 39.0) == codes[:2]
    assert _wrapped(canvas, ",".join(codes), 39.0) == [*codes[:7], "… (+2)"]
    assert _wrapped(canvas, "5, 6", 39.0) == ["5, 6"]

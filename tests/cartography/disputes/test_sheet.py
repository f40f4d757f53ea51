"""Parts of the dispute sheet."""

import inspect
import re

from zoning.boundaries.settle import plan
from zoning.lang.dispute_words import reason_in


def test_codes_on_a_dispute_sheet_stand_one_under_the_other():
    from zoning.cartography.disputes.sheet import _wrapped
    from zoning.cartography.page.canvas import Document

    canvas = Document("t", cjk=False).sheet("A4", landscape=False)
    codes = [f"50010510100000100{i}" for i in range(9)]
    assert _wrapped(canvas, ",".join(codes[:2]), 39.0) == codes[:2]
    assert _wrapped(canvas, ",".join(codes), 39.0) == [*codes[:7], "… (+2)"]
    assert _wrapped(canvas, "5, 6", 39.0) == ["5, 6"]


def test_every_reason_that_settling_writes_has_chinese():
    source = inspect.getsource(plan)
    failed = re.findall(r'failed="([^"]+)"', source)
    whole = [plan._WHOLE.format(t) for t in (
        f"under {plan._TOO_NARROW} m wide", "it borders on undisputed land of one side only"
    )]  # fmt: skip
    assert len(failed) >= 6
    for text in (*failed, *whole):
        assert not re.search("[a-z]", reason_in(text, "zh")), text
        assert reason_in(text, "en") == text

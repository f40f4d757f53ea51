"""What a dispute's sheet says of its buildings."""

import json

import pandas as pd


def settled(number, dispute, buildings=None):
    before = {"status": "open"} | ({"rows": {"buildings": buildings}} if buildings else {})
    return {
        "event_id": f"e{number}", "action": "settled", "target_id": dispute,
        "before": json.dumps(before),
    }  # fmt: skip


def test_zones_before_are_those_of_the_dispute_not_of_what_was_settled_later():
    from zoning.project.borders.dispute_sheets import _zones_before

    # d1 and d2 were settled together, d3 later: it moved the same house once more.
    journal = pd.DataFrame(
        [
            settled(1, "d1", {"b1": "zone 1", "b2": "zone 2"}),
            settled(2, "d2"),
            settled(3, "d3", {"b1": "zone 9"}),
        ]
    )
    for dispute in ("d1", "d2"):
        found = _zones_before(journal, {"dispute_id": dispute})
        assert found == {"b1": "zone 1", "b2": "zone 2"}
    assert _zones_before(journal, {"dispute_id": "d3"})["b1"] == "zone 9"
    assert _zones_before(journal, {"dispute_id": "d4"}) == {}

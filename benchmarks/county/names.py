"""Invented Chinese names: deterministic, distinct within a township."""

from __future__ import annotations

import numpy as np

__all__ = ["area_names", "road_names"]

_FIRST = "龙石大清白黄青红古新玉兴金双天东北高平云水柏梨松桂竹茶沙梁周杨李张王陈赵"
_SECOND = "溪桥河山坪湾塘坝岭洞堰湖井寺沟坡庄滩林泉峰口台门岩冲"


def _pair(number: int) -> str:
    first, second = len(_FIRST), len(_SECOND)
    # 37 and 17 are coprime to the lengths' products: neighbours get unlike names.
    number = (number * 37 + 11) % (first * second)
    return _FIRST[number % first] + _SECOND[(number // first) % second]


def area_names(townships: int, villages: int, urban_town, urban_village):
    """Names of townships (街道, 镇) and of villages (社区, 村)."""
    towns = [_pair(i * 3 + 1) + ("街道" if urban_town[i] else "镇") for i in range(townships)]
    places = [_pair(i * 5 + 2) + ("社区" if urban_village[i] else "村") for i in range(villages)]
    return towns, places


def road_names(count: int, rank: np.ndarray) -> list[str]:
    """Names of streets; tracks of rank 4 and below have none."""
    ends = {1: "大道", 2: "大道", 3: "路"}
    return [_pair(i) + ends[r] if r in ends else None for i, r in zip(range(count), rank)]

"""What a web map shows, as one object that its other parts pass on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import geopandas as gpd

__all__ = ["MERCATOR", "MapLayers"]

MERCATOR = "EPSG:3857"


@dataclass(frozen=True)
class MapLayers:
    """What a web map shows; every frame in EPSG:3857, sorted, with the schema's columns.

    ``zones`` also has ``township_code`` and, where the profile tells urban from rural,
    ``urban``; ``public`` says that figures of single buildings were taken out. Layers that
    were not given are ``None``. ``sums`` are the zones that sums over many of them are made
    from where that is not ``zones``.
    """

    zones: gpd.GeoDataFrame
    districts: Any = None
    townships: Any = None
    buildings: Any = None
    barriers: Any = None
    findings: Any = None
    disputes: Any = None
    public: bool = False
    sums: Any = None

    def count(self) -> int:
        """Features in all layers."""
        frames = (
            self.zones, self.districts, self.townships, self.buildings,
            self.barriers, self.findings, self.disputes,
        )  # fmt: skip
        return sum(len(f) for f in frames if f is not None)

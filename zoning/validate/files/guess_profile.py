"""Which census's rules bare files are checked by, where the user names none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj

from zoning.model.profile import Profile, load_profile
from zoning.model.tolerances import in_a_row

__all__ = ["Choice", "choose_profile"]

#: Codes of China's census: provinces 11 to 82, then 4, 7 or 10 more digits, 13 for a zone.
_CHINESE = r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])(?:\d{4}|\d{7}|\d{10}|\d{13})"
_CHINA = in_a_row("china_box")
_CODES = (("zones", "zone_code"), ("districts", "district_code"), ("areas", "area_code"))
_PARENTS = (("areas", "area_code"), ("districts", "district_code"), ("zones", "district_code"))
#: Rules about how codes are built and numbered, which only a census can say.
_FORM = ("COD003", "COD006")
_UNSAID = "no --profile given to say how codes are built"


@dataclass(frozen=True)
class Choice:
    """A profile, what to say of it, and rules that it has no ground for.

    Parameters
    ----------
    profile : Profile
        The one that was chosen.
    note : str
        Which and why.
    off : mapping of str to str
        Rule ids that are not run, with the reason.
    """

    profile: Profile
    note: str
    off: Mapping[str, str] = field(default_factory=dict)


def choose_profile(layers: Mapping[str, pd.DataFrame]) -> Choice:
    """``cn-2020`` for codes of China on land in China, else ``un``, which has no numbers.

    How codes are built and numbered (COD003, COD006) is judged without a profile only where
    most are a given parent's code and a number: other censuses build theirs in other ways.

    Parameters
    ----------
    layers : mapping of str to DataFrame
        As read from files, in the columns of the schema.
    """
    codes = _codes(layers)
    chinese = len(codes) > 0 and codes.str.fullmatch(_CHINESE).mean() > 0.5
    if chinese and _in_china(layers) is not False:
        profile = load_profile("cn-2020")
        return Choice(profile, "no --profile given: codes are China's, checked as cn-2020")
    note = "no --profile given: checked as un, which limits no size; --profile P names a census"
    off = {} if _numbered(layers) else dict.fromkeys(_FORM, _UNSAID)
    return Choice(load_profile("un"), note, off)


def _numbered(layers: Mapping[str, pd.DataFrame]) -> bool:
    """Whether most zone codes are the code of a parent that was given, and 3 or 6 digits."""
    zones = _text(layers, "zones", "zone_code")
    parents = {p for layer, column in _PARENTS for p in _text(layers, layer, column)}
    built = zones.str.slice(stop=-3).isin(parents) | zones.str.slice(stop=-6).isin(parents)
    return bool((built & zones.str.fullmatch(r".*\d{3}")).mean() > 0.5) if len(zones) else False


def _codes(layers: Mapping[str, pd.DataFrame]) -> pd.Series:
    for layer, column in _CODES:
        codes = _text(layers, layer, column)
        if len(codes):
            return codes
    return pd.Series([], dtype="str")


def _text(layers: Mapping[str, pd.DataFrame], layer: str, column: str) -> pd.Series:
    if layer not in layers or column not in layers[layer]:
        return pd.Series([], dtype="str")
    return layers[layer][column].dropna().astype("str").str.strip()


def _in_china(layers: Mapping[str, pd.DataFrame]) -> bool | None:
    """Whether the middle of the zones lies in China; ``None`` where nobody can know."""
    zones = layers.get("zones")
    if not isinstance(zones, gpd.GeoDataFrame) or not len(zones):
        return None
    bounds = zones.geometry.bounds.to_numpy()
    bounds = bounds[np.isfinite(bounds).all(axis=1)]
    if zones.crs is None or not len(bounds):
        return None
    x, y = np.median((bounds[:, :2] + bounds[:, 2:]) / 2, axis=0)
    try:
        change = pyproj.Transformer.from_crs(zones.crs, 4326, always_xy=True)
        lon, lat = change.transform(x, y)
    except pyproj.exceptions.ProjError:
        return None
    if not np.isfinite([lon, lat]).all():
        return None
    # Swapped axes are a finding of their own, and no reason to leave the country.
    west, south, east, north = _CHINA
    return any(west <= a <= east and south <= b <= north for a, b in ((lon, lat), (lat, lon)))

"""How many enumerators and supervisors the zones need, by the profile's rule."""

from __future__ import annotations

import numpy as np
import pandas as pd

from zoning.errors import ProfileError
from zoning.model.profile import Profile

__all__ = ["staffing"]


def staffing(zones: pd.DataFrame, districts: pd.DataFrame, profile: Profile) -> pd.DataFrame:
    """Enumerators and supervisors for each township.

    Parameters
    ----------
    zones : DataFrame
        Layer ``zones`` with ``persons`` or ``households``.
    districts : DataFrame
        Layer ``districts``.
    profile : Profile
        Its ``staffing``: persons or households an enumerator, enumerators a supervisor.

    Returns
    -------
    DataFrame
        ``township_code``, ``zones``, ``persons``, ``households``, ``enumerators`` (counted
        per district, since nobody works in two), ``supervisors_min``, ``supervisors_max``
        (0 where the profile does not say).

    Raises
    ------
    ProfileError
        The profile has no rule.
    """
    rule = profile.staffing
    loads = {u: rule[f"{u}_per_enumerator"] for u in ("persons", "households")
             if f"{u}_per_enumerator" in rule}  # fmt: skip
    if not loads:
        raise ProfileError(
            f"profile {profile.name}: no persons or households an enumerator; add [staffing]"
        )
    per = zones.groupby("district_code")[["persons", "households"]].sum(min_count=1)
    per["zones"] = zones.groupby("district_code").size()
    need = pd.DataFrame({u: per[u].astype("float64") / load for u, load in loads.items()})
    per["enumerators"] = np.ceil(need.max(axis=1).fillna(0)).astype("int64")
    home = districts.set_index("district_code")["township_code"]
    out = per.groupby(per.index.map(home)).sum(min_count=1)
    for bound, other in (("min", "max"), ("max", "min")):
        share = rule.get(f"enumerators_per_supervisor_{other}")
        out[f"supervisors_{bound}"] = np.ceil(out["enumerators"] / share) if share else 0
    out.index.name = "township_code"
    order = ["zones", "persons", "households", "enumerators", "supervisors_min", "supervisors_max"]
    return out[order].astype("Int64").reset_index()

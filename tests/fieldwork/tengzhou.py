"""Tengzhou on 27 July 2020, 17:00: layers with the counts of its bulletin.

711 districts divided, 57 % of 1,247 expected; 1,460 zones; 9,680 buildings plotted; of 21
townships 12 have plotted over 20 %, 7 of them over 30 %, 3 over 70 %. Each number comes out
of counting rows: none stands in a table of results.
"""

import geopandas as gpd
import numpy as np
import pandas as pd
from shapely import box

CRS = "EPSG:4548"
#: Shares plotted by township: 3 over 70, 4 more over 30, 5 more over 20, 9 at 20 or less.
SHARES = [75, 80, 72, 31, 40, 55, 69, 21, 25, 30, 28, 22, 20, 15, 10, 5, 2, 1, 0, 12, 18]
NAMES = [f"{c}镇" for c in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌"]
#: Buildings expected, so that the plotted ones add up to 9,680.
PLOTTED = 9_680


def codes() -> list[str]:
    return [f"370481{100 + i}" for i in range(21)]


def expected_counts() -> tuple[np.ndarray, np.ndarray]:
    """Districts and buildings expected per township."""
    districts = np.full(21, 59)
    districts[:8] += 1
    return districts, np.full(21, 1500)


def plotted_counts() -> np.ndarray:
    """Buildings plotted per township; the second, far over 70 %, has what is left."""
    _, expected = expected_counts()
    counts = expected * np.array(SHARES) // 100
    counts[1] += PLOTTED - counts.sum()
    return counts


def layers():
    """Areas, districts, zones, buildings and the table of expectations."""
    towns, (wanted, homes) = codes(), expected_counts()
    confirmed = np.full(21, 33)
    confirmed[:18] += 1
    zones_in = np.full(711, 2)
    zones_in[:38] += 1
    districts, zones = [], []
    n = 0
    for t, town in enumerate(towns):
        for d in range(wanted[t]):
            code = f"{town}{200 + d:03d}"
            done = d < confirmed[t]
            cell = box(70 * t, d, 70 * t + 60, d + 1)
            districts.append((code, town, "confirmed" if done else "draft", cell))
            for z in range(zones_in[n] if done else 1):
                zones.append((f"{code}{z + 1:03d}", code, cell))
            n += done
    districts = frame(districts, ["district_code", "township_code", "status"])
    zones = frame(zones, ["zone_code", "district_code"])
    first = zones.drop_duplicates("district_code")
    town_of = first["district_code"].str[:9]
    at = {town: first["zone_code"][town_of == town].iloc[0] for town in towns}
    plotted = plotted_counts()
    buildings = pd.DataFrame({"zone_code": np.repeat([at[t] for t in towns], plotted)})
    buildings["building_id"] = [f"b{i}" for i in range(len(buildings))]
    areas = pd.DataFrame({"area_code": towns, "name": NAMES, "level": "township"})
    expected = pd.DataFrame(
        {"township_code": towns, "districts": wanted, "buildings": homes}
    ).astype({"districts": "Int64", "buildings": "Int64"})
    expected["group"] = [f"第{i % 4 + 1}组" for i in range(21)]
    return areas, districts, zones, buildings, expected


def frame(rows, columns):
    data = {c: [r[i] for r in rows] for i, c in enumerate(columns)}
    return gpd.GeoDataFrame(data, geometry=[r[-1] for r in rows], crs=CRS)

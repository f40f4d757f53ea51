"""The listing of a zone: a line for every household expected, in visiting order."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pandas as pd

from zoning.errors import FileError, LayerError, UsageError, name_some
from zoning.io.atomic import replacing
from zoning.lang.text_tables import safe_cells
from zoning.model.profile import Profile
from zoning.model.tolerances import count
from zoning.model.uses import use_label

__all__ = ["COLUMNS", "gone_numbers", "listing", "write_listing"]

#: Columns of a listing with their headings in English and Chinese.
COLUMNS: dict[str, tuple[str, str]] = {
    "zone_code": ("Zone", "普查小区代码"),
    "number": ("No.", "建筑物编号"),
    "line": ("Line", "序号"),
    "building_id": ("Building", "建筑物标识"),
    "address": ("Address", "地址"),
    "name": ("Name", "名称"),
    "use": ("Use", "用途"),
    "floors": ("Floors", "层数"),
    "entrance": ("Entrance", "门栋"),
    "floor": ("Floor", "楼层"),
    "room": ("Room", "房号"),
    "dwellings": ("Dwellings", "住房单元"),
    "households": ("Households", "户数"),
    "persons": ("Persons", "人数"),
    "persons_source": ("Source", "人数来源"),
    "head": ("Head of household", "户主姓名"),
    "counted": ("Persons counted", "登记人数"),
    "visited_on": ("Visited on", "入户日期"),
    "remarks": ("Remarks", "备注"),
}
_FIGURES = ("dwellings", "households", "persons", "persons_source")
_SOURCES = {"given": "给定", "survey": "调查", "estimated": "推算"}
_MOST_LINES = count("most_lines")
_GONE = {"en": "demolished", "zh": "已拆除"}


def listing(
    buildings: pd.DataFrame,
    *,
    zones: Iterable[str] | None = None,
    dwellings: pd.DataFrame | None = None,
    gone: pd.DataFrame | None = None,
    profile: Profile | None = None,
    lang: str = "en",
    public: bool = False,
) -> pd.DataFrame:
    """Lines of the listing, by zone and number.

    Parameters
    ----------
    buildings : DataFrame
        Layer ``buildings`` with ``zone_code`` and ``number``.
    zones : iterable of str, optional
        Zone codes; all of them by default.
    dwellings : DataFrame, optional
        Layer ``dwellings``: a line each, and in the zone that the dwelling names.
    gone : DataFrame, optional
        Printed numbers whose building is no more, as from `gone_numbers`.
    profile : Profile, optional
        Uses that it keeps unnamed get neither name nor address.
    lang : str
        ``en`` or ``zh``, for uses and sources.
    public : bool, default False
        One line a building and no figure of it.

    Returns
    -------
    DataFrame
        `COLUMNS`; those to be filled by hand are empty.

    Raises
    ------
    UsageError
        A zone that holds no building.
    """
    rows = buildings[buildings["zone_code"].notna()].copy()
    if not public:
        # The number of lines would tell the number of households.
        rows = _expanded(rows, dwellings)
    if gone is not None and len(gone):
        rows = pd.concat([rows, gone.assign(remarks=_GONE[lang])], ignore_index=True)
    if zones is not None:
        wanted = list(dict.fromkeys(zones))
        unknown = sorted(set(wanted) - set(rows["zone_code"]))
        if unknown:
            raise UsageError(f"zone {name_some(unknown)}: no building with this zone code")
        rows = rows[rows["zone_code"].isin(wanted)]
    rows = rows.reindex(columns=[c for c in COLUMNS if c != "line"])
    for column in ("number", "floors", "floor", "dwellings", "households", "persons"):
        rows[column] = pd.to_numeric(rows[column]).astype("Int64")
    silent = rows["use"].isin(profile.unnamed if profile else ()).fillna(False).astype(bool)
    rows.loc[silent, ["name", "address"]] = None
    # What nobody knows is a box to fill.
    labels = {u: use_label(u, lang) for u in rows["use"].dropna().unique() if u != "unknown"}
    rows["use"] = rows["use"].map(labels)
    if lang == "zh":
        rows["persons_source"] = rows["persons_source"].map(_SOURCES)
    if public:
        rows[list(_FIGURES)] = None
    keys = ["zone_code", "number", "entrance", "floor", "room", "building_id"]
    rows = rows.sort_values(keys, kind="stable", ignore_index=True)
    rows["line"] = rows.groupby("zone_code").cumcount() + 1
    return rows[list(COLUMNS)]


def _expanded(rows: pd.DataFrame, dwellings: pd.DataFrame | None) -> pd.DataFrame:
    """A line a dwelling where they are listed, else a line a household expected."""
    listed = pd.DataFrame(columns=["building_id"])
    if dwellings is not None and len(dwellings):
        listed = dwellings.drop(columns="dwelling_id", errors="ignore")
    plain = rows[~rows["building_id"].isin(listed["building_id"])]
    times = np.ones(len(plain), dtype="int64")
    for unit in ("dwellings", "households"):
        if unit in plain.columns:
            known = pd.to_numeric(plain[unit]).astype("float64").fillna(0).to_numpy()
            times = np.where(known > 0, np.clip(known, 1, _MOST_LINES), times).astype("int64")
    plain = plain.loc[plain.index.repeat(times)]
    joined = rows.merge(
        listed.rename(columns={"zone_code": "own_zone"}), on="building_id", how="inner"
    )
    if "own_zone" in joined.columns:
        joined["zone_code"] = joined.pop("own_zone").fillna(joined["zone_code"])
    return pd.concat([plain, joined], ignore_index=True)


def gone_numbers(issued: pd.DataFrame, buildings: pd.DataFrame) -> pd.DataFrame:
    """Printed numbers whose building is no longer in the register.

    Parameters
    ----------
    issued : DataFrame
        Rows of kind ``number`` of zones that were on paper.
    buildings : DataFrame
        The register as it stands.

    Returns
    -------
    DataFrame
        ``zone_code``, ``number``, ``building_id``.
    """
    rows = issued[issued["kind"].eq("number") & ~issued["holder"].isin(buildings["building_id"])]
    rows = rows.drop_duplicates("holder", keep="last")
    return pd.DataFrame(
        {
            "zone_code": rows["code"].to_numpy(),
            "number": rows["number"].to_numpy(),
            "building_id": rows["holder"].to_numpy(),
        }
    )


def write_listing(table: pd.DataFrame, path: str | Path, *, lang: str = "en") -> Path:
    """Write a listing as CSV (UTF-8 with a mark, as Excel wants it) or Excel.

    Headings are in the language; cells cannot run as formulas.

    Raises
    ------
    LayerError
        Another ending than ``.csv`` or ``.xlsx``.
    FileError
        Excel needs openpyxl.
    """
    target = Path(path)
    heads = {c: names[lang == "zh"] for c, names in COLUMNS.items()}
    safe = safe_cells(table).rename(columns=heads)
    suffix = target.suffix.lower()
    if suffix not in (".csv", ".xlsx"):
        raise LayerError(f"{target}: a listing is .csv, .xlsx or .pdf")
    with replacing(target) as part:
        if suffix == ".csv":
            text = safe.to_csv(index=False, lineterminator="\r\n")
            part.write_bytes(b"\xef\xbb\xbf" + text.encode("utf-8"))
        else:
            _write_excel(safe, part)
    return target


def _write_excel(table: pd.DataFrame, part: Path) -> None:
    try:
        from openpyxl import Workbook
        from openpyxl.styles import Alignment, Font
        from openpyxl.utils import get_column_letter
    except ImportError:
        raise FileError("Excel needs openpyxl; pip install zoning[excel]") from None
    book = Workbook()
    sheet = book.active
    sheet.append([str(c) for c in table.columns])
    for row in table.astype(object).where(table.notna(), None).itertuples(index=False):
        sheet.append([int(v) if isinstance(v, np.integer) else v for v in row])
    for i, column in enumerate(table.columns, start=1):
        cell = sheet.cell(1, i)
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        longest = max([len(str(column)), *(len(str(v)) for v in table[column].dropna())])
        sheet.column_dimensions[get_column_letter(i)].width = min(max(longest + 2, 8), 40)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation, sheet.page_setup.fitToWidth = "landscape", 1
    sheet.print_title_rows = "1:1"
    # A name ending in .part is not what openpyxl guesses by; it takes an open file.
    with part.open("wb") as handle:
        book.save(handle)

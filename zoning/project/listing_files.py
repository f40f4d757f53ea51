"""The listing of a project's zones, written to a file of any kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd

from zoning.buildings.listing import gone_numbers, listing, write_listing
from zoning.cartography.book.listing_pages import listing_pdf
from zoning.errors import UsageError, name_some
from zoning.project.folder import ProjectFolder
from zoning.project.issued_codes import give_out, printed_numbers

__all__ = ["write_project_listing"]


def write_project_listing(
    project: ProjectFolder,
    target: str | Path,
    *,
    zones: Sequence[str] | None = None,
    districts: Sequence[str] | None = None,
    lang: str = "en",
    paper: str = "A4",
    public: bool = False,
) -> int:
    """Write the listing of some zones, or of all; how many lines it has.

    The numbers in it count as printed from now on: a later run keeps them.

    Parameters
    ----------
    project : ProjectFolder
        Has been run.
    target : path
        ``.pdf``, ``.xlsx`` or ``.csv``.
    zones, districts : sequence of str, optional
        Codes; together with nothing given: every zone.
    lang, paper, public
        As `listing_pdf`.

    Raises
    ------
    UsageError
        A code that does not exist.
    LayerError
        Another ending.
    """
    project.require_run()
    buildings, drawn = project.read("buildings"), project.read("zones")
    wanted = _wanted(drawn, zones, districts)
    printed = printed_numbers(project.decisions("issued"))
    gone = gone_numbers(printed, buildings)
    if wanted is not None:
        gone = gone[gone["zone_code"].isin(wanted)]
    table = listing(
        buildings,
        zones=wanted,
        dwellings=project.layers("dwellings").get("dwellings"),
        gone=gone,
        profile=project.profile,
        lang=lang,
        public=public,
    )
    if Path(target).suffix.lower() == ".pdf":
        places = project.read("districts").set_index("district_code")
        named = places["name"].fillna("") + " " + places.index
        names = drawn.set_index("zone_code")["district_code"].map(named.str.strip())
        listing_pdf(
            table,
            target,
            names=names.dropna().to_dict(),
            title=project.name,
            notice=project.profile.notice.get(lang, ""),
            lang=lang,
            paper=paper,
            public=public,
        )
    else:
        write_listing(table, target, lang=lang)
    give_out(project, table["zone_code"].unique(), what="printed")
    return len(table)


def _wanted(
    drawn: pd.DataFrame, zones: Iterable[str] | None, districts: Iterable[str] | None
) -> list[str] | None:
    if not zones and not districts:
        return None
    known = set(drawn["zone_code"])
    unknown = [c for c in zones or () if c not in known]
    if unknown:
        raise UsageError(f"--zone {name_some(unknown)}: no such zone in the project")
    gone = [c for c in districts or () if c not in set(drawn["district_code"])]
    if gone:
        raise UsageError(f"--district {name_some(gone)}: no such district in the project")
    mine = drawn[drawn["district_code"].isin(districts or ())]["zone_code"]
    return sorted({*(zones or ()), *mine})

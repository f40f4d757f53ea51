"""The field in a project folder: statuses moved, figures as of a moment and what changed since.

A move goes to the journal first, then to the derived layers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from zoning.errors import ProjectError, UsageError
from zoning.fieldwork.progress import Progress, measure, read_expected
from zoning.fieldwork.statuses import DONE, KEYS, apply_statuses, can_move, move
from zoning.io.write import update_rows
from zoning.project.folder import ProjectFolder
from zoning.project.issued_codes import give_out

__all__ = ["move_in_project", "parse_moment", "project_progress"]

_GROWTH = ("districts_confirmed", "zones", "buildings")


def parse_moment(text: str, where: str = "--as-of") -> datetime:
    """A moment from ISO 8601 text; without an offset it is this machine's local time.

    Raises
    ------
    UsageError
        The text is no moment.

    Examples
    --------
    >>> parse_moment("2020-07-27T17:00+08:00").isoformat()
    '2020-07-27T17:00:00+08:00'
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{where} {text}: wanted a time as 2020-07-27T17:00") from None
    return moment if moment.tzinfo else moment.astimezone()


def project_progress(
    project: ProjectFolder,
    *,
    as_of: datetime | None = None,
    since: datetime | None = None,
    by: str = "township",
) -> Progress:
    """Progress of a project.

    Parameters
    ----------
    project : ProjectFolder
        Has been run. ``[progress]`` of its zoning.toml may say ``expected`` (a table, see
        `read_expected`), ``deadline`` and ``dispute_deadline``.
    as_of : datetime, optional
        A moment; the present one by default.
    since : datetime, optional
        An earlier moment to compare with.
    by : str
        ``township``, ``group`` or ``authority``.

    Raises
    ------
    ProjectError
        Not run yet, or ``[progress]`` cannot be used.
    UsageError
        `since` is not before `as_of`.
    """
    project.require_run()
    present = as_of is None
    moment = datetime.now(UTC).astimezone() if as_of is None else as_of
    if since is not None and since >= moment:
        raise UsageError("--since must lie before --as-of")
    made = _measured(project, None if present else moment, moment, by)
    settings = _settings(project)
    made = replace(
        made,
        days=_days_to(settings.get("deadline"), _finished(project, made, moment), "deadline"),
        dispute_days=_dispute_days(project, settings, moment),
    )
    if since is None:
        return made
    before = _measured(project, since, since, by)
    growth = {k: made.total[k] - before.total[k] for k in _GROWTH}
    at = since.isoformat(timespec="minutes")
    return replace(made, since={"at": at, "growth": growth, "passed": before.passed})


def _settings(project: ProjectFolder) -> dict:
    settings = project.config.get("progress", {})
    known = {"expected", "deadline", "dispute_deadline"}
    unknown = sorted(set(settings) - known)
    if unknown:
        raise ProjectError(
            f"{project.path / 'zoning.toml'}: [progress] {unknown[0]} is not known "
            f"(keys: {', '.join(sorted(known))})"
        )
    return settings


def _measured(
    project: ProjectFolder, until: datetime | None, moment: datetime, by: str
) -> Progress:
    settings = _settings(project)
    stamp = None if until is None else _stamp(until)
    districts, zones, _ = apply_statuses(
        project.read("districts"),
        project.read("zones"),
        project.decisions("events"),
        until=stamp,
    )
    expected = settings.get("expected")
    if expected is not None:
        path = Path(expected)
        expected = read_expected(path if path.is_absolute() else project.path / path)
    return measure(
        districts,
        zones,
        _plotted(project, stamp),
        areas=project.read("areas"),
        as_of=moment,
        expected=expected,
        disputes=_disputes_by(project, stamp),
        by=by,
    )


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _plotted(project: ProjectFolder, stamp: str | None) -> pd.DataFrame:
    """Buildings in a zone that had a number by then."""
    buildings = project.read("buildings")
    buildings = buildings[buildings["zone_code"].notna()]
    if stamp is None:
        return buildings
    issued = project.decisions("issued")
    numbers = issued[(issued["kind"] == "number") & (issued["at"] <= stamp)]
    return buildings[buildings["building_id"].isin(set(numbers["holder"]))]


def _disputes_by(project: ProjectFolder, stamp: str | None) -> pd.DataFrame:
    disputes = project.read("disputes")
    if stamp is None or not len(disputes):
        return disputes
    later = (disputes["status"] == "settled") & (disputes["updated"] > stamp).fillna(False)
    return disputes.assign(status=disputes["status"].mask(later.astype(bool), "open"))


def _finished(project: ProjectFolder, made: Progress, moment: datetime) -> datetime:
    """When the last district was confirmed where all are, else the moment itself."""
    total = made.total
    if not total["districts"] or total["districts_confirmed"] < (total["districts_expected"] or 0):
        return moment
    events = project.decisions("events")
    rows = events[(events["action"] == "confirmed") & (events["at"] <= _stamp(moment))]
    return datetime.fromisoformat(rows["at"].max()) if len(rows) else moment


def _dispute_days(project: ProjectFolder, settings: dict, moment: datetime) -> float | None:
    disputes = _disputes_by(project, _stamp(moment))
    settled = disputes[disputes["status"] == "settled"]["updated"].dropna()
    if not len(settled):
        return None
    last = datetime.fromisoformat(settled.max())
    last = last if last.tzinfo else last.replace(tzinfo=UTC)
    return _days_to(settings.get("dispute_deadline"), last, "dispute_deadline")


def _days_to(deadline: object, moment: datetime, key: str) -> float | None:
    if deadline is None:
        return None
    try:
        end = parse_moment(str(deadline), key)
    except UsageError as error:
        raise ProjectError(f"zoning.toml: [progress] {error}") from None
    return round((end - moment).total_seconds() / 86400, 1)


def move_in_project(
    project: ProjectFolder,
    *,
    to: str,
    by: str,
    districts: Sequence[str] | None = None,
    zones: Sequence[str] | None = None,
    everything: bool = False,
    reason: str = "",
) -> list[str]:
    """Move districts or zones to a status; the codes that were moved.

    Parameters
    ----------
    project : ProjectFolder
        Has been run.
    to : str
        The new status.
    by : str
        Who decided.
    districts, zones : sequence of str, optional
        Codes; one of the two.
    everything : bool, default False
        Every district whose status allows the move, instead of named ones; those that were
        returned are moved by name only.
    reason : str
        Of a return.

    Raises
    ------
    UsageError
        As `move`.
    ProjectError
        The project has not been run.
    """
    project.require_run()
    layers = {name: project.read(name) for name in KEYS}
    events = project.decisions("events")
    layers["districts"], layers["zones"], _ = apply_statuses(
        layers["districts"], layers["zones"], events
    )
    layer, codes = ("zones", zones) if zones else ("districts", districts or [])
    if everything:
        status = layers["districts"].set_index("district_code")["status"]
        # What was sent back with a reason is taken up again by name, not in passing.
        codes = [c for c, s in status.items() if can_move(s, to) and s != "returned"]
    rows = move(layer, codes, to, by=by, reason=reason, **layers)
    if not len(rows):
        return []
    project.record(events=rows)
    if to in DONE:
        # What people have confirmed keeps its codes and numbers, as if it were printed.
        of = "district_code" if layer == "districts" else "zone_code"
        mine = layers["zones"][layers["zones"][of].isin(rows["target_id"])]
        give_out(project, mine["zone_code"], by=by, what="confirmed")
    moved = apply_statuses(layers["districts"], layers["zones"], project.decisions("events"))
    columns = ["status", "status_by", "status_at"]
    parts = {n: f[[k, *columns]] for (n, k), f in zip(KEYS.items(), moved, strict=False)}
    update_rows(project.zoning_gpkg, parts, KEYS)
    return list(rows["target_id"])

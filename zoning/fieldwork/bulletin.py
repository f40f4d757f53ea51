"""The bulletin: one paragraph of figures, in English or in the wording of Chinese offices."""

from __future__ import annotations

from datetime import datetime

from zoning.errors import UsageError
from zoning.fieldwork.progress import Progress, share_steps
from zoning.model.tolerances import tolerance

__all__ = ["bulletin", "unit_of"]

_ROUNDING = tolerance("rounding")

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_KIND = {
    "districts_confirmed": ("districts", "普查区", "个"),
    "zones": ("zones", "普查小区", "个"),
    "buildings": ("buildings", "建筑物", "个"),
}


def unit_of(name: str) -> str:
    """What kind of place a Chinese name says: 市, 区 or 县.

    Examples
    --------
    >>> unit_of("滕州市")
    '市'
    """
    name = name.strip()
    return name[-1] if name[-1:] in ("市", "区", "县") else "县"


def bulletin(progress: Progress, *, lang: str = "en", unit: str = "县", name: str = "") -> str:
    """The figures as a paragraph.

    Parameters
    ----------
    progress : Progress
        By township.
    lang : str
        ``en`` or ``zh``.
    unit : str
        市, 区 or 县, for the Chinese text.
    name : str
        Name of the place, for the English text.

    Raises
    ------
    UsageError
        Another language.
    """
    if lang == "zh":
        return "".join(_chinese(progress, unit))
    if lang == "en":
        return " ".join(_english(progress, name))
    raise UsageError(f"--lang {lang}: wanted en or zh")


def _percent(share: float | None) -> str | None:
    return None if share is None else f"{100 * share:.0f}"


def _chinese(progress: Progress, unit: str) -> list[str]:
    total, at = progress.total, progress.as_of
    minutes = f"{at.minute}分" if at.minute else ""
    rate = _percent(total["completion"])
    text = [
        f"截至{at.month}月{at.day}日{at.hour}时{minutes}，全{unit}已完成普查区划分"
        f"{total['districts_confirmed']}个，",
        f"完成率{rate}%，" if rate is not None else "",
        f"划分普查小区{total['zones']}个，标绘建筑物{total['buildings']}个。",
    ]
    steps = [(step, n) for step, n in share_steps(progress.passed) if n]
    if total["plotted"] is not None:
        parts = [
            f"{'其中' if i == 1 else ''}{n}个超过{step}%"
            if i
            else f"有{n}个镇街建筑物标绘超过{step}%"
            for i, (step, n) in enumerate(steps)
        ]
        least = share_steps(progress.passed)[0][0]
        text.append(("，".join(parts) or f"尚无镇街建筑物标绘超过{least}%") + "。")
    if progress.disputes["settled"]:
        late = _days(progress.dispute_days, "，较要求时间提前{}天", "，较要求时间滞后{}天")
        text.append(f"协商处理有争议边界{progress.disputes['settled']}处{late}。")
    if progress.since:
        grown = [f"{zh}{n:+d}{word}" for key, (_, zh, word) in _KIND.items()
                 if (n := progress.since["growth"].get(key)) is not None]  # fmt: skip
        text.append(f"较{_day_zh(progress.since['at'])}：{'，'.join(grown)}。")
    return text


def _english(progress: Progress, name: str) -> list[str]:
    total, at = progress.total, progress.as_of
    rate = _percent(total["completion"])
    of = f" ({rate} % of {total['districts_expected']:,})" if rate is not None else ""
    where = f" in {name}" if name else ""
    text = [
        f"As of {at:%H:%M} on {at.day} {_MONTHS[at.month - 1]}, "
        f"{_count(total['districts_confirmed'], 'district')} divided{where}{of}, "
        f"with {_count(total['zones'], 'zone')}; {_count(total['buildings'], 'building')} plotted."
    ]
    steps = [(step, n) for step, n in share_steps(progress.passed) if n]
    if total["plotted"] is not None:
        if steps:
            first, *more = steps
            tail = "".join(
                f", {n}{' of them' if i == 0 else ''} more than {step} %"
                for i, (step, n) in enumerate(more)
            )
            verb = "has" if first[1] == 1 else "have"
            text.append(
                f"{_count(first[1], 'township')} {verb} plotted more than {first[0]} % of the "
                f"buildings expected{tail}."
            )
        else:
            least = share_steps(progress.passed)[0][0]
            text.append(f"No township has plotted more than {least} % of the buildings expected.")
    if progress.disputes["settled"]:
        when = _days(progress.dispute_days, ", {} days ahead of time", ", {} days late")
        text.append(f"{_count(progress.disputes['settled'], 'disputed border')} settled{when}.")
    if progress.days is not None:
        text.append(_days(progress.days, "{} days to the deadline.", "{} days past the deadline."))
    if progress.since:
        grown = [f"{n:+,} {en}" for key, (en, _, _) in _KIND.items()
                 if (n := progress.since["growth"].get(key)) is not None]  # fmt: skip
        at = datetime.fromisoformat(progress.since["at"])
        text.append(f"Since {at.day} {_MONTHS[at.month - 1]}: {', '.join(grown)}.")
    return text


def _count(n: int, word: str) -> str:
    return f"{n:,} {word}{'' if n == 1 else 's'}"


def _days(days: float | None, ahead: str, behind: str) -> str:
    if days is None:
        return ""
    whole = int(abs(days) + _ROUNDING)
    return (ahead if days >= 0 else behind).format(whole)


def _day_zh(text: str) -> str:
    at = datetime.fromisoformat(text)
    return f"{at.month}月{at.day}日"

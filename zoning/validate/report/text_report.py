"""The text report: grouped by rule, worst first, counted in people."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from zoning.lang.report_words import words_of
from zoning.lang.translate import translated, translated_note
from zoning.model.tolerances import count
from zoning.validate.findings import Findings
from zoning.validate.report.rule_words import rule_words

__all__ = ["text_report"]

_SHOWN = count("findings_in_text")


def text_report(found: Findings, *, shown: int = _SHOWN, lang: str = "en") -> str:
    """Findings as text.

    Parameters
    ----------
    found : Findings
        Of a check.
    shown : int, default 10
        Findings written out per rule; 0 for all.
    lang : {"en", "zh"}, default "en"
        Language of the report; a message for which it has no words stays English.
    """
    words = words_of(lang)
    lines = [_head(found, words, lang)]
    for row in found.by_rule().itertuples():
        lines += ["", *_group(found, row, shown, words, lang)]
    if found.waived:
        lines += ["", words["waived_findings"].format(n=found.waived)]
    if found.skipped:
        lines += ["", *_skipped(found, words, lang)]
    if found.notes:
        notes = (translated_note(note, lang) for note in found.notes)
        lines += ["", *(words["note"].format(text=note) for note in notes)]
    return "\n".join([*lines, "", _total(found, words, lang)])


def _head(found: Findings, words: Mapping[str, str], lang: str) -> str:
    unit = (lambda k: k) if lang == "en" else (lambda k: words.get("of_" + k, k))
    figures = words["and"].join(f"{v:,} {unit(k)}" for k, v in found.figures.items())
    return words["checked"].format(
        figures=figures or words["nothing"], profile=found.profile, rules=len(found.ran)
    )


def _group(found: Findings, row, shown: int, words: Mapping[str, str], lang: str) -> list[str]:
    severity = row.severity.upper() if lang == "en" else words[row.severity]
    name = rule_words(row.rule_id, lang).name
    people = _people(row.n_buildings, row.persons, words, lang)
    head = {"severity": severity, "id": row.rule_id, "name": name, "n": row.findings}
    lines = [words["group"].format(people=people, **head)]
    here = found.open
    here = here[(here["rule_id"] == row.rule_id) & (here["severity"] == row.severity)]
    kept = here if not shown else here.head(shown)
    for finding in kept.itertuples():
        named = finding.layer == "buildings"
        counted = _people(0 if named else finding.n_buildings, finding.persons, words, lang)
        text = translated(finding.message, row.rule_id, lang)
        lines.append(f"  {text}{counted}  [{finding.finding_id}]")
    if len(here) > len(kept):
        lines.append(words["more_findings"].format(n=len(here) - len(kept)))
    return lines


def _people(buildings, persons, words: Mapping[str, str], lang: str) -> str:
    parts = []
    for number, key, one in ((buildings, "buildings", "building"), (persons, "persons", "person")):
        if pd.isna(number) or not number:
            continue
        single = lang == "en" and number == 1
        parts.append(f"1 {one}" if single else words[key].format(n=f"{int(number):,}"))
    return words["people"].format(counts=words["and"].join(parts)) if parts else ""


def _skipped(found: Findings, words: Mapping[str, str], lang: str) -> list[str]:
    reasons: dict[str, list[str]] = {}
    for rule, reason in found.skipped.items():
        reasons.setdefault(translated_note(reason, lang), []).append(rule)
    return [words["not_run"].format(why=why, ids=", ".join(ids)) for why, ids in reasons.items()]


def _total(found: Findings, words: Mapping[str, str], lang: str) -> str:
    if lang == "en":
        counts = found.counts.items()
        return ", ".join(f"{n:,} {s}{'s' if n != 1 and s != 'info' else ''}" for s, n in counts)
    return words["and"].join(f"{words[s]} {n:,} 条" for s, n in found.counts.items())

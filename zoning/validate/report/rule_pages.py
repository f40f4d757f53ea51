"""The rules' pages in Markdown, each with a bad and a good picture drawn from its case file."""

from __future__ import annotations

from pathlib import Path

from zoning.io.atomic import write_text
from zoning.validate.catalogue import catalogue
from zoning.validate.core.rule import SECTIONS, Rule
from zoning.validate.report.rule_pictures import draw_case

__all__ = ["pages", "write_rule_pages"]

_FAMILIES = {
    "IN0": "Files",
    "CRS": "Coordinates",
    "GEO": "Geometry",
    "COV": "Coverage",
    "ZON": "Zones",
    "COD": "Codes",
    "BLD": "Buildings",
    "DSP": "Borders",
}
_NOTE = "<!-- Made from zoning/validate/rules by `zoning rules --pages docs/rules`. -->\n\n"


def pages() -> dict[str, str]:
    """File name to text of every page and picture, the list of rules first."""
    files = {"README.md": _index()}
    for rule in catalogue().values():
        files[f"{rule.id}.md"] = _page(rule)
        for which in ("bad", "good"):
            files[f"{rule.id}-{which}.svg"] = draw_case(rule, which)
    return files


def write_rule_pages(folder: str | Path) -> int:
    """Write all pages into a folder; pages of rules that are gone are removed.

    Returns
    -------
    int
        Number of files written.
    """
    folder = Path(folder)
    files = pages()
    for name, text in files.items():
        write_text(folder / name, text)
    for old in (*folder.glob("[A-Z]*[0-9].md"), *folder.glob("[A-Z]*-*.svg")):
        if old.name not in files:
            old.unlink()
    return len(files)


def _index() -> str:
    lines = [
        f"{_NOTE}# Rules",
        "",
        "What `zoning validate` looks for. *Blocker* and *error* stand against sign-off until "
        "they are mended or waived. A profile may raise a severity, never lower it.",
    ]
    for prefix, family in _FAMILIES.items():
        lines += ["", f"## {family}", "", "| rule | severity | finds |", "|---|---|---|"]
        for rule in catalogue().values():
            if rule.id.startswith(prefix):
                lines.append(f"| [{rule.id}]({rule.id}.md) | {rule.severity} | {rule.name} |")
    return "\n".join(lines) + "\n"


def _page(rule: Rule) -> str:
    parts = [f"{_NOTE}# {rule.id}: {rule.name}", f"*{rule.severity}*. {rule.summary}"]
    for title in SECTIONS:
        parts.append(f"## {title}")
        parts.append(rule.sections[title].replace("``", "`"))
        which = title.lower()
        if which in rule.cases:
            caption = rule.cases[which]["title"]
            parts.append(f"![{caption}]({rule.id}-{which}.svg)")
            parts.append(f"*{caption}*")
    if rule.needs:
        parts.append(f"Needs: {', '.join(rule.needs)}.")
    return "\n\n".join(parts) + "\n"

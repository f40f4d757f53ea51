"""Writes docs/tolerances.md from the table of numbers: ``python -m docs.tolerances``."""

from __future__ import annotations

from pathlib import Path

from zoning.model.tolerances import sections

TARGET = Path(__file__).with_name("tolerances.md")

_HEAD = """# Tolerances and other chosen numbers

Made from `zoning/model/data/tolerances.toml` by `python -m docs.tolerances`; a test holds both
together, and another one finds numbers in the code that are not in the table. A profile may give
others for what a census office decides (limits, widths of slivers); these are the program's own.
"""


def text() -> str:
    """The whole page."""
    lines = [_HEAD]
    for section, entries in sections().items():
        lines += [f"## {section.capitalize().replace('_', ' ')}", ""]
        lines += ["| name | value | unit | why |", "|---|---|---|---|"]
        lines += [_row(name, **entry) for name, entry in entries.items()]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _row(name: str, value, unit: str, why: str = "", source: str = "") -> str:
    if isinstance(value, list):
        value = ", ".join(str(v) for v in value)
    elif isinstance(value, dict):
        value = ", ".join(f"{key} {v}" for key, v in value.items())
    if source:
        why = f"{why} Source: {source}.".strip()
    return f"| `{name}` | {value} | {unit} | {why} |"


if __name__ == "__main__":
    TARGET.write_text(text(), "utf-8")

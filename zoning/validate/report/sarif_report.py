"""The report as SARIF 2.1.0, which code hosts and CI systems show beside a change."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from zoning.model.version import __version__
from zoning.validate.catalogue import catalogue
from zoning.validate.core.rule import Rule
from zoning.validate.findings import Findings

__all__ = ["sarif_report"]

_LEVELS = {"blocker": "error", "error": "error", "warning": "warning", "info": "note"}
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_MEASURES = (
    "measured", "limit", "unit", "area_m2", "width_m", "n_buildings", "households", "persons",
    "bbox",
)  # fmt: skip


def sarif_report(found: Findings) -> dict[str, Any]:
    """Findings as one SARIF run.

    A place on the ground has no line number: the file is the physical location, the feature
    the logical one, and bounding box, area and people are properties of the result. Waived
    findings are suppressed results.
    """
    rules = [r for r in catalogue().values() if r.id in set(found.ran)]
    index = {rule.id: i for i, rule in enumerate(rules)}
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "zoning",
                        "semanticVersion": __version__,
                        "rules": [_rule(rule) for rule in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "properties": {"profile": found.profile, "counts": found.counts},
                "results": [_result(r, index, found) for r in found.records()],
            }
        ],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    sections = rule.sections
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.name.replace("'", "").split()),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join(sections["Why"].split())},
        "help": {"text": " ".join(sections["Remedy"].split())},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"severity": rule.severity},
    }


def _result(record: dict[str, Any], index: dict[str, int], found: Findings) -> dict[str, Any]:
    layer = record["layer"]
    file = found.files.get(layer, layer)
    result = {
        "ruleId": record["rule_id"],
        "ruleIndex": index[record["rule_id"]],
        "level": _LEVELS[record["severity"]],
        "message": {"text": record["message"]},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": quote(PurePath(file).as_posix())}},
                "logicalLocations": [
                    {"name": name, "fullyQualifiedName": f"{layer}/{name}", "kind": "resource"}
                    for name in record["feature_ids"][:100]
                ],
            }
        ],
        "partialFingerprints": {"findingId/v1": record["finding_id"]},
        "properties": {k: record[k] for k in _MEASURES if record[k] is not None},
    }
    if record["waived"]:
        result["suppressions"] = [{"kind": "external", "status": "accepted"}]
    return result

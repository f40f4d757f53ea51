"""The judge: rules over layers, findings, reports, sign-off.

It shares nothing with the rooms that make zones; it reads layers and their columns.
"""

from zoning.validate.findings import Findings
from zoning.validate.rule import Finding, Rule, catalogue
from zoning.validate.run import check

__all__ = ["Finding", "Findings", "Rule", "catalogue", "check"]

"""The judge: rules over layers, findings, reports, sign-off.

It shares nothing with the rooms that make zones; it reads layers and their columns.
"""

from zoning.validate.catalogue import catalogue
from zoning.validate.check import check
from zoning.validate.core.rule import Finding, Rule
from zoning.validate.findings import Findings

__all__ = ["Finding", "Findings", "Rule", "catalogue", "check"]

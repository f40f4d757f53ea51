"""The judge: rules over layers, and what they find.

`check` is the door (:func:`check`), `catalogue` the list of rules; `findings` holds the result,
`waivers` what people explained. `core` says what a rule is, `rules` are the rules, `facts` what
they share, `coverage` the exact engine; `files` checks bare files, `report` shows.

Shares nothing with the rooms that make zones but plane geometry: it reads layers and columns.
"""

from zoning.validate.catalogue import catalogue
from zoning.validate.check import check
from zoning.validate.core.rule import Finding, Rule
from zoning.validate.findings import Findings

__all__ = ["Finding", "Findings", "Rule", "catalogue", "check"]

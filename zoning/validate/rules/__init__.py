"""The rules, one a file; a new one is added to this list.

Each has its page in its docstring, its cases in the ``.json`` beside it and its words in other
languages in `zoning.lang`. A rule takes a Context and returns findings: it never raises for bad
data, never mends any, and never knows another rule.
"""

from zoning.validate.core.rule import Rule
from zoning.validate.rules.bld001 import RULE as BLD001
from zoning.validate.rules.bld002 import RULE as BLD002
from zoning.validate.rules.bld003 import RULE as BLD003
from zoning.validate.rules.bld004 import RULE as BLD004
from zoning.validate.rules.bld005 import RULE as BLD005
from zoning.validate.rules.bld006 import RULE as BLD006
from zoning.validate.rules.cod001 import RULE as COD001
from zoning.validate.rules.cod002 import RULE as COD002
from zoning.validate.rules.cod003 import RULE as COD003
from zoning.validate.rules.cod004 import RULE as COD004
from zoning.validate.rules.cod005 import RULE as COD005
from zoning.validate.rules.cod006 import RULE as COD006
from zoning.validate.rules.cod007 import RULE as COD007
from zoning.validate.rules.cov001 import RULE as COV001
from zoning.validate.rules.cov002 import RULE as COV002
from zoning.validate.rules.cov003 import RULE as COV003
from zoning.validate.rules.cov004 import RULE as COV004
from zoning.validate.rules.cov005 import RULE as COV005
from zoning.validate.rules.cov006 import RULE as COV006
from zoning.validate.rules.cov007 import RULE as COV007
from zoning.validate.rules.crs001 import RULE as CRS001
from zoning.validate.rules.crs002 import RULE as CRS002
from zoning.validate.rules.crs003 import RULE as CRS003
from zoning.validate.rules.crs004 import RULE as CRS004
from zoning.validate.rules.dsp001 import RULE as DSP001
from zoning.validate.rules.geo001 import RULE as GEO001
from zoning.validate.rules.geo002 import RULE as GEO002
from zoning.validate.rules.geo003 import RULE as GEO003
from zoning.validate.rules.geo004 import RULE as GEO004
from zoning.validate.rules.geo005 import RULE as GEO005
from zoning.validate.rules.geo006 import RULE as GEO006
from zoning.validate.rules.geo007 import RULE as GEO007
from zoning.validate.rules.in001 import RULE as IN001
from zoning.validate.rules.in002 import RULE as IN002
from zoning.validate.rules.in003 import RULE as IN003
from zoning.validate.rules.zon001 import RULE as ZON001
from zoning.validate.rules.zon002 import RULE as ZON002
from zoning.validate.rules.zon003 import RULE as ZON003
from zoning.validate.rules.zon004 import RULE as ZON004
from zoning.validate.rules.zon005 import RULE as ZON005
from zoning.validate.rules.zon006 import RULE as ZON006
from zoning.validate.rules.zon007 import RULE as ZON007

__all__ = ["RULES"]

#: In the order of their ids.
RULES = tuple(value for value in list(vars().values()) if isinstance(value, Rule))

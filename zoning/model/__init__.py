"""What a layer, a code, a use and a profile are: the words that all rooms share.

`schema` names the layers, their keys and columns; `profile` reads a census's rules from
``profiles/*.toml``; `codes` builds and takes apart the codes of districts and zones; `uses` is the
closed list of uses of buildings; `tolerances` is the table of all tuned numbers, each with its
reason (``data/tolerances.toml``); `version` says which one this is; `former` finds what 0.1.0
called by another name.

Knows no file that an office delivered and no algorithm. Imports nothing but `zoning.errors`.
"""

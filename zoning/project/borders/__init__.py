"""The register of disputes of a project folder.

`agreed` is the state of things: areas as they are agreed, and the register; `compare_files`
compares straight from files; `steps` are agreeing, visiting, withdrawing; `settling` settles and
takes back; `store` writes the derived layers; `dispute_sheets` prints.

The states of a dispute and their order stand in `zoning.boundaries.dispute_register`.
"""

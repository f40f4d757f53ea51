"""Disputes on paper and on one page.

`sheet` is the form that two offices sign (:func:`dispute_sheets`), `sheet_map` its map, with both
lines and the ground between, `sheet_back` its second page; `dispute_map` shows all disputes of a
county with their state.

Draws what it is given. Which state a dispute is in, the register says.
"""

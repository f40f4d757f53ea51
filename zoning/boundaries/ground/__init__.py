"""From lines to pieces of ground: what lies between lines that people see.

`barriers` weighs the lines; `snapping` and `noded_lines` bring borders and barriers together so
that both sides share their nodes; `sites`, `voronoi` and `walls` draw lines between houses;
`atoms` cuts the ground along all of them; `uncut` keeps whole what must not be cut;
`straighten` pulls the lines straight that follow nothing.

Knows no population, no zone and no code.
"""

"""Plane geometry that builder and judge both stand on, tested against GEOS and brute force.

`crs` and `extent`: coordinate systems, and whether coordinates fit theirs; `gcj02` and `shift`:
the shifted system of Chinese web maps, and layers that lie beside others; `anchors`: the one
point where a building stands. `edges` takes polygons apart, `box_pairs` finds what is near,
`noding` cuts segments where they meet, `planar` makes faces of them, `dissolve` polygons again;
`grouping` counts and sorts; `threads` run side by side; `kernels` are the few loops that no
library has.

Takes and gives arrays and geometries. Knows no layer, no file and no project.
"""

"""Plane geometry that builder and judge both stand on, tested against GEOS and brute force.

`crs` and `extent`: coordinate systems, and whether coordinates fit theirs; `gcj02`: the shifted
system of Chinese web maps; `anchors`: the one point where a building stands; `edges`, `planar`
and `dissolve`: polygons as segments, nodes and faces, and back; `threads`; `kernels`: the few
loops that no library has.

Takes and gives arrays and geometries. Knows no layer, no file and no project.
"""

"""The exact coverage engine: every gap, overlap, stray part and mismatch of a set of zones.

`engine` is the door (:func:`find_patches`), `coverage_model` what it looks at; edges that two zones
share are matched, the rest is noded (`arrangement`), each face counted, and `face_verdicts` says
what it is; `open_gaps` closes gaps that are open to the outside; `to_patches` and `patches` are
the result, `widths` its measures: this is where a gap is measured; `by_rule` runs it once for all
COV rules; `gc_paused` keeps the garbage collector out.

Takes geometries, gives patches; layers and the profile are known where it is run for rules.
"""

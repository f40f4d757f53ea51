"""Two versions of a border: where they differ, by how much, and who lives there.

`compare` is the door (:func:`compare_borders`); `sides` are what two offices bring;
`gaps_overlaps` finds the patches between them, this is where a gap of a border is found;
`measure` gives area, width, place and people; `border_shift` tells a border displaced as a whole.

Decides nothing: a dispute is listed here, its states are in ``dispute_register``, its end in
``settle``.
"""

"""Paper: what every printed sheet stands on.

`canvas` draws lines, areas and texts in millimetres; `fonts` are the letters that go into a PDF
(``assets/``) and how wide a text is; `label_places` finds places for the texts of a map so that
none lies on another, this is where a label of the book is placed (a dispute sheet has few and
places its own); `line_names` sets names along streets.

Knows millimetres, not zones.
"""

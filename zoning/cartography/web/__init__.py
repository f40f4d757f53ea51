"""Maps in a browser: the coverage map of a county, as one page that opens without a network.

`webmap` is the door (:func:`coverage_map`); `map_model` is what a map shows, `map_layers` makes
it ready, `public` withholds single buildings; `map_figures` and `page_columns` choose figures and
columns, `packed` writes them small, `paint_options` tells the scripts in ``assets/`` what to
paint; `basemap`, `township_pages` and the still picture of `plot` stand beside.

Works on frames. Knows no folder.
"""

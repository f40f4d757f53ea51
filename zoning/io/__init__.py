"""The one door for files: what may be opened, how it is read, how it is written.

`guard` lets in plain local files only; `read` gives layers and tables, `records` one record after
the other, `parquet` reads what GDAL does not; `shapefile` and `encoding` look at bytes before any
library does (this is where the encoding of a shapefile is guessed); `osm` takes tags apart;
`write` and `atomic` make files that appear whole or not at all; `libraries` tells a broken
installation from a broken file; `intake` turns what was delivered into layers.

Knows layers by their columns. Knows nothing of zones, rules or the project folder.
"""

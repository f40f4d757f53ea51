"""The one door for files: what may be opened, how it is read, how it is written.

`guard` lets in plain local files only; `read` gives layers and tables; `shapefile` and `encoding`
look at bytes before GDAL does (this is where the encoding of a shapefile is guessed); `osm` takes
tags apart; `atomic` and `write` make files that appear whole or not at all; `intake` turns what
was delivered into layers.

Knows layers by their columns. Knows nothing of zones, rules or the project folder.
"""

"""Maps of what the other rooms made: pages, books, sheets, files for phones.

`web` are pages that open without a network, `book` the printed book of zones, `page` the paper
under it, `disputes` sheets and the map of disputes, `export` layers for other programs.

Works on frames. Draws and never computes a result: what a map shows was decided below.
"""

"""The printed book: one page a zone, with numbered houses, in one PDF or one a township.

`book` is the door (:func:`map_book`); `book_data` holds the layers as pages ask for them;
`document` binds, `front_pages` open, `zone_sheet` is the page of a zone, `enlargements` and
`stacks` what does not fit on it. A sheet: `frame` says where things stand, `frame_map` draws the
ground, `frame_labels` its texts, `frame_panel` what stands around. `boundary_in_words` tells the
border from street to street; `listing_pages` are forms to fill.

Works on frames. Knows no folder; places of labels come from ``page``.
"""

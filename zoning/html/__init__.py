"""Pages that open without a network, everything inside.

`offline` puts Leaflet and what else a page needs into the page itself and refuses an address that
is left over; `style` holds colours and classes that read the same in grey; `explore` shows any
layer in a notebook. ``assets/`` are other people's scripts with their licences.

Knows how a page is made and coloured, not how a zone or a dispute comes about.
"""

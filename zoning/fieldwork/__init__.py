"""Progress of the field: who confirmed what, how far the plotting is, the bulletin."""

"""Zones: counties divided, peers, GEOS alone, official block groups."""

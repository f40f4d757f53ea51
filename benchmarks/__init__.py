"""Benchmarks of zoning: a synthetic county, independent measures, peers."""

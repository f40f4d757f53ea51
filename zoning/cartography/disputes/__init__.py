"""Sheets and the map of disputes."""

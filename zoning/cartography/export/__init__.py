"""Layers for phones and other programs."""

"""Layers of a project for phones and other programs.

`packs` chooses rows and writes them (:func:`export_project`), a pack of a zone holding that zone
only; `kml_gpx` and `qgs` write the forms that no library does; `qml` and `qml_symbols` are the
styles in which QGIS opens every layer.

Gives away nothing that a profile withholds.
"""

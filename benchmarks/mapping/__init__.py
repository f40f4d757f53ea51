"""What is shown: the coverage map in a browser, the printed book, QGIS."""

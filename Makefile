# Two commands: `make demo` runs the main job on shipped real data, `make test` passes the tests.
# Each makes or reuses .venv and installs what setup.cfg says. PYTHON=python3.13 chooses another.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
STAMP = $(VENV)/.installed

.PHONY: demo test lint bench docs kernels qgis-check clean

demo: $(STAMP)
	$(BIN)/zoning demo liechtenstein maps/demo --overwrite

test: $(STAMP)
	sh tests/system_packages.sh
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy

bench: $(STAMP)
	$(BIN)/python -m benchmarks

# Documents and pictures that are made from the code.
docs: $(STAMP)
	$(BIN)/python -m docs.commands
	$(BIN)/python -m docs.gallery

# Compiles the kernels beside their source after a change.
kernels: $(STAMP)
	$(BIN)/python -m pip install --quiet cython 'setuptools>=77'
	$(BIN)/python setup.py build_ext --inplace

# Opens the demo in a real QGIS (Debian: apt install python3-qgis qgis).
qgis-check:
	/usr/bin/python3 -m benchmarks.qgis_check maps/demo/zoning.gpkg

$(STAMP): setup.cfg pyproject.toml
	sh tests/make_venv.sh $(PYTHON) $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[all]'
	touch $(STAMP)

clean:
	rm -rf $(VENV) maps/demo build *.egg-info

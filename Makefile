# Two commands: `make demo` runs the main job on shipped real data, `make test` passes the tests.
# Each makes or reuses .venv and installs what setup.cfg says: the demo the package alone, all others
# what tests and notebooks need too. PYTHON=python3.13 chooses another, APT=1 lets system packages
# be installed without asking.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
DEMO = $(VENV)/.demo
ALL = $(VENV)/.all
# All cores; tests of one file run in one process and share what they set up.
PARALLEL = -n auto --dist loadfile

KERNELS = setup.py $(wildcard zoning/geo/kernels/*.p*)

.PHONY: demo test quick plain lint bench docs kernels floors qgis-check clean

demo: $(DEMO)
	$(BIN)/zoning demo liechtenstein maps/demo --overwrite

test: $(ALL)
	sh tools/system_packages.sh
	$(BIN)/python -m pytest $(PARALLEL)

# Under a minute: no browser, notebook or real data, and no test of a third of a second.
quick: $(ALL)
	$(BIN)/python -m pytest $(PARALLEL) -m "not slow"

# What kernels are used for once more, with their plain form; tests that draw a county are named.
plain: $(ALL)
	ZONING_KERNELS=python $(BIN)/python -m pytest $(PARALLEL) -m "not county and not browser" \
	    tests/geo tests/boundaries tests/validate tests/whole/test_country.py tests/whole/test_golden.py

lint: $(ALL)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy

bench: $(ALL)
	$(BIN)/python -m benchmarks

# Documents and pictures that are made from the code.
docs: $(ALL)
	$(BIN)/python -m docs.commands
	$(BIN)/python -m docs.tolerances
	$(BIN)/python -m docs.architecture
	$(BIN)/python -m docs.gallery

# Compiles the kernels beside their source after a change.
kernels: $(ALL)
	$(BIN)/python -m pip install --quiet --no-deps --editable .

# Opens the demo in a real QGIS (Debian: apt install python3-qgis qgis).
qgis-check:
	/usr/bin/python3 -m benchmarks.mapping.qgis_check maps/demo/zoning.gpkg

# The lowest versions that setup.cfg allows pass the demo and the tests.
floors:
	$(PYTHON) -m tools.floors $(FLOORS)

$(DEMO): setup.cfg pyproject.toml $(KERNELS)
	@sh tools/make_venv.sh $(PYTHON) $(VENV)
	@$(BIN)/python tools/install.py
	@touch $(DEMO)

$(ALL): setup.cfg pyproject.toml $(KERNELS)
	@sh tools/make_venv.sh $(PYTHON) $(VENV)
	@$(BIN)/python tools/install.py all
	@touch $(DEMO) $(ALL)

clean:
	rm -rf $(VENV) .venv-floors maps/demo build *.egg-info

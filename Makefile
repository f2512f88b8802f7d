# make graph   set up, read seeds/ and write out/ (graph.html, graph.ttl, store/)
# make test    set up, also for the browser tests, and run every check
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: graph test bench clean

graph: $(VENV)/.installed
	$(BIN)/xiezuo build seeds -o out

test: $(VENV)/.tested
	tests/setup.sh
	$(BIN)/ruff check graph tests
	$(BIN)/ruff format --check graph tests
	$(BIN)/mypy
	$(BIN)/pytest

bench: $(VENV)/.tested
	$(BIN)/pytest tests/benchmarks --benchmark-enable

clean:
	rm -rf $(VENV) out

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "xiezuo needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 …" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.tested: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@ $(VENV)/.installed

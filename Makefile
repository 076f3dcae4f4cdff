# Two commands do everything, set-up included, on a machine with Python 3.11 or newer and make:
#   make serve   (or make site)   the guide
#   make test                     the tests

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: site serve fast test bench schema golden lock clean help

help:
	@echo "make site    build the guide into site/"
	@echo "make serve   show it at http://127.0.0.1:8000/ and follow every edit"
	@echo "make fast    run the tests that need no PDF, browser or build"
	@echo "make test    run all tests"
	@echo "make bench   measure speed and size"
	@echo "make schema  write the JSON Schemas anew"
	@echo "make golden  write the golden files of the tests anew"
	@echo "make lock    resolve the dependencies anew (needs uv)"
	@echo "make clean   delete what was built"

site: $(READY)
	$(BIN)/mkdocs build --strict

serve: $(READY)
	$(BIN)/mkdocs serve

fast: $(READY)
	$(BIN)/python -m pytest -m fast -n auto

test: $(READY)
	$(BIN)/ruff check generator tests
	$(BIN)/python tests/site/browser.py
	$(BIN)/python -m pytest -n auto --dist worksteal --cov

bench: $(READY)
	$(BIN)/python tests/bench.py

schema: $(READY)
	$(BIN)/unslouch schema

golden: $(READY)
	UNSLOUCH_GOLDEN=1 $(BIN)/python -m pytest tests/pages/test_render.py

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV) || \
		{ echo "Python's venv is missing; on Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

lock:
	uv pip compile pyproject.toml --extra dev --extra pdf --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links -o requirements.lock

clean:
	rm -rf site .cache .pytest_cache build dist

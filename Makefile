# Two commands do everything, set-up included, on a machine with Python 3.11 or newer and make:
#   make serve   (or make site)   the guide
#   make test                     all tests
# While you change something, make check says in seconds what is off.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TOOLS := node_modules/.ready
NODE := $(BIN)/node
BIOME := node_modules/@biomejs/biome/bin/biome
WATCHED := fast or build and not (long or pdf or browser or whole)
ZENSICAL := build/zensical
unexport PYTHONDONTWRITEBYTECODE # what was compiled once need not be again, in each of the tests' processes

.PHONY: site offline serve zensical docs check fast-made fast-read lint scripts machine format test fuzz mutate quality bench schema golden lock crash audit release clean help

help:
	@echo "make site    build the guide into site/"
	@echo "make offline the same as a zip in build/, which opens from a disk"
	@echo "make serve   show it at http://127.0.0.1:8000/ and follow every edit"
	@echo "make zensical build the guide without MkDocs and Material, into build/plain/site/"
	@echo "make docs    build the documentation for authors into build/docs/"
	@echo "make check   format, lint, types and the fast tests: seconds"
	@echo "make format  put Python, scripts and styles in form"
	@echo "make test    run all tests"
	@echo "make fuzz    look at 100,000 broken content folders; CASES and SEED choose others"
	@echo "make mutate  change the rules of content line by line, and see whether a test notices"
	@echo "make quality measure built pages as a phone gets them (needs the web)"
	@echo "make bench   measure speed and size (QUICK=1: in two minutes)"
	@echo "make crash   kill 50 builds at random moments"
	@echo "make audit   ask whether a dependency is known to be unsafe (needs the web)"
	@echo "make release build the wheel, its source, and the list of all parts, into dist/"
	@echo "make schema  write the JSON Schemas anew"
	@echo "make golden  write the golden files of the tests anew"
	@echo "make lock    resolve the dependencies anew (needs uv)"
	@echo "make clean   delete what was built"

site: $(READY)
	$(BIN)/mkdocs build --strict

offline: $(READY)
	$(BIN)/unslouch bundle

serve: $(READY)
	$(BIN)/mkdocs serve

zensical: $(READY) $(ZENSICAL)/.ready
	$(BIN)/unslouch export build/plain
	$(ZENSICAL)/bin/zensical build --clean --strict -f build/plain/mkdocs.yml

docs: $(READY)
	$(BIN)/mkdocs build --strict --config-file docs/site/mkdocs.yml

check: $(READY) $(TOOLS)
	$(MAKE) --jobs --no-print-directory fast-made fast-read lint scripts # which wait for the disk in turn

# Two processes take half the work of one that deals out tests to two others.
MADE := $(addprefix tests/,cards figure guide hostile offline pages player tools)
fast-made: $(READY)
	$(BIN)/python -m pytest -m fast $(MADE)

fast-read: $(READY)
	$(BIN)/python -m pytest -m fast tests $(MADE:%=--ignore=%)

lint: $(READY) $(TOOLS)
	$(BIN)/ruff format --check docs generator tests
	$(BIN)/ruff check docs generator tests
	$(BIN)/mypy
	$(BIN)/djlint --lint --quiet generator/unslouch
	$(NODE) $(BIOME) ci --colors=off

scripts: $(READY)
	$(NODE) --test --test-isolation=none "tests/js/*.test.js"

machine: $(READY)
	$(BIN)/python tests/site/browser.py

format: $(READY) $(TOOLS)
	$(BIN)/ruff format docs generator tests
	$(BIN)/ruff check --fix docs generator tests
	$(NODE) $(BIOME) check --write

test: $(READY) $(ZENSICAL)/.ready
	$(MAKE) --jobs=2 machine lint scripts # what the machine lacks is installed meanwhile
	$(BIN)/python -m pytest -m "not ($(WATCHED))" -n auto --dist worksteal
	$(BIN)/python -m pytest -m "$(WATCHED)" -n auto --dist worksteal --cov

fuzz: $(READY)
	$(BIN)/python -m tests.hostile --cases $(or $(CASES),100000) --seed $(or $(SEED),$(shell date +%j)) --keep

MUTATED := build/mutate
mutate: $(READY)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-mutate.lock
	rm -rf $(MUTATED) && mkdir -p $(MUTATED)
	cp -R generator $(MUTATED)/src # mutmut looks for code in src
	cp -R content docs overrides schema tests mkdocs.yml pyproject.toml *.md $(MUTATED)
	cd $(MUTATED) && $(CURDIR)/$(BIN)/mutmut run $(ONLY)
	cd $(MUTATED) && $(CURDIR)/$(BIN)/mutmut results

quality: site
	$(BIN)/python -m tests.quality

bench: $(READY) $(ZENSICAL)/.ready
	QUICK=$(QUICK) $(BIN)/python -m tests.bench

crash: $(READY)
	UNSLOUCH_KILLS=50 $(BIN)/python -m pytest tests/test_crash.py -s -k killed

audit:
	$(PYTHON) -m tests.audit

release: $(READY)
	rm -rf dist
	$(BIN)/python -m hatchling build -d dist
	$(PYTHON) -m venv build/release
	build/release/bin/python -m pip install --quiet --require-hashes -r requirements-release.lock
	build/release/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible --of JSON -o dist/sbom.cdx.json

schema: $(READY)
	$(BIN)/unslouch schema

golden: $(READY)
	UNSLOUCH_GOLDEN=1 $(BIN)/python -m pytest tests/pages/test_render.py

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV) || \
		{ echo "Python's venv is missing; on Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --no-compile --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

$(ZENSICAL)/.ready: requirements-zensical.lock
	$(PYTHON) -m venv $(ZENSICAL)
	$(ZENSICAL)/bin/python -m pip install --quiet --require-hashes -r requirements-zensical.lock
	touch $@

$(TOOLS): package.json package-lock.json $(READY)
	PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --silent --ignore-scripts
	touch $@

LOCKED := --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links
lock:
	uv pip compile pyproject.toml --extra dev --extra pdf --extra search --extra xlsx --no-strip-extras $(LOCKED) -o requirements.lock
	uv pip compile --group release $(LOCKED) -o requirements-release.lock
	uv pip compile --group zensical $(LOCKED) -o requirements-zensical.lock
	uv pip compile --group mutate --constraint requirements.lock $(LOCKED) -o requirements-mutate.lock

clean:
	rm -rf site .cache .pytest_cache .mypy_cache .ruff_cache build dist

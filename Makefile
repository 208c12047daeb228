# make serve   set everything up, build the site, show it on 127.0.0.1
# make test    set up what tests need, then lint, types and tests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve build test setup check lint types benchmark lock clean

serve: $(VENV)/.site
	$(BIN)/shekara serve

build: $(VENV)/.site
	$(BIN)/shekara build

check: $(VENV)/.site
	$(BIN)/shekara check

test: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --dist loadfile

setup: $(VENV)/.test

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: requirements/site.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --quiet --require-hashes -r requirements/site.txt
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.site
	$(PIP) install --quiet --require-hashes -r requirements/test.txt
	$(BIN)/python tests/browser_setup.py
	touch $@

$(VENV)/.benchmark: requirements/benchmark.txt $(VENV)/.test
	$(PIP) install --quiet --require-hashes -r requirements/benchmark.txt
	touch $@

# Search engines in JavaScript, for the benchmarks alone; without npm they are left out.
benchmarks/node_modules/.stamp: benchmarks/package.json benchmarks/package-lock.json
	@command -v npm >/dev/null && npm ci --silent --prefix benchmarks && touch $@ || echo "npm: not installed or nothing fetched"

benchmark: $(VENV)/.benchmark benchmarks/node_modules/.stamp
	$(BIN)/python -m benchmarks

# The lock files hold hashes and no registry's address. Needs uv on the PATH.
LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml requirements/build.in
lock:
	$(LOCK) -o requirements/site.txt
	$(LOCK) --extra test -o requirements/test.txt
	$(LOCK) --extra test --extra benchmark -o requirements/benchmark.txt

clean:
	rm -rf build $(VENV) benchmarks/node_modules

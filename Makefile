# Needs python3 (3.11 or later, with venv), git and make; everything else is installed into .venv.

PYTHON ?= python3
EXAMPLE ?= belgorod
SHARED ?= ../shared
CHROMIUM ?= chromium
ASK ?=
SECONDS ?= 300
FUZZ ?=

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# The first screen of a page, as a reader with a large window sees it.
PHOTOGRAPH = $(CHROMIUM) --headless --no-sandbox --disable-gpu --disable-background-networking --hide-scrollbars \
	--window-size=1280,1280

.PHONY: help example test check gold bench profile fuzz evaluate picture clean
.DEFAULT_GOAL := help

help:  ## Show what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## */\t/' | awk -F '\t' '{ printf "  make %-10s %s\n", $$1, $$2 }'

example: $(VENV)/.installed  ## Run the tracker on a corpus of examples/ (EXAMPLE=belgorod) and write its report
	$(BIN)/tracker run examples/$(EXAMPLE)/articles -o out/$(EXAMPLE).html
	@echo "Open $(CURDIR)/out/$(EXAMPLE).html in a browser."

test: $(VENV)/.developing  ## Run all tests, the examples in docstrings included
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

check: $(VENV)/.developing  ## Check style, types, and that imports only go down
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

gold: $(VENV)/.developing  ## Accept the pages as they are now as the golden files; read the diff before you commit
	ACCEPT_GOLD=1 $(BIN)/python -m pytest tests/report

bench: $(VENV)/.developing  ## Measure speed and memory beside the bare parser and the stored baseline (ASK="stages grouping")
	$(BIN)/python -m tests.bench $(ASK)

profile: $(VENV)/.developing  ## Show the ten hottest functions of each stage (ASK="extract group")
	$(BIN)/python -m tests.bench.hottest $(ASK)

fuzz: $(VENV)/.developing  ## Hurt files of every format and compose figures for a while (SECONDS=300 FUZZ="pdf feed"); fails where one breaks
	$(BIN)/python -m tests.fuzz --seconds $(SECONDS) $(FUZZ)

evaluate: $(VENV)/.developing  ## Measure on annotated articles (SHARED=folder); fails where a number fell
	$(BIN)/python -m tests.evaluate.gate $(SHARED)

picture: $(VENV)/.installed  ## Take the README's pictures anew from the Belgorod report (needs chromium)
	rm -f out/belgorod.db
	$(BIN)/tracker run examples/belgorod/articles -o out/belgorod.html --quiet
	$(PHOTOGRAPH) --blink-settings=preferredColorScheme=1 --screenshot=docs/report-light.png file://$(CURDIR)/out/belgorod.html
	$(PHOTOGRAPH) --blink-settings=preferredColorScheme=0 --screenshot=docs/report-dark.png file://$(CURDIR)/out/belgorod.html

clean:  ## Remove what was installed and made
	rm -rf $(VENV) out dist build tests/gold/actual .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find tracker tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "$(PYTHON) is not Python 3.11 or later: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) cannot make a virtual environment: install its venv package (Debian: apt install python3-venv)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@echo "Installing into $(VENV): a minute or two, once."
	$(PIP) --editable .
	@touch $@

$(VENV)/.developing: $(VENV)/.installed
	$(PIP) --editable '.[dev]'
	@touch $@

# What people run here. Each target does its whole set-up by itself, once.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PAGES ?= pages

# The articles as they were received, where they are to be had: see the page on method.
DOSSIER_ORIGINALS ?= $(abspath $(wildcard ../shared/articles))
ifneq ($(strip $(DOSSIER_ORIGINALS)),)
export DOSSIER_ORIGINALS
endif
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve site offline pdf check pages test test-long lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-9s  %s\n", $$1, $$2}' Makefile

serve: $(VENV)/run.stamp ## preview the site at http://127.0.0.1:8000, reloaded on every change
	$(BIN)/mkdocs serve --livereload

# Built beside the site and swapped in, so that a build that fails leaves the old site whole.
# Without --quiet: under it MkDocs drops the very warnings that --strict is to count.
site: $(VENV)/run.stamp ## build the site into site/
	rm -rf .site-new .site-old
	$(BIN)/mkdocs build --strict --site-dir .site-new
	if [ -d site ]; then mv site .site-old; fi && mv .site-new site
	rm -rf .site-old

# The same site for readers who have no web server: unpack the zip and open index.html.
offline: $(VENV)/run.stamp ## build dossier-offline.zip, the site to open from a folder
	rm -rf .site-offline
	OFFLINE=true $(BIN)/mkdocs build --strict --site-dir .site-offline
	$(BIN)/newsdossier pack .site-offline dossier-offline.zip
	rm -rf .site-offline

pdf: site $(VENV)/test.stamp ## print the whole dossier into dossier.pdf; needs a Chromium
	PYTHONPATH=tests $(BIN)/python -m browser.printing site printable/ dossier.pdf

check: $(VENV)/run.stamp ## check the data, without building
	$(BIN)/newsdossier check

pages: $(VENV)/run.stamp ## write the pages as Markdown into PAGES=pages
	$(BIN)/newsdossier pages $(PAGES)

test: $(VENV)/test.stamp ## run every test
	$(BIN)/python tests/browser/chromium.py
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m pytest

test-long: $(VENV)/test.stamp ## run the tests that take minutes
	$(BIN)/python tests/browser/chromium.py
	$(BIN)/python -m pytest -m long

$(VENV)/run.stamp: requirements.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/test.stamp: requirements-test.txt $(VENV)/run.stamp
	$(PIP) install --require-hashes -r requirements-test.txt
	touch $@

# Keeps the pinned versions that still fit; `make lock LOCK_FLAGS=--upgrade` takes the newest.
LOCK = $(VENV)/lock/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate $(LOCK_FLAGS) pyproject.toml

lock: ## pin the dependencies of pyproject.toml anew
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/python -m pip --disable-pip-version-check --quiet install uv
	$(LOCK) --output-file requirements.txt
	$(LOCK) --group test --constraint requirements.txt --output-file requirements-test.txt

clean: ## remove everything that make made
	rm -rf $(VENV) site .site-* dossier-offline.zip dossier.pdf pages tests/screenshots hooks/*.egg-info
	rm -rf .hypothesis .mypy_cache .pytest_cache .ruff_cache

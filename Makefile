# What people run here. Each target does its whole set-up by itself, once.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PAGES ?= pages
BASE ?= origin/main

# With PRACTICE=1 check, new, pages and serve work on the dossier of the tests, three invented articles
# on a ferry, where anything may be tried out.
DOSSIER := dossier
CONFIG := mkdocs.yml
ifdef PRACTICE
DOSSIER := tests/dossier
CONFIG := tests/ferry.mkdocs.yml
DOSSIER_ORIGINALS := $(abspath tests/dossier/originals)
endif

# The articles as they were received, where they are to be had: see the page on method.
DOSSIER_ORIGINALS ?= $(abspath $(wildcard ../shared/articles))
ifneq ($(strip $(DOSSIER_ORIGINALS)),)
export DOSSIER_ORIGINALS
endif
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve site offline pdf check new diff pages links links-out links-issue test test-long \
	pre-commit lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-11s  %s\n", $$1, $$2}' Makefile

serve: $(VENV)/run.stamp ## preview the site at http://127.0.0.1:8000, reloaded on every change
	$(BIN)/mkdocs serve --livereload --config-file $(CONFIG)

# Built beside the site and put in its place in one step: a build that fails or is killed leaves
# the old site whole. Without --quiet: under it MkDocs drops the warnings that --strict is to count.
SWAP = $(BIN)/newsdossier swap
BUILD = $(BIN)/mkdocs build --strict --site-dir

site: $(VENV)/run.stamp ## build the site into site/
	$(SWAP) site $(BUILD)

# The same site for readers who have no web server: open index.html, or unpack the zip first.
offline: $(VENV)/run.stamp ## build dossier-offline/, the site to open from a folder, and a zip of it
	OFFLINE=true $(SWAP) dossier-offline $(BUILD)
	$(BIN)/newsdossier pack dossier-offline dossier-offline.zip

pdf: site $(VENV)/test.stamp ## print the whole dossier into dossier.pdf; needs a Chromium
	$(BIN)/python -m tests.support.printing site printable/ dossier.pdf

# `make check FORMAT=github` writes the problems as GitHub shows them beside the lines.
check: $(VENV)/run.stamp ## check the data, without building
	@$(BIN)/newsdossier --dossier $(DOSSIER) check $(if $(FORMAT),--format $(FORMAT))

new: $(VENV)/run.stamp ## begin an article: WHAT="article FILE --id ID"; or an entity, or a question
	@$(BIN)/newsdossier --dossier $(DOSSIER) new $(WHAT)

diff: $(VENV)/run.stamp ## tell in Markdown what changed in the dossier since BASE=origin/main
	@$(BIN)/newsdossier diff "$(BASE)" --format markdown

pages: $(VENV)/run.stamp ## write the pages as Markdown into PAGES=pages
	$(BIN)/newsdossier --dossier $(DOSSIER) pages $(PAGES)

LINKS = $(BIN)/python -m tests.support.links

links: site $(VENV)/test.stamp ## follow every link of the built site with LinkChecker
	$(LINKS) within site

links-out: site $(VENV)/test.stamp ## try the links to other hosts; dead ones go into dead-links.md
	$(LINKS) out site dead-links.md

links-issue: ## open an issue with dead-links.md, or add it to the open one; needs gh
	sh .github/dead-links.sh dead-links.md

# On every core; whoever has nothing left to do takes tests from another.
TESTS = $(BIN)/python -m pytest --numprocesses=auto --dist=worksteal

test: $(VENV)/test.stamp ## run every test but the long ones
	$(BIN)/python tests/support/chromium.py
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(TESTS)

test-long: $(VENV)/test.stamp ## run the tests that take long: many kills, many random dossiers
	$(BIN)/python tests/support/chromium.py
	$(TESTS) -m long

pre-commit: $(VENV)/test.stamp ## have git look at every commit before it is made
	$(BIN)/pre-commit install

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
	rm -rf $(VENV) site .site-* dossier-offline .dossier-offline* dossier-offline.zip dossier.pdf
	rm -rf pages dead-links.md tests/screenshots hooks/*.egg-info
	rm -rf .hypothesis .mypy_cache .pytest_cache .ruff_cache

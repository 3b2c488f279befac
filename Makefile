# What people run here. Each target does its whole set-up by itself, once. The targets that any
# dossier has stand in the Makefile that `newsdossier init` writes; those of the engine follow here.

# With PRACTICE=1 every target works on the dossier of the tests, three invented articles on a ferry,
# where anything may be tried out.
ifdef PRACTICE
DOSSIER := tests/dossier
CONFIG := tests/ferry.mkdocs.yml
SITE := site-practice
OFFLINE_SITE := practice-offline
PDF := practice.pdf
DOSSIER_ORIGINALS := $(abspath tests/dossier/originals)
endif
PDF ?= dossier.pdf

# The articles as they were received, where they are to be had: see the page on method.
DOSSIER_ORIGINALS ?= $(abspath $(wildcard ../shared/articles))
ifneq ($(strip $(DOSSIER_ORIGINALS)),)
export DOSSIER_ORIGINALS
endif

ENGINE = --no-build-isolation --editable .
ALSO_MADE = site-practice practice-offline* dossier.pdf practice.pdf dead-links.md tests/screenshots \
	hooks/*.egg-info build .hypothesis .mypy_cache .pytest_cache .ruff_cache

include hooks/newsdossier/authoring/starter_files/Makefile

$(VENV)/run.stamp: pyproject.toml

.PHONY: pdf links links-out links-issue test test-long pre-commit wheel lock

pdf: site $(VENV)/test.stamp ## print the whole dossier into dossier.pdf; needs a Chromium
	$(BIN)/python -m tests.support.printing $(SITE) printable/ $(PDF)

LINKS = $(BIN)/python -m tests.support.links

links: site $(VENV)/test.stamp ## follow every link of the built site with LinkChecker
	$(LINKS) within $(SITE)

links-out: site $(VENV)/test.stamp ## try the links to other hosts; dead ones go into dead-links.md
	$(LINKS) out $(SITE) dead-links.md

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

wheel: $(VENV)/run.stamp ## build the engine as a wheel, into wheels/
	rm -rf build # what is no longer in the code would get into the wheel
	$(PIP) wheel --no-deps --no-build-isolation --wheel-dir wheels .

$(VENV)/test.stamp: requirements-test.txt $(VENV)/run.stamp
	$(PIP) install --require-hashes -r requirements-test.txt
	touch $@

# Keeps the pinned versions that still fit; `make lock LOCK_FLAGS=--upgrade` takes the newest.
LOCK = $(VENV)/lock/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate $(LOCK_FLAGS) --extra site --group editable pyproject.toml

lock: ## pin the dependencies of pyproject.toml anew
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/python -m pip --disable-pip-version-check --quiet install uv
	$(LOCK) --output-file requirements.txt
	$(LOCK) --group test --constraint requirements.txt --output-file requirements-test.txt

# Everything Rostrum can be told. `make` alone lists it.
.DEFAULT_GOAL := help
.PHONY: help setup run test browser check lock score fuzz bench

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
STAMP := .venv/.installed

help: ## list these commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(STAMP) ## make .venv and install what the lock names
$(STAMP): requirements-dev.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Rostrum needs Python 3.11 or newer; name one with PYTHON=, for example: make run PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv
	@echo "Installing into .venv"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
	@touch $@

run: setup ## serve at http://127.0.0.1:8000 (PORT= to change)
	@exec $(BIN)/python manage.py serve --port "$(PORT)"

test: setup ## every test, on all cores (ARGS="tests/x.py -x" for pytest: only those, in one process)
	@$(BIN)/python -m pytest $(or $(ARGS),-n logical)

browser: setup ## find or install a Chromium for the browser tests
	@$(BIN)/python -m tests.e2e.browser

check: setup ## style, types, layers, templates, migrations, deployment settings
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy apps tests manage.py
	$(BIN)/lint-imports
	git ls-files -z -- 'templates/*.html' | xargs -0 $(BIN)/djade --target-version 5.2 --check
	$(BIN)/python manage.py makemigrations --check --dry-run
	SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))') \
		HTTPS=1 ALLOWED_HOSTS=rostrum.example $(BIN)/python manage.py check --deploy --fail-level WARNING

lock: setup ## resolve pyproject.toml anew, with hashes, for every platform
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --upgrade --no-annotate \
		--custom-compile-command 'make lock' pyproject.toml --output-file requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --upgrade --no-annotate \
		--custom-compile-command 'make lock' pyproject.toml --group dev --constraints requirements.lock --output-file requirements-dev.lock

score: setup ## score parser and entities on hand-checked transcripts (../shared), write the tables of docs/
	@$(BIN)/python -m tests.transcripts.score
	@$(BIN)/python -m tests.annotations.entity_score

fuzz: setup ## parse 100,000 mutated transcripts
	@$(BIN)/python -m tests.transcripts.fuzz 100000

bench: setup ## how fast it is, and that time grows no faster than the input (FILES= to import, CONFERENCES= to search; 10000)
	@$(BIN)/python -m tests.benchmarks.transcripts
	@$(BIN)/python -m tests.benchmarks.importing
	@DJANGO_SETTINGS_MODULE=apps.config.settings $(BIN)/python -m tests.benchmarks.duplicates
	@DJANGO_SETTINGS_MODULE=apps.config.settings $(BIN)/python -m tests.benchmarks.annotation
	@DJANGO_SETTINGS_MODULE=apps.config.settings $(BIN)/python -m tests.benchmarks.phrase_preview
	@DJANGO_SETTINGS_MODULE=apps.config.settings $(BIN)/python -m tests.benchmarks.search
	@DJANGO_SETTINGS_MODULE=apps.config.settings $(BIN)/python -m tests.benchmarks.topics
	@DJANGO_SETTINGS_MODULE=apps.config.settings $(BIN)/python -m tests.benchmarks.review

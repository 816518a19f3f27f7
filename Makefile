# Everything a developer or a newcomer does with qgis_scrl goes through here.
.DEFAULT_GOAL := help
.PHONY: help setup setup-tests setup-qgis setup-training demo qgis screenshots pages docs test test-engine test-qgis lint format typecheck scan bench evaluate train setup-release lock zip check-zip test-qt6 test-accessibility test-matrix postgis test-postgis torture release lint-zip translations clean

PYTHON ?= python3
VENV := .venv/bin
VENV_QGIS := .venv-qgis/bin
# The demo's own scene and questions, unless the user names others.
RASTER ?=
VOICE ?=
MODEL ?=
DATA ?= ../shared/data

help:  ## show this list
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-16s %s\n", $$1, $$2}'

setup:  ## set up the engine in .venv (system packages too; asks apt-get)
	@$(PYTHON) tools/setup_environment.py

setup-tests:
	@$(PYTHON) tools/setup_environment.py --tests

setup-qgis:  ## also QGIS itself, and .venv-qgis for the plugin's tests
	@$(PYTHON) tools/setup_environment.py --tests --qgis

setup-training:  ## also what training needs: speech engines, pretrained weights
	@$(PYTHON) tools/setup_environment.py --training

demo: setup-qgis  ## build a voice index of the demo scene and ask it, in a terminal and in QGIS (RASTER=... VOICE=... for your own)
	@$(VENV)/python -m tools.demo $(if $(RASTER),--raster $(RASTER)) $(if $(VOICE),--voice $(VOICE))
	@$(VENV)/python -m tools.qgis_demo $(if $(RASTER),--raster $(RASTER)) $(if $(VOICE),--voice $(VOICE))

qgis: setup-qgis  ## open QGIS with the plugin in a fresh profile, and the demo project
	@$(VENV)/python -m tools.open_qgis

screenshots: setup-qgis  ## make the pictures of the README; look at them before you commit
	@$(VENV)/python -m tools.qgis_demo --screenshots

pages: setup-qgis  ## what is made from the code and committed: tables of the protocol, commands, algorithms, help
	@$(VENV)/python -m tools.protocol_tables
	@$(VENV)/python -m tools.command_reference
	@$(VENV_QGIS)/python -m tools.processing_reference
	@$(VENV)/python -m tools.help_pages

docs:  ## the documentation as a site in build/site, which needs no network
	@$(PYTHON) -m tools.docs_site

test: setup-qgis lint typecheck scan test-engine test-qgis  ## set up, check and run every test

# One thread each: two processes that share two cores would wait for each other's threads.
# Files in their order: the long ones of tests/end_to_end begin, and no core ends alone with them.
# No process is replaced: where one has crashed, xdist 3.8 waits for ever for the rest of its file.
ON_ALL_CORES := --numprocesses auto --dist loadfile --no-loadscope-reorder --max-worker-restart 0

test-engine: setup-tests  ## the tests of the engine, on all cores
	@OMP_NUM_THREADS=1 $(VENV)/python -m pytest $(ON_ALL_CORES)

test-qgis: setup-qgis  ## the tests of the plugin, in real QGIS without a screen, on all cores
	@OMP_NUM_THREADS=1 $(VENV_QGIS)/python -m pytest $(ON_ALL_CORES)

lint: setup-tests  ## ruff: lint and format check; import-linter: the layers
	@$(VENV)/ruff check
	@$(VENV)/ruff format --check -q
	@$(VENV)/lint-imports

lint-zip: setup-release  ## flake8 as the plugin repository runs it
	@.venv-release/bin/python -m flake8 --isolated --max-line-length=120 --select=E,W,F --extend-ignore=E121,E123,E126,E226,E24,E704,W503,W504 --exclude=engine/training engine qgis_scrl

format: setup-tests  ## ruff: format the code
	@$(VENV)/ruff format
	@$(VENV)/ruff check --fix

typecheck: setup-tests  ## mypy
	@$(VENV)/mypy

scan: setup-tests  ## bandit: what the plugin repository would block
	@$(VENV)/bandit -q -r engine qgis_scrl

bench: setup-qgis  ## ratios of speed and recall; see docs/benchmarks.md
	@$(VENV)/python -m benchmarks

evaluate: setup  ## the benchmark tables (needs DATA=../shared/data)
	@$(VENV)/python -m engine evaluate --data $(DATA)

train: setup-training  ## train a model (needs DATA=../shared/data; hours on a CPU)
	@$(VENV)/python -m engine train --data $(DATA)

setup-release:
	@$(PYTHON) -m tools.own_environment release

lock: setup-release  ## write requirements/lock anew: what the plugin's installer downloads
	@.venv-release/bin/python -m tools.lock_requirements

translations:  ## collect the plugin's texts into resources/i18n/*.ts and compile them (DROP=1: without vanished ones)
	@$(PYTHON) -m tools.translations $(if $(DROP),--drop-vanished)

zip:  ## dist/qgis_scrl.VERSION.zip, what the plugin repository is given (MODEL=scrl-3-open: with that model)
	@$(PYTHON) -m tools.make_zip $(if $(MODEL),--model $(MODEL))

check-zip: setup-qgis setup-release  ## make the zip, apply the plugin repository's rules, install it in a fresh QGIS
	@$(PYTHON) -m tools.check_zip

test-qt6:  ## import every module and build every widget under PyQt6, without QGIS
	@$(PYTHON) -m tools.own_environment qt6
	@QT_QPA_PLATFORM=offscreen .venv-qt6/bin/python -m pytest tests/qt6 --confcutdir=tests/qt6 -q

test-accessibility: setup-qgis  ## the dock through AT-SPI, as a screen reader meets it
	@$(PYTHON) tools/setup_environment.py --tests --qgis --accessibility
	@QGIS_SCRL_SCREEN_READER=1 xvfb-run -a -s "-screen 0 1280x1024x24 -noreset" dbus-run-session -- $(VENV_QGIS)/python -m pytest tests/accessibility -q -p no:pytest_qgis

test-matrix:  ## the plugin's tests in Debian trixie and sid (root, debootstrap, about an hour)
	@$(PYTHON) -m tools.test_matrix

postgis:  ## make a PostgreSQL server with PostGIS and pgvector for tests, in build/postgis (root, debootstrap, some minutes)
	@$(PYTHON) -m tools.postgis

test-postgis: setup-qgis postgis  ## the tests of shared indexes, on that server
	@OMP_NUM_THREADS=1 $(VENV)/python -m pytest -m postgis tests/engine
	@OMP_NUM_THREADS=1 $(VENV_QGIS)/python -m pytest -m postgis tests/plugin

torture: setup-qgis  ## under load and fault: fuzzing, kills, random use, the soak; some two hours (SEED=..., MINUTES=...: of each part)
	@OMP_NUM_THREADS=1 $(VENV)/python -m tests.torture all $(if $(SEED),--seed $(SEED)) --minutes $(or $(MINUTES),30)

release: test check-zip test-qt6  ## checks, zip, list of parts, tag, notes; refuses while no public home is decided (DRY=1: no tag)
	@$(PYTHON) -m tools.release $(if $(DRY),--dry-run)

clean:  ## remove everything that set-up and runs have made
	rm -rf .venv .venv-* .qgis-settings build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -not -path './.git/*' -prune -exec rm -rf {} +

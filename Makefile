# filrouge: `make demo` and `make test` do all their set-up on a Debian machine with Python.
# What is installed once is not fetched again.

PYTHON ?= python3
UV_VERSION := 0.13.9
UV := .tools/bin/uv
BIN := .venv/bin
SYNC := $(UV) pip sync --quiet --python $(BIN)/python --require-hashes

.PHONY: help demo install test lint bench evaluate models lock clean system-demo system-test

help:
	@echo "make demo    install, load the invented case file and serve it on this machine"
	@echo "make test    install, then lint, type-check and run all tests"
	@echo "make lint    ruff and mypy alone"
	@echo "make bench   the benchmarks; figures are kept in bench/RESULTS.md"
	@echo "make evaluate  measure reading on the gold set, beside the ready models alone"
	@echo "make models  train the models anew from the corpus (half an hour)"
	@echo "make lock    resolve the dependencies anew into requirements.lock"
	@echo "make clean   remove what was installed here and the demo's data"

system-demo:
	@setup/system-packages ocr

system-test:
	@setup/system-packages ocr browser

.tools/bin/uv: Makefile
	@setup/system-packages python
	@$(PYTHON) -m venv .tools
	@.tools/bin/pip install --quiet --disable-pip-version-check "uv==$(UV_VERSION)"
	@touch $@

.venv/installed: $(UV) requirements.lock pyproject.toml $(wildcard nlp_models/data/*.csv)
	@test -x $(BIN)/python || $(UV) venv --quiet --python $(PYTHON) .venv
	@echo "installing the locked packages"
	@$(SYNC) requirements.lock
	@$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m nlp_models.gazetteer.build
	@touch $@

install: .venv/installed
	@$(BIN)/filrouge db fetch

demo: system-demo install
	@setup/demo

test: system-test install lint
	@$(BIN)/pytest

lint: .venv/installed
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

bench: system-demo install
	@for script in bench/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

evaluate: install
	@$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements-ready.lock
	@$(BIN)/filrouge evaluate --half dev
	@$(BIN)/filrouge evaluate --half test

models: install
	@$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements-models.lock
	@$(BIN)/python -m nlp_models.training

lock: $(UV)
	@$(UV) pip compile --quiet --generate-hashes --extra dev --universal --no-header \
		--no-emit-index-url --no-emit-find-links --upgrade pyproject.toml -o requirements.lock
	@$(UV) pip compile --quiet --generate-hashes --extra dev --extra ready -c requirements.lock \
		--universal --no-header --no-emit-index-url --no-emit-find-links pyproject.toml \
		-o requirements-ready.lock
	@$(UV) pip compile --quiet --generate-hashes --extra dev --extra models -c requirements.lock \
		--universal --no-header --no-emit-index-url --no-emit-find-links pyproject.toml \
		-o requirements-models.lock

clean:
	@test ! -d .demo || FILROUGE_HOME="$(CURDIR)/.demo" $(BIN)/filrouge db stop || true
	@rm -rf .venv .tools .demo

# Everything a newcomer needs: `make run`, then `make test`. `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PEERS := .venv-peers
EXTRAS := .venv-extras
# a hash would bind every machine to one of torch's builds (CPU, CUDA), so only the version is fixed
TORCH ?= torch==2.13.0
# most of what is installed is never imported: what is, Python compiles then
QUICK := --quiet --disable-pip-version-check --no-compile
SUITES ?= ../shared/suites
INSTALLED := $(VENV)/.installed
RUN := out/run.json

# F1 on gold/dev that a change must not fall below; raised as scores rise
FLOORS := --fail-under found=0.955 --fail-under core=0.74 --fail-under full=0.69 \
	--fail-under others_found=0.93 --fail-under others_core=0.77 --fail-under others_full=0.66

.DEFAULT_GOAL := help
.PHONY: help setup run test test-hanlp test-ray check score confidence bench bench-figures schemas docs lock clean

help:  ## Show the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: $(INSTALLED)  ## Set up .venv with the locked dependencies and this package

$(INSTALLED): requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install $(QUICK) --require-hashes -r requirements.lock
	$(BIN)/python -m pip install $(QUICK) --no-deps --no-build-isolation --editable .
	touch $@

run: setup  ## Process corpus/ into out/ and show what was found
	$(BIN)/extract run corpus --output out --overwrite

# what is made of the run takes the last one, unless a file that decides its records has changed since
$(RUN): $(INSTALLED) $(shell find src/extract corpus -type f -not -name '*.pyc')
	$(BIN)/extract run corpus --output out --overwrite --quiet

test: setup  ## Run all tests, in as many processes as there are cores
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 8 --dist worksteal

test-hanlp: $(EXTRAS)/.installed  ## Train and load tiny HanLP models, in a virtual environment of their own
	OMP_NUM_THREADS=1 $(EXTRAS)/bin/python -m pytest tests/backends/test_hanlp_model.py

test-ray: $(EXTRAS)/.installed  ## Run shards on a Ray that is started for it, in the same environment
	$(EXTRAS)/bin/python -m pytest tests/batch/test_ray.py tests/batch/test_object_stores.py

$(EXTRAS)/.installed: requirements-extras.lock pyproject.toml
	test -x $(EXTRAS)/bin/python || $(PYTHON) -m venv $(EXTRAS)
	$(EXTRAS)/bin/python -m pip install $(QUICK) --no-deps --require-hashes \
		-r requirements-extras.lock
	$(EXTRAS)/bin/python -m pip install $(QUICK) $(TORCH)
	$(EXTRAS)/bin/python -m pip install $(QUICK) --no-deps --no-build-isolation --editable .
	touch $@

check: setup  ## Style, types, import contracts, labels, drift of schemas and docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/extract gold check gold --texts corpus
	$(BIN)/python -m tools.generate --check

score: $(RUN)  ## Score the run of corpus/ against gold/dev and gold/test; pages and numbers go to build/scores/
	$(BIN)/extract evaluate gold/test out --html build/scores/test.html --json build/scores/test.json
	$(BIN)/extract evaluate gold/dev out --html build/scores/dev.html --json build/scores/dev.json $(FLOORS)
	$(BIN)/python -m tools.confidence out --check

confidence: $(RUN)  ## Write how far each rule can be trusted, as gold/dev has it
	$(BIN)/python -m tools.confidence out

bench: setup  ## Speed: of reading, as a ratio to jieba.lcut on the same text, and of scoring
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.scoring

bench-figures: setup $(PEERS)/.installed  ## Figures and periods on other projects' cases, beside other readers
	$(BIN)/python -m benchmarks.figures $(SUITES) --peers $(PEERS)/bin/python --gold gold/dev --gold gold/test

$(PEERS)/.installed: benchmarks/requirements-peers.txt
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

schemas docs: setup  ## Write the generated schemas and docs
	$(BIN)/python -m tools.generate

LOCK := $(BIN)/uv pip compile pyproject.toml --group dev --generate-hashes --universal --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate

lock: setup  ## Resolve requirements.lock and requirements-extras.lock anew
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(LOCK) --output-file requirements.lock
	$(LOCK) requirements-extras.in --extra hanlp --extra ray --constraint requirements.lock \
		--override requirements-extras.override --output-file requirements-extras.lock

clean:  ## Remove what was built
	rm -rf $(VENV) $(PEERS) $(EXTRAS) out build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

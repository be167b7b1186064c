# What a contributor can do, on one screen. `make demo` and `make test` do all set-up themselves.
.PHONY: setup ready demo test check score docs bench dist lock clean
SERVE ?= 1
BIN := .venv/bin

setup: ready      ## make .venv with everything for development, and compile the reader where a C compiler is there
	@$(BIN)/python tools/faster.py

ready:            ## the same without compiling: what the targets below need
	@tools/setup.sh dev

demo:             ## the whole flow on the invented country's reports; SERVE=0 ends after the tables
	@tools/setup.sh run
	@rm -rf demo-casebook
	$(BIN)/testigo open examples/reports --casebook demo-casebook --plain --no-serve
	$(BIN)/testigo link --casebook demo-casebook --most 10 --quiet
	$(BIN)/testigo weigh --casebook demo-casebook --quiet
	$(BIN)/testigo orders --casebook demo-casebook
	$(if $(filter 0,$(SERVE)),,$(BIN)/testigo desk --casebook demo-casebook)

test: setup       ## every test, the browser's included; where the reader was compiled, both forms are compared
	$(BIN)/python -m pytest -n 2

check: ready      ## style, types, layers, documents
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 tests/test_layers.py tests/test_docs.py tests/test_shape.py

score: ready      ## how right the reader is, on our own gold reports and on those that no rule was written from
	$(BIN)/python tests/gold/score.py --table
	@echo; echo "tests/gold/unseen, which no rule was written from:"
	$(BIN)/python tests/gold/score.py tests/gold/unseen --confusions 0 --rules 0

docs: ready       ## rewrite the generated parts of docs/
	$(BIN)/python tools/docs.py

bench: ready      ## measure: sizes, peers, peak memory (takes a while)
	$(BIN)/python bench/run.py

dist: ready       ## build the wheel
	$(BIN)/python -m build --wheel --no-isolation

lock:             ## renew the lock files (needs uv)
	for kind in build run dev; do uv pip compile -q --upgrade --generate-hashes --no-emit-index-url --no-header \
	  --python-version 3.11 requirements/$$kind.in -o requirements/$$kind.lock; done

clean:            ## forget everything that was made
	rm -rf .venv demo-casebook dist build .mypy_cache .ruff_cache .hypothesis

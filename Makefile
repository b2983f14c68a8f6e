# Every target does its own set-up; `make` alone lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SAMPLE := $(firstword $(sort $(wildcard resources/samples/*.json)))
FUZZ_SECONDS ?= 120
DOORS := answers zip backup workbook pasted picture pdf plan plan_answers
COMPILED := $(wildcard resources/locale/*/LC_MESSAGES/*.po resources/templates/*.xml)

.DEFAULT_GOAL := help
.PHONY: help setup run test papers check endurance fuzz audit bench screens words lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## set everything up in .venv (quick the second time)

$(READY): installer/lock/dev.txt pyproject.toml installer/set_up.py $(COMPILED)
	@$(PYTHON) installer/set_up.py $(VENV)
	@touch $@

run: setup ## open the window, or without a display make the plan of the first sample shop
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] && $(BIN)/merchant-guard; then :; else \
	  echo "没有可用的窗口，改用第一家示例店，做一份整改计划。 No window here: making the plan of the first sample shop."; \
	  $(BIN)/merchant-guard-cli assess $(SAMPLE) && $(BIN)/merchant-guard-cli plan $(SAMPLE) --out out; \
	fi

test: setup ## run the tests
	@$(BIN)/python -m pytest -q -n auto --dist loadfile

papers: setup ## make every paper of every sample shop on every page in every format (four minutes)
	@MERCHANT_GUARD_EVERY_PAPER=1 $(BIN)/python -m pytest -q tests/cli/test_every_paper.py

check: setup ## style, types, and which room may import which
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

endurance: setup ## kill the app at 500 random instants and look for what was lost
	@KILLS=$${KILLS:-504} SEED=$${SEED:-$$(date +%s)} $(BIN)/python -m pytest -q -n auto tests/journeys/test_killed.py

bench: setup ## measure what performance promises are made of
	@for bench in tests/benchmarks/bench_*.py; do $(BIN)/python $$bench || exit 1; done

fuzz: setup ## knock at every door for files from outside with atheris, FUZZ_SECONDS (120) each
	@$(BIN)/python -c "import atheris" 2>/dev/null || $(BIN)/python -m pip install --quiet "atheris>=3.0,<4"
	@for door in $(DOORS); do echo "== $$door"; \
	  $(BIN)/python -m tests.fuzz.run $$door $(FUZZ_SECONDS) 2>&1 \
	  | grep -E "^ ===|Error|crash-|number_of_executed|average_exec"; done; \
	  ! ls out/fuzz/*/crash-* out/fuzz/*/timeout-* out/fuzz/*/oom-* 2>/dev/null

audit: ## hold the locked dependencies against the known advisories (needs the internet)
	@test -x $(VENV)/audit/bin/pip-audit || { $(PYTHON) -m venv $(VENV)/audit && \
	  $(VENV)/audit/bin/python -m pip install --quiet "pip-audit>=2.7"; }
	@$(PYTHON) installer/audit.py $(VENV)/audit/bin/pip-audit

screens: setup ## pictures of every screen in every size, theme and language, in out/screens
	@$(BIN)/python tests/screens/take_all.py

words: setup ## bring the Chinese catalogue up to date with the sentences in code and templates
	@$(BIN)/python installer/update_words.py

lock: setup ## lock the dependencies anew (needs uv)
	uv pip compile -q --universal --generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
	  --python-version 3.11 pyproject.toml -o installer/lock/runtime.txt
	uv pip compile -q --universal --generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
	  --python-version 3.11 pyproject.toml --group dev -o installer/lock/dev.txt

clean: ## remove what was made
	rm -rf $(VENV) out build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Needs Python 3.11 or newer and make; everything else is fetched by pip. `make help` tells what there is.
PYTHON ?= python3
OURS := .venv/bin/python
LAUNCH := $(OURS) -m governance.launch

.DEFAULT_GOAL := help
.PHONY: help run stop setup setup-dev test test-browser check bench clean
MAKEFLAGS += --no-print-directory
unexport PYTHONDONTWRITEBYTECODE # without compiled code every start reads three thousand files anew

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r name text; do printf '%-20s %s\n' "$$name" "$$text"; done
	@echo
	@echo "  PORT=8001 make run     another port (HOST=0.0.0.0: reachable from other machines)"
	@echo "  make test T=tests/core only these tests"

run: setup ## the whole portal with demo data, until Ctrl-C
	@$(LAUNCH) run

stop: ## end a running portal from another terminal, database and all
	@test -x $(OURS) && $(LAUNCH) stop

setup: ## virtual environment, packages, third-party files of the pages (quick when nothing changed)
	@$(PYTHON) governance/launch/install.py

setup-dev: ## the same with the packages for tests and checks
	@$(PYTHON) governance/launch/install.py --dev

T ?= tests
test: setup-dev ## tests without a browser, on a fresh database
	@$(LAUNCH) exec --throwaway -- $(OURS) -m pytest -n 2 --ignore=tests/browser $(T)

test-browser: setup-dev ## tests in Chromium (CHROMIUM=path, or chromium on PATH), on a fresh database
	@$(LAUNCH) exec --throwaway -- $(OURS) -m pytest -n 0 $(if $(filter-out tests,$(T)),$(T),tests/browser)

check: setup-dev ## style, templates, imports, migrations, deployment checks, generated documents
	@$(LAUNCH) exec --throwaway -- $(OURS) -m governance.launch.check

bench: setup-dev ## measure the portal at full size; writes var/bench/latest.json
	@$(LAUNCH) exec --cluster bench -- $(OURS) -m bench $(BENCH)

clean: ## remove what was made, except the database and the files of the portal
	rm -rf .venv node_modules static/vendor var/static var/fonts var/bench .pytest_cache .hypothesis .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

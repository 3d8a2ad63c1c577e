# The one interface: make demo, make test, make check, make site, make picture, make release, make bench, make growth, make fuzz.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint types imports docs site check picture bench growth fuzz release clean

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q -c constraints.txt -e ".[all]"
	touch $@

.venv/ready-dev: .venv/ready requirements-dev.txt
	$(BIN)/pip install -q -c constraints.txt -r requirements-dev.txt
	touch $@

demo: .venv/ready ## read the stories in seeds/ and show what is wrong with them
	$(BIN)/figcheck check --fail-level never seeds/articles

test: .venv/ready-dev ## the test suite
	$(BIN)/python -m pytest -n auto

lint: .venv/ready-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: .venv/ready-dev
	$(BIN)/mypy

imports: .venv/ready-dev
	$(BIN)/lint-imports

docs: .venv/ready ## write the generated pages of docs/ (rules, reference, man page, report.schema.json)
	$(BIN)/python -m figcheck.docs docs

site: .venv/ready-dev ## the documentation as a site, in site/: open site/index.html
	$(BIN)/mkdocs build --strict

check: lint types imports test ## all that CI runs

picture: .venv/ready-dev ## the picture of a report in the README, docs/report.png (needs Chromium)
	$(BIN)/pip install -q -c constraints.txt pillow
	$(BIN)/python tests/browser/picture.py docs/report.png

bench: .venv/ready-dev ## figcheck beside quantulum3 and text2num, one table
	$(BIN)/pip install -q -c constraints.txt -r requirements-bench.txt
	$(BIN)/python -m pytest tests/benchmarks --benchmark-only -p no:xdist

growth: .venv/ready-dev ## hostile shapes at n, 2n and 4n: fails where something grows faster than its input
	$(BIN)/python tests/benchmarks/growth.py

release: .venv/ready-dev ## sdist and wheel, built, checked, installed outside the checkout and run
	tests/release.sh

MINUTES ?= 60
fuzz: .venv/ready-dev ## inputs of every kind in every process: make fuzz MINUTES=600; the counts add up in fuzz.log
	$(BIN)/python tests/fuzz/fuzz.py --minutes $(MINUTES) --log fuzz.log

clean:
	rm -rf .venv dist build site .pytest_cache .mypy_cache .ruff_cache .hypothesis

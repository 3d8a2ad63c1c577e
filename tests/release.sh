#!/usr/bin/env bash
# The release as somebody gets it: sdist and wheel built, checked, the wheel installed in a fresh environment outside the
# checkout, and a story checked with it. Wants the development environment in .venv; writes to a temporary folder.
set -euo pipefail
cd "$(dirname "$0")/.."
bin="$PWD/.venv/bin" constraints="$PWD/constraints.txt"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

"$bin/python" -m build --no-isolation --outdir "$work/dist" . > "$work/build.log" || { cat "$work/build.log"; exit 1; }
"$bin/twine" check --strict "$work"/dist/*
"$bin/check-wheel-contents" "$work"/dist/*.whl

cd "$work"
python3 -m venv fresh
fresh/bin/pip install -q -c "$constraints" dist/*.whl
printf 'The flood killed 14 people: 5 men, 4 women and 3 children, the rescue agency said.\n' > story.txt
status=0
fresh/bin/figcheck check story.txt > report.txt || status=$?
if [ "$status" != 1 ] || ! grep -q "add up to 12, not 14" report.txt; then
  cat report.txt
  echo "the installed wheel does not find what it should: exit status $status" >&2
  exit 1
fi
fresh/bin/figcheck --version

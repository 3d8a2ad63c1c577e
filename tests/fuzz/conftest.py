"""Fuzzers need atheris and a clock of their own: pytest leaves them alone."""

collect_ignore_glob = ["fuzz_*.py"]

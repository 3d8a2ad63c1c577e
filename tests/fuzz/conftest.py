"""The fuzzer has a clock of its own: pytest runs only what it once found (test_found.py)."""

collect_ignore = ["fuzz.py", "kinds.py", "pieces.py"]

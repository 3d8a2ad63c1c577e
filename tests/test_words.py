"""The word lists of data/: each word once, each list spelled as it is looked up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files

import pytest

from figcheck.words import load, trie, wordset

FILES = sorted(f.name for f in files("figcheck").joinpath("data").iterdir() if f.name.endswith(".toml"))


def lists(table: dict[str, object], *path: str) -> Iterator[tuple[str, list[str]]]:
    """The lists of single words in a table, by their keys; phrases are parted by commas and semicolons."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from lists(value, *path, key)
        elif isinstance(value, str) and not {",", ";"}.intersection(value):
            yield ".".join((*path, key)), value.split()


@pytest.mark.parametrize("name", FILES)
def test_no_list_holds_a_word_twice(name):
    twice = {key: [w for w, n in Counter(words).items() if n > 1] for key, words in lists(load(name))}
    assert {key: words for key, words in twice.items() if words} == {}


@pytest.mark.parametrize(
    "path", sorted(files("figcheck").joinpath("data").iterdir(), key=lambda f: f.name), ids=lambda f: f.name
)
def test_no_line_of_data_is_longer_than_a_person_reads(path):
    assert [n for n, line in enumerate(path.read_text("utf-8").splitlines(), 1) if len(line) > 120] == []


def test_a_list_is_found_by_the_keys_that_lead_to_it():
    assert "tuesday" in wordset("lexicon.toml", "weekday")
    assert "ministry" in wordset("aliases.toml", "words", "body")


def test_a_list_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        wordset("lexicon.toml", "no such class")


def test_a_pattern_of_words_takes_the_longest():
    assert re.match(trie(["ten", "tenth", "tenths"]), "tenths")[0] == "tenths"

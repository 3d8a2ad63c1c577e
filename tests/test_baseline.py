"""Baseline: what was there yesterday is let pass; what is new is told; nothing of the copy is kept."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from figcheck import Article, check
from figcheck.baseline import BaselineError, apply, dump, load

SUM = "Of the 12 dead, 7 were women, 4 were children and 2 were men, police said."
OTHER = "Of the 15 hurt, 9 were women, 5 were children and 4 were men, police said."


@pytest.fixture
def baseline(tmp_path: Path) -> Path:
    path = tmp_path / "baseline.json"
    path.write_text(dump(check(SUM)), "utf-8")
    return path


def test_known_findings_pass(baseline: Path) -> None:
    report = apply(check(SUM), load(baseline), "baseline.json")
    assert report.findings == ()
    assert report.counts == {}
    assert [s.by for s in report.suppressed] == ["baseline"]


def test_new_ones_do_not(baseline: Path) -> None:
    report = apply(check(f"{SUM}\n\n{OTHER}"), load(baseline), "baseline.json")
    assert any(e.quote.startswith("15") for e in report.findings[0].evidence)
    assert report.counts == {"error": 1}


def test_lines_may_move_and_other_stories_may_come(baseline: Path) -> None:
    stories = [Article(id="rain", text="Rain fell."), Article(id="text-1", text=f"Snow fell first.\n\n{SUM}")]
    report = apply(check(stories), load(baseline), "baseline.json")
    assert report.findings == ()


def test_the_same_sentence_in_another_story_is_new(baseline: Path) -> None:
    report = apply(check(Article(id="text-2", text=SUM)), load(baseline), "baseline.json")
    assert len(report.findings) == 1


def test_a_story_is_known_by_its_path_from_the_baseline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "archive").mkdir()
    path = tmp_path / "archive" / "baseline.json"
    path.write_text(dump(check(Article(id=str(tmp_path / "archive" / "a.md"), text=SUM)), path.parent), "utf-8")
    monkeypatch.chdir(tmp_path)
    assert apply(check(Article(id="archive/a.md", text=SUM)), load(path), str(path)).findings == ()
    monkeypatch.chdir(tmp_path / "archive")
    assert apply(check(Article(id="a.md", text=SUM)), load(path), "baseline.json").findings == ()
    assert len(apply(check(Article(id="b.md", text=SUM)), load(path), "baseline.json").findings) == 1


def test_a_finding_that_changed_is_new(baseline: Path) -> None:
    report = apply(check(SUM.replace("12", "11")), load(baseline), "baseline.json")
    assert len(report.findings) == 1


def test_stale_entries_are_told_where_strict(baseline: Path) -> None:
    clean = check("Rain fell.")
    assert apply(clean, load(baseline), "baseline.json").problems == ()
    strict = apply(clean, load(baseline), "baseline.json", strict=True)
    assert [(p.kind, p.file) for p in strict.problems] == [("stale-baseline", "baseline.json")]


def test_it_holds_hashes_and_nothing_of_the_copy(baseline: Path) -> None:
    text = baseline.read_text("utf-8")
    assert set(json.loads(text)) == {"schema", "findings"}
    assert all(re.fullmatch(r"[0-9a-f]{16,}", f) for f in json.loads(text)["findings"])


def test_it_is_the_same_text_for_the_same_findings() -> None:
    stories = [Article(id="a", text=SUM), Article(id="b", text=OTHER)]
    assert dump(check(stories)) == dump(check(stories[::-1]))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "[" * 100_000,
        '{"schema": 1, "findings": []}',
        '{"schema": true, "findings": []}',
        '{"schema": 2.0, "findings": []}',
        '{"schema": 2}',
        '{"schema": 2, "findings": ["12 dead"]}',
    ],
)
def test_another_file_is_no_baseline(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, "utf-8")
    with pytest.raises(BaselineError, match=re.escape(path.as_posix())):
        load(path)


def test_one_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="cannot be read"):
        load(tmp_path / "gone.json")

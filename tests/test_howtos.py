"""What the how-to pages show works: their Python runs, their TOML is valid, their suppressions suppress."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from figcheck import check
from figcheck.config import resolve
from figcheck.readers import read_text
from figcheck.reports import located
from figcheck.suppress import apply, read_sidecar

DOCS = Path(__file__).parents[1] / "docs"
PAGES = ("settings", "suppress", "ci", "cms", "own-rules", "report", "sheet")


def blocks(page: str, language: str) -> list[str]:
    """The code blocks of a page in a language."""
    text = (DOCS / f"{page}.md").read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES)
def test_python_runs_from_top_to_bottom(page: str) -> None:
    code = "\n".join(blocks(page, "python"))
    exec(compile(code, f"{page}.md", "exec"), {"__name__": page})


@pytest.mark.parametrize("block", [*blocks("settings", "toml"), blocks("own-rules", "toml")[0]])
def test_settings_are_valid(block: str, tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text("", "utf-8")
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / "figcheck.toml").write_text(block, "utf-8")
    resolve(desk)


def test_the_own_rule_flags_its_flagged_and_lets_its_fine_pass(tmp_path: Path) -> None:
    from figcheck.rules.explain import explain

    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "no_round_tolls.py").write_text(blocks("own-rules", "python own_rule")[0], "utf-8")
    (tmp_path / "figcheck.toml").write_text(blocks("own-rules", "toml")[1], "utf-8")
    settings = resolve(tmp_path, own_rules=True).settings
    page = explain(settings.rules[-1])
    for example in page.flagged:
        assert [f.code for f in check(example.articles, settings)] == ["DESK01"]
    for example in page.fine:
        assert not check(example.articles, settings).by_rule("DESK01")


@pytest.mark.parametrize("form", ["text", "sarif", "github", "jsonl", "csv"])
def test_the_own_rule_is_a_rule_like_the_others(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    from figcheck.cli.app import app

    monkeypatch.chdir(tmp_path)
    Path("rules").mkdir()
    Path("rules/no_round_tolls.py").write_text(blocks("own-rules", "python own_rule")[0], "utf-8")
    Path("figcheck.toml").write_text(blocks("own-rules", "toml")[1], "utf-8")
    Path("a.txt").write_text("The flood killed 300 people, police said.\n", "utf-8")
    run = CliRunner().invoke
    assert "DESK01" in run(app, ["check", "a.txt", "--format", form]).output
    assert "DESK01" not in run(app, ["check", "a.txt", "--ignore", "no-round-tolls", "--format", form]).output
    assert run(app, ["check", "a.txt", "--severity", "DESK01=error"]).exit_code == 1
    assert "Three hundred to the unit." in run(app, ["explain", "no-round-tolls"]).output
    assert "DESK01" in run(app, ["rules"]).output


def test_every_key_of_the_settings_is_on_their_page() -> None:
    from figcheck.settings import Settings

    text = (DOCS / "settings.md").read_text("utf-8")
    for name in Settings.model_fields:
        assert f"`{name.replace('_', '-')}`" in text


def test_the_suppressions_suppress() -> None:
    for block in blocks("suppress", "markdown"):
        stories = read_text(block, "draft.md")
        report = apply(located(check([s.article for s in stories]), stories), stories)
        assert len(report.suppressed) == 1
        assert report.problems == ()


def test_the_sidecar_is_well_formed(tmp_path: Path) -> None:
    story = read_text("Of the 12 dead, 7 were women.", str(tmp_path / "ferry.txt"))[0]
    (tmp_path / "ferry.txt.figcheck.toml").write_text(blocks("suppress", "toml")[0], "utf-8")
    assert [type(entry).__name__ for entry in read_sidecar(story)] == ["Ignore", "Ignore"]


@pytest.mark.parametrize("page", PAGES)
def test_every_option_that_a_page_names_exists(page: str) -> None:
    from figcheck.cli.app import app

    context = app.make_context("figcheck", ["check"])
    known = {option for name in app.list_commands(context) for option in _options(app.get_command(context, name))}
    text = (DOCS / f"{page}.md").read_text("utf-8")
    text = re.sub(r"^\$ git .*$", "", text, flags=re.MULTILINE)
    assert set(re.findall(r"(?<![-\w<!])--[a-z][a-z-]+", text)) <= known


def _options(command) -> list[str]:
    return [option for parameter in command.params for option in parameter.opts]


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    text = (DOCS / f"{page}.md").read_text("utf-8")
    ours = {"github-action.md", "pre-commit.md"}  # written with their integrations
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert target in ours or (DOCS / target).exists(), target

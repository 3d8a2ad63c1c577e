"""Settings: which word about a rule wins, what a file may say, whose file holds."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck import Article, check
from figcheck import settings as settings_module
from figcheck.config import SettingsError, resolve
from figcheck.engine import check_readings
from figcheck.reading import read_article
from figcheck.rules import RULES, Rule
from figcheck.rules.explain import explain
from figcheck.settings import Settings, matches

SUM = "Of the 12 dead, 7 were women, 4 were children and 2 were men, police said."


def rule(name: str) -> Rule:
    return next(r for r in RULES if r.name == name)


TOTAL, SHARE, PRECISION = rule("parts-and-total"), rule("wrong-percentage"), rule("hedged-exact-figure")


class TestWhichRulesRun:
    @pytest.mark.parametrize(
        ("select", "ignore", "on", "off"),
        [
            (["ALL"], [], [TOTAL, SHARE, PRECISION], []),
            (["FIG3"], [], [TOTAL, SHARE], [PRECISION]),
            (["FIG301"], [], [TOTAL], [SHARE]),
            (["parts-and-total"], [], [TOTAL], [SHARE]),
            (["Parts-And-Total", "fig401"], [], [TOTAL, PRECISION], [SHARE]),
            (["precision"], [], [PRECISION], [TOTAL]),
            (["ALL"], ["FIG3"], [PRECISION], [TOTAL, SHARE]),
            (["FIG3"], ["FIG301"], [SHARE], [TOTAL]),
            (["FIG301"], ["FIG3"], [TOTAL], [SHARE]),
            (["total"], ["FIG3"], [TOTAL], [SHARE]),
            (["FIG301"], ["parts-and-total"], [], [TOTAL]),
            (["FIG30"], ["FIG3"], [TOTAL], []),
        ],
    )  # fmt: skip
    def test_the_closer_word_wins_and_ignore_where_both_are_as_close(self, select, ignore, on, off) -> None:
        settings = Settings(select=select, ignore=ignore)
        assert all(settings.enabled(r) for r in on)
        assert not any(settings.enabled(r) for r in off)

    def test_a_rule_in_preview_runs_where_it_is_named_or_preview_is_on(self) -> None:
        new = Rule("brand-new", "FIG398", "total", "error", lambda _context: (), preview=True)
        assert not Settings().enabled(new)
        assert Settings(preview=True).enabled(new)
        assert not Settings(select=("FIG3",)).enabled(new)

    def test_severity_off_turns_a_rule_off(self) -> None:
        assert not Settings(severity={"FIG301": "off"}).enabled(TOTAL)

    def test_the_closest_word_gives_the_severity(self) -> None:
        settings = Settings(severity={"ALL": "info", "FIG3": "warning", "total": "error"})
        assert settings.level(TOTAL) == "error"
        assert settings.level(SHARE) == "warning"
        assert settings.level(PRECISION) == "info"

    @pytest.mark.parametrize("word", ["parts-and-totl", "FIG9", "FIG3011", "", "totals"])
    def test_an_unknown_word_is_refused(self, word: str) -> None:
        with pytest.raises(ValueError, match="no rule, code or kind is called"):
            Settings(select=(word,))


STORM = "The storm killed 19 people in Dren on Monday. Schools are shut.\n\nThe storm injured 44 people in Lorn."


class TestLeastToll:
    @pytest.mark.parametrize(("least", "loud"), [(20, {"44"}), (19, {"19", "44"}), (1, {"19", "44"}), (45, set())])
    def test_below_it_a_toll_without_a_source_is_an_info(self, least: int, loud: set[str]) -> None:
        found = check(STORM, Settings(least_toll=least)).by_rule("unattributed-figure")
        assert {f.evidence[0].quote.split()[0] for f in found if f.severity == "warning"} == loud
        assert {f.evidence[0].quote.split()[0] for f in found} == {"19", "44"}

    @pytest.mark.parametrize("least", [0, -3, "many", 2.5])
    def test_what_is_no_count_of_people_is_refused(self, least: object) -> None:
        with pytest.raises(ValueError, match="least-toll"):
            Settings.model_validate({"least-toll": least})

    def test_each_story_goes_by_its_own_file(self, tmp_path: Path) -> None:
        from click.testing import CliRunner

        from figcheck.cli.app import app

        for desk, least in (("loud", 5), ("quiet", 50)):
            (tmp_path / desk).mkdir()
            (tmp_path / desk / "figcheck.toml").write_text(f"least-toll = {least}\n", "utf-8")
            text = STORM if desk == "loud" else STORM.replace("storm", "flood").replace("19", "18").replace("44", "43")
            (tmp_path / desk / "a.txt").write_text(text, "utf-8")
        shown = CliRunner().invoke(app, ["check", str(tmp_path), "--format", "json"]).stdout
        levels = {f["evidence"][0]["quote"].split()[0]: f["severity"] for f in json.loads(shown)["findings"]}
        assert levels == {"19": "warning", "44": "warning", "18": "info", "43": "info"}
        shown = CliRunner().invoke(app, ["settings", str(tmp_path / "loud" / "a.txt")]).output
        assert f"least-toll = 5  # {tmp_path / 'loud' / 'figcheck.toml'}" in shown


class TestInTheLibrary:
    def test_check_takes_settings(self) -> None:
        assert [f.code for f in check(SUM)] == ["FIG301"]
        assert not list(check(SUM, Settings(ignore=("FIG301",))))
        assert check(SUM, Settings(severity={"FIG301": "info"})).counts == {"info": 1}

    def test_globs_are_matched_against_the_articles_id(self) -> None:
        settings = Settings(per_file_ignores={"archive/**": ("total",)})
        stories = [Article(id="archive/a.md", text=SUM), Article(id="b.md", text=SUM.replace("12", "11"))]
        assert [f.evidence[0].article for f in check(stories, settings)] == ["b.md"]

    def test_a_finding_that_is_not_wanted_hides_no_other(self) -> None:
        text = "Over 57,418 people were killed, the ministry said."
        assert [f.code for f in check(text, Settings(select=("FIG401",)))] == ["FIG401"]


class TestFiles:
    @pytest.fixture
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.chdir(tmp_path)
        return tmp_path

    def write(self, path: Path, text: str) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path.parent

    def test_none_at_all_is_the_defaults(self, folder: Path) -> None:
        assert resolve(folder).settings == Settings()

    def test_the_nearest_one_upward_holds_alone(self, folder: Path) -> None:
        self.write(folder / "figcheck.toml", 'ignore = ["FIG3"]')
        near = self.write(folder / "desk" / "figcheck.toml", 'fail-level = "info"')
        deep = near / "drafts"
        deep.mkdir()
        found = resolve(deep)
        assert (found.settings.fail_level, found.settings.ignore, found.root) == ("info", (), near.resolve())
        assert found.origins["fail-level"] == "desk/figcheck.toml"

    def test_a_table_in_pyproject(self, folder: Path) -> None:
        self.write(folder / "pyproject.toml", '[tool.figcheck]\nfail-level = "never"')
        assert resolve(folder).settings.fail_level == "never"

    def test_a_pyproject_without_the_table_is_passed_over(self, folder: Path) -> None:
        self.write(folder / "figcheck.toml", 'fail-level = "info"')
        near = self.write(folder / "site" / "pyproject.toml", "[project]\nname = 'site'")
        assert resolve(near).settings.fail_level == "info"

    def test_extend(self, folder: Path) -> None:
        self.write(folder / "house.toml", 'select = ["FIG3", "FIG4"]\nignore = ["FIG301"]\n[severity]\nFIG302 = "info"')
        near = self.write(
            folder / "desk" / "figcheck.toml",
            'extend = "../house.toml"\nignore = ["FIG401"]\n[severity]\nFIG303 = "warning"',
        )
        found = resolve(near)
        assert found.settings.select == ("FIG3", "FIG4")
        assert found.settings.ignore == ("FIG301", "FIG401")
        assert found.settings.severity == {"FIG302": "info", "FIG303": "warning"}
        assert found.origins["severity.FIG302"] == "house.toml"
        assert found.origins["ignore"] == "house.toml, desk/figcheck.toml"

    def test_a_nearer_select_starts_afresh(self, folder: Path) -> None:
        self.write(folder / "figcheck.toml", 'select = ["FIG3"]\nignore = ["FIG301"]')
        found = resolve(folder, overrides={"select": ["FIG301"]})
        assert found.settings.enabled(TOTAL)
        assert found.origins["select"] == "command line"

    def test_the_command_line_is_over_all(self, folder: Path) -> None:
        self.write(folder / "figcheck.toml", 'ignore = ["FIG302"]\n[severity]\nFIG301 = "info"')
        found = resolve(folder, overrides={"ignore": ["FIG401"], "severity": {"FIG301": "warning"}})
        assert found.settings.ignore == ("FIG302", "FIG401")
        assert found.settings.level(TOTAL) == "warning"

    @pytest.mark.parametrize(
        ("text", "complaint"),
        [
            ("fail-levle = 'info'", "figcheck.toml: unknown key 'fail-levle'; did you mean 'fail-level'?"),
            ("ignore = ['falling-tol']\nselect = ['ALL'", "figcheck.toml: not TOML"),
            ("fail-level = 'grave'", "fail-level: should be 'error', 'warning', 'info' or 'never', not 'grave'"),
            ("ignore = ['parts-and-totl']", "did you mean 'parts-and-total'?"),
            ("ignore = 'FIG301'", "ignore: should be a list, not 'FIG301'"),
            ("[severity]\nFIG301 = 'loud'", "should be 'error', 'warning', 'info' or 'off', not 'loud'"),
            ("[severity]\nFIG777 = 'info'", "no rule, code or kind is called 'FIG777'"),
            ("[per-file-ignores]\n'*.md' = ['totl']", "did you mean 'total'?"),
            ("[measures.tested]\nwords = ['tested']\nhlx = '#x'", "'measures.tested.hlx'; did you mean 'hxl'?"),
            ("[measures.tested]\nwords = []", "measures.tested.words"),
            ("[measures.tested]\nwords = ['tested']\nhxl = 'affected'", "is no HXL tag"),
            ("[measures.Tested]\nwords = ['tested']", "a measure's name is lower-case letters"),
            ("extend = 'gone.toml'", "gone.toml: cannot be read"),
            ("extend = 'figcheck.toml'", "in a circle"),
            ("extend = 3", "extend takes one path"),
        ],
    )  # fmt: skip
    def test_what_figcheck_does_not_know_is_told_with_the_nearest_word(self, folder, text: str, complaint: str) -> None:
        self.write(folder / "figcheck.toml", text)
        with pytest.raises(SettingsError) as error:
            resolve(folder)
        assert complaint in str(error.value)

    def test_a_settings_file_that_is_not_there(self, folder: Path) -> None:
        with pytest.raises(SettingsError, match=r"desk\.toml: cannot be read"):
            resolve(folder, Path("desk.toml"))


OWN_RULE = '''"""No round tolls: a toll that ends in 00 is asked about.

## What it flags
A toll that ends in two zeros.

## Why
Somebody has rounded it.

## Flagged
Round.

    The flood killed 300 people, police said.

## Fine
Not round.

    The flood killed 304 people, police said.

## What to do
Ask for the exact toll.
"""

from figcheck.rules import Rule
from figcheck.rules.base import finding


def check(context):
    for claim in context.claims:
        if claim.measure == "killed" and claim.quantity.stated and claim.quantity.stated % 100 == 0:
            yield finding(RULE, context, {"toll": claim}, f"{claim.quote} is round; ask for the exact toll.")


RULE = Rule("no-round-tolls", "DESK01", "precision", "warning", check)
'''


class TestOwnRules:
    TEXT = "The flood killed 300 people, police said."

    @pytest.mark.parametrize(
        ("heading", "complaint"),
        [
            ("## Flaged", "has a heading '## Flaged'; the headings are '## What it flags'"),
            ("Flagged", "lacks the heading '## Flagged'"),
        ],
    )
    def test_a_slip_in_a_heading_is_told_when_it_is_loaded(self, tmp_path: Path, heading: str, complaint: str) -> None:
        path = tmp_path / "round.py"
        path.write_text(OWN_RULE.replace("## Flagged", heading), "utf-8")
        with pytest.raises(ValueError, match=re.escape(complaint)):
            Settings(own_rules=(str(path),))

    def test_a_rule_without_headings_has_a_short_page(self, tmp_path: Path) -> None:
        path = tmp_path / "short.py"
        path.write_text(re.sub(r"\n\n## .*?\n\"\"\"", '\n"""', OWN_RULE, flags=re.DOTALL), "utf-8")
        page = explain(Settings(own_rules=(str(path),)).rules[-1])
        assert page.title == "No round tolls: a toll that ends in 00 is asked about."
        assert (page.flags, page.flagged) == ("", ())

    def test_a_file_with_a_rule(self, tmp_path: Path) -> None:
        path = tmp_path / "no_round_tolls.py"
        path.write_text(OWN_RULE, "utf-8")
        settings = Settings(own_rules=(str(path),))
        assert [f.code for f in check(self.TEXT, settings)] == ["DESK01"]
        assert not list(check(self.TEXT, Settings(own_rules=(str(path),), ignore=("no-round-tolls",))))

    def test_its_path_is_relative_to_the_settings_file(self, tmp_path: Path) -> None:
        (tmp_path / "rules").mkdir()
        (tmp_path / "rules" / "round.py").write_text(OWN_RULE, "utf-8")
        (tmp_path / "figcheck.toml").write_text('own-rules = ["rules/round.py"]\nignore = ["DESK01"]', "utf-8")
        assert resolve(tmp_path, tmp_path / "figcheck.toml").settings.rules[-1].code == "DESK01"

    @pytest.mark.parametrize(
        ("text", "complaint"),
        [
            ("x = 1", "has no RULE"),
            ("1 / 0", "ZeroDivisionError"),
            (OWN_RULE.replace("DESK01", "FIG301"), "two rules are called"),
        ],
    )
    def test_a_file_without_one(self, tmp_path: Path, text: str, complaint: str) -> None:
        (tmp_path / "mine.py").write_text(text, "utf-8")
        (tmp_path / "figcheck.toml").write_text('own-rules = ["mine.py"]', "utf-8")
        with pytest.raises(SettingsError, match=complaint):
            resolve(tmp_path, own_rules=True)


class TestWhoseOwnRulesAreRun:
    """A settings file that nobody named must not be able to run code, unless it is the project's own."""

    @pytest.fixture
    def desk(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        (tmp_path / "project" / ".git").mkdir(parents=True)
        desk = tmp_path / "project" / "desk"
        desk.mkdir()
        monkeypatch.chdir(desk)
        return desk

    def write(self, folder: Path, settings: str = 'own-rules = ["mine.py"]') -> None:
        (folder / "figcheck.toml").write_text(settings, "utf-8")
        (folder / "mine.py").write_text(OWN_RULE + "\nfrom pathlib import Path\nPath('ran').touch()\n", "utf-8")

    def test_those_in_the_root_of_the_project(self, desk: Path) -> None:
        self.write(desk.parent)
        assert resolve(desk).settings.rules[-1].code == "DESK01"

    def test_those_that_the_root_is_extended_by(self, desk: Path) -> None:
        self.write(desk.parent)
        (desk / "figcheck.toml").write_text('extend = "../figcheck.toml"', "utf-8")
        assert resolve(desk).settings.rules[-1].code == "DESK01"

    @pytest.mark.parametrize("where", ["", "stories"])
    def test_none_below_the_root(self, desk: Path, where: str) -> None:
        folder = desk / where
        folder.mkdir(exist_ok=True)
        self.write(folder)
        with pytest.raises(SettingsError, match="not run from here"):
            resolve(folder)
        assert not (desk / "ran").exists()

    def test_none_above_it(self, desk: Path) -> None:
        self.write(desk.parent.parent)
        with pytest.raises(SettingsError, match="not run from here"):
            resolve(desk)
        assert not (desk / "ran").exists()

    def test_where_there_is_no_project_the_folder_one_works_in_is_the_root(self, tmp_path, monkeypatch) -> None:
        monkeypatch.chdir(tmp_path)
        self.write(tmp_path)
        assert resolve(tmp_path).settings.rules[-1].code == "DESK01"

    def test_those_of_settings_that_somebody_named(self, desk: Path) -> None:
        self.write(desk)
        assert resolve(desk, desk / "figcheck.toml").settings.rules[-1].code == "DESK01"

    def test_any_with_an_explicit_yes(self, desk: Path) -> None:
        self.write(desk)
        assert resolve(desk, own_rules=True).settings.rules[-1].code == "DESK01"

    def test_one_that_would_end_the_run(self, desk: Path) -> None:
        self.write(desk)
        (desk / "mine.py").write_text("import sys; sys.exit(0)", "utf-8")
        with pytest.raises(SettingsError, match="SystemExit"):
            resolve(desk, own_rules=True)


class TestSettingsThatCannotBeRead:
    """Whatever is called figcheck.toml is the settings: none is passed over for another or for none."""

    def test_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "figcheck.toml").mkdir()
        with pytest.raises(SettingsError, match="a folder"):
            resolve(tmp_path)

    def test_a_link_to_nowhere(self, tmp_path: Path) -> None:
        (tmp_path / "figcheck.toml").symlink_to("gone.toml")
        with pytest.raises(SettingsError, match="no such file"):
            resolve(tmp_path)

    def test_a_pipe(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "figcheck.toml")
        with pytest.raises(SettingsError, match="a named pipe"):
            resolve(tmp_path)

    @pytest.mark.parametrize(
        ("text", "complaint"),
        [
            ('extend = ""', "extend takes one path"),
            ('baseline = ""', "baseline takes one path"),
            ("select = []", "names no rule"),
            ("x = " + "9" * 5000, "not TOML"),
            ("x = " + "[" * 100_000, "not TOML"),
        ],
    )
    def test_what_says_nothing_usable(self, tmp_path: Path, text: str, complaint: str) -> None:
        (tmp_path / "figcheck.toml").write_text(text, "utf-8")
        with pytest.raises(SettingsError, match=complaint):
            resolve(tmp_path)

    def test_a_project_whose_tools_are_no_table(self, tmp_path: Path) -> None:
        (tmp_path / "pyproject.toml").write_text('tool = "figcheck"', "utf-8")
        assert resolve(tmp_path).settings == Settings()


def test_a_glob_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings_module, "_PATIENCE", 1e-9)
    with pytest.raises(ValueError, match="takes too long"):
        matches("b" + "a" * 3000, "*a" * 9 + "b")


class TestOwnWords:
    def claims(self, text: str, **words: object):
        settings = Settings.model_validate(words)
        return check_readings([read_article(text, vocabulary=settings.vocabulary)], settings).claims

    @pytest.mark.parametrize(
        "text",
        [
            "Nurses vaccinated 1,204 children in two days.",
            "Some 1,204 children were vaccinated in two days.",
            "The clinics gave 1,204 vaccine doses in two days.",
        ],
    )
    def test_a_measure(self, text: str) -> None:
        words = {"measures": {"vaccinated": {"words": ["vaccinated", "vaccine doses", "doses"], "basis": "running"}}}
        first = self.claims(text, **words)[0]
        assert (first.quote.split()[0], first.measure, first.basis) == ("1,204", "vaccinated", "running")

    def test_a_word_beyond_the_next_figure_is_not_its_own(self) -> None:
        words = {"measures": {"vaccinated": {"words": ["vaccinated"]}}}
        found = self.claims("The camp has 310 tents, and 1,204 children were vaccinated.", **words)
        assert [(c.quote, c.measure) for c in found] == [("310", None), ("1,204", "vaccinated")]

    def test_a_source_gets_its_full_name(self) -> None:
        found = self.claims(
            "The port office said 12 people were hurt.", sources={"Selmo Harbor Authority": ["the port office"]}
        )
        assert found[0].attribution is not None
        assert found[0].attribution.owner == "Selmo Harbor Authority"


class TestParties:
    SIDES = Settings(parties={"Northern Command": ("northern forces",), "Valley Front": ("the front", "front men")})

    @pytest.mark.parametrize(
        "text", ["Northern forces killed 40 front men on Friday.", "Front men killed 40 northern forces on Friday."]
    )
    def test_one_sides_count_of_the_others_losses_is_seen_whichever_side_it_is(self, text: str) -> None:
        assert [f.code for f in check(text, self.SIDES)] == ["FIG204"]

    def test_a_count_that_is_credited_is_fine(self) -> None:
        assert not list(check("The Northern Command said it had killed 40 front men on Friday.", self.SIDES))


@pytest.mark.parametrize(
    ("path", "glob", "same"),
    [
        ("a.md", "*.md", True), ("x/y/a.md", "*.md", True), ("a.mdx", "*.md", False), ("x/a.md", "x", True),
        ("x/a.md", "x/", True), ("x/a.md", "x/*", True), ("x/y/a.md", "x/*.md", False), ("x/y/a.md", "x/**", True),
        ("x/y/a.md", "**/y/*.md", True), ("y/a.md", "**/y/*.md", True),
        ("a.md", "?.md", True), ("ab.md", "?.md", False),
        ("x/a[1].md", "a[1].md", True), ("z/x/a.md", "x/a.md", False), ("x\\a.md", "x/*.md", True),
    ],
)  # fmt: skip
def test_globs(path: str, glob: str, same: bool) -> None:
    assert matches(path, glob) is same


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_glob_is_a_glob(path: str, glob: str) -> None:
    matches(path, glob)

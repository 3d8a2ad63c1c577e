"""A desk's use of the command: suppress, write a baseline, look at settings, read a rule's page, list figures."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

SUM = "Of the 12 dead, 7 were women, 4 were children and 2 were men, police said.\n"
OTHER = "Of the 15 hurt, 9 were women, 5 were children and 4 were men, police said.\n"
NOTE = "<!-- figcheck: ignore[parts-and-total] reason: as the court printed it -->"


class TestSuppressing:
    def test_in_markdown(self, figcheck, story) -> None:
        ran = figcheck("check", story("draft.md", f"# Toll\n\n{SUM.replace('12 dead', '12 dead' + NOTE)}"))
        assert ran.code == 0
        assert "1 let pass" in ran.out

    def test_in_html(self, figcheck, story) -> None:
        assert figcheck("check", story("draft.html", f"<p>Rain fell.</p>\n{NOTE}\n<p>{SUM}</p>\n")).code == 0

    def test_one_without_a_reason_is_exit_2(self, figcheck, story) -> None:
        ran = figcheck("check", story("draft.md", f"<!-- figcheck: ignore[FIG301] -->\n\n{SUM}"))
        assert ran.code == 2
        assert "draft.md:1: error: a suppression needs a reason" in ran.out

    def test_unused_ones_are_told_and_fail_where_strict(self, figcheck, story) -> None:
        name = story("draft.md", f"{NOTE}\n\nRain fell.\n")
        ran = figcheck("check", name)
        assert ran.code == 0
        assert "draft.md:1: warning: this suppression of parts-and-total lets nothing pass" in ran.out
        assert figcheck("check", "--strict", name).code == 1

    def test_not_told_where_the_rule_was_not_run(self, figcheck, story) -> None:
        assert "warning" not in figcheck("check", "--select", "FIG4", story("d.md", f"{NOTE}\n\nRain fell.\n")).out

    def test_a_sidecar(self, figcheck, story) -> None:
        name = story("draft.txt", SUM)
        story("draft.txt.figcheck.toml", '[[ignore]]\nrule = "FIG301"\nquote = "12 dead"\nreason = "as printed"\n')
        assert figcheck("check", name).code == 0
        assert figcheck("check", ".").code == 0


class TestBaseline:
    def test_written_once_and_used(self, figcheck, story, folder: Path) -> None:
        story("old/a.txt", SUM)
        ran = figcheck("baseline", "old")
        assert ran.code == 0
        assert "1 finding in figcheck-baseline.json" in ran.err
        assert figcheck("check", "old", "--baseline", "figcheck-baseline.json").code == 0
        story("old/b.txt", OTHER)
        assert figcheck("check", "old", "--baseline", "figcheck-baseline.json").code == 1

    def test_named_in_the_settings(self, figcheck, story) -> None:
        story("desk/figcheck.toml", 'baseline = "known.json"\n')
        story("desk/a.txt", SUM)
        assert figcheck("baseline", "desk", "--output", "desk/known.json").code == 0
        assert figcheck("check", "desk").code == 0
        assert figcheck("baseline", "desk", "--output", "desk/known.json").code == 0
        assert figcheck("check", "desk").code == 0

    def test_stale_entries_fail_where_strict(self, figcheck, story) -> None:
        story("a.txt", SUM)
        figcheck("baseline", "a.txt")
        story("a.txt", "Rain fell.")
        assert figcheck("check", "a.txt", "--baseline", "figcheck-baseline.json").code == 0
        ran = figcheck("check", "a.txt", "--baseline", "figcheck-baseline.json", "--strict")
        assert ran.code == 1
        assert "write the baseline again" in ran.out

    def test_none_is_written_where_a_file_cannot_be_read(self, figcheck, story, folder: Path) -> None:
        assert figcheck("baseline", story("a.txt", SUM), "gone.txt").code == 2
        assert not (folder / "figcheck-baseline.json").exists()

    def test_one_that_is_not_there(self, figcheck, story) -> None:
        ran = figcheck("check", story("a.txt", SUM), "--baseline", "gone.json")
        assert ran.code == 2
        assert "gone.json: the baseline cannot be read" in ran.err


class TestSettings:
    def test_the_nearest_file_holds_for_each_story(self, figcheck, story) -> None:
        story("loose/figcheck.toml", 'ignore = ["FIG301"]\n')
        story("loose/a.txt", SUM)
        story("tight/b.txt", OTHER)
        ran = figcheck("check", "loose", "tight")
        assert ran.code == 1
        assert "tight/b.txt:1:" in ran.out
        assert "loose/a.txt" not in ran.out

    def test_a_fail_level_of_its_own(self, figcheck, story) -> None:
        story("figcheck.toml", 'fail-level = "never"\n')
        assert figcheck("check", story("a.txt", SUM)).code == 0
        assert figcheck("check", "--fail-level", "error", "a.txt").code == 1

    def test_per_file_ignores(self, figcheck, story) -> None:
        story("figcheck.toml", '[per-file-ignores]\n"archive/**" = ["total"]\n')
        story("archive/a.txt", SUM)
        assert figcheck("check", ".").code == 0
        story("new.txt", SUM)
        assert figcheck("check", ".").code == 1

    def test_exclude_is_for_folders_not_for_files_that_are_named(self, figcheck, story) -> None:
        story("figcheck.toml", 'exclude = ["notes"]\n')
        story("notes/a.txt", SUM)
        story("b.txt", "Rain fell.\n")
        assert figcheck("check", ".").code == 0
        assert figcheck("check", "notes/a.txt").code == 1

    def test_bad_settings_exit_2_and_name_the_file(self, figcheck, story) -> None:
        story("figcheck.toml", 'ignroe = ["FIG301"]\n')
        ran = figcheck("check", story("a.txt", SUM))
        assert ran.code == 2
        assert "figcheck.toml: unknown key 'ignroe'; did you mean 'ignore'?" in ran.out

    def test_those_of_another_folder_do_not_matter(self, figcheck, story) -> None:
        story("figcheck.toml", 'ignroe = ["FIG301"]\n')
        story("desk/figcheck.toml", 'ignore = ["FIG301"]\n')
        assert figcheck("check", story("desk/a.txt", SUM)).code == 0

    def test_a_settings_file_that_is_named_and_not_there(self, figcheck, story) -> None:
        ran = figcheck("check", story("a.txt", SUM), "--config", "gone.toml")
        assert ran.code == 2
        assert "gone.toml: cannot be read" in ran.err

    def test_bad_settings_of_one_folder_leave_the_others(self, figcheck, story) -> None:
        story("bad/figcheck.toml", "fail-level = 3\n")
        story("bad/a.txt", SUM)
        story("bad/b.txt", SUM)
        ran = figcheck("check", "bad", story("b.txt", OTHER))
        assert ran.code == 2
        assert ran.out.count("bad/figcheck.toml: fail-level") == 1
        assert "b.txt:1:" in ran.out

    def test_show(self, figcheck, story) -> None:
        story("house.toml", 'ignore = ["FIG4"]\n')
        story(
            "figcheck.toml",
            'extend = "house.toml"\n[severity]\ntotal = "warning"\n[measures.tested]\nwords = ["tested"]\n',
        )
        ran = figcheck("settings", "drafts/a.md", "--select", "FIG3")
        assert ran.code == 0
        assert 'select = ["FIG3"]  # command line' in ran.out
        assert 'total = "warning"  # figcheck.toml' in ran.out
        assert "off: falling-toll (FIG104)" in ran.out

    def test_show_is_toml_that_can_be_used(self, figcheck, story) -> None:
        story("figcheck.toml", '[per-file-ignores]\n"*.md" = ["FIG4"]\n[sources]\n"Port Office" = ["the port"]\n')
        shown = figcheck("settings").out
        story("x/figcheck.toml", shown)
        again = figcheck("settings", "x").out
        assert [line.partition("  #")[0] for line in shown.splitlines()] == [
            line.partition("  #")[0] for line in again.splitlines()
        ]

    def test_as_json(self, figcheck, folder) -> None:
        assert json.loads(figcheck("settings", "--format", "json").out)["settings"]["fail-level"] == "error"

    def test_own_words_reach_the_figures(self, figcheck, story) -> None:
        story("figcheck.toml", '[measures.vaccinated]\nwords = ["vaccinated"]\nhxl = "#reached+vaccinated"\n')
        name = story("a.txt", "Nurses vaccinated 1,204 children, the clinic said.\n")
        names, tags, row = list(csv.reader(io.StringIO(figcheck("extract", "--format", "csv", name).out)))
        column = names.index("vaccinated")
        assert (tags[column], row[column]) == ("#reached+vaccinated", "1204")


class TestRules:
    def test_the_list(self, figcheck) -> None:
        ran = figcheck("rules")
        assert "FIG301  parts-and-total (error)" in ran.out
        assert max(map(len, ran.out.splitlines())) <= 80

    def test_no_sentence_is_cut(self, figcheck) -> None:
        told = " ".join(figcheck("rules").out.split())
        assert 'A hedge is lost or changed on the way: "at least", "up to", "feared".' in told
        assert "FIG308 scale-slip (error) A thousand, a million or a billion dropped or swapped." in told
        for row in json.loads(figcheck("rules", "--format", "json").out):
            said = row["what"].partition(": ")[2] or row["what"]
            assert said[1:] in told

    def test_as_json(self, figcheck) -> None:
        rows = json.loads(figcheck("rules", "--format", "json").out)
        assert {"FIG104", "FIG301"} <= {row["code"] for row in rows}

    @pytest.mark.parametrize("name", ["parts-and-total", "FIG301", "fig301"])
    def test_a_page(self, figcheck, name: str) -> None:
        ran = figcheck("explain", name)
        assert ran.out.startswith("parts-and-total (FIG301)\nerror, kind total")
        for heading in ("What it flags", "Why", "Flagged", "Fine", "What to do"):
            assert f"\n{heading}\n" in ran.out

    def test_a_wrong_name(self, figcheck) -> None:
        ran = figcheck("explain", "parts-and-totals")
        assert ran.code == 2
        assert "did you mean 'parts-and-total'?" in ran.err


class TestExtract:
    def test_a_table(self, figcheck, story) -> None:
        ran = figcheck("extract", story("a.txt", "At least 1,204 homes were damaged, the council said.\n"))
        assert ran.code == 0
        assert "at least 1,204" in ran.out
        assert "council" in ran.out

    @pytest.mark.parametrize("form", ["json", "jsonl"])
    def test_data(self, figcheck, story, form: str) -> None:
        out = figcheck("extract", "--format", form, story("a.txt", SUM)).out
        rows = json.loads(out) if form == "json" else [json.loads(line) for line in out.splitlines()]
        assert [row["quote"] for row in rows] == ["12", "7", "4", "2"]
        assert rows[0]["place_in_file"]["column"] == 8

    def test_nothing_is_judged(self, figcheck, story) -> None:
        assert figcheck("extract", story("a.txt", SUM)).code == 0

    def test_a_file_that_cannot_be_read(self, figcheck, story) -> None:
        ran = figcheck("extract", story("a.txt", SUM), "gone.txt")
        assert ran.code == 2
        assert "gone.txt" in ran.err


class TestFrontPage:
    def test_help_teaches(self, figcheck) -> None:
        ran = figcheck("--help")
        assert ran.code == 0
        assert "figcheck check draft.md" in ran.out
        assert "Exit status" in ran.out

    @pytest.mark.parametrize("command", ["check", "extract", "rules", "explain", "settings", "baseline"])
    def test_so_does_each_command(self, figcheck, command: str) -> None:
        assert "Usage: figcheck" in figcheck(command, "--help").out

    def test_a_command_that_does_not_exist(self, figcheck) -> None:
        ran = figcheck("chekc", "a.txt")
        assert ran.code == 2
        assert "did you mean 'check'?" in ran.err

    def test_a_path_in_place_of_a_command(self, figcheck) -> None:
        assert "figcheck check draft.md" in figcheck("draft.md").err

    def test_version(self, figcheck) -> None:
        assert figcheck("--version").out.startswith("figcheck ")

    def test_version_imports_next_to_nothing(self) -> None:
        code = "import sys\nfrom figcheck.cli import main\ntry: main(['--version'])\nexcept SystemExit: pass\n"
        code += "print(sorted({'pydantic', 'regex', 'pint', 'click', 'rich'} & set(sys.modules)))"
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert ran.stdout.splitlines()[-1] == "[]"

    def test_a_check_loads_neither_pint_nor_rich(self, story, folder) -> None:
        story("a.txt", SUM)
        code = "import sys\nfrom figcheck.cli import main\ntry: main(['check', 'a.txt'])\nexcept SystemExit: pass\n"
        code += "print(sorted({'pint', 'rich', 'lxml', 'hypothesis'} & set(sys.modules)), file=sys.stderr)"
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert ran.stderr.splitlines()[-1] == "[]"

    def test_python_dash_m(self) -> None:
        ran = subprocess.run(
            [sys.executable, "-m", "figcheck", "--version"], capture_output=True, text=True, check=True
        )
        assert ran.stdout.startswith("figcheck ")


class TestWhy:
    ONE = "---\npublished: 2024-05-01\n---\nThe fire in Selmo killed 41 people, police said.\n"
    TWO = "---\npublished: 2024-05-01\n---\nThe flood in Arva injured 35 people, the mayor said.\n"

    def test_two_figures_by_their_words(self, figcheck, story) -> None:
        ran = figcheck("why", "41", "35", story("a.md", self.ONE), story("b.md", self.TWO))
        assert ran.code == 0
        assert ran.out.startswith("a.md:4:26: 41 people killed\nb.md:4:27: 35 people injured\n")
        assert "measure: apart (another measure" in ran.out

    def test_by_their_places(self, figcheck, story) -> None:
        ran = figcheck("why", "a.md:4", "s/b.md:4:28", story("a.md", self.ONE), story("s/b.md", self.TWO))
        assert "another measure" in ran.out

    def test_places_tell_the_files(self, figcheck, story) -> None:
        story("a.md", self.ONE)
        assert "another measure" in figcheck("why", "a.md:4", story("s/b.md", self.TWO) + ":4").out
        assert figcheck("why", "41", "35").code == 2

    def test_one_that_may_be_several(self, figcheck, story) -> None:
        ran = figcheck("why", "41", "35", story("a.md", self.ONE), story("b.md", self.ONE), story("c.md", self.TWO))
        assert ran.code == 2
        assert "give the place" in ran.err
        assert "b.md:4:26" in ran.err

    def test_a_number_inside_a_number_is_another(self, figcheck, story) -> None:
        name = story("a.md", "The fire killed 43 people and injured 243, police said. Some 1,143 fled.\n")
        assert figcheck("why", "43", "243", name).out.startswith("a.md:1:17: 43 people killed\na.md:1:")
        assert figcheck("why", "143", "43", name).code == 2

    def test_a_figure_of_headline_and_text_is_that_of_the_text(self, figcheck, story) -> None:
        name = story("a.md", "# Fire kills 43\n\nThe fire killed 43 people and injured 12, police said.\n")
        ran = figcheck("why", "43", "12", name)
        assert ran.code == 0
        assert ran.out.startswith("a.md:3:17: 43 people killed\n")

    def test_it_tells_what_check_finds_about_the_two(self, figcheck, story) -> None:
        toll = "---\npublished: 2024-11-{}\npublisher: North Wire\n---\nThe quake in Selmo has killed {} people, "
        one = story("a.md", toll.format(13, 648) + "the civil protection agency said on Wednesday.\n")
        two = story("b.md", toll.format(15, 584) + "the civil protection agency said on Friday.\n")
        assert "falling-toll (FIG104)" in figcheck("check", one, two).out
        told = figcheck("why", "648", "584", one, two).out
        assert "figcheck check finds about these two" in told
        assert "  falling-toll (FIG104), error: " in told

    def test_it_tells_where_check_finds_nothing(self, figcheck, story) -> None:
        ran = figcheck("why", "41", "35", story("a.md", self.ONE), story("b.md", self.TWO))
        assert ran.out.endswith("figcheck check finds nothing about these two.\n")

    def test_one_that_is_not_there(self, figcheck, story) -> None:
        ran = figcheck("why", "97", "41", story("a.md", self.ONE))
        assert ran.code == 2
        assert "no figure '97' was read" in ran.err


class TestSheet:
    def test_html_by_default(self, figcheck, story) -> None:
        ran = figcheck("sheet", story("a.txt", SUM))
        assert ran.code == 0
        assert "<table" in ran.out

    def test_the_name_of_the_output_tells_the_format(self, figcheck, story, folder: Path) -> None:
        assert figcheck("sheet", story("a.txt", SUM), "-o", "sheet.csv").code == 0
        assert (folder / "sheet.csv").read_text("utf-8-sig").count("\n") >= 5
        assert figcheck("sheet", "a.txt", "-o", "sheet.docx").code == 0
        assert (folder / "sheet.docx").read_bytes().startswith(b"PK")

    @pytest.mark.parametrize("arguments", [("--format", "docx"), ("-o", "sheet.pdf")])
    def test_what_it_cannot_write(self, figcheck, story, arguments: tuple[str, ...]) -> None:
        assert figcheck("sheet", story("a.txt", SUM), *arguments).code == 2


class TestWordComments:
    @pytest.fixture
    def draft(self, folder: Path):
        docx = pytest.importorskip("docx")

        def write(name: str) -> str:
            document = docx.Document()
            document.add_paragraph(SUM.strip())
            document.save(folder / name)
            return name

        return write

    def test_into_a_copy(self, figcheck, draft, folder: Path) -> None:
        import docx

        ran = figcheck("check", draft("draft.docx"), "--write-comments", "checked.docx")
        assert ran.code == 1
        assert "checked.docx: 1 comment" in ran.err
        assert "FIG301" in next(iter(docx.Document(folder / "checked.docx").comments)).text

    def test_several_into_a_folder(self, figcheck, draft, folder: Path) -> None:
        figcheck("check", draft("a.docx"), draft("b.docx"), "--write-comments", "checked/")
        assert sorted(p.name for p in (folder / "checked").iterdir()) == ["a.docx", "b.docx"]

    def test_not_over_the_draft(self, figcheck, draft, folder: Path) -> None:
        before = (folder / draft("draft.docx")).read_bytes()
        assert figcheck("check", "draft.docx", "--write-comments", "draft.docx").code == 2
        assert (folder / "draft.docx").read_bytes() == before

    def test_where_there_is_no_word_file(self, figcheck, story) -> None:
        assert figcheck("check", story("a.txt", SUM), "--write-comments", "x.docx").code == 2


class TestANewcomer:
    def test_explaining_a_family_or_a_kind_lists_its_rules(self, figcheck) -> None:
        assert "is several rules; name one of them: conflict-within-article, " in figcheck("explain", "FIG1").err
        assert "falling-toll" in figcheck("explain", "decreasing").out + figcheck("explain", "decreasing").err

    def test_a_file_that_could_not_be_read_is_in_the_sum(self, figcheck, story) -> None:
        ran = figcheck("check", story("draft.md", "# Rain\n\nRain fell.\n"), "missing.md")
        assert "No findings in 1 story; 1 file not checked.\n" in ran.out

    def test_a_file_without_a_word_is_told(self, figcheck, story) -> None:
        assert "empty.md: no text in it" in figcheck("check", story("empty.md", "\n\n")).out

    def test_the_colon_before_a_list_is_no_place_to_look_at(self, figcheck, story) -> None:
        ran = figcheck("check", story("a.md", "It lists 96 people: 22 crew and 48 passengers.\n"), "-f", "github")
        assert '48 passengers"' in ran.out
        assert '":"' not in ran.out

"""Every format tells every finding, at the place in the file that a person has open."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck import Article, Report, check
from figcheck.models import Problem, Suppressed
from figcheck.readers import Loaded, read_text
from figcheck.reports import FORMATS, Style, located, render
from figcheck.reports.as_csv import COLUMNS
from figcheck.reports.cells import written
from figcheck.reports.claims import render as render_claims
from figcheck.reports.snippet import marked, wrapped
from figcheck.safe import clean

HERE = Path(__file__).parent
DOCS = HERE.parents[1] / "docs"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_what_and_where(report: Report, stories: list[Loaded], name: str) -> None:
    text = render(report, name, stories)
    for finding in report:
        assert finding.code in text
    assert "sum.txt" in text


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_works_for_bare_texts(name: str) -> None:
    article = Article(id="cms-41", text="Of the 12 dead, 7 were women, 4 were children and 2 were men, police said.")
    assert "cms-41" in render(check(article), name, [article])


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_say_nothing(name: str) -> None:
    render(check([]), name)


def test_another_format() -> None:
    with pytest.raises(ValueError, match="no format is called 'xml'"):
        render(check([]), "xml")


class TestText:
    def test_a_finding(self, report: Report, stories: list[Loaded]) -> None:
        text = render(report.model_copy(update={"findings": report.by_rule("FIG301")}), "text", stories)
        assert text.startswith("sum.txt:5:8: error: parts-and-total (FIG301)\n")
        assert "      Of the 12 dead, 7 were women, 4 were children and 2 were men, police said:\n" in text
        assert re.search(r"^  7 \+ 4 \+ 2 = 13", text, re.MULTILINE)

    def test_both_sides_of_a_contradiction_with_their_sentences(self, report, stories) -> None:
        text = render(report.model_copy(update={"findings": report.by_rule("FIG104")}), "text", stories)
        assert "day two.txt:5:" in text
        assert "day one.txt:5:" in text
        assert "has killed 648 people" in text
        assert "has killed 584 people" in text

    @pytest.mark.parametrize("width", [40, 80, 100, 300])
    def test_it_keeps_to_the_width(self, report, stories, width: int) -> None:
        assert max(map(len, render(report, "text", stories, Style(width=width)).splitlines()[:-1])) <= max(width, 46)

    def test_colour_in_place_of_carets(self, report, stories) -> None:
        text = render(report, "text", stories, Style(color=True))
        assert "^^" not in text
        assert "\x1b[1;31;4m12 dead\x1b[0m" in text

    def test_problems_stand_before_the_sums(self, report, stories) -> None:
        problem = Problem(kind="unreadable", file="x.md", line=3, message="no date")
        lines = render(report.model_copy(update={"problems": (problem,)}), "text", stories).splitlines()
        assert "x.md:3: error: no date" in lines[-5:]


class TestSnippets:
    def test_wide_letters_are_counted_twice(self) -> None:
        assert marked("東京で 12人 died", (0, 12), [(4, 7)], 40) == ["東京で 12人 died", "       ^^^^"]

    def test_a_sentence_without_end_is_cut_around_its_figure(self) -> None:
        text = "x" * 5000 + " 12 dead " + "y" * 5000
        assert sum(map(len, marked(text, (0, len(text)), [(5001, 5008)], 80))) < 1500

    @given(st.text(max_size=200), st.data())
    def test_any_text_can_be_marked(self, text: str, data: st.DataObject) -> None:
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        lines = marked(text, (0, len(text)), [(start, end)], 30)
        assert not any(c < " " or "\x7f" <= c < "\xa0" or "\u202a" <= c <= "\u202e" for line in lines for c in line)

    @given(st.text(alphabet="ab 東", max_size=120), st.integers(4, 40))
    def test_wrapping_loses_nothing_but_blanks(self, text: str, width: int) -> None:
        assert "".join(text[a:b] for a, b in wrapped(text, width)).replace(" ", "") == text.replace(" ", "")

    def test_controls_keep_their_place(self) -> None:
        assert clean("a\x1b[31mb\u202ec\n") == "a␛[31mb\ufffdc "


class TestJson:
    def test_it_fits_its_own_schema(self, report, stories) -> None:
        schema = json.loads((DOCS / "report.schema.json").read_text("utf-8"))
        given = json.loads(render(report, "json", stories))
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(given, schema)
        assert given["schema"] == 1

    def test_it_reads_back_as_the_same_report(self, report, stories) -> None:
        text = render(report, "json", stories)
        assert Report.model_validate_json(text).findings == report.findings
        assert render(Report.model_validate_json(text), "json") == text

    def test_a_place_for_every_claim_and_all_evidence(self, report, stories) -> None:
        given = json.loads(render(report, "json", stories))
        for finding in given["findings"]:
            for one in finding["evidence"]:
                place = given["places"][f"{one['article']}#{one['part']}:{one['start']}-{one['end']}"]
                story = next(s for s in stories if s.path == place["file"])
                assert story.source[place["start"] : place["end"]].split() == one["quote"].split()

    def test_lines(self, report, stories) -> None:
        rows = [json.loads(line) for line in render(report, "jsonl", stories).splitlines()]
        assert [r["type"] for r in rows] == ["finding"] * len(report.findings) + ["summary"]
        assert rows[0]["evidence"][0]["place"]["line"] == rows[0]["line"]


class TestSarif:
    SCHEMA = json.loads((HERE / "sarif-2.1.0.schema.json").read_text("utf-8"))

    def run(self, report: Report, stories: list[Loaded]) -> dict:
        log = json.loads(render(report, "sarif", stories))
        jsonschema.Draft4Validator(self.SCHEMA).validate(log)
        return log["runs"][0]

    def test_it_fits_the_published_schema(self, report, stories) -> None:
        run = self.run(report, stories)
        rules = run["tool"]["driver"]["rules"]
        assert [rules[r["ruleIndex"]]["id"] for r in run["results"]] == [f.code for f in report]

    def test_so_it_does_with_problems_and_suppressions(self, report, stories) -> None:
        passed = Suppressed(finding=report.findings[0], by="comment", reason="counted by hand")
        problems = (
            Problem(kind="crash", file="/abs/x.md", message="rule x crashed"),
            Problem(kind="unused-suppression", file="a b.md", line=3, message="unused"),
        )
        run = self.run(report.model_copy(update={"suppressed": (passed,), "problems": problems}), stories)
        assert run["results"][-1]["suppressions"] == [{"kind": "inSource", "justification": "counted by hand"}]
        assert run["invocations"][0]["executionSuccessful"] is False
        notes = run["invocations"][0]["toolExecutionNotifications"]
        assert notes[1]["locations"][0]["physicalLocation"]["region"] == {"startLine": 3}

    def test_and_with_nothing_at_all(self, stories) -> None:
        self.run(check([]), [])

    def test_the_other_side_is_a_related_location(self, report, stories) -> None:
        result = next(r for r in self.run(report, stories)["results"] if r["ruleId"] == "FIG104")
        places = [*result["locations"], *result["relatedLocations"]]
        assert {p["physicalLocation"]["artifactLocation"]["uri"] for p in places} == {"day%20one.txt", "day%20two.txt"}

    def test_regions_are_those_of_the_file(self, report, stories) -> None:
        for result in self.run(report, stories)["results"]:
            region = result["locations"][0]["physicalLocation"]["region"]
            uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            source = next(s.source for s in stories if s.path == uri.replace("%20", " "))
            line = source.splitlines()[region["startLine"] - 1]
            words = region["snippet"]["text"].split()
            assert line[region["startColumn"] - 1 :].startswith(words[0])
            assert source[region["charOffset"] :][: region["charLength"]].split() == words

    def test_a_snippet_is_what_the_file_has(self) -> None:
        text = (
            "<h1>Toll</h1><p>Of the <b>12</b>&nbsp;dead, 7 were women, 4 were children and 2 were men, police said.</p>"
        )
        stories = read_text(text, "a.html")
        results = self.run(check([s.article for s in stories]), stories)["results"]
        regions = [p["physicalLocation"]["region"] for r in results for p in r["locations"] + r["relatedLocations"]]
        assert "12</b>&nbsp;dead" in {region["snippet"]["text"] for region in regions}
        for region in regions:
            assert text[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"]


class TestGithub:
    def test_no_story_can_issue_a_command(self, report, stories) -> None:
        lines = render(report, "github", stories).splitlines()
        assert len(lines) == len(report.findings)
        assert all(re.match(r"::(error|warning|notice) file=[^:]*::", line) for line in lines)
        assert not any(re.search(r"%(?!25|0A|0D|3A|2C)", line) for line in lines)

    def test_line_and_columns(self, report, stories) -> None:
        line = next(x for x in render(report, "github", stories).splitlines() if "FIG301" in x)
        assert line.startswith(
            "::error file=sum.txt,line=5,endLine=5,col=8,endColumn=15,title=parts-and-total (FIG301)::"
        )

    def test_colons_and_commas_in_a_name(self) -> None:
        article = Article(id="a,b:c", text="Of the 12 dead, 7 were women, 4 were children and 2 were men, police said.")
        assert "file=a%2Cb%3Ac,line=1," in render(check(article), "github", [article])


class TestCsv:
    """One row a finding."""

    def rows(self, report: Report, stories: list[Loaded]) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(render(report, "csv", stories))))

    def test_names_and_one_row_a_finding(self, report, stories) -> None:
        rows = self.rows(report, stories)
        assert [row["fingerprint"] for row in rows] == [f.fingerprint for f in report]
        assert {tuple(row) for row in rows} == {COLUMNS}

    def test_where_what_and_the_arithmetic(self, report, stories) -> None:
        row = next(r for r in self.rows(report, stories) if r["code"] == "FIG301")
        assert (row["file"], row["line"], row["column"], row["quote"]) == ("sum.txt", "5", "8", "12 dead")
        assert (row["severity"], row["rule"], row["kind"]) == ("error", "parts-and-total", "total")
        assert row["explanation"].startswith("7 + 4 + 2 = 13")
        assert row["sentence"].startswith("Of the 12 dead, 7 were women, 4 were children and 2 were men")
        assert row["computed"] == "13"

    def test_the_other_places(self, report, stories) -> None:
        row = next(r for r in self.rows(report, stories) if r["code"] == "FIG104")
        assert (row["file"], row["other_places"]) == ("day one.txt", "day two.txt:5:53")
        assert {row["quote"].split()[0], row["other_quotes"].split()[0]} == {"648", "584"}

    def test_a_report_without_findings_is_its_names(self) -> None:
        assert render(check([]), "csv").strip().split(",") == list(COLUMNS)

    def test_no_cell_of_a_finding_is_a_formula(self) -> None:
        article = Article(
            id="=cmd", text="=1+1. Of the 12 dead, 7 were women, 4 were children and 2 were men, he said."
        )
        for row in self.rows(check(article), [article]):
            assert not any(cell.startswith(("=", "+", "@")) for cell in row.values())


class TestCsvOfFigures:
    def rows(self, report: Report, stories: list[Loaded]) -> list[list[str]]:
        text = render_claims(located(report, stories), "csv", stories, Style())
        return list(csv.reader(io.StringIO(text)))

    def test_names_tags_claims(self, report, stories) -> None:
        names, tags, *claims = self.rows(report, stories)
        assert len(claims) == len(report.claims)
        assert all(tag.startswith("#") for tag in tags)
        assert len(set(names)) == len(names) == len(tags) == len(claims[0])

    def test_a_column_for_each_measure_with_its_tag(self, report, stories) -> None:
        names, tags, *claims = self.rows(report, stories)
        column = names.index("killed")
        assert tags[column] == "#affected+killed"
        assert {"648", "584"} <= {claim[column] for claim in claims}

    def test_the_reference_library_reads_and_filters_it(self, report, stories) -> None:
        hxl = pytest.importorskip("hxl")
        killed = hxl.data(self.rows(report, stories)).with_rows("#affected+killed>500")
        assert {row.get("#affected+killed") for row in killed} == {"648", "584"}

    @pytest.mark.parametrize("cell", ["=1+1", "+1", "-1 dead", "@SUM(A1)", "\t=1", "  =1", "\uff1d1", "\r=1"])
    def test_no_cell_is_a_formula(self, cell: str) -> None:
        assert written(cell).startswith("'")
        assert written(cell)[1:].strip() == cell.strip()

    @pytest.mark.parametrize(("cell", "text"), [(Decimal("-12.50"), "-12.50"), (Decimal("1E+6"), "1000000"), (7, "7")])
    def test_numbers_stay_numbers(self, cell: object, text: str) -> None:
        assert written(cell) == text

    def test_a_story_full_of_formulas(self) -> None:
        article = Article(id="=cmd", title="@x 4 dead", publisher="+x", text="=HYPERLINK(1) killed 12 people, -x said.")
        for row in self.rows(check(article), [article])[2:]:
            assert not any(cell.startswith(("=", "+", "@")) for cell in row)


class TestReport:
    def test_it_iterates_and_filters(self, report: Report) -> None:
        assert list(report) == list(report.findings)
        assert report.by_rule("parts-and-total") == report.by_rule("FIG301") == report.by_rule("total")
        assert {f.code for f in report.for_article("day one.txt")} >= {"FIG104"}
        with pytest.raises(ValueError, match="no article 'nowhere'"):
            report.for_article("nowhere")

    def test_what_a_desk_has_dismissed_stays_away(self, report: Report) -> None:
        less = report.without([report.findings[0].fingerprint])
        assert len(less.findings) == len(report.findings) - 1
        assert sum(less.counts.values()) == len(less.findings)

    def test_rows_for_a_data_frame(self, report: Report) -> None:
        rows = report.rows()
        assert len(rows) == len(report.claims)
        assert {tuple(row) for row in rows} == {tuple(rows[0])}
        assert next(r for r in rows if r["quote"] == "648")["findings"] == "FIG104"

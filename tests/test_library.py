"""figcheck as a library at home in Python: names, sequences, short reprs, rows and frames, files, clear refusals."""

from __future__ import annotations

import builtins
import pickle
import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import figcheck
from figcheck import Article, Claims, ReadError, Report, check, extract, read_file, read_folder
from figcheck.files import named_like_file
from figcheck.models import Problem
from figcheck.models.frames import FIGURES, FINDINGS, plain_number
from figcheck.readers.formats import DOCUMENTS, SUFFIXES
from figcheck.rules import Rule
from figcheck.settings import Settings

SUM = "Of the 12 dead, 7 were women, 4 were children and 2 were men, police said."
FINE = "The flood killed 12 people and cost $1.5 million, police said."


@pytest.fixture(scope="module")
def report() -> Report:
    return check([Article(id="a", text=SUM, published=date(2025, 7, 8)), Article(id="b", text=FINE)])


class TestNames:
    def test_dir_shows_the_api_and_nothing_else(self) -> None:
        assert dir(figcheck) == sorted(figcheck.__all__)
        assert {"check", "extract", "read_file", "Report", "Settings"} <= set(dir(figcheck))

    @pytest.mark.parametrize("name", figcheck.__all__)
    def test_every_name_is_there(self, name: str) -> None:
        assert getattr(figcheck, name) is not None

    def test_another_name(self) -> None:
        with pytest.raises(AttributeError, match="no attribute 'chekc'"):
            figcheck.chekc  # noqa: B018


class TestReport:
    def test_it_is_a_sequence_of_findings(self, report: Report) -> None:
        assert len(report) == len(report.findings) == len(list(report)) == 1
        assert report[0] is report[-1] is report.findings[0]
        assert report[:1] == report.findings
        assert report[0] in report
        with pytest.raises(IndexError):
            report[7]

    def test_it_is_true_where_there_is_anything_to_tell(self, report: Report) -> None:
        assert report
        clean = check(FINE)
        assert len(clean) == 0
        assert not clean
        problem = Problem(kind="unreadable", file="x.md", message="no date")
        assert clean.model_copy(update={"problems": (problem,)}), "a gate that asks `if report` must not open"

    def test_its_repr_is_short(self, report: Report) -> None:
        assert repr(report) == "Report(findings=1, counts={'error': 1}, claims=6, articles=2, complete=True)"
        assert str(report) == repr(report)

    def test_its_rules_are_told(self, report: Report) -> None:
        assert report.rules["FIG301"] == "parts-and-total"
        assert Report.model_validate_json(report.model_dump_json()) == report


class TestReprs:
    def test_a_long_story(self) -> None:
        shown = repr(Article(id="a", title="Two held", text="Police held two men. " * 500))
        assert shown.startswith("Article(id='a', title='Two held', text='Police held two men. Police")
        assert shown.endswith("\u2026 (10,500 characters)')")
        assert len(shown) < 160

    def test_a_claim(self) -> None:
        claim = extract(FINE)[0]
        assert repr(claim).startswith("Claim(quote='12', counted='people', measure='killed', who='people', ")
        assert repr(claim).endswith("source='police', id='text-1#text:17-19')")

    def test_a_finding(self, report: Report) -> None:
        assert repr(report[0]) == (
            "Finding(code='FIG301', rule='parts-and-total', severity='error', "
            "message='The parts (7, 4 and 2) already come to 13, not 12.')"
        )

    def test_what_a_terminal_would_obey_is_escaped(self) -> None:
        assert "\x1b" not in repr(Article(id="a\x1b[2J", text="\x1b]8;;x\x07 \u202e12 dead"))
        assert "\u202e" not in repr(Article(id="a", text="\u202e12 dead"))


class TestByRule:
    @pytest.mark.parametrize("name", ["parts-and-total", "FIG301", "fig301", "total", "FIG3", "Parts-and-Total"])
    def test_by_name_code_kind_and_family(self, report: Report, name: str) -> None:
        assert report.by_rule(name) == report.findings

    @pytest.mark.parametrize("name", ["falling-toll", "FIG104", "decreasing", "FIG1"])
    def test_a_rule_that_found_nothing(self, report: Report, name: str) -> None:
        assert report.by_rule(name) == ()

    def test_a_rule_that_was_ignored(self) -> None:
        settings = Settings(ignore=("parts-and-total",))
        assert check(SUM, settings).by_rule("parts-and-total") == ()

    @pytest.mark.parametrize(
        ("name", "hint"),
        [
            ("nonsense", ""), ("faling-toll", "; did you mean 'falling-toll'?"), ("FIG999", ""), ("", ""),
            ("contradictions", "; did you mean 'contradiction'?"),
        ],
    )  # fmt: skip
    def test_a_name_that_no_rule_has(self, report: Report, name: str, hint: str) -> None:
        with pytest.raises(ValueError, match="no rule, code or kind is called") as error:
            report.by_rule(name)
        assert str(error.value).startswith(f"no rule, code or kind is called {name!r}")
        if hint:
            assert str(error.value).endswith(hint)

    def test_own_rules_have_names_too(self, tmp_path: Path) -> None:
        path = tmp_path / "quiet.py"
        path.write_text(
            '"""Nothing."""\nfrom figcheck.rules import Rule\n'
            'RULE = Rule("quiet", "DESK01", "precision", "warning", lambda context: [])\n'
        )
        report = check(FINE, Settings(own_rules=(str(path),)))
        assert report.by_rule("quiet") == report.by_rule("DESK01") == ()
        with pytest.raises(ValueError, match="did you mean 'quiet'"):
            report.by_rule("quite")
        assert isinstance(Settings(own_rules=(str(path),)).rules[-1], Rule)

    def test_a_report_of_an_older_figcheck(self, report: Report) -> None:
        old = report.model_copy(update={"rules": {}})
        assert old.by_rule("nonsense") == ()
        assert old.by_rule("FIG301") == report.findings


class TestRows:
    def test_claims_are_a_tuple_with_rows(self) -> None:
        claims = extract(FINE)
        assert isinstance(claims, tuple)
        assert claims == tuple(claims)
        assert [row["quote"] for row in claims.rows()] == ["12", "$1.5 million"]
        assert tuple(claims.rows()[0]) == tuple(FIGURES)
        again = pickle.loads(pickle.dumps(claims))
        assert (type(again), again) == (Claims, claims)

    def test_the_names_are_those_of_the_report(self, report: Report) -> None:
        (row,) = [r for r in report.rows() if r["quote"] == "$1.5 million"]
        (own,) = [r for r in extract(Article(id="b", text=FINE)).rows() if r["quote"] == "$1.5 million"]
        assert row == own

    def test_numbers_are_exact_or_plain(self) -> None:
        claims = extract("A third of the 1,200 homes, and 12.5 percent of the shops, were damaged; dozens fled.")
        exact = [row["stated"] for row in claims.rows()]
        plain = [row["stated"] for row in claims.rows(exact=False)]
        assert all(isinstance(number, Decimal) for number in exact if number is not None)
        assert [type(number) for number in plain] == [float, int, float, type(None)]
        assert plain == [pytest.approx(1 / 3), 1200, 12.5, None]

    def test_of_a_quantity(self) -> None:
        quantity = extract("More than 1.5 million people fled, police said.")[0].quantity
        assert (quantity.value, quantity.bounds) == (1_500_000, (1_500_000, None))
        assert [type(n) for n in (quantity.value, quantity.bounds[0])] == [int, int]

    def test_findings(self, report: Report) -> None:
        (row,) = report.finding_rows()
        assert tuple(row) == tuple(FINDINGS)
        assert (row["code"], row["article"], row["quote"], row["computed"]) == ("FIG301", "a", "12 dead", Decimal(13))

    @given(st.decimals(allow_nan=False, allow_infinity=False))
    def test_a_plain_number_is_the_nearest(self, number: Decimal) -> None:
        plain = plain_number(number)
        assert plain == (int(number) if number == number.to_integral_value() else float(number))


def wide() -> Claims:
    """A claim with a number of ninety digits."""
    claim = extract("The state owes $3 million, the ministry said.")[0]
    quantity = claim.quantity.model_copy(update={"stated": Decimal("9" * 90)})
    return Claims([claim.model_copy(update={"quantity": quantity})])


class TestPandas:
    pandas = property(lambda self: pytest.importorskip("pandas"))

    @pytest.mark.parametrize("of", ["figures", "findings"])
    def test_a_row_each_and_a_column_each(self, report: Report, of: str) -> None:
        assert self.pandas
        frame = report.to_pandas(of)
        columns, rows = (FIGURES, report.claims) if of == "figures" else (FINDINGS, report.findings)
        assert list(frame.columns) == list(columns)
        assert len(frame) == len(rows)

    def test_types(self, report: Report) -> None:
        assert self.pandas
        frame = report.to_pandas()
        assert frame["stated"].dtype == "float64"
        assert frame["stated"].max() == 1_500_000
        assert frame["event_date"].dtype.kind == "M"
        assert frame["asserted"].dtype == "bool"
        assert frame.loc[frame["measure"] == "killed", "stated"].sum() > 12

    def test_exact(self, report: Report) -> None:
        assert self.pandas
        assert isinstance(report.to_pandas(exact=True)["stated"][0], Decimal)

    @pytest.mark.parametrize("of", ["figures", "findings"])
    def test_without_rows_it_has_the_same_columns_and_types(self, report: Report, of: str) -> None:
        assert self.pandas
        empty, full = check([]).to_pandas(of), report.to_pandas(of)
        assert len(empty) == 0
        assert dict(empty.dtypes) == dict(full.dtypes)

    def test_days_and_moments(self) -> None:
        assert self.pandas
        when = datetime(2025, 7, 8, 14, 0, tzinfo=UTC)
        text = "The fire of 5 July 2025 killed 12 people, police said. As of Monday 31 were missing."
        frame = extract(Article(id="a", text=text, published=when)).to_pandas()
        assert {type(moment) for moment in frame["as_of"]} <= {datetime, date, type(None)}
        assert str(frame["event_date"].dropna().max().date()) == "2025-07-05"

    def test_numbers_of_any_size(self) -> None:
        assert self.pandas
        assert wide().to_pandas()["stated"][0] == float("9" * 90)
        assert wide().to_pandas(exact=True)["stated"][0] == Decimal("9" * 90)

    def test_of_claims(self) -> None:
        assert self.pandas
        assert list(extract(FINE).to_pandas()["quote"]) == ["12", "$1.5 million"]


class TestArrow:
    arrow = property(lambda self: pytest.importorskip("pyarrow"))

    @pytest.mark.parametrize("of", ["figures", "findings"])
    def test_a_row_each_and_a_column_each(self, report: Report, of: str) -> None:
        assert self.arrow
        table = report.to_arrow(of)
        assert table.column_names == list(FIGURES if of == "figures" else FINDINGS)
        assert check([]).to_arrow(of).schema == table.schema

    def test_types(self, report: Report) -> None:
        schema = report.to_arrow().schema
        assert schema.field("stated").type == self.arrow.float64()
        assert schema.field("event_date").type == self.arrow.date32()
        assert schema.field("as_of").type == self.arrow.string()

    def test_exact_numbers_are_exact(self) -> None:
        claims = extract("A third of the 1,200 homes were damaged.")
        values = claims.to_arrow(exact=True).column("stated").to_pylist()
        assert self.arrow
        assert values == [claim.quantity.stated for claim in claims]

    def test_a_number_that_no_decimal_of_arrow_holds(self) -> None:
        assert self.arrow
        with pytest.raises(ValueError, match="needs 90 digits, and a decimal of Arrow has 76; take exact=False"):
            wide().to_arrow(exact=True)
        assert wide().to_arrow().column("stated").to_pylist() == [float("9" * 90)]


@pytest.mark.parametrize(("method", "package"), [("to_pandas", "pandas"), ("to_arrow", "pyarrow")])
def test_without_the_package_it_is_told(report: Report, monkeypatch, method: str, package: str) -> None:
    def absent(name: str, *rest: object) -> object:
        if name == package:
            raise ImportError(name)
        return real(name, *rest)

    import importlib

    real = importlib.import_module
    monkeypatch.setattr(importlib, "import_module", absent)
    with pytest.raises(
        ImportError, match=rf"{method}\(\) needs {package}, which is not installed: pip install {package}"
    ):
        getattr(report, method)()


def test_no_table_of_that_name(report: Report) -> None:
    with pytest.raises(ValueError, match="no table of 'finding'; did you mean 'findings'"):
        report.to_pandas("finding")  # type: ignore[arg-type]


class TestAPathWhereATextIsMeant:
    @pytest.mark.parametrize(
        "text",
        [
            "draft.md", "stories/draft.md", "C:\\copy\\draft.docx", "/home/desk/a.txt", "./my stories/day one.txt",
            "~/a.html", "wire.jsonl", "draft.MD", " draft.md ", "sc\u00e8ne.txt", "scan.pdf",
        ],
    )  # fmt: skip
    @pytest.mark.parametrize("call", [check, extract, figcheck.numerals, figcheck.drill, figcheck.timeline])
    def test_it_is_told(self, call, text: str) -> None:
        with pytest.raises(ValueError, match=r"is the name of a file, not a text; figcheck\.read_file"):
            call(text)

    def test_among_others(self) -> None:
        with pytest.raises(ValueError, match=r"'b\.md' is the name of a file"):
            check([FINE, "b.md"])

    @pytest.mark.parametrize(
        "text",
        [
            "", "Rain is expected.", "See draft.md", "The file is report.txt", "12", "draft.md\nis here",
            "A.md is here", "a/b", "https://example.org/a.html", "12.5", "U.S.", "and/or", ".md", "md",
        ],
    )  # fmt: skip
    def test_a_text_is_a_text(self, text: str) -> None:
        assert check(text).complete

    def test_no_file_is_asked(self, monkeypatch, tmp_path: Path) -> None:
        monkeypatch.chdir(tmp_path)
        Path("story").write_text(FINE)
        assert check("story").complete, "a name without a suffix is a text, whether such a file exists or not"

    def test_every_suffix_that_readers_know(self) -> None:
        assert all(named_like_file(f"draft{suffix}") for suffix in (*SUFFIXES, *DOCUMENTS))

    @given(st.text())
    def test_prose_is_never_taken_for_a_name(self, text: str) -> None:
        assert not named_like_file(f"{text} said.")
        assert not named_like_file(f"Police said {text}.md")

    @pytest.mark.parametrize(
        ("given", "hint"),
        [(Path("a.md"), "read_file"), (b"Text.", "decode it first"), (12, "not int"), (None, "NoneType")],
    )
    def test_what_is_no_text(self, given: object, hint: str) -> None:
        with pytest.raises(TypeError, match=hint):
            extract(given)  # type: ignore[arg-type]
        with pytest.raises(TypeError, match=hint if hint.startswith(("read", "dec")) else None):
            check(given)  # type: ignore[arg-type]

    def test_what_a_reader_gives(self) -> None:
        from figcheck.readers import read_text

        with pytest.raises(TypeError, match=r"not Loaded; give its \.article"):
            check(read_text(FINE))  # type: ignore[arg-type]


class TestFiles:
    @pytest.fixture
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.chdir(tmp_path)
        Path("stories/later").mkdir(parents=True)
        Path("stories/b.md").write_text(f"# Flood\n\n{FINE}\n")
        Path("stories/later/a.txt").write_text(SUM)
        return tmp_path

    def test_a_file(self, folder: Path) -> None:
        (article,) = read_file("stories/b.md")
        assert (article.id, article.title, article.text) == ("stories/b.md", "Flood", FINE)
        assert read_file(Path("stories/b.md")) == (article,)
        assert check(read_file("stories/later/a.txt")).by_rule("FIG301")

    def test_a_file_of_several(self, folder: Path) -> None:
        Path("wire.jsonl").write_text('{"text": "Rain.", "id": "x"}\n{"text": "Snow.", "id": "y"}\n')
        assert [a.id for a in read_file("wire.jsonl")] == ["wire.jsonl#x", "wire.jsonl#y"]

    def test_a_folder(self, folder: Path) -> None:
        assert [a.id for a in read_folder("stories")] == ["stories/b.md", "stories/later/a.txt"]
        assert len(check(read_folder(folder / "stories"))) == 1

    def test_a_baseline_is_no_story(self, folder: Path) -> None:
        from figcheck.baseline import dump

        Path("stories/figcheck-baseline.json").write_text(dump(check(SUM).findings, "stories"))
        assert len(read_folder("stories")) == 2

    def test_what_cannot_be_read_is_raised_with_file_and_line(self, folder: Path) -> None:
        Path("stories/c.md").write_text("---\npublished: 31 Febtember\n---\nText.\n")
        with pytest.raises(ReadError, match=r"^stories/c\.md:2: '31 Febtember' is no date"):
            read_file("stories/c.md")
        with pytest.raises(ReadError, match=r"^stories/c\.md:2: "):
            read_folder("stories")

    def test_a_part_that_was_not_read_is_raised_too(self, folder: Path) -> None:
        Path("stories/c.md").write_text("Police held 12 men.\n\n<!-- a note\n\nThey held 13.\n")
        with pytest.raises(ReadError, match=r"^stories/c\.md:3: a comment"):
            read_file("stories/c.md")

    def test_or_handed_over_and_the_others_are_read(self, folder: Path) -> None:
        Path("stories/c.md").write_text("---\npublished: 31 Febtember\n---\nText.\n")
        Path("stories/d.pdf").write_text("x")
        Path("stories/e.jsonl").write_text('{"text": "Rain."}\n{"text": \n')
        errors: list[ReadError] = []
        read = read_folder("stories", on_error=errors.append)
        assert [a.id for a in read] == ["stories/b.md", "stories/e.jsonl#1", "stories/later/a.txt"]
        assert sorted((e.path, e.line) for e in errors if e.line) == [("stories/c.md", 2), ("stories/e.jsonl", 2)]
        assert "stories/d.pdf" in {e.path for e in errors}
        assert [a.text for a in read_file("stories/e.jsonl", on_error=errors.append)] == ["Rain."]

    @pytest.mark.parametrize(
        ("call", "path", "complaint"),
        [
            (read_file, "stories", r"stories: a folder; figcheck\.read_folder\(\) reads"),
            (read_folder, "stories/b.md", r"no folder; figcheck\.read_file\(\) reads a file"),
            (read_file, "gone.md", "gone.md: no such file"),
            (read_folder, "gone", "gone: is not there"),
            (read_folder, "empty", "empty: no stories in this folder"),
        ],
    )
    def test_the_wrong_kind_of_path(self, folder: Path, call, path: str, complaint: str) -> None:
        Path("empty").mkdir()
        with pytest.raises(ReadError, match=complaint):
            call(path)


def test_asking_for_a_name_opens_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builtins, "open", lambda *_: pytest.fail("a file was opened"))
    with pytest.raises(ValueError, match="is the name of a file"):
        check("draft.md")


def test_rooms_that_the_docs_name_are_there() -> None:
    """As `figcheck.config.resolve`, without an import of their own."""
    code = "import figcheck; figcheck.config.resolve, figcheck.suppress.apply, figcheck.baseline.apply"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_what_is_no_article_is_told_what_to_do() -> None:
    with pytest.raises(TypeError, match=r"figcheck\.Article\(\*\*it\)"):
        figcheck.check({"id": "a", "text": "Of the 12 dead, 7 were women."})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"Settings\(\*\*it\)"):
        figcheck.check("Nobody came.", {"ignore": ["FIG3"]})  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no article 'stor'; did you mean 'story'"):
        figcheck.check(figcheck.Article(id="story", text="Nobody came.")).for_article("stor")

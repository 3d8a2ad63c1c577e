"""figcheck check: what it says, where, and how it exits."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from figcheck import settings
from figcheck.rules import RULES

SUM = "Of the 12 dead, 7 were women, 4 were children and 2 were men, police said.\n"
FINE = "Of the 13 dead, 7 were women, 4 were children and 2 were men, police said.\n"
REMARK = "More than 4,317 homes were inspected by Friday, the council said.\n"


def test_a_story_in_order_exits_0(figcheck, story) -> None:
    ran = figcheck("check", story("fine.txt", FINE))
    assert ran.code == 0
    assert ran.out.startswith("No findings in 1 story.")


def test_a_story_that_does_not_add_up_exits_1_and_shows_its_work(figcheck, story) -> None:
    ran = figcheck("check", story("draft.txt", SUM))
    assert ran.code == 1
    assert ran.out.startswith("draft.txt:1:")
    assert "parts-and-total (FIG301)" in ran.out
    assert "7 + 4 + 2 = 13" in ran.out


def test_the_last_line_accounts_for_every_numeral(figcheck, story) -> None:
    ran = figcheck("check", story("draft.txt", "On 3 May 2021 the fire killed 12 people, police said.\n"))
    last = ran.out.splitlines()[-1]
    assert last.endswith(" unread")
    assert " numerals read: 1 figure, " in last


def test_the_last_line_tells_what_was_not_read(figcheck, story) -> None:
    table = "The fire killed 12 people, police said.\n\n| town | dead |\n|---|---|\n| Orlec | 9 |\n| Arva | 3 |\n"
    ran = figcheck("check", story("a.md", table), story("b.md", table + "\n![a map](map.png)\n"))
    assert "a.md: not read: 1 table, with 2 numerals\n" in ran.out
    assert "b.md: not read: 1 table and 1 image, with 2 numerals\n" in ran.out
    assert ran.out.splitlines()[-1].endswith("0 unread; not read: 2 tables and 1 image, with 4 numerals")
    report = json.loads(figcheck("check", "a.md", "--format", "json").out)
    assert (report["not_read"], report["numerals_not_read"]) == ({"table": 1}, 2)
    assert figcheck("extract", "a.md").out.splitlines()[-1].endswith("; not read: 1 table, with 2 numerals")


@pytest.mark.parametrize("form", ["json", "jsonl", "sarif", "github", "csv"])
def test_other_formats_leave_the_account_on_standard_error(figcheck, story, form: str) -> None:
    ran = figcheck("check", "--format", form, story("draft.txt", SUM))
    assert ran.err.splitlines()[-1].startswith("4 numerals read: ")
    assert ran.code == 1


@pytest.mark.parametrize(
    ("level", "text", "code"),
    [
        ("error", SUM, 1), ("error", REMARK, 0), ("warning", REMARK, 0), ("info", REMARK, 1), ("never", SUM, 0),
        ("info", "Rain is expected.\n", 0),
    ],
)  # fmt: skip
def test_the_fail_level(figcheck, story, level: str, text: str, code: int) -> None:
    assert figcheck("check", "--fail-level", level, story("draft.txt", text)).code == code


class TestWhatCannotBeRead:
    def test_a_missing_file_is_named_and_the_others_are_checked(self, figcheck, story) -> None:
        ran = figcheck("check", "gone.txt", story("draft.txt", SUM))
        assert ran.code == 2
        assert "gone.txt" in ran.out
        assert "FIG301" in ran.out

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("scan.txt", b"\x00\x01\x02\xff\xfe PNG \x00\x00"),
            ("wire.json", b'{"title": "Two held", '),
            ("wire.jsonl", b'{"text": "Two held"}\n{"text": \n'),
            ("dated.md", b"---\ntitle: Two held\npublished: 31 Febtember\n---\nPolice held two men.\n"),
        ],
    )  # fmt: skip
    def test_it_is_named_and_the_exit_status_is_2(self, figcheck, story, name: str, content: bytes) -> None:
        ran = figcheck("check", story(name, content), story("draft.txt", SUM))
        assert ran.code == 2
        assert name in ran.out
        assert "FIG301" in ran.out

    def test_one_bad_line_of_json_lines_is_told_and_the_others_are_checked(self, figcheck, story) -> None:
        lines = [
            json.dumps({"text": SUM}),
            '{"text": ',
            json.dumps({"text": SUM, "published": "soon"}),
            '{"text": "Rain."}',
        ]
        ran = figcheck("check", story("wire.jsonl", "\n".join(lines)))
        assert ran.code == 2
        assert "wire.jsonl:2: error: not JSON" in ran.out
        assert "wire.jsonl:3: error: 'soon' is no date" in ran.out
        assert "wire.jsonl:1:18: error: parts-and-total (FIG301)" in ran.out
        assert "1 error in 2 stories; 1 file not wholly read." in ran.out

    FRENCH = (
        "Un bateau a coulé au large du port mardi soir, et au moins 12 personnes sont mortes, a annoncé la police. "
        "Les secours cherchaient encore des survivants dans les eaux froides.\n"
    )

    def test_a_story_in_another_language_is_named_and_the_others_are_checked(self, figcheck, story) -> None:
        ran = figcheck("check", story("fr.md", f"# Douze morts\n\n{self.FRENCH}"), story("draft.txt", SUM))
        assert ran.code == 2
        assert "fr.md:1: error: it does not read as English: " in ran.out
        assert "(check-language = false has it read)" in ran.out
        assert "1 error in 1 story; 1 file not checked." in ran.out

    @pytest.mark.parametrize("command", ["check", "extract", "drill", "timeline", "sheet", "baseline"])
    def test_no_command_misreads_another_language(self, figcheck, story, command: str) -> None:
        ran = figcheck(command, story("fr.txt", self.FRENCH))
        assert ran.code == 2
        assert "fr.txt:1: error: it does not read as English" in ran.out + ran.err
        story("figcheck.toml", "check-language = false\n")
        assert figcheck(command, "fr.txt").code == 0

    def test_a_live_blog_is_read_post_by_post(self, figcheck, story) -> None:
        told = "The coast guard said {} people had died in the sinking of the ferry off Port Hale."
        posts = "".join(
            f"<article><time datetime='2025-07-08T1{n}:00Z'></time><p>{told.format(toll)}</p></article>\n"
            for n, toll in enumerate((12, 18, 9))
        )
        ran = figcheck("check", story("live.html", f"<h1>Ferry sinks: live</h1>\n{posts}"))
        assert ran.code == 1
        assert "falling-toll (FIG104)" in ran.out
        assert "live.html:4:" in ran.out
        assert "live.html#4 (2025-07-08)" in ran.out
        assert " in 4 stories." in ran.out

    def test_one_line_of_many_in_another_language(self, figcheck, story) -> None:
        lines = [json.dumps({"text": text}) for text in (SUM, self.FRENCH, "Rain.")]
        ran = figcheck("check", story("wire.jsonl", "\n".join(lines)))
        assert ran.code == 2
        assert "wire.jsonl:2: error: it does not read as English" in ran.out
        assert "1 error in 2 stories; 1 file not wholly read." in ran.out

    def test_never_to_fail_still_means_to_do_the_work(self, figcheck, folder) -> None:
        assert figcheck("check", "--fail-level", "never", "gone.txt").code == 2

    def test_an_empty_folder(self, figcheck, folder: Path) -> None:
        (folder / "empty").mkdir()
        ran = figcheck("check", "empty")
        assert ran.code == 2
        assert "empty: error: no stories in this folder" in ran.out

    def test_an_empty_article_is_read(self, figcheck, story) -> None:
        assert figcheck("check", story("empty.txt", "")).code == 0

    def test_a_story_of_five_megabytes_is_read(self, figcheck, story) -> None:
        text = "The river rose again and people moved to higher ground, the mayor said.\n\n" * 70_000
        ran = figcheck("check", story("long.txt", text))
        assert ran.code == 0

    def test_no_path_at_all(self, figcheck) -> None:
        assert figcheck("check").code == 2

    def test_an_option_that_does_not_exist(self, figcheck, story) -> None:
        assert figcheck("check", "--formt", "json", story("a.txt", FINE)).code == 2


class TestARuleThatCrashes:
    @pytest.fixture(autouse=True)
    def _crash(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def crash(context):
            if any("cursed" in a.text for a in context.articles):
                raise ZeroDivisionError("no base")
            return ()

        broken = tuple(replace(rule, check=crash) if rule.code == "FIG302" else rule for rule in RULES)
        monkeypatch.setattr(settings, "RULES", broken)

    def test_the_gate_stays_shut_and_names_the_file(self, figcheck, story) -> None:
        ran = figcheck("check", story("good.txt", SUM), story("bad.txt", "A cursed ferry sank."))
        assert ran.code == 2
        assert "bad.txt: error: rule wrong-percentage crashed: ZeroDivisionError: no base" in ran.out
        assert "good.txt: error" not in ran.out

    def test_where_it_takes_two_stories_to_crash_the_later_are_named(self, figcheck, story, monkeypatch) -> None:
        def crash(context):
            if len(context.articles) > 1:
                raise ZeroDivisionError("no base")
            return ()

        broken = tuple(replace(rule, check=crash) if rule.code == "FIG302" else rule for rule in RULES)
        monkeypatch.setattr(settings, "RULES", broken)
        ran = figcheck("check", story("a.txt", FINE), story("b.txt", FINE), story("c.txt", FINE))
        assert ran.code == 2
        assert ran.out.count("crashed") == 2
        assert "a.txt: error" not in ran.out
        assert "b.txt: error: rule wrong-percentage crashed" in ran.out

    def test_the_other_rules_still_run(self, figcheck, story) -> None:
        assert "FIG301" in figcheck("check", story("bad.txt", "A cursed ferry.\n\n" + SUM)).out


class TestSelecting:
    def test_select_runs_nothing_else(self, figcheck, story) -> None:
        name = story("draft.txt", SUM + "\n" + REMARK)
        assert "FIG401" not in figcheck("check", "--select", "FIG3", name).out
        assert "FIG301" not in figcheck("check", "--select", "precision", name).out

    def test_ignore(self, figcheck, story) -> None:
        assert figcheck("check", "--ignore", "parts-and-total", story("draft.txt", SUM)).code == 0

    def test_severity(self, figcheck, story) -> None:
        name = story("draft.txt", SUM)
        assert figcheck("check", "--severity", "total=warning", name).code == 0
        assert ": warning: parts-and-total" in figcheck("check", "--severity", "FIG301=warning", name).out

    @pytest.mark.parametrize(
        ("arguments", "hint"),
        [
            (("--select", "parts-and-totl"), "did you mean 'parts-and-total'?"),
            (("--ignore", "FIG999"), "no rule, code or kind is called 'FIG999'"),
            (("--severity", "total=grave"), "error, warning, info or off"),
            (("--severity", "totl=info"), "did you mean 'total'?"),
        ],
    )  # fmt: skip
    def test_a_wrong_name_exits_2_with_the_nearest_right_one(self, figcheck, story, arguments, hint: str) -> None:
        ran = figcheck("check", *arguments, story("draft.txt", SUM))
        assert ran.code == 2
        assert hint in ran.err


class TestStandardInput:
    def test_it_is_read_for_a_dash(self, figcheck) -> None:
        ran = figcheck("check", "-", stdin=SUM.encode())
        assert ran.code == 1
        assert ran.out.startswith("stdin.txt:1:")

    def test_its_name_tells_its_format(self, figcheck) -> None:
        given = json.dumps([{"id": "a", "title": "", "text": SUM}]).encode()
        ran = figcheck("check", "-", "--stdin-filename", "desk/wire.json", stdin=given)
        assert ran.out.startswith("desk/wire.json:1:")


class TestAgainst:
    def test_only_the_draft_is_checked(self, figcheck, story) -> None:
        ran = figcheck("check", story("draft.txt", FINE), "--against", story("archive/old.txt", SUM))
        assert ran.code == 0
        assert "in 1 story" in ran.out
        assert ran.out.splitlines()[-1].startswith("4 numerals")

    def test_the_draft_may_lie_in_the_archive(self, figcheck, story) -> None:
        draft = story("archive/draft.txt", SUM)
        ran = figcheck("check", draft, "--against", "archive")
        assert ran.code == 1
        assert ran.out.count("FIG301") == 1

    def test_an_archive_that_is_not_there(self, figcheck, story) -> None:
        assert figcheck("check", story("draft.txt", FINE), "--against", "gone/").code == 2


class TestManyStories:
    def test_as_many_processes_as_one_likes_same_report(self, figcheck, story) -> None:
        for number in range(5):
            story(f"s/{number}.txt", (SUM, FINE, REMARK)[number % 3])
        one = figcheck("check", "s", "--format", "json")
        three = figcheck("check", "s", "--format", "json", "--jobs", "3")
        assert one == three

    def test_the_order_of_the_paths_plays_no_part(self, figcheck, story) -> None:
        names = [story(f"{n}.txt", text) for n, text in enumerate((SUM, REMARK, FINE))]
        assert figcheck("check", *names).out == figcheck("check", *names[::-1]).out

    def test_a_file_given_twice_is_read_once(self, figcheck, story) -> None:
        name = story("s/a.txt", SUM)
        assert figcheck("check", name, "s", "./s/a.txt").out.count("FIG301") == 1


def test_output_goes_to_a_file(figcheck, story, folder: Path) -> None:
    ran = figcheck("check", "-f", "json", "-o", "report.json", story("draft.txt", SUM))
    assert ran.out == ""
    assert json.loads((folder / "report.json").read_text("utf-8"))["schema"] == 1


def test_output_that_cannot_be_written(figcheck, story) -> None:
    ran = figcheck("check", "-o", "no/such/folder/x", story("draft.txt", SUM))
    assert ran.code == 2
    assert "no/such/folder/x: cannot be written" in ran.err


def test_statistics(figcheck, story) -> None:
    ran = figcheck("check", "--statistics", story("a.txt", SUM), story("b.txt", SUM.replace("12", "11")))
    assert "     2  FIG301  parts-and-total (error)" in ran.out


def test_colour_where_it_is_wanted(figcheck, story, monkeypatch: pytest.MonkeyPatch) -> None:
    name = story("draft.txt", SUM)
    assert "\x1b[" not in figcheck("check", name).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;31merror" in figcheck("check", name).out
    assert "\x1b[" not in figcheck("check", "--no-color", name).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in figcheck("check", name).out


def test_an_article_cannot_write_to_the_terminal(figcheck, story) -> None:
    ran = figcheck(
        "check", story("draft.txt", "Of the 12 dead \x1b]0;owned\x07, 7 were women and 4 men and 2 children.\n")
    )
    assert "\x1b" not in ran.out
    assert "\x07" not in ran.out


def test_what_a_comment_lets_pass_in_one_copy_is_told_of_the_other(figcheck, story) -> None:
    alone = figcheck("check", story("a.md", SUM), story("b.md", SUM))
    assert alone.out.count("parts-and-total (FIG301)") == 1
    comment = "<!-- figcheck: ignore[parts-and-total] reason: counted by hand -->\n"
    ran = figcheck("check", story("a.md", comment + SUM), story("b.md", SUM))
    assert ran.code == 1
    assert ran.out.startswith("b.md:1:")

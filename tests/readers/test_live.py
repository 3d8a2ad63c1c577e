"""Live blogs: each post is a story with its own moment and headline, found again at its place in the file."""

from __future__ import annotations

import json

import pytest

from figcheck import check
from figcheck.readers import read_text

HEAD = "<p>A ferry with 60 people aboard sank off Port Hale.</p><!-- figcheck: ignore[FIG201] reason: ours -->"
POSTS = (
    ("post-3", "2025-07-08T14:05:00+01:00", "Toll rises", "At least 18 people have died, the coast guard said."),
    ("post-2", "2025-07-08T11:30:00+01:00", "", "The coast guard said 12 people had died in the sinking."),
    ("post-1", "2025-07-08T09:10:00+01:00", "Ship down", "The ferry sank at dawn, the coast guard said."),
)


def post(name: str, when: str, title: str, text: str, tag: str = "article") -> str:
    heading = f"<h2>{title}</h2>" if title else ""
    return f'<{tag} id="{name}">{heading}<time datetime="{when}">14:05</time><p>{text}</p></{tag}>'


def page(posts=POSTS, tag: str = "article", head: str = HEAD, extra: str = "") -> str:
    shown = "\n".join(post(*one, tag=tag) for one in posts)
    return (
        '<html lang="en"><head><title>Ferry</title><meta property="og:site_name" content="Cape Post">\n'
        '<meta property="article:published_time" content="2025-07-08T08:00:00+01:00">\n'
        f"</head><body><main><h1>Ferry sinks: live</h1>{head}\n<div>\n{shown}\n</div>{extra}</main></body></html>"
    )


def read(text: str, name: str = "live.html"):
    return read_text(text, name)


class TestHtml:
    @pytest.mark.parametrize("tag", ["article", "section", "li", "div"])
    def test_what_stands_over_the_posts_and_each_post(self, tag: str) -> None:
        head, *posts = read(page(tag=tag))
        assert (head.article.title, head.article.text) == (
            "Ferry sinks: live", "A ferry with 60 people aboard sank off Port Hale.",
        )  # fmt: skip
        assert [(p.article.title, p.article.text) for p in posts] == [(title, text) for _, _, title, text in POSTS]

    def test_each_has_its_own_moment_and_the_blog_s_publisher(self) -> None:
        head, *posts = read(page())
        assert [p.article.published.isoformat() for p in posts] == [when for _, when, _, _ in POSTS]
        assert {p.article.publisher for p in (head, *posts)} == {"Cape Post"}
        assert len({p.article.story for p in (head, *posts)}) == 1
        assert [p.article.id for p in posts] == [f"live.html#{name}" for name, *_ in POSTS]

    def test_places_are_those_of_the_file(self) -> None:
        source = page()
        for story in read(source)[1:]:
            text = story.article.text
            place = story.locate("text", 0)
            assert source.splitlines()[place.line - 1][place.column - 1 :].startswith(text)
            assert story.as_found("text", 0, len(text)) == text

    def test_a_comment_of_the_markup_is_that_of_its_post(self) -> None:
        noted = [(n, w, t, f"{text}<!-- note {n} -->") for n, w, t, text in POSTS]
        head, *posts = read(page(noted))
        assert [[c.text for c in s.comments] for s in posts] == [[f"note {name}"] for name, *_ in POSTS]
        assert [c.text for c in head.comments] == ["figcheck: ignore[FIG201] reason: ours"]

    def test_a_clock_without_a_day_leaves_the_day_of_the_blog(self) -> None:
        stamped = [(n, "", t, text) for n, _, t, text in POSTS]
        posts = read(page(stamped).replace(' datetime=""', ""))[1:]
        assert [str(p.article.published) for p in posts] == ["2025-07-08"] * 3
        assert not any(p.unread for p in posts)

    def test_a_stamp_that_is_none_is_told_and_the_post_read(self) -> None:
        posts = read(page([(POSTS[0][0], "soon", *POSTS[0][2:]), *POSTS[1:]]))[1:]
        assert "'soon' is no date" in posts[0].unread[0].message
        assert posts[0].unread[0].line == 5
        assert posts[0].article.text == POSTS[0][3]

    def test_a_toll_that_rises_from_post_to_post_is_none_to_tell(self) -> None:
        report = check([s.article for s in read(page())])
        assert not [f for f in report if f.kind in {"contradiction", "decreasing", "stale"}]

    def test_a_toll_that_falls_is(self) -> None:
        told = "The coast guard said {} people had died in the sinking of the ferry off Port Hale."
        fallen = [(n, w, t, told.format(toll)) for (n, w, t, _), toll in zip(POSTS, (9, 18, 12))]
        (finding,) = check([s.article for s in read(page(fallen))]).by_rule("falling-toll")
        assert "live.html#post-3" in {e.article for e in finding.evidence}

    def test_two_posts_are_enough_where_the_page_says_that_it_is_live(self) -> None:
        assert len(read(page(POSTS[:2]))) == 1
        assert len(read(page(POSTS[:2]).replace("<main>", '<main class="live-blog">'))) == 3


class TestNoLiveBlog:
    def test_an_article_with_its_stamp(self) -> None:
        text = "<article><header><time datetime='2025-07-08'>8 July</time></header><p>Police held 12 men.</p></article>"
        (story,) = read(text)
        assert story.article.text == "Police held 12 men."

    @pytest.mark.parametrize("name", ["comments", "article-comment-list", "replies", "related-stories", "teasers"])
    def test_what_readers_and_other_stories_say(self, name: str) -> None:
        said = "".join(post(f"c{n}", f"2025-07-09T1{n}:00:00Z", "", f"I think {n} died, and more.") for n in range(5))
        body = "<p>A ferry with 60 people aboard sank off Port Hale.</p>"
        stories = read(f'<main><h1>Ferry sinks</h1>{body}<div class="{name}">{said}</div></main>')
        assert len(stories) == 1

    def test_stamped_boxes_beside_a_long_story(self) -> None:
        story = "".join(f"<p>Paragraph {n} of a story about a ferry that sank off Port Hale.</p>" for n in range(40))
        (read_,) = read(page(head=story))
        assert "Paragraph 39" in read_.article.text

    def test_a_list_of_links(self) -> None:
        links = "".join(
            f"<li><time datetime='2025-07-08T1{n}:00Z'></time><a href='/{n}'>Ferry sinks off Port Hale, {n}</a></li>"
            for n in range(6)
        )
        assert len(read(f"<main><ul>{links}</ul></main>")) == 1


def linked(updates=POSTS, **more) -> dict:
    return {
        "@type": "LiveBlogPosting", "headline": "Ferry sinks: live", "datePublished": "2025-07-08T08:00:00+01:00",
        "publisher": {"name": "Cape Post"}, "url": "https://post.example/live",
        "liveBlogUpdate": [
            {"@type": "BlogPosting", "@id": name, "datePublished": when, "headline": title, "articleBody": text}
            for name, when, title, text in updates
        ],
        **more,
    }  # fmt: skip


class TestLinkedData:
    def test_json(self) -> None:
        source = json.dumps(linked(articleBody="A ferry with 60 people aboard sank."), indent=1)
        head, *posts = read(source, "live.json")
        assert (head.article.title, head.article.text) == ("Ferry sinks: live", "A ferry with 60 people aboard sank.")
        assert [(p.article.title, p.article.text) for p in posts] == [(title, text) for _, _, title, text in POSTS]
        assert [p.article.published.isoformat() for p in posts] == [when for _, when, _, _ in POSTS]
        assert {p.article.story for p in posts} == {"https://post.example/live"}
        for story in posts:
            place = story.locate("text", 0)
            assert story.article.text in source.splitlines()[place.line - 1]

    def test_json_lines(self) -> None:
        stories = read(json.dumps({"text": "Rain."}) + "\n" + json.dumps(linked()) + "\n", "wire.jsonl")
        assert [s.article.title for s in stories] == ["", "Ferry sinks: live", "Toll rises", "", "Ship down"]
        assert {s.locate("text", 0).line for s in stories[2:]} == {2}

    def test_a_blog_without_a_headline_is_its_posts(self) -> None:
        blog = linked()
        del blog["headline"]
        assert len(read(json.dumps(blog), "live.json")) == 3

    def test_an_update_of_no_shape_known_is_told(self) -> None:
        blog = linked()
        blog["liveBlogUpdate"].append("Two sank.")
        stories = read(json.dumps(blog), "live.json")
        assert [u.message for s in stories for u in s.unread] == [
            "an update of the live blog is in no shape known, and was not read"
        ]
        assert len(stories) == 4

    def test_a_stamp_that_is_none_is_told_and_the_post_read(self) -> None:
        stories = read(json.dumps(linked([(POSTS[0][0], "soon", *POSTS[0][2:])])), "live.json")
        assert "'soon' is no date" in stories[1].unread[0].message
        assert str(stories[1].article.published) == "2025-07-08"

    def test_a_page_that_shows_none_of_its_posts(self) -> None:
        source = f'<script type="application/ld+json">{json.dumps(linked())}</script><main>{HEAD}</main>'
        head, *posts = read(f"<html><body>{source}</body></html>")
        assert head.article.text == "A ferry with 60 people aboard sank off Port Hale."
        assert [p.article.text for p in posts] == [text for *_, text in POSTS]
        assert posts[0].locate("text", 0).line == 1

    def test_a_page_that_shows_them_is_read_once(self) -> None:
        shown = "".join(f"<p>{text}</p>" for *_, text in POSTS)
        source = f'<script type="application/ld+json">{json.dumps(linked())}</script><main>{shown}</main>'
        (story,) = read(f"<html><body>{source}</body></html>")
        assert story.article.text == "\n\n".join(text for *_, text in POSTS)

    def test_stamped_posts_win_over_linked_data(self) -> None:
        script = f'<script type="application/ld+json">{json.dumps(linked(POSTS[:1]))}</script>'
        stories = read(page().replace("<head>", f"<head>{script}"))
        assert len(stories) == 4


@pytest.mark.parametrize("shape", ["<div>{}</div>", "<div><time datetime='2025-07-08'>", "<article>", "<time>"])
def test_many_of_one_thing_take_no_longer_than_they_are(shape: str) -> None:
    text = shape.format("<time datetime='2025-07-08'>8</time><p>Twelve men were held by police.</p>") * 20_000
    assert read(f"<main>{text}</main>")

"""Two stories that contradict each other, and one whose parts do not add up, as files."""

from __future__ import annotations

from pathlib import Path

import pytest

from figcheck import Report, check
from figcheck.readers import Loaded, read_path

STORIES = {
    "day one.txt": "---\npublished: 2024-11-13\npublisher: North Wire\n---\n"
    "Tuesday's earthquake in the Selmo valley has killed 648 people, the civil protection agency said on Wednesday.\n",
    "day two.txt": "---\npublished: 2024-11-15\npublisher: North Wire\n---\n"
    "Tuesday's earthquake in the Selmo valley has killed 584 people, the civil protection agency said on Friday.\n",
    "sum.txt": "Eleven held at port\n\n"
    "Rain fell.\n\n"
    "Of the 12 dead, 7 were women, 4 were children\nand 2 were men, police said: 50% of a %0A::error::x.\n",
}


@pytest.fixture(scope="session")
def stories(tmp_path_factory: pytest.TempPathFactory) -> list[Loaded]:
    folder = tmp_path_factory.mktemp("stories")
    loaded = []
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name, text in STORIES.items():
            Path(name).write_text(text, "utf-8")
            loaded += read_path(name)
    return loaded


@pytest.fixture(scope="session")
def report(stories: list[Loaded]) -> Report:
    made = check([story.article for story in stories])
    assert {"FIG104", "FIG301"} <= {f.code for f in made}
    return made

"""Text that is plainly not English is refused, story by story; English of every kind, and mixed text, is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck import Article, Settings, check
from figcheck.language import refusal
from figcheck.readers import SUFFIXES, read_path
from figcheck.testing import stories

ROOT = Path(__file__).parents[1]
FOREIGN = {
    "French": "Un bateau a coulé au large du port mardi soir, et au moins 12 personnes sont mortes, selon la police. "
    "Les secours cherchaient encore des survivants dans les eaux froides mercredi matin.",
    "Spanish": "Un barco se hundió frente al puerto el martes por la noche y al menos 12 personas murieron, según la "
    "policía. Los equipos de rescate seguían buscando a los supervivientes en el agua fría.",
    "German": "Vor dem Hafen ist am Dienstagabend ein Schiff gesunken, und mindestens 12 Menschen sind dabei ums Leben "
    "gekommen, wie die Polizei mitteilte. Die Helfer suchten auch am Mittwoch noch nach Überlebenden.",
    "Italian": "Una nave è affondata davanti al porto martedì sera e almeno 12 persone sono morte, dice la polizia. "
    "I soccorritori cercavano ancora i superstiti nelle acque fredde della baia.",
    "Portuguese": "Um navio afundou perto do porto na noite de terça-feira e pelo menos 12 pessoas morreram, disse a "
    "polícia. As equipes de resgate ainda procuravam sobreviventes nas águas frias da baía.",
    "Dutch": "Voor de haven is dinsdagavond een schip gezonken, waarbij zeker 12 mensen om het leven kwamen, zei de "
    "politie. De hulpdiensten zochten woensdag nog altijd naar overlevenden in het koude water van de baai.",
    "Danish": "Et skib sank ud for havnen tirsdag aften, og mindst 12 mennesker mistede livet, oplyser politiet. "
    "Redningsfolk ledte stadig efter overlevende i det kolde vand onsdag morgen.",
    "Polish": "We wtorek wieczorem niedaleko portu zatonął statek i zginęło co najmniej 12 osób, podała policja. "
    "Ratownicy nadal szukali w zimnej wodzie ludzi, którzy przeżyli katastrofę sprzed kilku godzin.",
    "Turkish": "Salı akşamı limanın açıklarında bir gemi battı ve en az 12 kişi hayatını kaybetti, polis açıkladı. "
    "Kurtarma ekipleri soğuk sularda hayatta kalanları aramaya çarşamba sabahı da devam ediyordu.",
    "Indonesian": "Sebuah kapal tenggelam di dekat pelabuhan pada malam hari dan sedikitnya 12 orang meninggal dunia, "
    "kata polisi. Tim penyelamat masih mencari korban yang selamat di perairan yang dingin.",
    "Swahili": "Meli ilizama karibu na bandari usiku na watu wasiopungua 12 walifariki dunia, polisi walisema. "
    "Waokoaji walikuwa bado wanatafuta manusura katika maji baridi ya ghuba asubuhi iliyofuata baada ya ajali hiyo.",
    "Finnish": "Laiva upposi sataman edustalla tiistai-iltana ja ainakin 12 ihmistä kuoli, poliisi kertoi. Pelastajat "
    "etsivät eloonjääneitä kylmästä vedestä vielä keskiviikkona, ja viranomaiset tutkivat onnettomuuden syytä.",
    "Russian": "Во вторник вечером недалеко от порта затонуло судно, погибли не менее 12 человек, сообщила полиция.",
    "Greek": "Ένα πλοίο βυθίστηκε ανοιχτά του λιμανιού το βράδυ και τουλάχιστον 12 άνθρωποι σκοτώθηκαν.",
    "Arabic": "غرقت سفينة قبالة الميناء مساء الثلاثاء وقتل ما لا يقل عن 12 شخصا حسبما أعلنت الشرطة.",
    "Hebrew": "ספינה טבעה סמוך לנמל ביום שלישי בערב ולפחות 12 בני אדם נהרגו, כך מסרה המשטרה.",
    "Chinese": "警方说，星期二晚上一艘船在港口附近沉没，至少有12人死亡，救援人员星期三上午仍在寒冷的水中寻找幸存者。",
    "Japanese": "警察によると、火曜日の夜に港の沖で船が沈没し、少なくとも12人が死亡した。救助隊は生存者を捜している。",
    "Vietnamese": "Một chiếc tàu đã chìm gần cảng vào tối hôm qua và ít nhất 12 người đã thiệt mạng. "
    "Lực lượng cứu hộ vẫn đang tìm kiếm những người sống sót trong dòng nước lạnh.",
    "Hindi": "पुलिस ने कहा कि मंगलवार की रात बंदरगाह के पास एक जहाज डूब गया और कम से कम 12 लोग मारे गए।",
}
ENGLISH = {
    "a sentence": "Twelve died.",
    "nothing": "",
    "digits": "12 14 16 18 20 22 24 26 28 30",
    "a headline": "Ferry sinks off Port Hale, 12 dead",
    "names": ", ".join(["Jean-Luc de la Cruz", "María Ángeles Ortiz", "Søren Kierkegaard", "Nguyễn Văn An"] * 12),
    "a table": "\n".join(f"Orlec\t{n}\t{n * 3}\nBad Königsfeld\t{n}\t7" for n in range(40)),
    "a list of things": "flour, sugar, butter, apples, pears, plums, walnuts, cinnamon, cloves, honey, oats, barley, "
    "rye, yeast, malt, hops, salt, pepper, thyme, sage, basil, garlic, onions, leeks, carrots, beets, turnips",
    "capitals": "UN BATEAU A COULE AU LARGE DU PORT MARDI SOIR ET DOUZE PERSONNES SONT MORTES SELON LA POLICE LOCALE",
    "telegrams": "Ferry sank Tuesday night off Port Hale. Twelve dead, forty missing, rescue crews searching water. "
    "Coast guard says captain held. Weather worsening, winds rising, search resumes dawn. Families gathering pier.",
    "a foreign quotation": "The minister said in the parliament on Monday: «Un bateau a coulé au large du port mardi, "
    "et au moins douze personnes sont mortes.» She added that the search had ended and that the ship was not found.",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language_is_refused(language: str) -> None:
    report = check(
        [Article(id="strange", text=FOREIGN[language]), Article(id="plain", text="The fire killed 12 people.")]
    )
    assert [(p.kind, p.file) for p in report.problems] == [("unreadable", "strange")]
    assert "English" in report.problems[0].message
    assert report.articles == ("plain",)
    assert not report.complete


@pytest.mark.parametrize("language", FOREIGN)
def test_unless_the_settings_say_otherwise(language: str) -> None:
    report = check(FOREIGN[language], Settings(check_language=False))
    assert report.complete
    assert report.articles == ("text-1",)


@pytest.mark.parametrize("kind", ENGLISH)
def test_english_of_every_kind_is_read(kind: str) -> None:
    assert refusal(Article(id="a", text=ENGLISH[kind])) is None


@pytest.mark.parametrize("language", FOREIGN)
def test_a_mixed_text_is_read(language: str) -> None:
    english = (
        "The police said on Tuesday that the ferry had sunk in the bay and that they had found twelve of the dead. "
    )
    assert refusal(Article(id="a", text=english * 2 + FOREIGN[language])) is None
    long = f"{FOREIGN[language]}\n\n" * 200 + english * 40 + f"\n\n{FOREIGN[language]}" * 10
    assert refusal(Article(id="a", text=long)) is None


def test_every_english_file_of_the_project_is_read() -> None:
    files = [p for p in (ROOT / "seeds" / "articles").rglob("*") if p.suffix in SUFFIXES]
    files += [*(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "CHANGELOG.md"]
    assert len(files) > 60
    assert not [p for p in files if any(refusal(story.article) for story in read_path(p))]


@given(stories())
def test_made_stories_are_read(story) -> None:
    assert refusal(Article(id="a", title=story.article.title, text=story.article.text)) is None


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert refusal(Article(id="a", text=text)) is None or len(text) >= 30


def test_it_takes_no_longer_for_a_long_text() -> None:
    text = FOREIGN["French"] * 50_000
    assert refusal(Article(id="a", text=text)) is not None

"""Who says what in one sentence: each cue with its source and the words it covers."""

from __future__ import annotations

from dataclasses import dataclass

from figcheck.attribution.frame import BREAK, DASH, QUOTE, Frame
from figcheck.attribution.kinds import is_outlet
from figcheck.attribution.lexicon import Cue
from figcheck.attribution.sources import _participle, after, before, contracted

__all__ = ["Event", "events"]


@dataclass(slots=True)
class Event:
    """A cue at words `cue`, its source at words `source`, and the word ranges that it covers."""

    cls: str
    cue: tuple[int, int]
    source: tuple[int, int] | None
    covers: list[tuple[int, int]]
    post: bool = False
    via: tuple[int, int] | None = None
    tag: str = ""
    frame: str = "clause"
    start: int = 0

    def reaches(self, i: int) -> bool:
        """Whether word i is covered."""
        return any(a <= i < b for a, b in self.covers)


def events(f: Frame) -> list[Event]:
    """The events of a sentence in the order of their cues; cues inside quotations play no part."""
    found: list[Event] = []
    words, lex, quoted = f.words, f.lex, f.quoted
    verbs = lex.verbs
    phrases = lex.phrases
    skip = 0
    triggers = lex.triggers
    if triggers.isdisjoint(words):
        return found
    for i in [i for i, w in enumerate(words) if w in triggers]:
        w = words[i]
        if i < skip or (quoted is not None and quoted[i]):
            continue
        cue = verbs.get(w)
        if cue is not None:
            if i and f.capital(i) and words[i - 1] not in QUOTE and not f.headline:
                continue
            if w in phrases and i + 1 < f.n and words[i + 1] in phrases[w] and words[i - 1] not in ("percentage", "basis"):
                cue = phrases[w][words[i + 1]]
            e = _verb(f, i, cue, found)
            if e is None and (w in lex.told or w in lex.asked):
                e = _nominal(f, i)
        elif w in phrases and i + 1 < f.n and words[i + 1] in phrases[w] and words[i - 1] not in ("percentage", "basis") and not words[i - 1][:1].isdigit():
            e = _verb(f, i, phrases[w][words[i + 1]], found)
        elif w == "according" and i + 1 < f.n and words[i + 1] == "to":
            e = _according(f, i)
            skip = e.source[1] if e is not None and e.source is not None else 0
        elif w == "per":
            e = _per(f, i)
        elif w == ":" or w in DASH:
            e = (_colon(f, i) if w == ":" else None) or _trailing(f, i)
        elif w in lex.told or w in lex.asked:
            e = _nominal(f, i)
        else:
            continue
        if e is not None:
            found.append(e)
    _cited(f, found)
    for g in found:
        k = g.start - 1
        if k > 0 and words[k] == ";" and not g.post:
            for e in found:
                if e.cue[0] < k and e.covers and e.covers[-1][0] <= k < e.covers[-1][1]:
                    e.covers[-1] = (e.covers[-1][0], k)
        k = g.start - 2
        if k > 0 and words[k] == "," and words[k + 1] in _COORDINATE and not g.post:
            for e in found:
                if e.cue[0] < k and e.covers:
                    a, b = e.covers[-1]
                    if a <= k < b:
                        e.covers[-1] = (a, k)
    return found


def _cited(f: Frame, found: list[Event]) -> None:
    """"Reuters said, citing the governor": what an outlet tells in another's name is the other's."""
    for c in found:
        if f.words[c.cue[0]] != "citing" or c.source is None:
            continue
        told = after(f, c.cue[1])
        source = f.sentence.part.text[slice(*f.span(*c.source))]
        if told is None or not is_outlet(source):
            continue
        for e in found:
            if e is not c and e.source == c.source:
                e.via, e.source = e.source, told
        c.via, c.source = c.source, told


_COORDINATE = frozenset("and but while though although whereas when as".split())


def _verb(f: Frame, i: int, cue: Cue, found: list[Event]) -> Event | None:
    words, lex = f.words, f.lex
    prev = words[i - 1] if i else ""
    if (prev in _NOUN_BEFORE and not (prev == "'s" and f.possessed(i - 1) and cue.form != "base")) or (prev in lex.determiner and prev not in _PRONOMINAL):
        return None
    if prev in _PRONOMINAL and prev not in ("this", "that", "these", "those") and cue.lemma in lex.also_noun and cue.form in ("base", "s") and prev not in ("some", "many", "most", "others", "both", "all"):
        return None
    if cue.frame == "strict" and not _speech(f, i):
        return None
    if prev == "that" and i <= 2 and words[i + 1 : i + 2] == [","]:
        return None
    j = i - 1
    passive = False
    while j >= 0:
        w = words[j]
        if w in lex.be or w in ("been", "being"):
            if w == "'s" and not f.possessed(j):
                break
            passive = True
        elif (k := f.timed(j)) <= j:
            j = k
        elif not (w in lex.auxiliary or f.adverb(j) or (w in ("more", "most", "less") and f.adverb(j + 1))):
            break
        j -= 1
    passive = cue.form in ("past", "participle") and (passive or (j == i - 1 and i + 1 < f.n and words[i + 1] == "by" and cue.lemma not in _ISSUING) or prev == "as")
    if j > 1 and words[j] == "to" and words[j - 1] in _READY:
        j -= 2
        while j >= 0 and (words[j] in lex.be or words[j] in lex.auxiliary or words[j] in ("went", "goes", "go") or f.adverb(j)):
            j -= 1
        passive = False
    if j >= 0 and (words[j] == "to" or (words[j] == "'s" and not f.possessed(j))):
        return None
    if cue.lemma == "quote" and prev == "was":
        return None
    if passive:
        return _passive(f, i, cue)
    shared = j < 0 or words[j] in lex.coordinator or (words[j] in BREAK and words[j] not in QUOTE and words[j] != ")")
    quoted = j >= 0 and j == i - 1 and (words[j] in QUOTE or (f.quoted is not None and f.quoted[j]))
    if quoted:
        inverted = _inverted(f, i, j, cue)
        if inverted is not None:
            return inverted
    subject = None
    if not _means(f, i, cue):
        return None
    if cue.form == "ing" and not (j < i - 1 and any(w in lex.be for w in words[j + 1 : i])):
        if cue.lemma == "rule" or (cue.lemma == "demand" and j < i - 1):
            return None
        if cue.lemma in ("find", "report", "offer") and not shared and prev not in lex.body:
            return None
        if shared:
            return _continued(f, i, cue, found)
        if prev in lex.preposition:
            near = _clause_subject(f, i, cue)
            return near or _continued(f, i, cue, found) if prev in ("by", "in", "without", "before", "after", "while") else None
        if prev in lex.writing and cue.frame in ("clause", "show", "strict"):
            return _main_subject(f, i, cue)
        subject = before(f, j)
        if subject is None:
            return None
        if not shared and cue.frame != "noun" and not lex.writing.isdisjoint(words[subject[0] : subject[1]]):
            return _main_subject(f, i, cue) or _place(f, i, cue, subject[:2], subject[2])
        if words[subject[0]] == "with":
            subject = subject[0] + 1, subject[1], subject[2]
        elif prev not in lex.body and not _speech(f, i):
            return None
    if subject is None:
        subject = before(f, j)
    if subject is not None and not _subject(f, i, j, cue, subject[0], subject[1]):
        return None
    if subject is None and not quoted:
        inverted = _inverted(f, i, j, cue)
        if inverted is not None:
            return inverted
    if subject is None:
        return _continued(f, i, cue, found) if shared and cue.form != "base" else None
    a, b, start = subject
    if cue.lemma == "quote" and cue.form != "ing":
        told = after(f, i + 1)
        if told is not None and "as" in words[told[1] : told[1] + 1]:
            return Event(cue.cls, (i, i + 1), told, [(told[1], _content_end(f, told[1]))], tag="quoted", via=(a, b), start=start)
    event = _place(f, i, cue, (a, b), start, found)
    if event is not None:
        event.frame = cue.frame
        event.start = start
    return event


_ISSUING = frozenset("say tell release publish issue detail describe call".split())
_READY = frozenset("quick fast eager keen happy proud careful on glad wont".split())
_AT = frozenset("closer close at between above over below near around ahead behind percent % points up down under about somewhere within".split())


def _means(f: Frame, i: int, cue: Cue) -> bool:
    """Whether a verb of many meanings has the one that tells: "put the toll at 30", not "put 30 into a fund"."""
    nxt = f.words[i + 1 : i + 22]
    if cue.lemma == "put":
        return not _AT.isdisjoint(nxt) and "into" not in nxt[:6]
    if cue.lemma == "add":
        after_it = nxt[:1]
        if not QUOTE.isdisjoint(f.words[max(0, i - 6) : i]):
            return True
        return not after_it or not (after_it[0][0].isdigit() or after_it[0] in ("to", "about", "around", "more", "up", "less", "nearly", "another")) or any(f.words[i - 1 : i]) and f.words[i - 1] in _SUBJECTS
    if cue.lemma == "rank":
        return not (nxt and nxt[0] in ("first", "second", "third", "fourth", "fifth", "among", "as", "in", "at", "no", "higher", "lower"))
    if cue.lemma == "mention":
        return not (nxt and nxt[0] == "as")
    return True


_NOUN_BEFORE = frozenset("'s to an a the more no percent % his my its their our your".split())
_PRONOMINAL = frozenset("this that all both some many most each few several one another others those these".split())
_PLURALS = frozenset("data people police some many most few several both all others those these they we i you who that which".split())
_COUNTED = frozenset("one two three four five six seven eight nine".split())
_PARTS = frozenset("three-quarters two-thirds one-third one-quarter percent % half thirds quarters majority majorities plurality fifths tenths".split())


_ADJECTIVES = frozenset("large small new old current recent former previous early latest big major key great high low first own main final initial early nearly overall total".split())
_RELATIVE = frozenset(["who", "which", "that"])
_SUBJECTS = frozenset("he she they it we i you who which".split())
_NAMING = frozenset(["call", "name", "dub"])


_ASKED = frozenset("how why whether if what where when".split())


def _speech(f: Frame, i: int) -> bool:
    """Whether a quotation, a colon or "that" stands beside the verb at i."""
    words = f.words
    p = f.next_break(i + 1)
    if "that" in words[i + 1 : min(p, i + 3)] or (words[i] in ("ask", "asks", "asked", "asking") and not _ASKED.isdisjoint(words[i + 1 : i + 3])) or (p < f.n and words[p] in (":", '"', "''", "``")):
        return True
    if p + 1 < f.n and words[p] == "," and words[p + 1] in QUOTE:
        return True
    return f.quoted is not None and any(f.quoted[max(0, i - 8) : i]) and p - i < 12


def _subject(f: Frame, i: int, j: int, cue: Cue, a: int, b: int) -> bool:
    """Whether words a..b can be the subject of the verb at i: they agree, and are no share of those asked."""
    words, lex = f.words, f.lex
    first, last = words[a], contracted(words[b - 1])
    if first in lex.preposition and first not in ("some", "like"):
        return False
    if any(w in _PARTS for w in words[a : min(b, a + 6)]):
        return False
    if last in ("worth", "clear", "anyone", "someone", "everyone") and cue.form == "ing":
        return False
    if cue.lemma == "rule" and cue.form in ("base", "s"):
        return False
    if last in ("most", "more") and b > a + 1 or (first.endswith("ing") and b == a + 1 and not f.capital(a)) or last in ("a", "an", "the", "his", "her", "its", "their"):
        return False
    if any(words[k] == "in" and words[k + 1][0].isdigit() and words[k - 1] in _COUNTED for k in range(a + 1, b - 1)):
        return False
    if (last in _ADJECTIVES and (b - a < 3 or words[b - 2] in lex.determiner)) or first in ("not", "been", "being") or (f.finite(a) and not first.endswith("ed")) or (first.endswith("ing") and b > a + 1 and words[a + 1] in lex.determiner):
        return False
    if first in _RELATIVE and b == a + 1 and cue.frame == "noun":
        return False
    if cue.lemma in _NAMING and cue.form == "past" and j == i - 1 and i + 1 < f.n and (f.capital(i + 1) or words[i + 1] in QUOTE) and last not in _RELATIVE and (first in ("a", "an", "another") or (a > 0 and words[a - 1] in (",", "of"))):
        return False
    if cue.lemma in lex.also_noun and cue.form in ("base", "s") and j == i - 1 and last not in _SUBJECTS and not (last == "that" and a > 0 and words[a - 1] not in BREAK):
        nxt = words[i + 1] if i + 1 < f.n else "."
        if nxt in (",", ".", ")") and not (a > 0 and words[a - 1] in BREAK):
            return False
        if (nxt in ("of", "by", "for", "on", "from", "with", "to", "as") and b > a + 1 and cue.frame != "noun") or nxt in lex.coordinator or nxt in lex.past or nxt in lex.be or nxt in lex.auxiliary or (first in ("this", "that", "those", "these") and b == a + 1):
            return False
    if (last[0].isdigit() and b - a < 3) or (b - a == 1 and (last in lex.determiner and last not in _PRONOMINAL)):
        return False
    helped = j < i - 1 and any(w in lex.auxiliary for w in words[j + 1 : i])
    if cue.form == "base" and not helped:
        return last in _PLURALS or (last.endswith("s") and not last.endswith("ss")) or "and" in words[a:b] or any(words[k] in _PLURALS or words[k].endswith("s") for k in range(a, b) if k + 1 < b and words[k + 1] in lex.preposition or words[k + 1 : k + 2] == ["who"])
    if cue.form == "s" and not helped:
        return last not in ("they", "we", "i", "you", "people") and not (last.endswith("s") and not last.endswith("ss") and not f.capital(b - 1) and not any(w in lex.preposition for w in words[a:b]) and last not in _SINGULAR_S)
    return True


_SINGULAR_S = frozenset("news times press congress us u.s. analysis census business politics series united corps this".split())


def _place(f: Frame, i: int, cue: Cue, source: tuple[int, int], start: int, found: list[Event] | None = None) -> Event | None:
    """What a verb covers whose source stands before it."""
    words, n = f.words, f.n
    a = source[0]
    end = n
    p = f.next_break(i + 1)
    left = a > 0 and (words[a - 1] in BREAK)
    prefix_ok = left and a > 1 and words[a] not in _RELATIVE
    tail = cue.frame != "noun" and _tail(f, i + 1, p, cue)
    if prefix_ok and (words[a - 1] in QUOTE or words[a - 1] == "," and words[a - 2] in QUOTE) and cue.frame != "noun" and not (found and not tail and any(e.reaches(a - 2) and not e.post for e in found)):
        covers = [(_left_start(f, a), a)] + [r for r in f.ranges if r[0] > i]
        return Event(cue.cls, (i, i + 1), source, covers, post=True, tag="post-q")
    if tail and (p >= n or (words[p] not in QUOTE and not (p + 1 < n and words[p + 1] in QUOTE and words[p] in ",:"))):
        said_before = prefix_ok and f.clause(0, a - 1)
        ends = p >= n or words[p] in ".!?;)"
        if said_before or (not ends and prefix_ok):
            covers = [(_left_start(f, a), a)]
            if not ends and _goes_on(f, p, said_before, a):
                covers.append((p + 1, n))
            return Event(cue.cls, (i, i + 1), source, covers, post=True, tag="post-medial" if not ends else "post")
        if ends and prefix_ok:
            return Event(cue.cls, (i, i + 1), source, [(0, a)], post=True, tag="post-noclause")
    if start and words[start - 1] == "as" and tail and p < n - 1 and (start == 1 or words[start - 2] in BREAK):
        return Event(cue.cls, (i, i + 1), source, [(0, start - 1), (p, n)], tag="as")
    end = _right_end(f, i, a, start, cue.frame == "noun")
    covers = [(_content_start(f, i, cue), end)]
    if end < n - 2 and words[end] == "," and words[end + 1] in _ASIDE and cue.frame != "noun":
        again = _resumes(f, end + 1, quote=True)
        if again < n and not any(words[m] == "," and words[m + 1] in _COORDINATE for m in range(i, end)):
            covers.append((again, n))
    return Event(cue.cls, (i, i + 1), source, covers, tag="pre-that" if i + 1 < n and words[i + 1] == "that" else "pre-np" if i + 1 < n and (words[i + 1] in f.lex.determiner or words[i+1].isdigit()) else "pre")


_SPAN = frozenset("minutes hours days weeks months years decades minute hour day week month year decade".split())


def _content_start(f: Frame, i: int, cue: Cue) -> int:
    """Where what was said starts: after whom it was told to, and after "two days later"."""
    words = f.words
    if cue.lemma in ("tell", "inform", "remind", "notify") and "that" in words[i + 2 : i + 14]:
        return words.index("that", i + 2)
    if words[i + 2 : i + 3] and words[i + 2] in _SPAN and words[i + 3 : i + 4] and words[i + 3] in ("ago", "later", "earlier", "after", "before"):
        return i + 4
    return i + 1


def _left_start(f: Frame, a: int) -> int:
    words = f.words
    k = a - 2
    closed = False
    while k > 0 and words[k] != ";":
        if words[k] == ")":
            closed = True
        elif words[k] == "(":
            if not closed:
                return k + 1
            closed = False
        k -= 1
    return 0 if k <= 0 or words[k + 1] == "and" else k + 1


def _goes_on(f: Frame, p: int, said: bool, a: int) -> bool:
    """Whether what follows the comma p after "X said" is still what X said."""
    words = f.words
    nxt = words[p + 1] if p + 1 < f.n else ""
    if nxt in QUOTE:
        return True
    if f.quoted is not None and a >= 2 and f.quoted[a - 1]:
        return False
    return True


def _tail(f: Frame, i: int, p: int, cue: Cue) -> bool:
    """Whether words i..p only say when, where or to whom it was said."""
    if i >= p:
        return True
    words, lex = f.words, f.lex
    w = words[i]
    if cue.lemma in ("tell", "inform", "notify", "remind", "assure"):
        return "that" not in words[i:p] and not f.clause(i, p)
    if w in lex.day or w in lex.tail or f.adverb(i):
        return not f.clause(i, p) or w in ("as", "when", "while", "after", "before")
    if w != "to" or cue.lemma in _INFINITIVE or i + 1 >= p:
        return False
    return (words[i + 1] in lex.determiner or f.capital(i + 1) or words[i + 1] in ("him", "them", "us", "me", "reporters", "journalists", "lawmakers")) and not f.clause(i, p)


def _right_end(f: Frame, i: int, a: int, start: int, noun: bool) -> int:
    """Where what follows a verb stops being covered."""
    words, n, lex = f.words, f.n, f.lex
    opener = words[start - 1] if start > 0 else ""
    first = words[a]
    k = i + 1
    if first in ("who", "which") and a > 0 and words[a - 1] == ",":
        return _resumes(f, k)
    lead = words[start] if start < n else ""
    if opener in _SUBORDINATE and (start == 1 or words[start - 2] in BREAK):
        lead, opener = opener, ","
    if lead in ("while", "although", "though", "when", "if", "since", "because", "as", "after", "before", "whereas", "once", "until") and (start == 0 or opener in BREAK):
        while k < n and words[k] != ",":
            k += 1
        return k
    if opener == "(":
        while k < n and words[k] != ")":
            k += 1
        return k
    end = _content_end(f, k)
    if noun:
        for i in range(k + 1, end):
            if words[i] in ("after", "while", "when", "because", "although", "though", "since") or (words[i] == "," and (words[i + 1] == "but" or words[i + 1].endswith("ing"))):
                return i
    return end


_SUBORDINATE = frozenset("while although though when if since because as after before whereas once until".split())


def _content_end(f: Frame, k: int) -> int:
    """Where the content that starts at k ends: at an aside of the writer's, else with the sentence."""
    words, n, quoted = f.words, f.n, f.quoted
    dash = 0
    for i in range(k + 1, n - 1):
        w = words[i]
        if quoted is not None and quoted[i]:
            continue
        if w == "," and words[i + 1] in _ASIDE:
            return i
        if w in DASH:
            if not any(x in DASH for x in words[i + 1 :]):
                return i
            dash += 1
            if dash == 1:
                continue
            return n
    return n


_ASIDE = frozenset(["which", "who", "whose", "where"])


def _resumes(f: Frame, k: int, quote: bool = False) -> int:
    """The comma after which the main clause goes on with its verb."""
    words, n = f.words, f.n
    while k < n - 1:
        if words[k] == "," and (f.finite(k + 1) or (quote and words[k + 1] in QUOTE) or (f.adverb(k + 1) and k + 2 < n and f.finite(k + 2))):
            return k
        k += 1
    return n


_INFINITIVE = frozenset("vow pledge promise threaten swear agree refuse plan want hope seek ask offer claim propose expect".split())
_INVERTING = frozenset(
    "say write add note ask reply respond explain continue recall declare announce conclude observe tweet warn report argue insist state "
    "quip joke remark comment tell counter acknowledge admit caution complain suggest predict shout yell lament muse offer counter agree "
    "claim assert contend estimate".split()
)


def _inverted(f: Frame, i: int, j: int, cue: Cue) -> Event | None:
    """'"…," said X' and ', said X,'."""
    words = f.words
    if j != i - 1 or j < 0 or cue.lemma not in _INVERTING or cue.form not in ("past", "s", "base"):
        return None
    quote = words[j] in QUOTE or (f.quoted is not None and f.quoted[j])
    if not quote and words[j] != "," and words[j] not in DASH:
        return None
    found = after(f, i + 1, verb=True)
    if found is None:
        return None
    a, b = found
    if words[a] == "that":
        return None
    if not quote and ((b < f.n and f.finite(b)) or words[a] in f.lex.day or f.adverb(a) or not f.clause(0, j)):
        return None
    covers = [(_left_start(f, i), i)] + [r for r in f.ranges if r[0] >= b]
    p = f.next_break(b)
    if not quote and p < f.n and words[p] == "," and not f.clause(0, j):
        covers.append((p + 1, f.n))
    return Event(cue.cls, (i, i + 1), (a, b), covers, post=True, tag="inverted-q" if quote else "inverted")


def _passive(f: Frame, i: int, cue: Cue) -> Event | None:
    """"N deaths were reported by X"; with nobody named it is hearsay."""
    words = f.words
    for k in range(i + 1, min(i + 6, f.n)):
        if words[k] == "by":
            found = after(f, k + 1)
            if found is not None:
                covers = [(0, i)]
                if words[i - 1] == "as":
                    covers.append((found[1], f.n))
                return Event(cue.cls, (i, i + 1), found, covers, post=True, tag="passive", frame="noun" if words[i - 1] != "as" else "clause")
        if words[k] in BREAK:
            break
    return None


def _continued(f: Frame, i: int, cue: Cue, found: list[Event]) -> Event | None:
    """"X said …, adding that …": the source of the event before."""
    if not found or found[-1].source is None:
        return _main_subject(f, i, cue)
    return Event(cue.cls, (i, i + 1), found[-1].source, [(i + 1, f.n)], tag="shared-" + cue.form)


def _attributed(f: Frame, k: int) -> bool:
    """Whether the -ed word at k stands before its noun: "a proposed tax"."""
    prev = f.words[k - 1] if k else ""
    return prev in f.lex.determiner or prev in f.lex.preposition or prev == "'s" or not prev


def _clause_subject(f: Frame, i: int, cue: Cue) -> Event | None:
    """The subject of the nearest verb before it in its clause: "X won over crowds by promising …"."""
    words = f.words
    for k in range(i - 2, 0, -1):
        if words[k] in BREAK or words[k] in f.lex.subordinator or words[k] == "that":
            return None
        if f.finite(k) and not _attributed(f, k):
            j = k - 1
            while j > 0 and (words[j] in f.lex.auxiliary or words[j] in f.lex.be or f.adverb(j)):
                j -= 1
            subject = before(f, j)
            if subject is None or not _subject(f, k, k - 1, _PLAIN, *subject[:2]):
                return None
            return Event(cue.cls, (i, i + 1), subject[:2], [(i + 1, _content_end(f, i + 1))], tag="clause-subject")
    return None


_PLAIN = Cue("do", "report", "clause", "past")


def _main_subject(f: Frame, i: int, cue: Cue) -> Event | None:
    """A participle with no event before it: "X went to court, arguing …"."""
    words = f.words
    first = 0
    if words[0] in f.lex.subordinator and "," in words[:i]:
        first = words.index(",") + 1
    for k in range(first, i - 1):
        if (f.finite(k) or (words[k].endswith("s") and k and not f.capital(k) and words[k + 1] in f.lex.determiner and words[k][-2:] != "ss")) and not _attributed(f, k):
            j = k - 1
            while j > 0 and (words[j] in f.lex.auxiliary or f.adverb(j)):
                j -= 1
            subject = before(f, j)
            if subject is None or not _subject(f, k, k - 1, _PLAIN, *subject[:2]):
                return None
            return Event(cue.cls, (i, i + 1), subject[:2], [(i + 1, f.n)], tag="main-subject")
        if f.quoted is not None and f.quoted[k]:
            return None
    return None


def _according(f: Frame, i: int) -> Event | None:
    """"according to X": what stands before it in its clause; all that follows where it opens the clause."""
    words, n = f.words, f.n
    found = after(f, i + 2)
    if found is None:
        return None
    b = found[1]
    p = f.next_break(b)
    opens = i == 0 or (words[i - 1] in f.lex.coordinator) or (words[i - 1] in BREAK and words[i - 1] != "," and words[i - 1] not in QUOTE)
    left = _left_start(f, i)
    if opens or not f.clause(left, i - 1):
        return Event("report", (i, i + 2), found, [(left, i), (p, n)], tag="acc-open")
    return Event("report", (i, i + 2), found, [(left, i)], post=True, tag="acc")


def _colon(f: Frame, i: int) -> Event | None:
    """"X: content" at the start, and "content: X" at the end of a headline."""
    words, n, lex = f.words, f.n, f.lex
    if i + 1 < n and i and words[i + 1] in QUOTE:
        k = i - 1
        if words[k] == ")" and "(" in words[:k]:
            k = words.index("(") - 1
        while k >= 0 and (words[k] not in BREAK):
            k -= 1
        if words[k + 1 : k + 3] == ["more", "from"]:
            k += 2
        if k + 1 < i <= k + 9 and not f.clause(k + 1, i) and words[k + 1] not in lex.preposition and f.capital(k + 1):
            return Event("report", (i, i + 1), (k + 1, i), [(i + 1, n)], tag="colon-q")
        e = _main_subject(f, i, _PLAIN)
        if e is not None:
            e.tag = "colon-intro"
            return e
        return None
    if not 0 < i <= 8 or i + 1 >= n or f.clause(0, i) or words[0] in lex.preposition or not f.capital(0):
        return None
    quote = words[i + 1] in QUOTE or words[i + 1] == "'"
    if quote or words[i - 1] in lex.body:
        return Event("report", (i, i + 1), (0, i), [(i + 1, n)], tag="colon")
    return None


def introduced(f: Frame) -> Event | None:
    """The subject of a sentence that ends in a colon: "X made this remark:"."""
    return _main_subject(f, f.n - 1, _PLAIN)


def bare(f: Frame, found: list[Event]) -> Event | None:
    """The event of a sentence that is no more than "X asked." or "X said on Tuesday, …"."""
    words, lex = f.words, f.lex
    for e in found:
        if e.source is None or e.cls == "will" or e.frame == "noun":
            continue
        after = max(e.cue[1], e.source[1])
        p = f.next_break(after)
        if min(e.source[0], e.cue[0]) <= 1 and (p == after or words[after] in lex.tail or words[after] in lex.day):
            return e
        return None
    for i in range(1, min(8, f.n)):
        cue = lex.verbs.get(words[i])
        if cue is not None and cue.cls == "report" and cue.frame in ("clause", "strict") and cue.form in ("past", "s"):
            subject = before(f, i - 1)
            p = f.next_break(i + 1)
            if subject is not None and subject[0] == 0 and (p == i + 1 or f.adverb(i + 1) or words[i + 1] in lex.tail):
                return Event(cue.cls, (i, i + 1), subject[:2], [], tag="bare")
            return None
    return None


def _nominal(f: Frame, i: int) -> Event | None:
    """"X's count of N", and "in a poll by X"."""
    words, lex, n = f.words, f.lex, f.n
    k = i - 1
    while k > i - 5 and k > 0 and words[k] not in BREAK and words[k] != "'s" and words[k] not in _OWNERS and words[k] not in lex.determiner and words[k] not in lex.preposition and not f.finite(k):
        k -= 1
    if k < 0:
        return None
    if words[i] in lex.told and (words[k] == "'s" or words[k] in _OWNERS or words[k] == "'") and i + 1 < n and words[i + 1] in ("that", "of", "about", "for", "to", ":"):
        if words[k] in _OWNERS:
            source = k, k + 1
        else:
            found = before(f, k - 1)
            if found is None or found[0] >= k:
                return None
            source = max([found[0], *(m + 1 for m in range(found[0], k) if words[m] in lex.preposition)]), k
        end = i + 2
        while end < n and words[end] not in BREAK and not (end > i + 3 and words[i + 1] != "that" and f.finite(end)):
            end += 1
        return Event("report", (i, i + 1), source, [(i + 1, end)], tag="nominal-" + words[i + 1], frame="noun")
    if words[i] in lex.asked:
        return _asked(f, i, k)
    return None


def _asked(f: Frame, i: int, k: int) -> Event | None:
    """"in a poll by X", "by the ministry's count"."""
    words, lex, n = f.words, f.lex, f.n
    if words[k] == "'s":
        found = before(f, k - 1)
        if found is None:
            return None
        k = found[0]
    if k > 0 and (words[k] in lex.determiner or words[k] in _OWNERS or f.capital(k)) and words[k - 1] in lex.preposition:
        a, k = k, k - 1
    else:
        a = k + 1
    if k < 0 or words[k] not in ("in", "per", "by") or a > i:
        return None
    b = i + 1
    owned = any(f.capital(m) for m in range(a, i)) or words[k] != "in"
    if words[k] != "in" and "'s" not in words[a:i] and words[k] != "per":
        return None
    if b < n and words[b] in ("by", "from", "of", "for"):
        more = after(f, b + 1)
        if more is not None:
            owned = owned or words[b] in ("by", "from")
            b = more[1]
    if not owned:
        return None
    end = b
    while end < n and not (words[end] == "," and words[end + 1 : end + 2] and words[end + 1] in ("while", "but", "although", "compared", "though")):
        end += 1
    return Event("report", (k, k + 1), (a, b), [(0, k), (b, end)], tag="asked-" + words[k], frame="noun")


_OWNERS = frozenset("his her its their my our your".split())


def _per(f: Frame, i: int) -> Event | None:
    """"Per the ministry, N died" and "N died, per the ministry"."""
    words = f.words
    if i and words[i - 1] != ",":
        return None
    if i + 1 >= f.n or not (words[i + 1] == "the" or f.capital(i + 1)):
        return None
    found = after(f, i + 1)
    if found is None:
        return None
    covers = [(0, i)] if i else [(found[1], f.n)]
    return Event("report", (i, i + 1), found, covers, post=bool(i), tag="per")


def _trailing(f: Frame, i: int) -> Event | None:
    """A headline's source at its end: "30 dead in fire: police", "30 dead - ministry"."""
    words, n = f.words, f.n
    end = n - 1 if words[n - 1] in ".!?" else n
    if not 0 < end - i - 1 <= 4 or i < 2 or f.sentence.end - f.sentence.start > 120:
        return None
    last = words[end - 1]
    if last in f.lex.body or (last.isalpha() and f.sentence.part.name == "title" and last.upper() == f.sentence.raw(end - 1)):
        return Event("report", (i, i + 1), (i + 1, end), [(0, i)], post=True, tag="trailing")
    return None

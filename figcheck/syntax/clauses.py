"""The fourth level: clauses, with subject, verb, objects and prepositional phrases; what hangs on what.

One pass over the chunks from left to right. What a word further right decides (whether a noun phrase is the subject of
a verb to come, whether "killed" is finite) is looked up in a table made from right to left, so that all is linear.
"""

from __future__ import annotations

from figcheck.drafts import Figure
from figcheck.syntax.ahead import Ahead
from figcheck.syntax.attach import MEMBERS, hangs_on_noun, wants
from figcheck.syntax.lexicon import PARTICIPLE
from figcheck.syntax.phrases import Item, Mark, Phrase, Verb
from figcheck.syntax.words import Words

__all__ = ["Clause", "clauses"]

_WAYS = frozenset(("up", "down", "ahead", "short", "higher", "lower"))
_BOUNDS = frozenset(("below", "above", "over", "under", "around", "near", "past", "beyond"))
_STEPS = frozenset(("points", "times", "places", "seats", "floors", "votes", "percent"))  # "212 points higher"
_CLAUSE_SUBJECTS = frozenset(("what", "who", "whether", "how", "why", "whoever", "whatever"))
_TIMED = frozenset(
    ("last", "this", "next", "every", "each", "that", "all", "the", "earlier", "late", "early")
)  # "rose last year"
_STOPS = frozenset({";", ".", ":"})
_SUBJECTS = frozenset({"i", "he", "she", "we", "they"})
_LISTENED = frozenset({"tell", "claim", "deny"})  # these do not stand before who tells
_PRONOUNS = _SUBJECTS | {"it"}
_SPEAKER = 24  # items from a name after a quotation to the verb that tells
_ACCUSATIVE = frozenset({"him", "them", "us", "me"})


class Clause:
    """One clause. `kind`: main, content ("said that …"), relative, adverbial, participle, infinitive, bracket.

    `parent` is the clause that it stands in, `host` what it hangs on there: a verb, or the phrase that it describes.
    """

    __slots__ = (
        "complement", "content", "host", "kind", "objects", "obliques", "opener", "parent", "start", "subject", "verb",
    )  # fmt: skip

    def __init__(self, kind: str, parent: Clause | None, host: Phrase | Verb | None, start: int) -> None:
        self.kind = kind
        self.parent = parent
        self.host = host
        self.start = start
        self.opener = ""
        self.subject: Phrase | None = None
        self.verb: Verb | None = None
        self.content: Verb | None = None  # the verb of the clause that is its object or predicate
        self.objects: list[Phrase] = []
        self.complement: Phrase | None = None
        self.obliques: list[Phrase] = []

    def __repr__(self) -> str:
        return f"Clause({self.kind} {self.opener} {self.subject} {self.verb} {self.objects} {self.obliques})"


def clauses(w: Words, items: list[Item]) -> list[Clause]:
    """The clauses of a sentence, in the order in which they open; phrases and verbs know theirs."""
    return _Parser(w, items).read()


class _Parser:
    __slots__ = (
        "ahead", "at", "awaits", "brackets", "clause", "comma", "coordinator", "found", "items", "np", "pending",
        "prep", "prep_at", "w",
    )  # fmt: skip

    def __init__(self, w: Words, items: list[Item]) -> None:
        self.w = w
        self.items = items
        self.found: list[Clause] = []
        self.ahead = Ahead(items)
        self.clause = self._open("main", None, None, 0)
        self.np: Phrase | None = None  # the phrase that what follows may hang on
        self.pending: Phrase | None = None  # a bare phrase before the verb of its clause
        self.awaits: Clause | None = None  # a clause whose subject follows its verb
        self.prep = ""
        self.prep_at = -1
        self.comma = ""
        self.coordinator = ""
        self.brackets: list[tuple[Clause, Phrase | None, Phrase | None]] = []
        self.at = 0

    def read(self) -> list[Clause]:
        """All clauses."""
        for at, item in enumerate(self.items):
            self.at = at
            if isinstance(item, Mark):
                self._mark(item)
            elif isinstance(item, Verb):
                self._verb(item)
            elif item.kind == "n":
                self._noun(item)
            else:
                self._other(item)
        self._verbless()
        for clause in self.found:
            _finish(clause)
        return self.found

    def _verbless(self) -> None:
        """Clauses without a verb: of headlines, brackets and lists."""
        self._leave()
        kinds = ("participle", "infinitive")
        hosted = {id(c.host): c for c in reversed(self.found) if c.kind in kinds and c.host is not None}
        for clause in self.found:
            subject = clause.subject
            if clause.verb is not None or subject is None or subject.role or subject.clause is not clause:
                continue
            told = hosted.get(id(subject))
            verb = told.verb if told is not None and clause.kind in ("main", "list") else None
            if verb is not None and (verb.passive or verb.form == "to"):
                clause.verb = verb  # "Two arrested over theft", "Bridge to open in June"
            elif clause.complement is not None:
                subject.role, subject.governor = "subject", clause.complement  # "Seven missing after boat sinks"
            elif clause.kind in ("list", "bracket") and isinstance(clause.host, Phrase):
                subject.apposed = clause.host  # "the following items: three rifles"

    def _open(self, kind: str, parent: Clause | None, host: Phrase | Verb | None, start: int) -> Clause:
        clause = Clause(kind, parent, host, start)
        self.found.append(clause)
        return clause

    def _begin(self, kind: str, parent: Clause | None, host: Phrase | Verb | None, phrase: Phrase) -> None:
        """Go on in a new clause that opens with a phrase, which waits for its verb."""
        self.clause = phrase.clause = self._open(kind, parent, host, phrase.start)
        self.pending = phrase

    # --- marks

    def _mark(self, mark: Mark) -> None:
        tag = mark.tag
        if tag in "pP":
            if tag == "P" and self._opens(mark):
                self._opener(mark)
            else:
                self.prep, self.prep_at = mark.text, mark.at
        elif tag in ",-":
            self.prep = ""
            if tag == "-" and self._is_dateline():
                self._fresh("main", mark.at)
            self.comma = tag
        elif tag == "k":
            self.coordinator = mark.text
        elif tag in "sw":
            self._opener(mark)
        elif tag in _STOPS:
            self._fresh("main" if tag != ":" else "list", mark.at)
        elif tag == "(":
            self.brackets.append((self.clause, self.np, self.pending))
            self.clause = self._open("bracket", self.clause, self.np, mark.at)
            self.pending = None
            self.comma, self.coordinator, self.prep = "", "", ""
        elif tag == ")" and self.brackets:
            self._leave()
            self.clause, self.np, self.pending = self.brackets.pop()
            self.prep = ""

    def _is_dateline(self) -> bool:
        """Whether all before a dash is a place, a date and an agency: "DREN (Reuters) -"."""
        items, w = self.items[: self.at], self.w
        if not items or len(items) > 10 or len(self.found) > 2 or not isinstance(items[0], Phrase):
            return False
        for item in items:
            if isinstance(item, Mark) and item.tag in ",()":
                continue
            if not isinstance(item, Phrase) or not (w.capital[item.head] or w.mark[item.head] in ("t", "c")):
                return False
        shout = w.sentence.part.text[w.start[items[0].start] : w.end[items[0].start]].isupper()
        return shout or isinstance(items[-1], Mark)

    def _opens(self, mark: Mark) -> bool:
        """Whether "after", "as", "since" … open a clause: a subject and its verb stand ahead."""
        first = self.ahead.item(self.at + 1)
        if not isinstance(first, Phrase) or mark.text in ("than", "like", "for"):
            return False
        ahead = self.ahead.maybe[self.at + 1]
        if ahead < 0:
            return self.ahead.aside_then_verb(self.at + 1) or self.ahead.joined_then_verb(self.at + 1)
        verb = self.items[ahead]
        if isinstance(verb, Verb) and verb.form == "open" and ahead > self.at + 2:
            between = [x for x in self.items[self.at + 2 : ahead] if isinstance(x, Mark)]
            return verb.tells or all(
                m.text == "of" for m in between
            )  # "as troops of the north advanced", not "as pay for goods lost"
        if (self.pending is not None and self.clause.verb is None) or self._waiting():
            return self.ahead.maybe[ahead + 1] >= 0  # "her years as minister did not help": the verb is the subject's
        return True

    def _opener(self, mark: Mark) -> None:
        text = mark.text
        prep, self.prep = self.prep, ""
        previous = self.clause
        if mark.tag == "s" and text == "that":
            host: Phrase | Verb | None = previous.verb or self.np
            told = previous.verb is not None and "listener" in previous.verb.tags
            timed = self.np is not None and self.np.is_time
            if self.np is not None and previous.verb is not None and not told and not timed and self._adjacent_noun():
                host = self.np if self.np.kind == "n" else previous.verb
            if self.coordinator and previous.parent is not None and previous.kind == "content":
                host, previous = previous.host, previous.parent
            self.clause = self._open("content", previous, host, mark.at)
        elif mark.tag == "w" and self._relates(text):
            clause = self._open("relative", previous, self.np, mark.at)
            self.clause = clause
            if prep == "of" and text in ("whom", "which") and self.np is not None and self.np.apposed is not None:
                clause.subject, clause.host = self.np, self.np.apposed  # "the villagers, six of whom were shot"
                self.np.role, self.np.governor, self.np.clause = "", None, clause
                self.np.apposed = None
            elif not prep and text in ("who", "which", "that", "whom"):
                clause.subject = self.np
        elif mark.tag == "w" and not (text == "when" and self._has_told()):
            self.clause = self._open("content", previous, previous.verb, mark.at)
        else:
            parent = previous
            if (
                previous.verb is not None
                and previous.kind in ("relative", "adverbial")
                and self.comma
                and previous.parent
            ):
                parent = previous.parent
            self.clause = self._open("adverbial", parent, parent.verb, mark.at)
        self.clause.opener = text
        if self.pending is not None and previous.verb is None and previous.subject is None:
            previous.subject = self.pending  # it waits for its verb
        self.pending = None
        self.comma, self.coordinator = "", ""

    def _has_told(self) -> bool:
        """Whether the clause so far tells something: "…, police said when the search was over"."""
        verb = self.clause.verb
        return verb is not None and verb.tells and not verb.negated and not self.clause.objects

    def _adjacent_noun(self) -> bool:
        last = self.items[self.at - 1] if self.at else None
        return isinstance(last, Phrase) and last is self.np and last.kind == "n" and not (
            self.clause.verb is not None and self.clause.objects and self.clause.objects[-1] is last
            and self.clause.verb.takes_clause
        )  # fmt: skip

    def _relates(self, text: str) -> bool:
        """Whether a relative word stands after the noun that it describes."""
        if self.np is None or text in ("what", "how", "why", "whatever"):
            return False
        last = self.at - 1
        while last >= 0:
            item = self.items[last]
            if isinstance(item, Phrase):
                return item.kind == "n"
            if isinstance(item, Mark) and item.tag in (",", "p", "P", "(", ")", "-", "k"):
                last -= 1
                continue
            return False
        return False

    def _fresh(self, kind: str, at: int) -> None:
        self._leave()
        parent = self.clause if kind == "list" else None
        self.clause = self._open(kind, parent, self.np if kind == "list" else None, at)
        self.pending = None
        self.np = self.np if kind == "list" else None
        self.comma, self.coordinator, self.prep = "", "", ""

    def _leave(self) -> None:
        """A clause ends; a phrase that waited for its verb is all there is of it."""
        if self.pending is not None and self.clause.verb is None and self.clause.subject is None:
            self.clause.subject = self.pending

    # --- noun phrases

    def _noun(self, phrase: Phrase) -> None:
        prep, self.prep = self.prep, ""
        clause = self.clause
        phrase.clause = clause
        if prep:
            phrase.prep, phrase.prep_at = prep, self.prep_at
            self._prepositional(phrase)
        else:
            self._bare(phrase)
        self.np = phrase
        self.comma = ""
        if not (prep and phrase.is_time and isinstance(self.ahead.item(self.at + 1), Verb)):
            self.coordinator = ""  # "and on Monday announced …": it joins the verb

    def _prepositional(self, phrase: Phrase) -> None:
        clause = self.clause
        if self.coordinator and self.np is not None and self.np.prep == phrase.prep and self.np.role:
            phrase.join(self.np)
            phrase.role, phrase.governor = self.np.role, self.np.governor
            return
        np = self.np
        if np is not None and np.kind == "n" and phrase.prep in MEMBERS and not self.coordinator:
            phrase.role, phrase.governor = "modifier", np
            return
        if clause.verb is None and (self.pending is None or self.comma):
            beside = np is not None and np.clause is clause and self._touches(np)
            if not beside and (np is None or np.clause is not clause or self.comma or np.prep == ""):
                self._oblique(phrase)
                return
        if np is not None and not self.comma and self._touches(np) and hangs_on_noun(self.w, clause, np, phrase):
            phrase.role, phrase.governor = "modifier", np
            return
        self._oblique(phrase)
        way = self.items[self.at - 2] if self.at > 1 else None
        if isinstance(way, Phrase) and way.kind == "r" and way.end == phrase.prep_at and self.w.text[way.head] in _WAYS:
            phrase.governor = way  # "down from 66%"

    def _touches(self, np: Phrase) -> bool:
        """Whether nothing but prepositions (and brackets, quotation marks) stands between a phrase and this one."""
        k = self.at - 1
        while k >= 0:
            item = self.items[k]
            if item is np:
                return True
            if (isinstance(item, Mark) and item.tag in "pP") or (isinstance(item, Phrase) and item.kind == "r"):
                k -= 1
                continue
            if isinstance(item, Mark) and item.tag == ")":
                while k >= 0 and not (isinstance(self.items[k], Mark) and self.items[k].tag == "("):  # type: ignore[union-attr]
                    k -= 1
                k -= 1
                continue
            return False
        return False

    def _oblique(self, phrase: Phrase) -> None:
        clause = self._wanting(phrase.prep) or self.clause
        phrase.role, phrase.clause = "oblique", clause
        phrase.governor = clause.verb
        clause.obliques.append(phrase)

    def _wanting(self, prep: str) -> Clause | None:
        """The clause further out whose verb waits for "to", where this one's does not.

        "brought the number of people killed since the war began to 21,402"
        """
        verb = self.clause.verb
        if prep != "to" or verb is None or self.clause.kind == "main" or wants(verb, prep):
            return None
        for clause in (self.clause.parent, self.clause.parent and self.clause.parent.parent):
            outer = clause.verb if clause is not None else None
            if clause is not None and outer is not None and clause.objects and wants(outer, prep):
                return None if any(o.prep == prep for o in clause.obliques) else clause
        return None

    def _bare(self, phrase: Phrase) -> None:
        if self._speaks() and (self.clause.verb is not None or self.pending is not None):
            self._begin("main", None, self.clause.verb, phrase)
            return
        self._place(phrase)

    def _place(self, phrase: Phrase) -> None:
        """Where a phrase with no preposition stands: in a list, as a subject, an object, another name, a time."""
        clause, np = self.clause, self.np
        if self.comma and clause.verb is not None and self._waiting() and self._is_aside():
            self._begin("aside", clause, None, phrase)
            return
        verb_ahead = self._subject_ahead()
        clause = self._past_verbless(verb_ahead)
        set_off = self._set_off(phrase)
        inner = clause.kind in ("participle", "relative") and self._waiting()
        joined = bool(self.coordinator) and np is not None and bool(np.prep) and inner  # "by arts and science noted"
        apart = set_off or (verb_ahead and clause.verb is not None and not joined)
        if np is not None and not apart and self.coordinator:
            self._coordinate(phrase)
            if clause.verb is None and self.pending is None and not phrase.role:
                self.pending = phrase
        elif set_off:
            self._new_subject(phrase)  # "…, Ana Ruiz, a lawyer, told the court", "Of the 90, 45, or half, left"
        elif np is not None and not apart and self.comma and clause.verb and self.ahead.lists_on(self.at + 1):
            self._coordinate(phrase)
        elif self._measured(phrase) or self._numbers(phrase):
            pass
        elif self._tells_of_others(phrase):
            self._sibling(phrase.start)  # "three injured, one dead"
            phrase.clause, self.pending = self.clause, phrase
        elif self._told_with_aside():
            self._new_subject(phrase)  # "police said a man, 34, was shot"
        elif clause.verb is None:
            self._before_verb(phrase, verb_ahead)
        elif verb_ahead and not self._is_time_adverb(phrase) and not self._object_of_inner():
            self._new_subject(phrase)
        elif self.comma and np is not None and (not (phrase.figures and phrase.is_time) or self._is_age(phrase)):
            phrase.apposed = np
            phrase.role, phrase.governor = np.role, np.governor
        elif self.comma and np is not None:
            self._oblique(phrase)
        else:
            self._after_verb(phrase)

    def _past_verbless(self, verb_ahead: bool) -> Clause:
        """The clause at hand, or the one outside: "shot while at work and five people were hurt"."""
        clause = self.clause
        bare = clause.kind == "adverbial" and clause.verb is None and self.pending is None
        if self.coordinator and verb_ahead and bare and clause.parent is not None:
            self.clause = clause.parent
        return self.clause

    def _tells_of_others(self, phrase: Phrase) -> bool:
        """Whether a count after a comma has a state or a fate of its own, in a headline or a list."""
        verb, after = self.clause.verb, self.ahead.item(self.at + 1)
        if not self.comma or verb is None or not verb.passive or not phrase.figures or after is None:
            return False
        at = after.head if isinstance(after, Phrase) and after.kind == "a" else -1
        at = after.at if isinstance(after, Verb) and after.form in ("open", "ed") else at
        return at >= 0 and "measure" in self.w.read[at].tags

    def _told_with_aside(self) -> bool:
        """Whether a phrase right after a verb of saying has its own verb after an aside."""
        clause = self.clause
        said = clause.verb is not None and clause.verb.takes_clause and not clause.objects
        return said and not self.comma and self.ahead.aside_then_verb(self.at + 1)

    def _numbers(self, phrase: Phrase) -> bool:
        """A bare figure right after a noun belongs to it: "at age 16", "under Rule 37"."""
        np = self.np
        bare = np is not None and np.end == phrase.start and phrase.end == phrase.start + 1 and bool(phrase.figures)
        if not bare or np is None or np.figures or not np.prep or self.w.figure[phrase.head].quantity.unit is not None:
            return False
        phrase.join(np)
        phrase.role, phrase.governor = np.role, np.governor
        return True

    def _object_of_inner(self) -> bool:
        """Whether the verb ahead is that of a clause further out: "farmers who lost half their maize will get seed"."""
        clause = self.clause
        inner = clause.kind in ("participle", "infinitive", "relative") or clause.opener in _CLAUSE_SUBJECTS
        if not inner or self.comma or self.coordinator or clause.parent is None or clause.verb is None:
            return False
        if clause.verb.takes_clause:
            return False
        return self._waiting() or (clause.parent.verb is None and clause.parent.subject is None)

    def _set_off(self, phrase: Phrase) -> bool:
        """Whether a phrase after a comma is the subject of a verb that follows what is set off after it."""
        free = bool(self.comma) and self.clause.verb is not None and not phrase.is_time
        return free and self.ahead.aside_then_verb(self.at + 1)

    def _speaks(self) -> bool:
        """Whether the phrase here follows the end of a quotation and tells: '…," she added'."""
        phrase, w = self.items[self.at], self.w
        if not isinstance(phrase, Phrase) or not self._closed(phrase.start):
            return False
        named = w.capital[phrase.head] or "source" in w.read[phrase.head].tags or w.text[phrase.head] in _PRONOUNS
        for item in self.items[self.at + 1 : self.at + (_SPEAKER if named else 2)]:
            start = item.at if isinstance(item, Mark) else item.start
            if start in w.opens or (isinstance(item, Mark) and item.tag == ";"):
                return False
            if isinstance(item, Verb) and item.may_tell:
                return True
        return False

    def _is_tail(self) -> bool:
        """Whether the phrase here tells what stands before it, to the end: "(12 dead, police say)"."""
        verb, after = self.ahead.item(self.at + 1), self.ahead.item(self.at + 2)
        if not isinstance(verb, Verb) or not verb.may_tell:
            return False
        return after is None or (isinstance(after, Mark) and after.tag in ".)")

    def _closed(self, index: int) -> bool:
        """Whether a quotation ends right before a word."""
        return index - 1 in self.w.closes

    def _is_contact(self, phrase: Phrase) -> bool:
        """Whether a pronoun right after a noun opens a relative clause without its word: "the experts I asked said"."""
        after = self.ahead.item(self.at + 1)
        return self.w.text[phrase.head] in _SUBJECTS and isinstance(after, Verb) and after.may_be_finite

    def _is_aside(self) -> bool:
        """Whether the phrase here is who tells, between commas: "The brigade, police said, lost 20 men"."""
        verb = self.ahead.item(self.at + 1)
        if not isinstance(verb, Verb) or not verb.may_tell:
            return False
        for k in range(self.at + 2, min(self.at + 13, len(self.items))):
            item = self.items[k]
            if isinstance(item, Verb):
                return False
            if isinstance(item, Mark) and item.tag in ",-":
                return self.ahead.maybe[k + 1] >= 0
            if isinstance(item, Mark) and item.tag not in "pP":
                return False
        return False

    def _measured(self, phrase: Phrase) -> bool:
        """A measure before the word that it measures: "5 years ago", "50 km west", "six feet tall"."""
        after = self.ahead.item(self.at + 1)
        if not isinstance(after, Phrase) or after.kind == "n" or not self._is_measure(phrase):
            return False
        if self.w.text[after.head] in ("away", "back") and not phrase.is_time and self._is_share(phrase):
            return False  # "giving 85% away"
        if not _measures(self.w, after):
            return False
        phrase.role, phrase.governor = "oblique", after
        return True

    def _is_share(self, phrase: Phrase) -> bool:
        figure = self.w.figure.get(phrase.head)
        return figure is not None and figure.kind in ("percent", "money", "ratio")

    def _is_age(self, phrase: Phrase) -> bool:
        """A bare age after a name: "Ana Ruiz, 32"."""
        figure = self.w.figure.get(phrase.head)
        return figure is not None and figure.kind == "age" and phrase.end == phrase.start + 1

    def _is_measure(self, phrase: Phrase) -> bool:
        """Whether a phrase is so many of a unit: "5 years", "50 km"."""
        w = self.w
        if not phrase.figures:
            return phrase.is_time  # "an hour later"
        figure = w.figure.get(phrase.head)
        if figure is None:
            return "time" in w.read[phrase.head].tags or w.text[phrase.head] in _STEPS
        return figure.kind != "count" or _counts_times(figure)

    def _before_verb(self, phrase: Phrase, verb_ahead: bool) -> None:
        """A bare phrase in a clause that has no verb yet: its subject, a list on, another name, a time."""
        clause, np, pending = self.clause, self.np, self.pending
        if pending is not None and pending is np and not self.comma and self._is_contact(phrase):
            clause.subject = pending
            self._begin("relative", clause, pending, phrase)
            self.clause.objects.append(pending)
            return
        if self.comma and pending is not None and self._is_tail():
            clause.subject = pending
            self._begin("main", None, None, phrase)
            return
        if self.comma and pending is not None and clause.subject is None and self._is_aside():
            clause.subject = pending
            self._begin("aside", clause, None, phrase)
            return
        if clause.kind == "relative" and clause.subject is np and verb_ahead:
            if clause.subject is not None:
                clause.objects.append(clause.subject)  # "the houses that the fire destroyed"
            clause.subject = None
        if self.comma and clause.complement is not None:
            self._sibling(phrase.start)  # "12 dead, 30 hurt in collision"
            phrase.clause, self.pending = self.clause, phrase
        elif pending is None and self._names_the_land(phrase):
            phrase.apposed = np  # "in Orrin, Gorvia, two men were shot"
        elif pending is None or (np is not None and np.clause is not clause and self.comma and verb_ahead):
            if phrase.is_time and (not verb_ahead or not isinstance(self.ahead.item(self.at + 1), Verb)):
                self._oblique(phrase)
            else:
                self.pending = phrase
        elif self.comma == "," and self.ahead.lists_on(self.at + 1, subject=True):
            self._coordinate(phrase)
        else:
            phrase.apposed = np
            if (
                verb_ahead
                and self.comma
                and clause.obliques
                and np is not pending
                and isinstance(self.ahead.item(self.at + 1), Verb)
            ):
                self.pending = phrase

    def _names_the_land(self, phrase: Phrase) -> bool:
        """Whether a name between commas after a place says where that lies, and no subject: "in Orrin, Gorvia, …"."""
        np, after = self.np, self.ahead.item(self.at + 1)
        if np is None or not self.comma or not (np.prep or np.apposed is not None) or not self.w.capital[phrase.start]:
            return False
        closed = isinstance(after, Mark) and after.tag == ","
        place = self.w.capital[np.head] or "site" in self.w.read[np.head].tags
        return closed and place and not self.ahead.aside_then_verb(self.at + 1)

    def _after_verb(self, phrase: Phrase) -> None:
        clause = self.clause
        verb = clause.verb
        assert verb is not None
        if clause.subject is not None and self.w.text[clause.subject.head] == "there":
            phrase.role, phrase.governor = "subject", verb
            clause.subject = phrase
            return
        if clause is self.awaits and clause.subject is None:
            phrase.role, phrase.governor = "subject", verb  # ", said the minister"
            clause.subject = phrase
            return
        if clause is self.awaits:
            phrase.apposed = self.np
            return
        stands = verb.lemma == "be" or "intransitive" in verb.tags
        if clause.subject is None and clause.kind == "main" and stands and (clause.obliques or clause.complement):
            phrase.role, phrase.governor = "subject", verb  # "Among the dead were two children"
            clause.subject = phrase
            return
        if _is_copula(verb) and clause.complement is None and not (phrase.is_time and self.w.mark[phrase.head] == "t"):
            clause.complement = phrase
            phrase.role = "predicate"
            phrase.governor = verb
            return
        second = bool(clause.objects) and "ditransitive" not in verb.tags and (
            phrase.is_time or len(clause.objects) > 1
        )  # fmt: skip
        if second or self._is_time_adverb(phrase) or self._is_extent(phrase, verb):
            self._oblique(phrase)
            return
        phrase.role = "object"
        phrase.governor = verb
        clause.objects.append(phrase)

    def _is_extent(self, phrase: Phrase, verb: Verb) -> bool:
        """How far something rose, how often it happened: "fell 4.2%", "slid 300 points", "shot three times"."""
        if not self._is_measure(phrase):
            return False
        figure = self.w.figure.get(phrase.head)
        often = self.w.text[phrase.head] == "times" or (figure is not None and _counts_times(figure))
        if figure is not None and figure.hedge and "intransitive" in verb.tags:
            word = figure.sentence.part.lower[figure.hedge[0] : figure.hedge[1]]
            phrase.prep = word if word in _BOUNDS else ""  # "fell below 40%"
        return often or "intransitive" in verb.tags

    def _new_subject(self, phrase: Phrase) -> None:
        """A phrase after a verb, subject of a verb to come: of content without "that", or of the next main clause."""
        clause = self.clause
        verb = clause.verb
        assert verb is not None
        said = (
            self.at > 1 and self.items[self.at - 2] is verb and verb.tells and verb.takes_clause
        )  # "the paper reported, the firm had refused"
        told = "listener" in verb.tags and len(clause.objects) == 1
        content = not self.comma and not self.coordinator and verb.takes_clause and (told or not clause.objects)
        quoted = phrase.start in self.w.opens and (verb.takes_clause or verb.tells)
        if content or quoted or (self.comma and said):
            self.clause = self._open("content", clause, verb, phrase.start)
        elif self.coordinator or self.comma or (self.np is not None and self.np.is_time and clause.kind != "main"):
            self._sibling(phrase.start)  # "after the dam broke on Tuesday 317 people were missing"
        elif self.np is not None and self._touches(self.np) and self.np.kind == "n":
            self.clause = self._open("relative", clause, self.np, phrase.start)  # "the houses the fire destroyed"
            self.clause.objects.append(self.np)
        else:
            self.clause = self._open("content", clause, verb, phrase.start)
        phrase.clause = self.clause
        self.pending = phrase

    def _sibling(self, start: int) -> None:
        """A clause beside the one that is open: of one content with it after "and", a main clause after a comma."""
        clause = self.clause
        outer = clause.parent if not self.coordinator else None
        while outer is not None:
            if outer.verb is None and outer.subject is None and outer.kind in ("main", "content"):
                self.clause = outer  # "said that although it rained, 300 left"
                return
            outer = outer.parent
        while clause.kind in ("participle", "infinitive", "relative", "list", "aside") and clause.parent is not None:
            clause = clause.parent
        if self.coordinator and clause.kind in ("content", "adverbial"):
            self.clause = self._open(clause.kind, clause.parent, clause.host, start)
            self.clause.opener = clause.opener
            return
        while clause.parent is not None and clause.kind not in ("main", "bracket"):
            clause = clause.parent
        self.clause = self._open("main", clause if clause.kind == "bracket" else None, clause.verb, start)

    def _coordinate(self, phrase: Phrase) -> None:
        first = self.np
        assert first is not None
        if first.kind == "a" and self.clause.objects:
            first = self.clause.objects[-1]  # "left 11 dead and 200 homeless"
        elif first.apposed is not None and first.figures == [first.head]:
            first = first.apposed  # "Ada Brink, 34, and Tom Orr"
        if phrase.figures and first.prep and not first.figures:  # "killed 19 people in Merava and 47 people in Orlec"
            host = first.governor
            told = host if isinstance(host, Phrase) else self.clause.objects[-1] if self.clause.objects else None
            if told is not None and told.figures:
                first = told
        phrase.join(first)
        phrase.role, phrase.governor = first.role, first.governor
        if first is self.pending or (self.pending is not None and first.lead is self.pending.lead):
            phrase.role = ""

    def _subject_ahead(self) -> bool:
        """Whether a finite verb follows this phrase in its clause."""
        k = self.at + 1
        item = self.items[self.at]
        if k >= len(self.items) or (isinstance(item, Phrase) and self.w.text[item.head] in _ACCUSATIVE):
            return False
        if self.ahead.strict[k] >= 0:
            return True
        ahead = self.ahead.maybe[k]
        return ahead >= 0 and self._open_is_finite(ahead)

    def _open_is_finite(self, k: int) -> bool:
        """Whether a form that is past or participle would be finite, seen from a phrase before it."""
        verb = self.items[k]
        if not isinstance(verb, Verb) or verb.form != "open":
            return True
        if self.ahead.by(k):
            return False
        parallel = self.clause.complement is not None and self.clause.complement.kind == "a" and self.clause.objects
        if parallel and self.coordinator and not self.ahead.object(k + 1):
            return False  # "left 16 dead and 50 wounded"
        if self.clause.verb is not None and not (self.comma or self.coordinator):
            return self.clause.verb.takes_clause and not self.clause.objects
        return True

    def _is_time_adverb(self, phrase: Phrase) -> bool:
        """A time with no preposition beside a verb: "died Tuesday", "rose last year", "lasted three days"."""
        if not phrase.is_time:
            return False
        w = self.w
        if w.mark[phrase.head] == "t":
            return True
        if phrase.figures:
            verb = self.clause.verb
            if w.text[phrase.head] == "times":
                return True
            return verb is None or verb.passive or "intransitive" in w.read[verb.at].tags
        return w.text[phrase.start] in _TIMED

    # --- verbs

    def _verb(self, verb: Verb) -> None:
        prep, self.prep = self.prep, ""
        if verb.form == "open":
            verb.form = "finite" if self._inverts(verb) or self._decide(verb) else "ed"
        if self._inverts(verb):
            self._inverted(verb, follows=True)
            self.awaits = self.clause
        elif verb.form == "base" and self.clause.verb is not None and self.coordinator:
            self._same_subject(verb)
        elif verb.finite:
            self._finite(verb)
        elif verb.form == "to":
            self._infinitive(verb)
        else:
            self._participle(verb, prep)
        self.comma, self.coordinator = "", ""

    def _decide(self, verb: Verb) -> bool:
        """Whether a form that is past or participle is finite here."""
        clause, k = self.clause, self.at + 1
        later = self.ahead.strict[k]
        if self.prep:
            return False
        if clause.verb is None:
            if self.pending is None and clause.subject is None:  # "Behind the wall stood 40 officers"
                return bool(clause.obliques) and "intransitive" in verb.tags and self.ahead.object(k)
            if self.ahead.by(k) and not self.coordinator:
                return not self.ahead.verb_after_comma(k) and later < 0 and not self.ahead.open_verb(k)
            told = self.ahead.item(k)
            state = isinstance(told, Phrase) and told.kind == "a"  # "shot dead two men"
            if self.ahead.object(k + 1 if state else k) or self._is_told(verb, k):
                return True
            if self._is_set_off(k):
                return False
            following = self.ahead.item(k)
            straight = isinstance(following, Verb) and following.form != "ing" and verb.takes_clause
            if straight or ("transitive" in verb.tags and not self.coordinator and self._ends(k)):
                verb.passive = True  # "300 feared trapped", "14 bodies found"
                return True
            if verb.takes_clause and not self.ahead.open_verb(k) and not (later >= 0 and self._preposition(k)):
                return True
            if self.ahead.telling(k):
                return False  # "a poll conducted last week found that"
            if "transitive" in verb.tags and (later >= 0 or self.ahead.open_verb(k)):
                return False
            if later >= 0:
                between = self.items[later - 1]
                return isinstance(between, Phrase) and _pronoun(self.w, between)
            if self.comma:
                return not self.ahead.verb_after_comma(k) and "transitive" not in verb.tags
            if "transitive" in verb.tags and not self.coordinator:
                verb.passive = True  # "12 killed in crash": nobody is told whom they killed
            return True
        return self._decide_again(verb, later)

    def _decide_again(self, verb: Verb, later: int) -> bool:
        """The same in a clause that has its verb: shared by "and", of a clause further out, of who tells at the end."""
        k = self.at + 1
        told = bool(self.comma) and verb.tells and not self.ahead.object(k) and self._named_before() is not None
        if self.coordinator or told:
            return True
        if self.clause.kind in ("relative", "participle", "infinitive", "aside", "adverbial") or self.comma:
            return self._waiting() and not (self.ahead.by(k) and (later >= 0 or self.ahead.verb_after_comma(k)))
        return False

    def _is_set_off(self, k: int) -> bool:
        """Whether a participle with its agent, or between commas, leads to the verb of its noun.

        "X, the fund tied to the union, has reported …", "A report released in May by the union noted …"
        """
        apposed = bool(self.comma) or (self.np is not self.pending and self.pending is not None)
        return (apposed and self.ahead.verb_after_comma(k)) or self.ahead.agent(k)

    def _is_told(self, verb: Verb, k: int) -> bool:
        """Whether a poll or inquiry tells what stood before it: ", an investigation found."."""
        asked = self.pending is not None and "asked" in self.w.read[self.pending.head].tags
        return asked and verb.takes_clause and self._ends(k)

    def _inverts(self, verb: Verb) -> bool:
        """Whether a verb that tells stands before its subject: ", said the minister", '"…," asked Ruiz'."""
        k, w = self.at, self.w
        before, after = self.items[k - 1] if k else None, self.ahead.item(k + 1)
        if not verb.may_tell or verb.lemma in _LISTENED:
            return False
        quote, pronoun = self._closed(verb.start), isinstance(after, Phrase) and w.text[after.head] in _SUBJECTS
        if (
            not isinstance(after, Phrase)
            or after.kind != "n"
            or (after.figures and not quote and "source" not in w.read[after.head].tags)
            or w.mark[after.head] == "t"
        ):
            return False
        if not quote and not (isinstance(before, Mark) and before.tag in ",-)" and self.clause.verb is not None):
            return False
        if not quote and (self._waiting() or pronoun):
            return False
        named = "source" in w.read[after.head].tags or w.capital[after.head]
        return (quote or named or "report" in verb.tags) and (pronoun or self.ahead.strict[k + 2] < 0)

    def _preposition(self, k: int) -> bool:
        item = self.ahead.item(k)
        return isinstance(item, Mark) and item.tag in "pP"

    def _ends(self, k: int) -> bool:
        """Whether the clause ends at item `k`."""
        item = self.ahead.item(k)
        return item is None or (isinstance(item, Mark) and item.tag in ",.;:-")

    def _waiting(self) -> bool:
        """Whether a clause further out has its subject and waits for its verb."""
        clause = self.clause.parent
        while clause is not None:
            if clause.verb is None and clause.subject is not None:
                return True
            clause = clause.parent
        return False

    def _finite(self, verb: Verb) -> None:
        clause, np = self.clause, self.np
        if clause.verb is None:
            self._set(clause, verb)
            return
        outer = None if self.coordinator else self._outer()
        told = np is not None and np.role == "object" and clause.verb.takes_clause
        relative = clause.opener and self.items[self.at - 1] is clause.verb and clause.objects
        if self.coordinator:
            self._same_subject(verb)
        elif relative and self._reopened(verb):
            pass  # "the list, which the campaign says includes …"
        elif outer is not None:
            self.clause = outer
            self._set(outer, verb)
        elif not told and self._reopened(verb):
            pass
        elif told or (np is not None and np.clause is clause and np is not clause.subject and not self.comma):
            self._steal(verb)
        else:
            self._inverted(verb)

    def _outer(self) -> Clause | None:
        """The nearest clause further out that has a subject and no verb yet: "the man who died was 12"."""
        clause = self.clause.parent
        while clause is not None:
            if clause.verb is None and (clause.subject is not None or clause.obliques):
                return clause
            clause = clause.parent
        return None

    def _steal(self, verb: Verb) -> None:
        """The last phrase was taken for an object or a name beside another; it is the subject of this verb."""
        clause, np = self.clause, self.np
        assert clause.verb is not None
        if np is not None and np in clause.objects:
            clause.objects.remove(np)
        elif np is not None and np in clause.obliques:
            clause.obliques.remove(np)
        kind = "content" if clause.verb.takes_clause else "main"
        inner = self._open(kind, clause, clause.verb, np.start if np is not None else verb.start)
        self.clause = inner
        if np is not None:
            self.pending = np
            np.clause = inner
        self._set(inner, verb)

    def _reopened(self, verb: Verb) -> bool:
        """Whether what was taken for the object of a verb that tells is the subject of this one, with words between.

        "They say the program, run by the state, has helped", "She said parents who adopt would pay".
        """
        clause: Clause | None = self.clause
        while clause is not None:
            if clause.verb is not None and clause.objects and clause.verb.takes_clause and clause.content is None:
                inner = self._open("content", clause, clause.verb, clause.objects[-1].start)
                self.pending = clause.objects.pop()
                self.pending.clause, self.pending.role, self.pending.governor = inner, "", None
                self.clause = inner
                self._set(inner, verb)
                return True
            clause = clause.parent
        return False

    def _inverted(self, verb: Verb, follows: bool = False) -> None:
        """A verb whose subject `follows` or is left out: ", said the minister"."""
        subject = self._named_before() if self.comma and not follows and verb.tells else None
        inner = self._open("main", None, self.clause.verb, verb.start if subject is None else subject.start)
        self.clause = inner
        self.pending = subject
        if subject is not None:
            subject.apposed, subject.role, subject.governor, subject.clause = None, "", None, inner
        self._set(inner, verb)

    def _named_before(self) -> Phrase | None:
        """The name that what stands before a comma describes: "…, Ana Ruiz, the secretary for health, wrote"."""
        found = self.np
        while found is not None and found.role == "modifier" and isinstance(found.governor, Phrase):
            found = found.governor
        while found is not None and found.apposed is not None and found.apposed.apposed is not None:
            found = found.apposed
        return found if found is not None and found.apposed is not None and not found.prep else None

    def _same_subject(self, verb: Verb) -> None:
        clause = self.clause
        while clause.kind in ("participle", "infinitive") and clause.parent is not None and verb.finite:
            clause = clause.parent
        if clause.kind == "relative" and clause.parent is not None and self.comma and verb.finite:
            clause = clause.parent
        told = clause.host if clause.kind == "main" and clause.verb is not None and clause.verb.tells else None
        if (
            self.comma
            and isinstance(told, Verb)
            and told.clause is not None
            and not clause.objects
            and not clause.content
        ):
            clause = told.clause  # "…, the ministry says, and forced 900,000 from their homes"
        inner = self._open(clause.kind, clause.parent, clause.host, verb.start)
        inner.opener = clause.opener
        inner.subject = clause.subject
        if clause.kind == "main":
            inner.host = clause.verb
        self.clause = inner
        self.pending = None
        inner.verb = verb
        verb.clause = inner

    def _set(self, clause: Clause, verb: Verb) -> None:
        before = self.found[self.found.index(clause) - 1] if clause.kind == "main" and len(self.found) > 1 else None
        if before is not None and before.verb is not None and before.verb.passive and verb.start == verb.at:
            plain = self.w.read[verb.at].bits & PARTICIPLE and not self.ahead.object(self.at + 1)
            tags = verb.tags
            verb.passive = verb.passive or (bool(plain) and "intransitive" not in tags and "report" not in tags)
        clause.verb = verb
        verb.clause = clause
        if clause.kind == "content" and isinstance(clause.host, Verb) and isinstance(clause.host.clause, Clause):
            clause.host.clause.content = clause.host.clause.content or verb
        if self.pending is not None and (clause.subject is None or clause.kind != "relative"):
            clause.subject = self.pending
        elif clause.subject is None and clause.kind == "relative" and clause.opener not in ("where", "when"):
            clause.subject = clause.host if isinstance(clause.host, Phrase) else None
        self.pending = None
        for phrase in clause.obliques:
            phrase.governor = phrase.governor or verb

    def _infinitive(self, verb: Verb) -> None:
        outer = self.clause
        host: Phrase | Verb | None = outer.verb
        last = self.items[self.at - 1] if self.at else None
        if isinstance(last, Phrase) and (last.kind == "a" or (last.kind == "n" and outer.verb is None)):
            host = last
        inner = self._open("infinitive", outer, host, verb.start)
        inner.verb = verb
        verb.clause = inner
        if outer.verb is not None:
            inner.subject = outer.objects[-1] if outer.objects else outer.subject
        else:
            inner.subject = self.pending
            if self.pending is not None:
                outer.subject = outer.subject or self.pending
                self.pending = None
        self.clause = inner

    def _participle(self, verb: Verb, prep: str) -> None:
        outer = self.clause
        last = self.items[self.at - 1] if self.at else None
        adjacent = isinstance(last, Phrase) and last.kind == "n" and not self.comma and not prep
        if outer.verb is None and self.pending is not None:
            outer.subject = outer.subject or self.pending
            if not self.comma or self.pending is self.np:
                self.pending = None
        if self.coordinator and outer.kind == "participle":
            kind, parent, host = outer.kind, outer.parent, outer.host
            inner = self._open(kind, parent, host, verb.start)
            inner.subject = outer.subject
        elif adjacent and self.np is not None:
            inner = self._open("participle", outer, self.np, verb.start)
            inner.subject = self.np
            self.np.post.append(verb)
        else:
            inner = self._open("participle", outer, outer.verb, verb.start)
            inner.opener = prep
            inner.subject = outer.subject
            if self.comma and verb.form == "ed" and self.np is not None and outer.verb is None:
                inner.subject, inner.host = self.np, self.np
        inner.verb = verb
        verb.clause = inner
        if verb.form == "ed":
            verb.passive = True
        self.clause = inner

    # --- adjectives and adverbs

    def _other(self, phrase: Phrase) -> None:
        clause = self.clause
        phrase.clause = clause
        if phrase.kind == "a":
            self.prep = ""
            verb = clause.verb
            bare = verb is None and self.pending is not None and self.np is not None and self._touches(self.np)
            if bare and self.ahead.maybe[self.at + 1] < 0 and clause.complement is None:
                clause.complement = phrase  # "12 dead in crash"
                clause.subject = clause.subject or self.pending
                self.pending = None
            elif (
                verb is not None
                and clause.complement is None
                and (_is_copula(verb) or clause.objects or verb.passive or "measure" in self.w.read[phrase.head].tags)
            ):
                clause.complement = phrase
                phrase.role, phrase.governor = "predicate", verb
            elif verb is None and self.pending is None and clause.complement is None:
                clause.complement = phrase  # "Also missing are two fishermen"
            elif self.np is not None and self._touches(self.np):
                phrase.role = "post"
                phrase.governor = self.np
            if not (clause.verb is None and self.pending is not None):
                self.np = phrase
            self.comma, self.coordinator = "", ""
        elif self.prep and not (self.at + 1 < len(self.items) and isinstance(self.items[self.at + 1], Phrase)):
            phrase.prep, self.prep = self.prep, ""


def _counts_times(figure: Figure) -> bool:
    return figure.sentence.part.lower.endswith("times", 0, figure.end)


def _measures(w: Words, after: Phrase) -> bool:
    """Whether a word takes a measure before it: "5 years ago", "50 km west", "two floors below"."""
    word = w.text[after.head]
    return (
        "after" in w.read[after.head].tags
        or word.endswith("er")
        or word in ("old", "long", "tall", "high", "deep", "wide")
    )


def _pronoun(w: Words, phrase: Phrase) -> bool:
    return w.text[phrase.head] in _SUBJECTS


def _is_copula(verb: Verb) -> bool:
    return verb.lemma == "be" or "copula" in verb.tags


def _finish(clause: Clause) -> None:
    """Roles of the subject, once the verb is known; obliques of a clause without a verb stay without a governor."""
    subject, verb = clause.subject, clause.verb
    if subject is None or verb is None:
        return
    if subject.role == "" and subject.clause is clause and not subject.prep and subject.apposed is None:
        subject.role = "passive_subject" if verb.passive else "subject"
        subject.governor = verb

"""The fourth level: clauses, with subject, verb, objects and prepositional phrases; what hangs on what.

One pass over the chunks from left to right. What a word further right decides (whether a noun phrase is the subject of a
verb to come, whether "killed" is finite) is looked up in a table made from right to left, so that all is linear.
"""

from __future__ import annotations

from figcheck.syntax import lexicon as lx
from figcheck.syntax.attach import hangs_on_noun
from figcheck.syntax.phrases import Item, Mark, Phrase, Verb
from figcheck.syntax.words import Words

__all__ = ["Clause", "clauses"]

_STOPS = frozenset({";", ".", ":"})
_SUBJECTS = frozenset({"i", "he", "she", "we", "they"})


class Clause:
    """One clause. `kind`: main, content ("said that …"), relative, adverbial, participle, infinitive, bracket.

    `parent` is the clause that it stands in, `host` what it hangs on there: a verb, or the phrase that it describes.
    """

    __slots__ = (
        "complement", "content", "end", "host", "kind", "objects", "obliques", "opener", "parent", "quoted", "start", "subject", "verb",
    )  # fmt: skip

    def __init__(self, kind: str, parent: Clause | None, host: Phrase | Verb | None, start: int) -> None:
        self.kind = kind
        self.parent = parent
        self.host = host
        self.start = start
        self.end = start
        self.opener = ""
        self.subject: Phrase | None = None
        self.verb: Verb | None = None
        self.content: Verb | None = None  # the verb of the clause that is its object or predicate
        self.objects: list[Phrase] = []
        self.complement: Phrase | None = None
        self.obliques: list[Phrase] = []

    def __repr__(self) -> str:
        return f"Clause({self.kind} {self.opener} {self.subject} {self.verb} {self.objects} {self.complement} {self.obliques})"


def clauses(w: Words, items: list[Item]) -> list[Clause]:
    """The clauses of a sentence, in the order in which they open; phrases and verbs know theirs."""
    return _Parser(w, items).read()


class _Parser:
    __slots__ = (
        "at", "brackets", "clause", "comma", "coordinator", "found", "fronted", "heads", "items", "np", "opener", "pending",
        "prep", "prep_at", "strict", "w",
    )  # fmt: skip

    def __init__(self, w: Words, items: list[Item]) -> None:
        self.w = w
        self.items = items
        self.found: list[Clause] = []
        self.strict = _ahead(items, maybe=False)
        self.heads = _ahead(items, maybe=True)
        self.clause = self._open("main", None, None, 0)
        self.np: Phrase | None = None  # the phrase that what follows may hang on
        self.pending: Phrase | None = None  # a bare phrase before the verb of its clause
        self.prep = ""
        self.prep_at = -1
        self.comma = False
        self.coordinator = ""
        self.opener = ""
        self.brackets: list[tuple[Clause, Phrase | None, Phrase | None]] = []
        self.fronted: list[Phrase] = []
        self.at = 0

    def read(self) -> list[Clause]:
        """All clauses."""
        for self.at, item in enumerate(self.items):
            if isinstance(item, Mark):
                self._mark(item)
            elif isinstance(item, Verb):
                self._verb(item)
            elif item.kind == "n":
                self._noun(item)
            else:
                self._other(item)
        for clause in self.found:
            _finish(clause, self.w)
        return self.found

    def _open(self, kind: str, parent: Clause | None, host: Phrase | Verb | None, start: int) -> Clause:
        clause = Clause(kind, parent, host, start)
        self.found.append(clause)
        return clause

    # --- marks

    def _mark(self, mark: Mark) -> None:
        tag = mark.tag
        if tag == "p" or tag == "P":
            if tag == "P" and self._opens(mark):
                self._opener(mark)
            else:
                self.prep, self.prep_at = mark.text, mark.at
        elif tag == ",":
            self.comma = True
            self._close_relative()
        elif tag == "k":
            self.coordinator = mark.text
        elif tag == "s" or tag == "w":
            self._opener(mark)
        elif tag in _STOPS:
            self._fresh("main" if tag != ":" else "list", mark.at)
        elif tag == "(":
            self.brackets.append((self.clause, self.np, self.pending))
            self.clause = self._open("bracket", self.clause, self.np, mark.at)
            self.pending = None
            self.comma, self.coordinator, self.prep = False, "", ""
        elif tag == ")":
            if self.brackets:
                self.clause, self.np, self.pending = self.brackets.pop()
        elif tag == "-":
            if self._dateline():
                self._fresh("main", mark.at)
            self.comma = True

    def _dateline(self) -> bool:
        """Whether a dash ends the place that a story is told from: "DORMAL (Reuters) - A ferry sank"."""
        names, clause = self.pending, self.clause
        return (
            names is not None
            and names.start == 0
            and clause is self.found[0]
            and clause.verb is None
            and self.w.capital[names.head]
            and isinstance(self.items[self.at - 1], (Mark, Phrase))
        )

    def _opens(self, mark: Mark) -> bool:
        """Whether "after", "as", "since" … open a clause: a finite verb stands ahead, or a subject and one that may be."""
        ahead = self.heads[self.at + 1] if self.at + 1 < len(self.items) else -1
        if ahead < 0 or mark.text in ("than", "like", "for"):
            return False
        first = self.items[self.at + 1]
        return isinstance(first, Phrase)

    def _opener(self, mark: Mark) -> None:
        text = mark.text
        self.prep = self.prep if mark.tag == "w" else ""
        previous = self.clause
        if mark.tag == "s" and text == "that":
            host: Phrase | Verb | None = previous.verb or self.np
            if self.np is not None and previous.verb is not None and self._adjacent_noun(mark):
                host = self.np if self.np.kind == "n" else previous.verb
            if self.coordinator and previous.parent is not None and previous.kind == "content":
                host, previous = previous.host, previous.parent
            self.clause = self._open("content", previous, host, mark.at)
        elif mark.tag == "w" and self._relates(text):
            clause = self._open("relative", previous, self.np, mark.at)
            self.clause = clause
            if text in ("who", "which", "that", "whom"):
                clause.subject = self.np
        elif mark.tag == "w":
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
        self.comma, self.coordinator = False, ""
        if mark.tag != "w" or not self.prep:
            self.prep = ""

    def _adjacent_noun(self, mark: Mark) -> bool:
        last = self.items[self.at - 1] if self.at else None
        return isinstance(last, Phrase) and last is self.np and last.kind == "n" and not (
            self.clause.verb is not None and self.clause.objects and self.clause.objects[-1] is last
            and _takes_clause(self.w, self.clause.verb)
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
            if isinstance(item, Mark) and item.tag in (",", "p", "P", ")", '"', "-", "k"):
                last -= 1
                continue
            return False
        return False

    def _close_relative(self) -> None:
        """A comma may end a relative or an inner clause that has its verb; what follows decides."""

    def _fresh(self, kind: str, at: int) -> None:
        parent = self.clause if kind == "list" else None
        self.clause = self._open(kind, parent, self.np if kind == "list" else None, at)
        self.pending = None
        self.np = self.np if kind == "list" else None
        self.comma, self.coordinator, self.prep = False, "", ""

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
        self.comma, self.coordinator = False, ""

    def _prepositional(self, phrase: Phrase) -> None:
        clause = self.clause
        if self.coordinator and self.np is not None and self.np.prep == phrase.prep and self.np.role:
            phrase.first = self.np
            phrase.role, phrase.governor = self.np.role, self.np.governor
            return
        if (
            self.comma
            and clause.kind in ("relative", "participle")
            and clause.verb is not None
            and phrase.prep not in ("of", "in")
            and clause.parent is not None
            and self.heads[self.at + 1 : self.at + 2] == [-1]
        ):
            pass
        np = self.np
        if clause.verb is None and (self.pending is None or self.comma):
            if np is None or np.clause is not clause or self.comma or np.prep == "":
                if not (np is not None and np.clause is clause and self._touches(np)):
                    self._oblique(phrase)
                    return
        if (
            np is not None
            and not self.comma
            and self._touches(np)
            and hangs_on_noun(self.w, clause, np, phrase, self.items, self.at)
        ):
            phrase.role, phrase.governor = "modifier", np
            return
        self._oblique(phrase)

    def _touches(self, np: Phrase) -> bool:
        """Whether nothing but prepositions (and brackets, quotation marks) stands between a phrase and this one."""
        k = self.at - 1
        while k >= 0:
            item = self.items[k]
            if item is np:
                return True
            if isinstance(item, Mark) and item.tag in 'pP"':
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
        phrase.role = "oblique"
        phrase.governor = self.clause.verb
        self.clause.obliques.append(phrase)

    def _bare(self, phrase: Phrase) -> None:
        clause, np = self.clause, self.np
        verb_ahead = self._subject_ahead()
        apart = verb_ahead and clause.verb is not None
        if np is not None and not apart and self.coordinator:
            self._coordinate(phrase)
            if clause.verb is None and self.pending is None and not phrase.role:
                self.pending = phrase
        elif np is not None and not apart and self.comma and clause.verb is not None and self._lists_on():
            self._coordinate(phrase)
        elif self._measured(phrase):
            pass
        elif clause.verb is None:
            self._before_verb(phrase, verb_ahead)
        elif verb_ahead and not self._is_time_adverb(phrase):
            self._new_subject(phrase)
        elif self.comma and np is not None and not (phrase.figures and self._is_time(phrase)):
            phrase.apposed = np
            phrase.role, phrase.governor = np.role, np.governor
        elif self.comma and np is not None:
            self._oblique(phrase)
        else:
            self._after_verb(phrase)

    def _measured(self, phrase: Phrase) -> bool:
        """A measure before the word that it measures: "5 years ago", "50 km west", "six feet tall"."""
        after = self.items[self.at + 1] if self.at + 1 < len(self.items) else None
        if not isinstance(after, Phrase) or after.kind == "n" or not self._is_measure(phrase):
            return False
        if not _measures(self.w, after):
            return False
        phrase.role, phrase.governor = "oblique", after
        return True

    def _is_measure(self, phrase: Phrase) -> bool:
        """Whether a phrase is so many of a unit: "5 years", "50 km"."""
        w = self.w
        if not phrase.figures:
            return False
        figure = w.figure.get(phrase.head)
        return (
            "time" in w.read[phrase.head].tags if figure is None else figure.kind in ("measurement", "duration", "age")
        )

    def _before_verb(self, phrase: Phrase, verb_ahead: bool) -> None:
        """A bare phrase in a clause that has no verb yet: its subject, a list on, another name, a time."""
        clause, np, pending = self.clause, self.np, self.pending
        if clause.kind == "relative" and clause.subject is np and verb_ahead:
            if clause.subject is not None:
                clause.objects.append(clause.subject)  # "the houses that the fire destroyed"
            clause.subject = None
        if pending is None or (np is not None and np.clause is not clause and self.comma and verb_ahead):
            if self._is_time(phrase) and (not verb_ahead or self._later(phrase)):
                self._oblique(phrase)
            else:
                self.pending = phrase
        elif self.comma and self._lists_on():
            self._coordinate(phrase)
        else:
            phrase.apposed = np
            if verb_ahead and self.comma and clause.obliques and np is not pending and self._direct_subject():
                self.pending = phrase

    def _after_verb(self, phrase: Phrase) -> None:
        clause = self.clause
        verb = clause.verb
        assert verb is not None
        if clause.subject is not None and self.w.text[clause.subject.head] == "there":
            phrase.role, phrase.governor = "subject", verb
            clause.subject = phrase
            return
        if clause.subject is None and clause.obliques and verb.lemma == "be" and clause.kind == "main":
            phrase.role, phrase.governor = "subject", verb  # "Among the dead were two children"
            clause.subject = phrase
            return
        if (
            _is_copula(self.w, verb)
            and clause.complement is None
            and not (self._is_time(phrase) and self.w.mark[phrase.head] == "t")
        ):
            clause.complement = phrase
            phrase.role = "predicate"
            phrase.governor = verb
            return
        if self._is_time_adverb(phrase) or (clause.objects and (self._is_time(phrase) or len(clause.objects) > 1)):
            self._oblique(phrase)
            return
        phrase.role = "object"
        phrase.governor = verb
        clause.objects.append(phrase)

    def _new_subject(self, phrase: Phrase) -> None:
        """A phrase after a verb that is the subject of a verb to come: content without "that", or the next main clause."""
        clause = self.clause
        verb = clause.verb
        assert verb is not None
        content = not self.comma and not self.coordinator and _takes_clause(self.w, verb) and not clause.objects
        if content:
            self.clause = self._open("content", clause, verb, phrase.start)
        elif self.coordinator or self.comma:
            self._sibling(phrase.start)
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
        while clause.kind in ("participle", "infinitive", "relative", "list") and clause.parent is not None:
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
        if first.role == "modifier" and phrase.figures and not first.figures:
            host = first.governor
            if isinstance(host, Phrase) and host.figures:
                first = host
        phrase.first = first
        phrase.role, phrase.governor = first.role, first.governor
        if first is self.pending or (self.pending is not None and _root(first) is _root(self.pending)):
            phrase.role = ""

    def _subject_ahead(self) -> bool:
        """Whether a finite verb follows this phrase in its clause."""
        k = self.at + 1
        if k >= len(self.items):
            return False
        if self.strict[k] >= 0:
            return True
        ahead = self.heads[k]
        return ahead >= 0 and self._open_is_finite(ahead)

    def _open_is_finite(self, k: int) -> bool:
        """Whether a form that is past or participle would be finite, seen from a phrase before it."""
        verb = self.items[k]
        if not isinstance(verb, Verb) or verb.form != "open":
            return True
        after = self.items[k + 1] if k + 1 < len(self.items) else None
        if isinstance(after, Mark) and after.text == "by":
            return False
        if self.clause.verb is not None and not (self.comma or self.coordinator):
            return _takes_clause(self.w, self.clause.verb) and not self.clause.objects
        return True

    def _direct_subject(self) -> bool:
        return self.at + 1 < len(self.items) and isinstance(self.items[self.at + 1], Verb)

    def _lists_on(self) -> bool:
        """Whether commas and a coordinator with no verb between follow: a list goes on."""
        k = self.at + 1
        n = len(self.items)
        seen = 0
        while k < n and seen < 40:
            item = self.items[k]
            if isinstance(item, Verb) and item.form in ("finite", "open"):
                return False
            if isinstance(item, Mark):
                if item.tag == "k":
                    after = self.items[k + 1] if k + 1 < n else None
                    free = self.clause.verb is None or self.strict[k + 1] < 0
                    return isinstance(after, Phrase) and after.kind == "n" and free
                if item.tag not in (",", "p", "P", '"'):
                    return False
            k += 1
            seen += 1
        return False

    def _is_time(self, phrase: Phrase) -> bool:
        """Whether a phrase names a time or a stretch of it."""
        w = self.w
        if w.mark[phrase.head] == "t":
            return True
        if w.mark[phrase.head] == "c":
            return w.figure[phrase.head].kind in ("duration", "age")
        return "time" in w.read[phrase.head].tags

    def _later(self, phrase: Phrase) -> bool:
        """Whether "later", "ago", "earlier", "before" or the subject proper follows a stretch of time."""
        after = self.items[self.at + 1] if self.at + 1 < len(self.items) else None
        return not isinstance(after, Verb)

    def _is_time_adverb(self, phrase: Phrase) -> bool:
        """A time with no preposition beside a verb: "died Tuesday", "rose last year", "lasted three days"."""
        if not self._is_time(phrase):
            return False
        w = self.w
        if w.mark[phrase.head] == "t":
            return True
        if phrase.figures:
            verb = self.clause.verb
            if w.text[phrase.head] == "times":
                return True
            return verb is None or verb.passive or "intransitive" in w.read[verb.at].tags
        return w.text[phrase.start] in (
            "last",
            "this",
            "next",
            "every",
            "each",
            "that",
            "all",
            "the",
            "earlier",
            "late",
            "early",
        )

    # --- verbs

    def _verb(self, verb: Verb) -> None:
        prep, self.prep = self.prep, ""
        if verb.form == "open":
            verb.form = "finite" if self._decide(verb) else "ed"
        if verb.form == "base" and self.clause.verb is not None and self.coordinator:
            self._same_subject(verb)
        elif verb.finite:
            self._finite(verb)
        elif verb.form == "to":
            self._infinitive(verb)
        else:
            self._participle(verb, prep)
        self.comma, self.coordinator = False, ""

    def _decide(self, verb: Verb) -> bool:
        """Whether a form that is past or participle is finite here."""
        clause, k = self.clause, self.at + 1
        later = self.strict[k] if k < len(self.items) else -1
        after = self.items[k] if k < len(self.items) else None
        if self.prep:
            return False
        if clause.verb is None:
            if self.pending is None and clause.subject is None:
                return False
            if isinstance(after, Mark) and after.text == "by" and not self.coordinator:
                return self._comma_finite(k) is None and later < 0 and not self._later_open(k)
            if _takes_clause(self.w, verb):
                return True
            if later >= 0:
                between = self.items[later - 1]
                return isinstance(between, Phrase) and _pronoun(self.w, between)
            if self.comma and not self._bare_object(after):
                return self._comma_finite(k) is None
            return True
        if self.coordinator:
            return True
        if self._waiting() and later < 0 and (self._bare_object(after) or not self._later_open(k)):
            return not (isinstance(after, Mark) and after.text == "by")  # "a bomb hidden in a cart killed 21"
        if (
            self.comma
            and self.np is not None
            and clause.kind in ("relative", "participle", "adverbial")
            and self._waiting()
        ):
            return True
        return False

    def _later_open(self, k: int) -> bool:
        """Whether another form that can be finite follows in the same stretch: "the man shot by police died"."""
        while k < len(self.items):
            item = self.items[k]
            if isinstance(item, Verb):
                return item.form in ("open", "finite")
            if isinstance(item, Mark) and item.tag not in 'pP"':
                return False
            k += 1
        return False

    def _bare_object(self, after: Item | None) -> bool:
        return isinstance(after, Phrase) and after.kind == "n"

    def _comma_finite(self, k: int) -> int | None:
        """Where, right after the next comma, a finite verb stands; None where there is none."""
        limit = min(len(self.items), k + 24)
        while k < limit:
            item = self.items[k]
            if isinstance(item, Mark) and item.tag in (",", "-"):
                after = self.items[k + 1] if k + 1 < len(self.items) else None
                if isinstance(after, Verb) and after.form in ("finite", "open"):
                    return k + 1
                return None
            if isinstance(item, Mark) and item.tag in "sw;.:k":
                return None
            k += 1
        return None

    def _waiting(self) -> bool:
        """Whether a clause further out has its subject and waits for its verb."""
        clause = self.clause.parent
        while clause is not None:
            if clause.verb is None and clause.subject is not None:
                return True
            clause = clause.parent
        return False

    def _finite(self, verb: Verb) -> None:
        clause = self.clause
        if clause.verb is not None:
            if self.coordinator:
                self._same_subject(verb)
                return
            outer = self._outer()
            if outer is not None:
                self.clause = clause = outer
            elif self.np is not None and _takes_clause(self.w, clause.verb) and self.np.role == "object":
                self._steal(verb)
                return
            elif self.comma or not (self.np is not None and self.np.clause is clause):
                self._inverted(verb)
                return
            else:
                self._steal(verb)
                return
        self._set(clause, verb)

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
        kind = "content" if _takes_clause(self.w, clause.verb) else "main"
        inner = self._open(kind, clause, clause.verb, np.start if np is not None else verb.start)
        self.clause = inner
        if np is not None:
            self.pending = np
            np.clause = inner
        self._set(inner, verb)

    def _inverted(self, verb: Verb) -> None:
        """A verb whose subject follows or is left out: ", said the minister"."""
        inner = self._open("main", None, self.clause.verb, verb.start)
        self.clause = inner
        self.pending = None
        self._set(inner, verb)

    def _same_subject(self, verb: Verb) -> None:
        clause = self.clause
        while clause.kind in ("participle", "infinitive") and clause.parent is not None and verb.finite:
            clause = clause.parent
        if clause.kind == "relative" and clause.parent is not None and self.comma and verb.finite:
            clause = clause.parent
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
        if isinstance(last, Phrase) and last.kind == "n" and outer.verb is None:
            host = last
        elif isinstance(last, Phrase) and last.kind == "a":
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
                self.pending = None if self._waiting_for(outer) else self.pending
        self.clause = inner

    def _waiting_for(self, outer: Clause) -> bool:
        return outer.subject is not None

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
            if (
                clause.verb is not None
                and clause.complement is None
                and (_is_copula(self.w, clause.verb) or clause.objects or clause.verb.passive)
            ):
                clause.complement = phrase
                phrase.role = "predicate"
                phrase.governor = clause.verb
            elif self.np is not None and self._touches(self.np):
                phrase.role = "post"
                phrase.governor = self.np
            if not (clause.verb is None and self.pending is not None):
                self.np = phrase
            self.comma, self.coordinator = False, ""
        elif self.prep and not (self.at + 1 < len(self.items) and isinstance(self.items[self.at + 1], Phrase)):
            phrase.prep, self.prep = self.prep, ""


def _ahead(items: list[Item], maybe: bool) -> list[int]:
    """For each item, where the next finite verb stands before the clause ends; -1 where there is none.

    With `maybe` a form that is past or participle counts too; without it, such a form is passed over.
    """
    n = len(items)
    out = [-1] * (n + 1)
    closed = -1  # what stands after the bracket that closes
    stack: list[int] = []
    for k in range(n - 1, -1, -1):
        item = items[k]
        if isinstance(item, Verb):
            if item.form == "finite" or (maybe and item.form == "open"):
                out[k] = k
            else:
                out[k] = out[k + 1]
        elif isinstance(item, Mark):
            if item.tag == ")":
                stack.append(out[k + 1])
            elif item.tag == "(":
                closed = stack.pop() if stack else -1
                out[k] = closed
            elif item.tag in 'pP"':
                out[k] = out[k + 1]
            elif item.tag == "," and _age(items, k):
                out[k] = out[k + 3]  # "a man, 34, was shot"
        else:
            out[k] = out[k + 1]
    return out


def _age(items: list[Item], k: int) -> bool:
    """Whether a figure alone stands between the comma at `k` and the next."""
    if k + 2 >= len(items):
        return False
    figure, comma = items[k + 1], items[k + 2]
    alone = isinstance(figure, Phrase) and figure.figures == [figure.head] and figure.end - figure.start == 1
    return alone and isinstance(comma, Mark) and comma.tag == ","


def _measures(w: Words, after: Phrase) -> bool:
    """Whether a word takes a measure before it: "5 years ago", "50 km west", "two floors below"."""
    word = w.text[after.head]
    return (
        "after" in w.read[after.head].tags
        or word.endswith("er")
        or word in ("old", "long", "tall", "high", "deep", "wide")
    )


def _root(phrase: Phrase) -> Phrase:
    while phrase.first is not None:
        phrase = phrase.first
    return phrase


def _pronoun(w: Words, phrase: Phrase) -> bool:
    return w.text[phrase.head] in _SUBJECTS


def _takes_clause(w: Words, verb: Verb) -> bool:
    """Whether a verb takes a clause as its object: says, thinks, finds."""
    tags = w.read[verb.at].tags
    return "report" in tags or "stance" in tags or "thought" in tags


def _is_copula(w: Words, verb: Verb) -> bool:
    return verb.lemma == "be" or "copula" in w.read[verb.at].tags


def _finish(clause: Clause, w: Words) -> None:
    """Roles of the subject, once the verb is known; obliques of a clause without a verb stay without a governor."""
    subject, verb = clause.subject, clause.verb
    if subject is None or verb is None:
        return
    if subject.role == "" and subject.clause is clause and not subject.prep:
        subject.role = "passive_subject" if verb.passive else "subject"
        subject.governor = verb

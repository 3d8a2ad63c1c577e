"""What stands further right: looked up in tables made from right to left, or in a short stretch, so all is linear."""

from __future__ import annotations

from figcheck.syntax.phrases import Item, Mark, Phrase, Verb

__all__ = ["Ahead"]

_ASIDE = 16  # items from a name to the verb that follows what is set off after it
_LIST = 40  # items over which a list may go on
_PAST_COMMA = 24  # items from a participle to the comma that closes it off


class Ahead:
    """Questions about the items after a given one."""

    __slots__ = ("items", "maybe", "strict")

    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.strict = _finite(items, maybe=False)  # for each item, where the next finite verb of its clause stands; -1
        self.maybe = _finite(items, maybe=True)  # the same, forms that are past or participle counted

    def item(self, k: int) -> Item | None:
        """The item at `k`, or None past the end."""
        return self.items[k] if k < len(self.items) else None

    def noun(self, k: int) -> bool:
        """Whether a noun phrase stands at `k`."""
        item = self.item(k)
        return isinstance(item, Phrase) and item.kind == "n"

    def object(self, k: int) -> bool:
        """Whether a noun phrase that names no time stands at `k`: what a verb before it would have as its object."""
        item = self.item(k)
        while isinstance(item, Phrase) and item.kind == "r":
            k += 1
            item = self.item(k)
        return isinstance(item, Phrase) and item.kind == "n" and not item.is_time

    def by(self, k: int) -> bool:
        """Whether "by" stands at `k`."""
        item = self.item(k)
        return isinstance(item, Mark) and item.text == "by"

    def aside_then_verb(self, start: int) -> bool:
        """ "the storm, the worst in years, hit the coast": a name or rank set off by two commas before the verb."""
        commas = 0
        for k in range(start, min(len(self.items), start + _ASIDE)):
            item = self.items[k]
            if isinstance(item, Mark):
                commas += item.tag == ","
                if item.tag not in ",kpP" or commas > 2:
                    return False
            elif isinstance(item, Verb):
                return commas == 2 and isinstance(self.items[k - 1], Mark) and item.may_be_finite
        return False

    def joined_then_verb(self, start: int) -> bool:
        """ "the north and the south agreed": two names joined by "and", with the verb right after them."""
        joined = 0
        for k in range(start, min(len(self.items), start + _ASIDE)):
            item = self.items[k]
            if isinstance(item, Mark):
                joined += item.tag == "k"
                if item.tag not in "kpP":
                    return False
            elif isinstance(item, Verb):
                return joined == 1 and isinstance(self.items[k - 1], Phrase) and item.may_be_finite
        return False

    def lists_on(self, start: int, subject: bool = False) -> bool:
        """Whether commas and a coordinator with no verb between follow: a list goes on.

        A list that is the `subject` may have its verb right after it; with a comma between it is another name.
        """
        for k in range(start, min(len(self.items), start + _LIST)):
            item = self.items[k]
            if isinstance(item, Verb) and item.may_be_finite:
                return False
            if isinstance(item, Mark):
                if item.tag == "k":
                    if not self.noun(k + 1):
                        return False
                    return not self.comma_then_verb(k + 2) if subject else self.strict[k + 1] < 0
                if item.tag not in ",pP":
                    return False
        return False

    def comma_then_verb(self, start: int) -> bool:
        """Whether a comma and then a verb follow, with nothing but prepositional phrases before."""
        for k in range(start, min(len(self.items), start + _ASIDE)):
            item = self.items[k]
            if isinstance(item, Mark) and item.tag in ",-":
                return isinstance(self.item(k + 1), Verb)
            if not isinstance(item, Phrase) and not (isinstance(item, Mark) and item.tag in "pP"):
                return False
        return False

    def open_verb(self, start: int) -> bool:
        """Whether a verb that can be finite follows in the same stretch: "the man shot by police died"."""
        for k in range(start, min(len(self.items), start + _LIST)):
            item = self.items[k]
            if isinstance(item, Verb) and item.may_be_finite:
                return True
            if isinstance(item, Mark) and item.tag not in "pP":
                return False
        return False

    def agent(self, start: int) -> bool:
        """Whether "by" follows with no object before it, and then a verb: "a report released in May by X noted"."""
        agent = False
        for k in range(start, min(len(self.items), start + _LIST)):
            item = self.items[k]
            if isinstance(item, Verb):
                return agent and item.may_be_finite
            if isinstance(item, Mark):
                if item.tag in ";.:sw":
                    return False
                agent = agent or item.text == "by"
            elif item.kind == "n" and not agent and not item.is_time:
                before = self.items[k - 1]
                if not (isinstance(before, Mark) and before.tag in "pP"):
                    return False
        return False

    def telling(self, start: int) -> bool:
        """Whether the next verb in the same stretch takes a clause: "a poll conducted last week found that"."""
        for k in range(start, min(len(self.items), start + _LIST)):
            item = self.items[k]
            if isinstance(item, Verb):
                return item.may_be_finite and item.takes_clause
            if isinstance(item, Mark) and item.tag not in "pPk":
                return False
        return False

    def verb_after_comma(self, start: int) -> bool:
        """Whether a finite verb stands right after the next comma: "the firm, founded in 1990, said"."""
        for k in range(start, min(len(self.items), start + _PAST_COMMA)):
            item = self.items[k]
            if isinstance(item, Mark) and item.tag in ",-":
                after = self.item(k + 1)
                return isinstance(after, Verb) and after.may_be_finite
            if isinstance(item, Mark) and item.tag in "sw;.:k":
                return False
        return False


def _finite(items: list[Item], maybe: bool) -> list[int]:
    """For each item, where the next finite verb stands before the clause ends; -1 where there is none.

    With `maybe` a form that is past or participle counts too; without it, such a form is passed over.
    """
    n = len(items)
    out = [-1] * (n + 1)
    verb = -1  # the next finite verb, seen from the item at hand
    stack: list[int] = []
    for k in range(n - 1, -1, -1):
        item = items[k]
        if isinstance(item, Phrase):
            out[k] = verb
            before = items[k - 1] if k else None
            if item.kind == "n" and isinstance(before, Phrase) and before.kind == "n" and not item.is_time:
                verb = -1  # "told the paper he was": the paper is no subject
            continue
        if isinstance(item, Verb):
            if item.form == "finite" or (maybe and item.form == "open"):
                verb = k
        elif item.tag == ")":
            stack.append(verb)
            verb = -1
        elif item.tag == "(":
            verb = stack.pop() if stack else -1
        elif item.tag == "P":
            subject = items[k + 1] if k + 2 < n else None
            if (
                isinstance(subject, Phrase)
                and not subject.is_time
                and items[k + 2] is (items[verb] if verb >= 0 else None)
            ):
                verb = -1  # "missing after boat sinks": the verb is that of the clause that "after" opens
        elif item.tag == "w" and verb >= 0 and k and isinstance(items[k - 1], Phrase):
            verb = out[verb + 1]  # past the verb of a relative clause: "people who fell ill had eaten"
        elif item.tag != "p":
            verb = -1
        out[k] = verb
    return out

"""Who speaks: the kind of a source by the words that name it, and which earlier words a later mention stands for.

Rules: see RULES, each with an example.
More than 400 lines because all ways of recalling a source work on one cast, tried in one order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from testigo.claim import Span
from testigo.reading.chunks import NOUNS, head_of, is_time
from testigo.reading.classes import is_person
from testigo.reading.lists import wordset
from testigo.reading.named_before import called, counted, may_be_somebody, only_one
from testigo.reading.phrases import subject
from testigo.reading.recalled import SEVERAL, Phrase
from testigo.reading.source_kinds import kind_of
from testigo.reading.spoken import Link
from testigo.reading.tokens import Token
from testigo.reading.view import View
from testigo.value import replace, value

RULES = (
    (
        "source.kind-noun",
        "the head noun tells the kind of source",
        "a survey: document; a ministry: institution",
    ),
    (
        "source.kind-name",
        "a person's name makes a named source, an office's an institution",
        "his lawyer, Iryna Maleika",
    ),
    ("source.pronoun", "a pronoun stands for the newest source that fits it", "A trader ... He said"),
    (
        "source.same",
        "a definite phrase stands for the earlier source of that word",
        "a trader ... the trader",
    ),
    (
        "source.ordinal",
        "the first, second, other source, by the order in which they came up",
        "the second source",
    ),
    (
        "source.name",
        "a part of a name stands for the fullest name before it",
        "Hengaw: human rights group Hengaw",
    ),
    ("source.it", "“it” stands for the newest document or office", "A circular was read out. It says"),
)

_WOMAN = wordset(
    "woman mother wife daughter aunt sister girl grandmother widow she her herself niece actress mrs. ms."
)
_MAN = wordset("man father husband son uncle brother boy grandfather he his himself nephew him mr. policeman")
_SAYS = wordset("said says that")
_READS = wordset("says states reads stipulates orders adds goes")
_MEASURES = wordset(
    "hour minute day number series lot handful majority dozen hundred thousand pair kind group couple"
)
_FEW = wordset("some many most several others one two three four five six few all those another both none")
RECENT = 80  # how many actors, phrases or names back a mention is traced: keeps all work linear


@value
class Actor:
    """A source as known so far. span, text: the fullest words; heads: lower-case nouns and names that may recall it.

    sex: "f", "m" or ""; sentence: where it was last mentioned; order: its number among unnamed persons, from 1, else 0.
    """

    span: Span
    text: str
    kind: str
    heads: frozenset[str]
    names: frozenset[str]
    sex: str
    plural: bool
    sentence: int
    order: int
    number: int


@dataclass(slots=True)
class Cast:
    """The sources of one report in the order in which they come up, and the phrases that may name one later.

    around: those whose telling holds the one at hand, outermost first. within: for whoever was last heard through
    another, the number of that other, or -1 for whoever is quoted.
    """

    text: str
    actors: list[Actor] = field(default_factory=list)
    phrases: dict[str, list[Phrase]] = field(default_factory=dict)
    names: dict[str, list[Phrase]] = field(default_factory=dict)
    voices: list[Link] = field(default_factory=list)
    speaking: set[int] = field(default_factory=set)
    around: tuple[int, ...] = ()
    within: dict[int, int] = field(default_factory=dict)
    persons: int = 0
    subjects: list[Phrase] = field(default_factory=list)
    people: list[Phrase] = field(default_factory=list)
    seen: list[View] = field(default_factory=list)

    def note(self, view: View) -> None:
        """Remember the noun phrases of a sentence, so that "the leaflet" can be traced to "a leaflet"."""
        tokens = view.tokens
        self.seen = [*self.seen[-1:], view]
        for number, base in enumerate(view.chunks.nouns):
            head = tokens[head_of(tokens, base)]
            if head.tag not in NOUNS:
                continue
            phrase = Phrase(view, base, None)
            self.phrases.setdefault(head.lemma, []).append(phrase)
            if may_be_somebody(view, base, head):
                self.people.append(phrase)
            owner = max((n for n in range(*base) if tokens[n].tag == "POS"), default=base[0] - 1)
            for token in tokens[owner + 1 : base[1]]:  # "Kha's mother" is not Kha
                if len(token.text) > 1 and token.text[:1].isupper() and token.tag[:1] in ("N", "J", "V"):
                    self.names.setdefault(token.lower, []).append(phrase)
            if number == 0 and tokens[base[0]].tag != "WP$" and not is_time(tokens, base):
                self.subjects.append(_as_named(view, base) or phrase)
        for group in view.chunks.verbs:
            who = subject(view.chunks, group) if group.finite else None
            if who is not None and who[0] > 0 and tokens[who[0]].tag not in ("PRP", "WP", "WP$", "WDT", "EX"):
                self.subjects.append(Phrase(view, view.chunks.noun_from.get(who[0], who), who))

    def meet(
        self, view: View, first: int, last: int, speaker: Actor | None
    ) -> tuple[Actor, Span | None, str]:
        """The actor that tokens first..last name, the fuller earlier words if there are any, and the rule."""
        tokens = view.tokens[first:last]
        if len(tokens) == 1 and tokens[0].tag in ("PRP", "PRP$"):
            owner = _owner(view, first) if tokens[0].tag == "PRP$" else None
            if owner is not None:
                actor, _, _ = self._phrase(view, owner, owner)
                return actor, view.span(*owner), "source.pronoun"
            return self._pronoun(view, tokens[0], speaker)
        number = view.chunks.noun_of[first]
        inside = (first, view.chunks.nouns[number][1]) if number >= 0 else (first, last)
        base = view.chunks.noun_from.get(first) or inside
        base = _measured(view, (base[0], min(base[1], last)), last)
        return self._phrase(view, base, (first, last))

    def _pronoun(self, view: View, token: Token, speaker: Actor | None) -> tuple[Actor, Span | None, str]:
        word, index = _OWNERS.get(token.lower, token.lower), view.sentence.index
        if word == "i" and speaker is not None:
            return speaker, speaker.span, "source.pronoun"  # the one who is quoted, or whose account it is
        quoted = view.zones[view.sentence.tokens_in(token.span)[0]] > 0
        subject_of = self._nearest_subject(token, index, word, quoted=quoted, speaks=view.quoted)
        best: tuple[float, Actor] | None = None
        at, behind = view.sentence.tokens_in(token.span)
        after = view.lower(behind)
        reads = word == "it" and after in _READS
        if word == "they" and after == "say" and speaker is not None:
            return self._new(view, token.span, "public", token, True), None, "source.pronoun"  # hearsay
        for actor in self.actors[-RECENT:]:
            if (speaker is not None and actor.number == speaker.number) or not _fits(actor, word):
                continue
            sure = 3.0 if word in ("he", "she") and actor.sex else 0.0
            through = self._heard_through_another(actor, word, quoted=quoted)
            before = actor.sentence == index - 1 and not through
            if word in ("he", "she") and before and actor.number in self.speaking:
                sure = max(sure, 2.5)  # who spoke just before, rather than a man or woman further off
            here = word in ("he", "she") and actor.sentence == index and actor.number in self.speaking
            if here and view.lower(at - 1) in _SAYS:
                sure = max(
                    sure, 2.2
                )  # "Salima Dal said she had documented": who tells, rather than who spoke before
            score = sure - (index - actor.sentence) + 4 * (reads and actor.kind == "document") - 3 * through
            if index - actor.sentence <= 12 and (best is None or score >= best[0]):
                best = (score, actor)
        paper = self._paper(token, index) if reads and (best is None or best[1].kind != "document") else None
        if paper is not None:
            return self._new(view, paper, "document", token, False), paper, "source.it"
        offices = (best is None or (best[1].kind, word) == ("institution", "they")) and (
            subject_of is None or (subject_of[2], word) == ("institution", "they")
        )
        alone = only_one(self.seen[0], view, word) if offices and not quoted else None
        if alone is not None and _sex(alone.span.of(self.text)) in (
            "",
            {"he": "m", "she": "f"}.get(word, ""),
        ):
            return (
                self._new(view, alone.span, alone.kind, token, word == "they"),
                alone.span,
                "source.pronoun",
            )
        if subject_of is not None and (best is None or subject_of[0] > best[0] + 2.0):
            _, span, kind, plural = subject_of
            return (
                self._new(view, span, kind, token, plural),
                span,
                "source.it" if word == "it" else "source.pronoun",
            )
        if best is not None:
            actor = best[1]
            sex = {"he": "m", "she": "f"}.get(word, actor.sex)
            return self._seen(replace(actor, sex=sex), index), actor.span, "source.pronoun"
        kind = "document" if word == "it" else "public" if word == "you" else "anonymous"
        if word == "they" and quoted:
            kind = "public"
        return self._new(view, token.span, kind, token, word in ("they", "we")), None, "source.pronoun"

    def _heard_through_another(self, actor: Actor, word: str, *, quoted: bool) -> bool:
        """Whether somebody was only heard through another, whom a pronoun outside that other's words fits as well:
        "A conscript said that his commander threatened them. "I saw it," he said".
        """
        outer = self.within.get(actor.number)
        if outer is None or outer in self.around or quoted:
            return False
        if outer < 0:
            return word in ("he", "she", "they")
        return _fits(self.actors[outer], word) and (word != "they" or self.actors[outer].plural)

    def place(self, actor: Actor, *, quoted: bool) -> None:
        """Remember through whom somebody is heard here."""
        others = [number for number in self.around if number != actor.number]
        if others or quoted:
            self.within[actor.number] = others[-1] if others else -1
        else:
            self.within.pop(actor.number, None)

    def _paper(self, token: Token, index: int) -> Span | None:
        """The newest text that a sentence just before names: "sent out an order. It says that"."""
        newest = [some[-1] for some in self.phrases.values()]
        fits = [
            phrase
            for phrase in newest
            if phrase.kind == "document"
            and not phrase.plural
            and index - 1 <= phrase.view.sentence.index
            and phrase.span.end <= token.start
        ]
        return max((phrase.span for phrase in fits), key=lambda span: span.start, default=None)

    def _nearest_subject(
        self, token: Token, index: int, word: str, *, quoted: bool, speaks: bool
    ) -> tuple[float, Span, str, bool] | None:
        """The newest subject that a pronoun fits, with how well it does. speaks: whether it stands beside a quotation."""
        best: tuple[float, Span, str, bool] | None = None
        for phrase in self.subjects[-24:]:
            sentence, inside = phrase.view.sentence.index, phrase.view.zones[phrase.base[0]] > 0
            if sentence < index - 2 or phrase.span.end > token.start or (inside and not quoted):
                continue
            if (speaks and self._is_told_of(phrase, word)) or (sentence == index and _set_in(phrase, token)):
                continue
            if self._is_of_other_sex(phrase, word):
                continue  # "A nurse said … “He told me they slapped him,” she said"
            span, kind, plural = phrase.span, phrase.kind, phrase.plural
            things = kind in ("document", "institution")
            if plural != (word == "they") or (word != "they" and things != (word == "it")):
                continue
            if (
                word in ("he", "she")
                and phrase.view.tokens[phrase.base[0]].tag != "PRP"
                and not is_person(phrase.view.tokens, phrase.base)
            ):
                continue
            sex = _sex(span.of(self.text))
            wanted = {"he": "m", "she": "f"}.get(word, "")
            if wanted and sex and sex != wanted:
                continue
            score = (3.0 if wanted and sex == wanted else 0.0) - (index - sentence)
            leads = sentence == index and ":" in phrase.view.words
            if leads and _says_with_colon(phrase, phrase.view.sentence.tokens_in(token.span)[0]):
                score += 3.0  # rather than who told of something before
            if best is None or score >= best[0]:
                best = (score, span, kind, plural)
        return best

    def _is_of_other_sex(self, phrase: Phrase, word: str) -> bool:
        """Whether a pronoun has told that who is named here is no "he", or no "she"."""
        wanted = {"he": "m", "she": "f"}.get(word, "")
        return bool(wanted) and any(
            actor.sex and actor.sex != wanted and actor.span.start == phrase.span.start
            for actor in self.actors[-RECENT:]
        )

    def _is_told_of(self, phrase: Phrase, word: str) -> bool:
        """Whether somebody whom a pronoun fits tells of the phrase in its own sentence: "Anna said her aunt was beaten"."""
        return any(
            actor.number in self.speaking
            and actor.kind not in ("institution", "document")
            and _fits(actor, word)
            and actor.sentence == phrase.view.sentence.index
            and actor.span.end <= phrase.span.start
            for actor in self.actors[-RECENT:]
        )

    def _phrase(
        self, view: View, base: tuple[int, int], whole: tuple[int, int]
    ) -> tuple[Actor, Span | None, str]:
        tokens = view.tokens[base[0] : base[1]]
        head = view.tokens[head_of(view.tokens, base)]
        kind = kind_of(view, base, whole)
        titled = len(tokens) > 1 and all(t.text[:1].isupper() for t in tokens)
        proper = head.tag in ("NNP", "NNPS") or titled
        span = view.span(*whole)
        index = view.sentence.index
        words = frozenset(t.lower for t in tokens)
        names = frozenset(
            t.lower for t in view.tokens[base[0] : whole[1]] if t.tag in ("NNP", "NNPS") and len(t.text) > 2
        )
        apposed = whole[1] > base[1] and view.lower(base[1]) == ","
        definite = tokens[0].lower in ("the", "this", "that", "these", "those", "both") or head.tag in (
            "NNP",
            "NNPS",
        )
        if definite and not proper:
            found = self._definite(head, words, names, apposed, kind, index)
            if found is not None:
                return found
            another = view.lower(base[1]) == "of" and view.lower(base[1] + 1) in ("a", "an", "another")
            named = None if apposed or another or kind != "anonymous" else self._named_before(view, base)
            if named is not None:
                return self._new(view, named, "named", head, head.tag == "NNS"), named, "source.same"
            earlier = self._earlier(head, words, span)
            if earlier is not None and not apposed:
                actor = self._new(view, earlier[0], earlier[1], head, head.tag in ("NNS", "NNPS"))
                return actor, earlier[0], "source.same"
        if proper and tokens[0].lower not in ("a", "an", "another"):
            by_name = self._by_name(head, span, kind, index, view)
            if by_name is not None:
                return by_name
        if kind == "document" and tokens[0] is head:
            found = self._definite(head, words, names, apposed, kind, index)
            if found is not None:
                return found
        rule = "source.kind-name" if kind == "named" or head.tag in ("NNP", "NNPS") else "source.kind-noun"
        return self._new(view, span, kind, head, _plural(view, base, whole)), None, rule

    def _named_before(self, view: View, base: tuple[int, int]) -> Span | None:
        """The names of those whom "the singer" or "the three defendants" stands for, or None."""
        row = counted(self.people, view, base)
        if row is not None:
            return Span(row[0].own.start, row[1].own.end)
        one = called(self.people, view, base)
        return one.own if one is not None else None

    def _definite(
        self, head: Token, words: frozenset[str], names: frozenset[str], apposed: bool, kind: str, index: int
    ) -> tuple[Actor, Span | None, str] | None:
        persons = [*self.actors[:8], *self.actors[8:][-RECENT:]]
        persons = [a for a in persons if a.order and a.kind in ("anonymous", "named")]
        persons = [a for a in persons if self.within.get(a.number) is None or self.around]
        if head.lemma in ("source", "resident", "official", "trader", "man", "woman") and persons:
            if "first" in words:
                return self._seen(persons[0], index), persons[0].span, "source.ordinal"
            if "second" in words and len(persons) > 1 and not apposed:
                return self._seen(persons[1], index), persons[1].span, "source.ordinal"
            if "other" in words and not apposed and len(persons) > 1:
                newest = max(persons, key=lambda a: a.sentence)
                other = next((a for a in reversed(persons) if a.number != newest.number), newest)
                return self._seen(other, index), other.span, "source.ordinal"
            if words & {"second", "other", "third", "another"}:
                return None
        if "both" in words or (words & {"two", "three"} and head.lemma == "source"):
            return None
        marks = frozenset(w for w in words if w[:1].isdigit()) | {n for n in names if n != "the"}
        plural = head.tag == "NNS"
        fits = [
            a
            for a in self.actors[-RECENT:]
            if head.lemma in a.heads
            and not (kind == "institution" and a.kind in ("document", "anonymous"))
            and (not marks or marks & (a.names | a.heads))
            and (a.plural == plural or kind != "anonymous")
        ]
        if not fits and head.lemma == "source" and persons and not plural:
            fits = persons
        if not fits and head.lemma in ("man", "woman") and not plural and words <= {"the", "man", "woman"}:
            sex = {"man": "f", "woman": "m"}[head.lemma]
            fits = [a for a in persons if a.kind == "anonymous" and not a.plural and a.sex != sex][-1:]
        if not fits:
            return None
        newest = max(fits, key=lambda a: (a.sentence, a.number))
        return self._seen(newest, index), newest.span, "source.same"

    def _earlier(self, head: Token, words: frozenset[str], span: Span) -> tuple[Span, str] | None:
        """The longest earlier phrase with the same head noun and, where one is given, the same year or name."""
        marks = {w for w in words if w[:1].isdigit()}
        fits = [
            phrase
            for phrase in self.phrases.get(head.lemma, [])[-RECENT:]
            if phrase.span.end <= span.start
            and phrase.plural == (head.tag in ("NNS", "NNPS"))  # "The officer" is not "Five officers"
            and (not marks or any(m in phrase.span.of(self.text) for m in marks))
        ]
        fits = [f for f in fits if len(f.span) > len(span)] or [f for f in fits if len(f.span) >= len(span)]
        return (fits[-1].span, fits[-1].kind) if fits else None

    def _by_name(
        self, head: Token, span: Span, kind: str, index: int, view: View
    ) -> tuple[Actor, Span | None, str] | None:
        for actor in reversed(self.actors[-RECENT:]):
            if actor.kind == "document" and kind != "document":
                continue  # "the HRNK" is not "an HRNK report"
            if actor.kind == "anonymous" and kind == "institution":
                continue  # nor "HRNK observers"
            if actor.kind == "named" and f"({head.text})" in actor.text:
                continue  # nor "Ivo Sol, deputy head of the Press Guild (PG)"
            if head.lower in actor.names and (head.lower in actor.text.lower() or len(actor.names) == 1):
                if len(actor.span) >= len(span) and actor.span.start != span.start:
                    return (
                        self._seen(actor, index),
                        actor.span if len(actor.span) > len(span) else None,
                        "source.name",
                    )
                if kind == actor.kind or len(span) <= len(actor.span):
                    break
        fits = [
            (phrase.own, phrase.kind)
            for phrase in self.names.get(head.lower, [])[-RECENT:]
            if phrase.own.end <= span.start
            and len(phrase.own) > len(span)
            and (phrase.kind != "document" or kind == "document")
            and not (phrase.kind == "anonymous" and kind == "institution")
        ]
        if not fits:
            return None
        earlier, known = max(fits, key=lambda f: (f[1] == "institution", len(f[0])))
        if known not in ("named", "institution"):
            known = kind
        return self._new(view, earlier, known, head, False), earlier, "source.name"

    def _new(self, view: View, span: Span, kind: str, head: Token, plural: bool) -> Actor:
        for actor in reversed(self.actors[-4:]):
            if actor.span.start == span.start:
                return self._seen(actor, view.sentence.index)
        words = span.of(self.text)
        lower = [w.strip(",.()“”\"'").lower() for w in words.split()]
        own = _of_itself(words.split(), lower)  # "the guard" is no "wife of a guard"
        lemmas = {_singular(w) for w in own} | {head.lemma}
        names = frozenset(
            w.strip(",.()“”\"'").lower()
            for w in words.split()
            if w[:1].isupper() or (w[:1] == "(" and len(w) > 3)
        )
        if (
            words[:1].isupper()
            and lower
            and lower[0] in ("a", "an", "the", "his", "her", "one", "another", "some")
        ):
            names -= {lower[0]}
        sex = _sex(words)
        order = 0
        if kind == "anonymous" and not plural:
            self.persons += 1
            order = self.persons
        actor = Actor(
            span,
            words,
            kind,
            frozenset(lemmas),
            names,
            sex,
            plural,
            view.sentence.index,
            order,
            len(self.actors),
        )
        self.actors.append(actor)
        return actor

    def set_kind(self, actor: Actor, kind: str) -> Actor:
        """The actor with another kind."""
        actor = replace(actor, kind=kind)
        self.actors[actor.number] = actor
        return actor

    def _seen(self, actor: Actor, index: int) -> Actor:
        actor = replace(actor, sentence=index)
        self.actors[actor.number] = actor
        return actor


def _set_in(phrase: Phrase, pronoun: Token) -> bool:
    """Whether a pronoun tells of a phrase of its own sentence: "Her daughter, she says, weighs little", "The warden beat
    two men, she said.".
    """
    view = phrase.view
    at = view.sentence.tokens_in(pronoun.span)[0]
    if view.lower(at - 1) != "," or _says_with_colon(phrase, at):
        return False
    tag = view.lower(at + 2) in (",", ".") and (
        not phrase.base[0] or view.lower(phrase.base[0] - 1) not in _OPENS
    )
    return tag or view.tokens[at - 2].span.end == phrase.own.end


def _says_with_colon(phrase: Phrase, at: int) -> bool:
    """Whether a subject and its verb lead to a colon, behind which a pronoun tells: "Two nurses disagreed: ..., | they said"."""
    colon = next((n for n in range(phrase.base[1], at) if phrase.view.lower(n) == ":"), 0)
    return bool(colon) and any(
        group.finite and phrase.base[1] <= group.first < colon for group in phrase.view.chunks.verbs
    )


_OPENS = wordset("when after before as while if because since until once although though whenever")


def _as_named(view: View, base: tuple[int, int]) -> Phrase | None:
    """The name that a sentence gives its subject: "The author is Rustam, a geologist"."""
    name = view.chunks.noun_from.get(base[1] + 1) if view.lower(base[1]) in ("is", "was") else None
    if name is None or not all(t.tag in ("NNP", "NNPS") for t in view.tokens[name[0] : name[1]]):
        return None
    one = view.tokens[base[1] + 1 : name[1]]
    of_people = len(one) == 1 and (
        one[0].lower in _DAYS or one[0].text.endswith(("an", "ese", "ish", "i", "ek"))
    )
    return Phrase(view, name, None) if is_person(view.tokens, base) and not of_people else None


_DAYS = wordset("monday tuesday wednesday thursday friday saturday sunday today")


def _owner(view: View, at: int) -> tuple[int, int] | None:
    """The nearest person before "his" or "her" in the sentence: "jailed analyst Kim Sorak for his accusation"."""
    if view.lower(at) not in ("his", "her"):
        return None
    for base in reversed(view.chunks.nouns):
        head = view.tokens[head_of(view.tokens, base)]
        if base[1] <= at and head.tag in ("NN", "NNP", "PRP") and is_person(view.tokens, base):
            return None if head.tag == "PRP" else base
    return None


_OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it", "my": "i", "our": "we"}


def _sex(words: str) -> str:
    """The sex that the words for somebody tell: "f", "m" or ""."""
    lower = [w.strip(",.()“”\"'’").lower() for w in words.split()[:8]]
    if lower and lower[0] in ("his", "her"):
        lower = lower[1:]
    office = next((w.strip(",.") for w in words.split()[:8] if w.islower() and _OFFICE.search(w)), "")
    own = _OWN.search(words)  # "whose name has been changed at her request"
    if own is not None:
        return "f" if own.group(1) == "her" else "m"
    if _WOMAN & set(lower) or office.endswith("woman"):
        return "f"
    return "m" if _MAN & set(lower) or office else ""


_OWN = re.compile(r"\b(?:at|on|by|not) (his|her) (?:own )?(?:request|real name|first name|name)\b")
_OFFICE = re.compile(r"^(?:chair|spokes|police|business|fisher|service|congress|assembly)(?:wo)?man\b")


def _measured(view: View, base: tuple[int, int], last: int) -> tuple[int, int]:
    """What "seven hours of footage" or "a group of residents" is about: the phrase after "of"."""
    head = view.tokens[head_of(view.tokens, base)]
    if head.lemma not in _MEASURES or head.tag in ("NNP", "NNPS") or view.lower(base[1]) != "of":
        return base
    inner = view.chunks.noun_from.get(base[1] + 1)
    return inner if inner is not None and inner[1] <= last and view.tokens[inner[0]].tag != "PRP" else base


def _of_itself(words: list[str], lower: list[str]) -> list[str]:
    """The words for somebody without what stands behind "of", up to a comma, and behind "who": "the wife of a guard" is no guard."""
    end = next((n for n, word in enumerate(lower) if word in ("who", "whose", "whom", "which")), len(lower))
    words, lower = words[:end], lower[:end]  # "an agent who spoke to the source" is no source
    whose = lower.index("of") if "of" in lower else len(lower)
    behind = next((n + 1 for n in range(whose, len(words)) if words[n].endswith(",")), len(lower))
    return lower[:whose] + lower[behind:]


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 and not word.endswith("ss") else word


_ONE_PERSON = ("rapporteur", "ombudsman", "ombudsperson", "ombudswoman", "commissioner", "spokesperson")


def _fits(actor: Actor, word: str) -> bool:
    if word == "it":
        return actor.kind in ("document", "institution") and not actor.plural
    if word == "they":
        return actor.plural or actor.kind == "institution"
    if actor.plural or (actor.kind not in ("anonymous", "named") and not actor.text.endswith(_ONE_PERSON)):
        return False
    return not actor.sex or actor.sex == {"he": "m", "she": "f"}.get(word)


def _plural(view: View, base: tuple[int, int], whole: tuple[int, int]) -> bool:
    head = view.tokens[head_of(view.tokens, base)]
    if head.tag in ("NNS", "NNPS") or head.lower in SEVERAL:
        return True
    return whole[1] > base[1] and view.lower(base[1]) == "and"

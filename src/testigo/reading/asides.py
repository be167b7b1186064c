"""Acts that a sentence only mentions by the way: who somebody is, whom a rule is for, what is asked; none is a claim.

Rules:
- What a relative clause tells of a source says who it is ("a driver who delivers coal", "a farmer who hid in a field"),
  unless the source itself suffered it or left the country.
- "Whoever hides a deserter", "anyone caught with a phone" names those whom the rest of the sentence is about.
- What a page says to its reader outside a quotation ("if you have been detained, write to us") tells of nobody.
- A charge in the words of a law ("on charges of “insulting the president”") is what is held against somebody.
- The title of a report on a year names its topics: "Rueda, torture and ill-treatment, 2024".
- A question tells nothing, nor does one that is passed on ("asked whether they had met"). Speech that is only the telling of the report itself is no claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from testigo.claim import Span
from testigo.reading.arguments import Range
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.questions import YES_OR_NO
from testigo.reading.scenes import Mention, Scene
from testigo.reading.tokens import Sentence

_CLOSING = frozenset("”’\"'»")
_NEWSROOM = wordset("us our hotline bot editor editors email e-mail newsletter subscribe donate")
_QUOTING = frozenset('“”"«»')
_QUOTES = _QUOTING | frozenset("‘’'„") | {"``", "''"}
_LEADING = wordset("so and but well then ,")
_STOPS = frozenset(".!")
_TAKEN_FOR_GRANTED = frozenset(
    (",", ":", "IN", "WP", "WDT", "WP$", "WRB")
)  # "who beat you", "how they beat him"
_WHOEVER = wordset("whoever anyone anybody")
_STAYING = wordset("hide run shelter")
_ASKING = wordset("ask wonder inquire enquire")
_UNKNOWN = wordset("if whether who whom")
_OF_THEIR_OWN = wordset("escape movement smuggling contact confiscation speech crime policy other")


def by_the_way(sentence: Sentence, scene: Scene, mention: Mention, sources: Sequence[Span]) -> bool:
    """Whether a mention only asks, names a class of people, or says who a source is. sources: those known here."""
    clause = mention.clause
    if _asks(scene) or _to_the_reader(scene) or in_a_question(scene, mention):
        return True
    if clause is None or mention.noun:
        return False
    if _names_whoever(scene, clause) or _is_asked(scene, clause) or _is_quoted_charge(scene, clause):
        return True
    return _says_who(scene, mention, clause) and _of_a_source(sentence, clause.doer, sources)


def _asks(scene: Scene) -> bool:
    """Whether a sentence is a question."""
    last = [t.text for t in scene.tokens[-2:]]
    return last[-1:] == ["?"] or (last[:1] == ["?"] and last[-1] in _CLOSING)


def in_a_question(scene: Scene, mention: Mention) -> bool:
    """Whether a mention is what a quoted question asks with yes or no: '"Did they beat you?" the judge asked'.

    What the question only takes for granted is told: '"Was this the officer who beat you?"', '"Didn’t they beat you?"'.
    """
    tokens = scene.tokens
    quotes = [n for n, t in enumerate(tokens) if t.text in _QUOTES and t.tag != "POS"]
    opens = max((n + 1 for n in quotes if n < mention.at[0]), default=0)
    closes = min((n for n in quotes if n >= mention.at[1]), default=0)
    while opens < mention.at[0] and tokens[opens].lower in _LEADING:
        opens += 1
    inside = [t.text for t in tokens[mention.at[1] : closes]]
    if "?" not in inside or not _STOPS.isdisjoint(inside[: inside.index("?")]):
        return False
    between = [t.tag for t in tokens[opens + 1 : mention.at[0]]]
    if tokens[opens].lower not in YES_OR_NO or tokens[opens + 1].lower in ("n't", "n’t", "not"):
        return False
    if mention.noun:
        return tokens[opens + 1].lower == "there"
    verbs = [n for n, tag in enumerate(between) if tag[0] == "V"]
    joined = not verbs or "CC" in between[verbs[-1] :]
    return joined and _TAKEN_FOR_GRANTED.isdisjoint(between)


def _to_the_reader(scene: Scene) -> bool:
    """Whether a sentence speaks to whoever reads the page: "Please send us ...", "If you were held, call us"."""
    words = [t.lower for t in scene.tokens]
    opens = words[:2] == ["if", "you"] or words[:1] == ["please"] or words[:2] == ["help", "us"]
    return opens and not _NEWSROOM.isdisjoint(words) and _QUOTING.isdisjoint(t.text for t in scene.tokens)


def _is_quoted_charge(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is a charge in the words of a law: 'on charges of “publicly insulting the president”'."""
    at = clause.verb.first
    while at > 0 and scene.tokens[at - 1].tag == "RB":
        at -= 1
    if at < 2 or scene.tokens[at - 1].tag != "``" or scene.tokens[clause.verb.main].tag != "VBG":
        return False
    return scene.tokens[at - 2].lower in _CHARGING


_CHARGING = wordset("of for with including and or ,")


def _is_asked(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is what somebody asks: "wanted to know if we had met", "asked whom he had called"."""
    opening = {t.lower for t in scene.tokens[max(0, clause.first - 1) : clause.first + 1]}
    before = scene.clauses[clause.number - 1] if clause.number else None
    asks = before is not None and (
        before.lemma in _ASKING or (before.lemma == "know" and before.verb.modal == "to")
    )
    return asks and not opening.isdisjoint(_UNKNOWN)


def _names_whoever(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is the "whoever ...", "workers caught ..." that another clause has for its subject."""
    own = clause.subject
    if own is None:
        return False
    lead = scene.tokens[own[0]]
    if lead.lower not in _WHOEVER and not (clause.kind == "participle" and lead.tag == "NNS"):
        return False
    wholes = (c.subject for c in scene.clauses if c.number > clause.number)
    return any(whole is not None and whole[0] == own[0] and clause.verb.last <= whole[1] for whole in wholes)


def _says_who(scene: Scene, mention: Mention, clause: Clause) -> bool:
    """Whether a relative clause tells what somebody does by habit, or where he was: "who travels between the towns"."""
    own = mention.trigger.kind != "directive" and mention.trigger.act in _OF_THEIR_OWN
    if clause.kind != "relative" or clause.passive or not own:
        return False
    verb = clause.verb
    habit = verb.main == verb.first and scene.tokens[verb.main].tag in ("VBZ", "VBP")
    return habit or clause.lemma in _STAYING


def _of_a_source(sentence: Sentence, who: Range | None, sources: Sequence[Span]) -> bool:
    return who is not None and any(span.overlaps(sentence.span_of(*who)) for span in sources)


_DESCRIBING = wordset("live reside work study serve")


def describes(mention: Mention) -> bool:
    """Whether a mention only says who somebody is: "her uncle, who lives in Port Lessing, said"."""
    clause = mention.clause
    tells = clause is not None and clause.kind == "relative" and clause.lemma in _DESCRIBING
    return tells and mention.trigger.act == "other"


_ANSWERING = wordset("complain reply answer respond remark concede comment note")


def tells_itself(scene: Scene, mention: Mention, *, cued: bool) -> bool:
    """Whether speech is only the telling of the report itself: "complained to us that ...", "we wrote", "spoke with her".

    cued: its verb is what attributes something to somebody.
    """
    clause = mention.clause
    if clause is None or mention.noun or mention.trigger.act != "speech" or clause.verb.negated:
        return False  # "authorities have not commented on the report"
    if clause.doer is not None and scene.tokens[clause.doer[0]].lower == "we":
        return True
    if clause.lemma in ("speak", "talk"):
        preps = {prep for prep, _ in clause.preps}
        return "with" in preps and "about" not in preps
    named = clause.lemma == "complain" and {"about", "of", "over"} & {prep for prep, _ in clause.preps}
    return cued and clause.lemma in _ANSWERING and not named


def label_end(scene: Scene) -> int:
    """Where a label before a colon ends that only names a topic ("Violence and Harassment: Guards beat"), or 0."""
    words = scene.tokens[:_LONGEST_LABEL]
    end = next((n for n, token in enumerate(words) if token.text == ":"), 0)
    named = all(t.text[:1].isupper() or not t.text[:1].isalpha() or t.lower in _SMALL for t in words[:end])
    return end if named and not any(t.tag in ("VBD", "VBZ", "MD", "``") for t in words[:end]) else 0


_LONGEST_LABEL = 24
_SMALL = wordset("and or of for the in on to by with from a an against including under at")


def names_topics(title: str, parts: Sequence[Clause]) -> bool:
    """Whether a title says what a report is about: "Report on Rueda, 2023: prisons". parts: its clauses."""
    named = bool(_TOPICS.search(title)) and not any(part.verb.finite for part in parts)
    return named or bool(_YEAR_LAST.search(title))


_YEAR_LAST = re.compile(r"^[^,]+, [^,]+(?: and [^,]+)?, (?:19|20)\d\d$")


_TOPICS = re.compile(r",\s(?:19|20)\d\d\b|\breport on\b", re.IGNORECASE)

"""Relative clauses: which verbs stand in one, and what it is about where no pronoun before the verb says so.

Rules:
- A subject after "whom", "which" or "that" acts on what these stand for; after "in which" on nothing; "whose" and "of whom" too.
- Who says so may stand between the pronoun and its verb ("the man who police say killed the guard").
- Without a pronoun the noun phrase right before the subject is acted on ("the women they questioned were released").
"""

from __future__ import annotations

from testigo.reading.arguments import Range
from testigo.reading.chunks import Chunks, VerbGroup, is_time
from testigo.reading.classes import members
from testigo.reading.lists import wordset
from testigo.reading.subjects import antecedent


def has_object(chunks: Chunks, group: VerbGroup) -> bool:
    """Whether a noun phrase that is no time stands right after a verb."""
    tokens = chunks.sentence.tokens
    at = group.last
    while at < len(tokens) and (tokens[at].tag in ("RB", "RP", "``", "''") or tokens[at].lower == "dead"):
        at += 1
    base = chunks.noun_from.get(at)
    return base is not None and not is_time(tokens, base)


def after_relative(chunks: Chunks, group: VerbGroup, first: int) -> bool:
    """Whether a subject follows a relative pronoun that is not it: "an order that the bureau issued"."""
    token = chunks.sentence.tokens[first - 1]
    relative = first > 1 and token.lower in ("which", "that", "whom", "who")
    noun = first - 1
    if relative and token.lower in ("whom", "which") and chunks.sentence.tokens[first - 2].lower == ",":
        noun -= 1  # "the priest, whom soldiers detained"
    base = chunks.noun_upto.get(noun) if relative else None
    if (
        base is None
        or _is_told(chunks, base)
        or (is_time(chunks.sentence.tokens, base) and token.lower == "that")
    ):
        return False
    if token.lower == "that" and _says_that(chunks, group, base):
        return False
    if token.lower == "who" and chunks.sentence.tokens[first].tag not in ("NNS", "NNP", "PRP", "DT"):
        return False  # "those who stay pay": "stay" is no subject
    return token.tag in ("WDT", "WP") or not (group.passive or has_object(chunks, group))


def _says_that(chunks: Chunks, group: VerbGroup, base: Range) -> bool:
    """Whether "that" opens what a paper or rumor says: "a note from the clinic that her son had died"."""
    tokens = chunks.sentence.tokens
    words = (token.lower for token in tokens[max(0, base[0] - 4) : base[1]])
    return tokens[group.main].lemma in _NEVER_TO_ANYBODY and any(word in _SAYING for word in words)


_NEVER_TO_ANYBODY = wordset("die disappear arrive vanish fall flee be go come exist")
_SAYING = wordset(
    "paper note letter message rumor rumour claim statement proof evidence news word certificate notice"
)


def _is_told(chunks: Chunks, base: Range) -> bool:
    """Whether a phrase before "that" is who is told something: "told us that the police came"."""
    tokens = chunks.sentence.tokens
    verb = chunks.verb_at(base[0] - 1) if base[0] else None
    return tokens[base[0]].tag == "PRP" or (verb is not None and tokens[verb.main].lemma in _TELLING)


_TELLING = wordset("tell inform warn assure remind notify convince")


def in_which(chunks: Chunks, first: int) -> bool:
    """Whether a subject follows "in which", "under whose command": "the cell, in which three prisoners died, was closed"."""
    tokens = chunks.sentence.tokens
    owner = chunks.noun_upto.get(first)
    if owner is not None and owner[0] > 0 and tokens[owner[0]].lower == "whose":
        return tokens[owner[0] - 1].tag in ("IN", "TO")
    return first > 2 and tokens[first - 1].lower in ("which", "whom") and tokens[first - 2].tag in ("IN", "TO")  # fmt: skip


def owned(chunks: Chunks, first: int) -> Range | None:
    """What a subject acts on after "whose": "the scholar, whose appeal | the court rejected"; None elsewhere."""
    tokens = chunks.sentence.tokens
    owner = chunks.noun_upto.get(first)
    if owner is None or owner[0] == 0 or tokens[owner[0]].lower != "whose":
        return None
    return None if tokens[owner[0] - 1].tag in ("IN", "TO") else owner


def of_whose(chunks: Chunks, group: VerbGroup, subj: Range) -> bool:
    """Whether a subject belongs to a relative clause: "whose members", "some of whose members", "two of whom"."""
    tokens = chunks.sentence.tokens
    if any(g.finite and subj[0] < g.first < min(subj[1], group.first) for g in chunks.verbs):
        return False  # "residents whose relatives live abroad were called in"
    if tokens[subj[0]].lower == "whose":
        return True
    return any(
        tokens[at].lower in ("whose", "whom", "which") and tokens[at - 1].lower == "of"
        for at in range(subj[0] + 1, min(subj[1], subj[0] + 5))
    )


def past_aside(chunks: Chunks, group: VerbGroup, subj: Range | None) -> Range | None:
    """The subject before an aside with "of whom": "The two sisters, one of whom had worked abroad, were expelled"."""
    tokens = chunks.sentence.tokens
    if subj is None or subj[0] < 2 or tokens[subj[0] - 1].lower != "," or subj[1] != group.first:
        return subj
    if tokens[subj[1] - 1].lower != "," or not any(
        token.lower in ("whom", "whose") for token in tokens[subj[0] + 1 : subj[0] + 5]
    ):
        return subj
    before = chunks.noun_upto.get(subj[0] - 1)
    inside = any(g.finite and subj[0] < g.first < subj[1] for g in chunks.verbs)
    return before if inside and before is not None and not is_time(tokens, before) else subj


def behind_list(chunks: Chunks, subj: Range | None) -> Range | None:
    """The subject behind a list that is closed: "provided for travel, emigration, and return, and the ministry | respected"."""
    tokens = chunks.sentence.tokens
    if subj is None:
        return None
    ands = [n for n in range(*subj) if tokens[n].lower == "and"]
    if len(ands) < 2 or tokens[ands[-1] - 1].lower != "," or tokens[ands[-2] - 1].lower != ",":
        return subj
    opens = tokens[min(ands[-1] + 1, subj[1] - 1)]
    return (ands[-1] + 1, subj[1]) if opens.tag == "DT" and subj[1] - ands[-1] > 2 else subj


def acts_on_it(chunks: Chunks, group: VerbGroup, subj: Range) -> bool:
    """Whether the last noun acts on what "whose" owns: "whose church officials demolished"."""
    tokens = chunks.sentence.tokens
    if subj[1] - subj[0] != 3 or group.passive or subj[1] != group.first or has_object(chunks, group):
        return False
    last = tokens[subj[1] - 1]
    return last.lower in members("authority") or last.lemma in members("authority")


def inserted(chunks: Chunks, at: int) -> Range | None:
    """Whom a verb past a teller is about: "the man who | police say | killed the guard", "a man | they said | had fled"; else None."""
    tokens = chunks.sentence.tokens
    cue = chunks.verb_at(at - 1) if at > 2 else None
    if cue is None or not cue.finite or cue.last != at or tokens[cue.main].lemma not in _REPORTING:
        return None
    teller = chunks.noun_upto.get(cue.first)
    if teller is None or teller[0] == 0:
        return None
    if tokens[teller[0] - 1].lower in ("who", "which", "that"):
        return antecedent(chunks, teller[0] - 1) if teller[0] > 1 else None
    before = chunks.noun_upto.get(teller[0]) if tokens[teller[0]].tag in ("PRP", "DT") else None
    if before is None or is_time(tokens, before) or tokens[before[0]].tag == "PRP":
        return None
    return before


def contact(chunks: Chunks, group: VerbGroup, subj: Range) -> Range | None:
    """What a clause without a pronoun is about: "the women | they questioned were released", "the charges | the court heard"."""
    tokens = chunks.sentence.tokens
    base = chunks.noun_upto.get(subj[0])
    if base is None or group.passive or subj[1] > group.first or tokens[subj[0]].tag not in _NEW_PHRASE:
        return None
    if tokens[base[0]].lower == "whose":  # "whose passport the ministry annulled"
        return None if has_object(chunks, group) else base
    if is_time(tokens, base) or tokens[base[0]].tag == "PRP" or tokens[base[1] - 1].tag in ("NNP", "CD"):
        return None
    at = group.last
    while at < len(tokens) and tokens[at].tag in ("RB", "RP"):
        at += 1
    after = tokens[at] if at < len(tokens) else None
    if (
        after is None
        or after.tag in ("TO", "VBG", "VBN")
        or at in chunks.noun_from
        or after.lower in _CONTENT
    ):
        return None
    over = chunks.verb_at(base[0] - 1) if base[0] else None
    if over is not None and tokens[over.main].lemma in _REPORTING | _TOLD:
        return None  # "told the women they were free"
    opens = base[0] == 0 or tokens[base[0] - 1].lower in ("that", ",", "“", "and")
    later = next((g for g in chunks.verbs if g.first >= group.last), None)
    if opens:  # the sentence goes on: "the women they questioned were released"
        return base if later is not None and later.finite and later.first == at else None
    return base if over is not None else None


_NEW_PHRASE = frozenset({"DT", "PRP", "PRP$", "NNS", "NNP"})
_CONTENT = wordset('that whether how why what if “ " ‘')
_TOLD = wordset("ask promise show teach assure remind convince persuade fear hope expect suspect")
_REPORTING = wordset(
    "say tell report claim state add allege believe note announce confirm learn hear write explain warn find know think"
    " recall reveal estimate argue insist indicate mention declare"
)

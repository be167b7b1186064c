"""Where the writer adds what is his own to what somebody tells: what he saw, what stood at the year's end, what was not said.

Rules:
- Behind a comma and "but" or "although": "we" who tell nothing before, "by year's end", what could not be verified.
- Behind who told it in the past: what others say or keep from saying in the present ("..., he said, in a case that groups
  call unfair").
- "said that A, which the ministry denies": who denies it is told by the writer.
- A bare "this", a "which" for a whole clause and the "it" of "it is doubtful that" tell nothing themselves.
- "said that A, but declined to give details": keeping silent is nothing that is told.
"""

from __future__ import annotations

from testigo.reading import lexicon
from testigo.reading.chunks import FINITE, VerbGroup
from testigo.reading.frames import Cue, past_adverbs
from testigo.reading.governors import effects
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward, subject, upto
from testigo.reading.tellers import can_tell
from testigo.reading.view import View

_BUT = frozenset({"but", "yet", "although", "though", "while"})
_OURS = frozenset({"we", "our", "us"})
_OWN = _OURS | {"i", "my", "me"}
_VERIFYING = wordset("verify confirm corroborate substantiate")
_WHEN = frozenset({"when", "while", "because", "who", "which", "that"})


def is_writers_own(view: View, cue: Cue, comma: int, ceiling: int) -> bool:
    """Whether a clause behind a comma is the writer's: "says nobody is forced, | but at the market we saw", "..., | but by year's end"."""
    first = comma + 2
    if view.lower(comma) != "," or view.lower(comma + 1) not in _BUT or view.lower(first) == "that":
        return False
    verb = next((g for g in view.chunks.verbs if first < g.first < ceiling and g.finite), None)
    if verb is None or view.zones[first] or view.zones[cue.group.first]:
        return False
    teller = subject(view.chunks, cue.group)
    if teller is None or not _OWN.isdisjoint(view.lowers[teller[0] : teller[1]]):
        return False
    if not _OURS.isdisjoint(view.lowers[first : verb.first]):
        return True
    return _at_years_end(view, first, ceiling) or _is_unverified(view, verb)


def _at_years_end(view: View, first: int, ceiling: int) -> bool:
    """Whether a clause tells what stood when the year ended, which is when a country report closes."""
    words = view.lowers[first:ceiling]
    ends = (n for n, word in enumerate(words) if word == "end" and n)
    return any(
        words[n - 1] in ("'s", "’s", "year-") or words[n + 1 : n + 4] == ("of", "the", "year") for n in ends
    )


def _is_unverified(view: View, verb: VerbGroup) -> bool:
    """Whether a verb says that something could not be verified: "the paper was unable to confirm", "could not be verified"."""
    unable = view.lower(verb.last) == "unable"
    inner = view.chunks.verb_at(verb.last + 1) if unable and verb.last + 1 < len(view.tokens) else verb
    cannot = unable or (verb.modal in ("could", "can") and verb.negated)
    return cannot and inner is not None and view.tokens[inner.main].lemma in _VERIFYING


def is_added(view: View, cue: int, start: int, ceiling: int) -> bool:
    """Whether others tell, in the present, behind who told it in the past: "he said, | though the office has not confirmed it"."""
    opens = view.tokens[start]
    if opens.tag != "IN" or opens.lower in _REASONS or view.tokens[cue].tag != "VBD" or view.zones[start]:
        return False
    told = any(view.tokens[n].tag in FINITE for n in range(cue) if view.zones[n] == view.zones[start])
    verb = next((g for g in view.chunks.verbs if start < g.first < ceiling and g.finite), None)
    if not told or verb is None or view.tokens[verb.first].tag not in ("VBZ", "VBP"):
        return False
    return view.tokens[verb.main].lemma in lexicon.verbs() and subject(view.chunks, verb, start) is not None


_REASONS = wordset("because since if that whether unless as")


def before_dispute(view: View, start: int, ceiling: int) -> int:
    """Where the writer adds who denies it: "said that guards beat him, | which the ministry rejects", ", | a claim they deny"."""
    for at in range(start + 1, ceiling - 2):
        if view.lower(at) != "," or view.zones[at] != view.zones[start]:
            continue
        first = at + 2 if view.lower(at + 1) == "which" else past_claim(view, at + 1)
        first += first > 0 and view.lower(first) in ("that", "which")
        who = onward(view.chunks, first, ceiling) if first else None
        verb = (
            view.chunks.verb_at(past_adverbs(view, who[1])) if who is not None and who[1] < ceiling else None
        )
        if verb is not None and verb.finite and _denies(view, verb):
            return at
    return ceiling


def past_claim(view: View, at: int) -> int:
    """Where the words behind "a claim", "a charge" start, also where they run into it: "a charge | police deny"; 0 without one."""
    base = view.chunks.noun_from.get(at)
    if base is None:
        return 0
    if lexicon.nouns().get(view.tokens[base[1] - 1].lemma) is not None:
        return base[1]
    if view.lower(at) not in ("a", "an"):
        return 0
    return next((n + 1 for n in range(at + 1, base[1]) if lexicon.nouns().get(view.lower(n)) is not None), 0)


def _denies(view: View, verb: VerbGroup) -> bool:
    """Whether a verb denies, with nothing behind it but a stop."""
    senses = lexicon.verbs().get(view.tokens[verb.main].lemma, ())
    return any(sense.cls == "deny" for sense in senses) and view.lower(verb.last) in (".", ",", ";", "", "”")


def before_silence(view: View, start: int, ceiling: int) -> int:
    """Where who tells is said to tell no more: "said an inquiry was opened | but declined to give details"."""
    for at in range(start + 1, ceiling - 1):
        if view.lower(at) not in ("but", "and") or view.zones[at]:
            continue
        verb = view.chunks.verb_at(past_adverbs(view, at + 1))
        tensed = verb is not None and (verb.finite or view.tokens[verb.first].tag == "VBN")
        if verb is not None and tensed and _keeps_silent(view, verb):
            return at - (view.lower(at - 1) == ",")
    return ceiling


def _keeps_silent(view: View, verb: VerbGroup) -> bool:
    """Whether a verb without a subject tells that no more was told."""
    lemma, inner = view.tokens[verb.main].lemma, verb
    refuses = lemma in ("decline", "refuse") and view.lower(verb.last) == "to"
    if refuses:
        inner = view.chunks.verb_at(verb.last) or verb
        lemma = view.tokens[inner.main].lemma
    elif not verb.negated and view.lower(verb.last) not in ("no", "few", "little"):
        return False
    if (
        view.lower(verb.last) in _ON_RECORD
        or lemma in _ON_RECORD
        or (refuses and lemma in ("be", "name", "identify", "quote") and inner.passive)
    ):
        return True
    if refuses and view.tokens[verb.main].lemma != "decline":
        return False  # "said he was beaten but refused to give their names": so he tells
    told = view.lowers[inner.last : inner.last + 4]
    return lemma in _GIVING and not (_DETAILS | _PARTICULARS if refuses else _DETAILS).isdisjoint(told)


_ON_RECORD = wordset("elaborate comment")
_GIVING = wordset("give provide offer release share disclose cite")
_DETAILS = wordset("detail details evidence figure figures proof specifics")
_PARTICULARS = wordset("name names explanation explanations reason reasons number numbers")


POINTING = wordset("suggest indicate imply")


def stands_for_clause(view: View, cue: Cue, who: tuple[int, int]) -> bool:
    """Whether the words before a cue stand for what was just told, or for nothing: "This would suggest that", "It is doubtful
    that", "It would be wrong to say that"; ", which would suggest that", behind a thing or with a modal.
    """
    word = view.lower(who[1] - 1)
    if word in ("this", "that", "these") and all(
        t.tag in ("DT", "PDT") for t in view.tokens[who[0] : who[1]]
    ):
        return cue.lemma in POINTING and (word != "that" or who[0] == 0)
    if who[1] - who[0] > 1:
        return False
    if word == "it":
        before = view.tokens[cue.group.first - 1]
        judged = cue.group.modal == "to" and before.tag == "JJ" and before.lemma not in effects()
        return judged or cue.lemma == "be doubtful"
    if word != "which" or cue.lemma not in POINTING or view.lower(who[0] - 1) != ",":
        return False
    behind = upto(view.chunks, who[0] - 1)
    return cue.group.modal != "" or behind is None or not can_tell(view, behind)

"""Where one sentence attributes something in other words than a verb of telling, "according to" or a noun with "that".

Rules: see RULES, each with an example.
- Whose account or view it is stands before "'s", as a possessive, or behind "of", "among", "from".
- What is said to be understood, believed or rumoured and nobody is named for is doubted.
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading import lexicon
from testigo.reading.chunks import FINITE, head_of
from testigo.reading.cues import Told
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward, short, subject
from testigo.reading.recordings import RECORDINGS
from testigo.reading.view import View

RULES = (
    (
        "cue.account",
        "in whose account, version or view it is so",
        "In the account of a nurse, he was beaten.",
    ),
    ("cue.what-they-say", "“from what ... say”, “so ... says”", "From what traders say, it is closed."),
    ("cue.recorded", "in a recording or video", "In a video posted on Monday, guards beat a prisoner."),
    (
        "cue.version",
        "the version, explanation or complaint of somebody is that",
        "His story is that guards beat him.",
    ),
    (
        "cue.it-is-said",
        "“it is understood”, “it is said” between commas",
        "He was arrested, it is understood, in May.",
    ),
)


def other_ways(view: View) -> list[Told]:
    """Every attribution in other words in the sentence."""
    words = view.words
    found: list[Told] = []
    if not _ACCOUNTS.isdisjoint(words):
        found += _accounts(view)
    if "what" in words or "so" in words:
        found += _what_they_say(view)
    if not RECORDINGS.isdisjoint(words):
        found += _recorded(view)
    if "said" in words or "reported" in words:
        found += _said_to_have(view)
    if "managed" in words or "able" in words:
        found += _managed_to_tell(view)
    if "know" in words:
        found += _lets_know(view)
    if "far" in words:
        found += _as_far_as(view)
    if "that" in words or "because" in words:
        found += _versions(view)
    if "it" in words and not _UNTRUE.isdisjoint(words):
        found += _not_true(view)
    if "it" in words and not _HELD.isdisjoint(words):
        found += _held(view)
    return found


_ACCOUNTS = wordset(
    "account accounts telling version words view eyes reckoning recollection memory judgment judgement opinion count tally estimate estimates admission"
)
_HELD = wordset(
    "learned heard understood believed said thought rumored rumoured alleged assumed claimed feared presumed supposed whispered reported"
)
_BY = wordset("by in from on to")


def _accounts(view: View) -> list[Told]:
    """The likes of "By the account of a nurse, ...", "In his telling, ...", "..., in the words of a clerk"."""
    found: list[Told] = []
    for base in view.chunks.nouns:
        first, last = base
        if view.lower(last - 1) not in _ACCOUNTS or view.lower(first - 1) not in _BY:
            continue
        if first > 1 and view.lower(first - 2) not in (",", "”", '"', "but", "and"):
            continue
        who, end = _whose(view, first, last)
        if (
            who is None
            or view.lower(end) not in (",", ".", ";")
            or (view.lower(first - 1) == "by" and end == last)
        ):
            continue
        told = _beside(view, first - 1, end)
        if told is not None:
            found.append(_told(view, (first - 1, last), who, (told,), "cue.account"))
    return found


def _whose(view: View, first: int, last: int) -> tuple[tuple[int, int] | None, int]:
    """Whose account a noun phrase names, and where that ends."""
    if view.tokens[first].tag == "PRP$":
        return ((first, first + 1), last) if view.lower(first) not in ("its", "my", "our") else (None, last)
    owner = next((n for n in range(first + 1, last) if view.tokens[n].tag == "POS"), -1)
    if owner > 0:
        return (first, owner), last
    who = short(view.chunks, last + 1, len(view.tokens)) if view.lower(last) in _OF_WHOM else None
    if who is None or not _can_tell(view, who):
        return None, last
    return who, who[1]


_OF_WHOM = wordset("of from by among")


def _can_tell(view: View, who: tuple[int, int]) -> bool:
    """Whether a phrase names somebody or something that can tell."""
    base = view.chunks.noun_from.get(who[0], who)
    head = view.tokens[head_of(view.tokens, base)]
    return head.lemma in lexicon.source_kinds() or head.tag in ("NNP", "NNPS", "PRP", "CD")


def _beside(view: View, first: int, last: int) -> Span | None:
    """What stands after the words first..last where they open the sentence, else what stands before."""
    opens = first <= 1 or view.lower(first - 1) in ("but", "and")
    if opens and view.lower(last) == ",":
        return view.trimmed(last + 1, view.ceiling(first))
    return view.trimmed(view.bounds(first)[0], first) if not opens else None


def _what_they_say(view: View) -> list[Told]:
    """The likes of "From what the traders say, ..." and "On Monday, so a witness says, ..."."""
    found: list[Told] = []
    for group in view.chunks.verbs:
        if not _says(view, group.main) or not group.finite or view.lower(group.last) not in (",", "."):
            continue
        who = subject(view.chunks, group, view.bounds(group.first)[0])
        if who is None or who[1] > group.first:
            continue
        opened = who[0] - 1
        if view.lower(opened) == "what" and view.lower(opened - 1) in ("from", "by"):
            opened -= 1
        elif view.lower(opened) != "so" or view.lower(opened - 1) not in (",", "”", '"'):
            continue
        before = view.trimmed(view.bounds(opened)[0], opened) if opened > 1 else None
        after = view.trimmed(group.last + 1, view.ceiling(opened)) if view.lower(group.last) == "," else None
        pieces = tuple(p for p in (before, after) if p is not None)
        if pieces:
            found.append(_told(view, (group.first, group.last), who, pieces, "cue.what-they-say"))
    return found


def _says(view: View, at: int) -> bool:
    """Whether a verb is one of telling or hearing."""
    return _tells(view, at) or view.tokens[at].lemma in ("hear", "know", "gather", "understand")


def _recorded(view: View) -> list[Told]:
    """The likes of "In a recording passed to the paper, a guard beats three prisoners", where nobody else tells."""
    base = view.chunks.noun_from.get(1) if view.lower(0) in ("in", "on") else None
    if base is None or view.lower(base[1] - 1) not in RECORDINGS:
        return []
    comma = next((n for n in range(base[1], min(len(view.tokens), base[1] + 10)) if view.lower(n) == ","), 0)
    tellers = (g for g in view.chunks.verbs if g.first > comma and g.finite)
    if not comma or any(_tells(view, g.main) for g in tellers):
        return []
    content = view.trimmed(comma + 1, view.ceiling(0))
    return [_told(view, (0, 1), (1, comma), (content,), "cue.recorded")] if content is not None else []


def _tells(view: View, at: int) -> bool:
    """Whether a verb is one of telling."""
    return any(
        sense.cls in ("say", "report", "claim", "admit", "warn")
        for sense in lexicon.verbs().get(view.tokens[at].lemma, ())
    )


def _said_to_have(view: View) -> list[Told]:
    """The likes of "“They will burn,” the principal is said to have warned", and "... is said to have warned that"."""
    found: list[Told] = []
    for group in view.chunks.verbs:
        before = view.chunks.verb_at(group.first - 1) if group.first else None
        if group.modal != "to" or before is None or not before.passive or not _tells(view, group.main):
            continue
        if view.tokens[before.main].lemma not in ("say", "report", "allege", "rumor", "believe", "quote"):
            continue
        who = subject(view.chunks, before, view.bounds(before.first)[0])
        if who is None or who[1] > before.first:
            continue
        hearer = (
            short(view.chunks, group.last, len(view.tokens))
            if view.tokens[group.main].lemma == "tell"
            else None
        )
        end = hearer[1] if hearer is not None else group.last
        spoken = view.lower(who[0] - 1) in ("”", '"', ",") and view.lower(end) in (".", ",")
        content = view.trimmed(0, who[0]) if spoken else None
        if view.lower(group.last) == "that":
            content = view.trimmed(group.last + 1, view.ceiling(group.first))
        if content is not None:
            found.append(_told(view, (before.first, group.last), who, (content,), "cue.version"))
    return found


def _managed_to_tell(view: View) -> list[Told]:
    """The likes of "They got a room, a relative managed to tell him"."""
    found: list[Told] = []
    for group in view.chunks.verbs:
        if (
            group.modal != "to"
            or not _tells(view, group.main)
            or view.lower(group.first - 1) not in ("managed", "able")
        ):
            continue
        before = next((g for g in reversed(view.chunks.verbs) if g.last <= group.first and g.finite), None)
        who = subject(view.chunks, before, view.bounds(before.first)[0]) if before is not None else None
        if who is None or before is None or who[1] > before.first or view.lower(who[0] - 1) not in (",", "”"):
            continue
        content = view.trimmed(0, who[0])
        later = any(
            view.tokens[n].tag in FINITE or view.lower(n) == "that"
            for n in range(group.last, len(view.tokens))
        )
        if content is not None and not later:
            found.append(_told(view, (before.first, group.last), who, (content,), "cue.version"))
    return found


def _lets_know(view: View) -> list[Told]:
    """The likes of "The manager let the workers know that thieves would be shot"."""
    found: list[Told] = []
    for group in view.chunks.verbs:
        if view.tokens[group.main].lemma not in ("let", "have") or not group.finite:
            continue
        whom = view.chunks.noun_from.get(group.last)
        if whom is None or view.lower(whom[1]) not in ("know", "understand"):
            continue
        that = next(
            (n for n in range(whom[1], min(len(view.tokens), whom[1] + 6)) if view.lower(n) == "that"), 0
        )
        who = subject(view.chunks, group, view.bounds(group.first)[0])
        content = view.trimmed(that + 1, view.ceiling(group.first)) if that else None
        if who is not None and who[1] <= group.first and content is not None:
            found.append(_told(view, (group.first, group.last), who, (content,), "cue.version"))
    return found


def _versions(view: View) -> list[Told]:
    """The likes of "The informant's version is that ..." and "The complaint among drivers was that ..."."""
    found: list[Told] = []
    for group in view.chunks.verbs:
        at = group.last
        if view.lower(at) != "that" or view.tokens[group.main].lemma != "be" or group.modal or group.negated:
            continue
        who = subject(view.chunks, group, view.bounds(group.first)[0])
        base = view.chunks.noun_from.get(who[0]) if who is not None else None
        if who is None or base is None or at + 1 >= len(view.tokens) or view.tokens[at + 1].tag in FINITE:
            continue
        noun = view.tokens[head_of(view.tokens, base)].lemma
        cls = lexicon.nouns().get(noun) or ("claim" if noun in _VERSIONS else "")
        content = view.trimmed(at + 1, view.ceiling(group.first))
        if cls not in _TELLING or content is None:
            continue
        named, _ = _whose(view, *base)
        told = _told(view, (base[1] - 1, at), named or who, (content,), "cue.version")
        if named is None and lexicon.source_kinds().get(noun) != "document":
            continue
        found.append(told)
    return found


_VERSIONS = wordset(
    "version explanation story complaint grievance reason excuse suspicion impression understanding account theory"
)
_TELLING = wordset("say report claim admit warn believe view fear")


def _held(view: View) -> list[Told]:
    """The likes of "The ambassador was recalled, it is understood, because his son fled"."""
    found: list[Told] = []
    for at in range(1, len(view.tokens) - 3):
        if view.lower(at) != "it" or view.lower(at - 1) != "," or view.lower(at + 1) not in ("is", "was"):
            continue
        if view.lower(at + 2) in ("learned", "heard") and view.lower(at + 3) == "from":
            found += _learned_from(view, at)
            continue
        end = at + 2 + (view.lower(at + 2) in ("widely", "generally", "now", "also"))
        if view.lower(end) not in _HELD or view.lower(end + 1) not in (",", "."):
            continue
        start = max((n + 1 for n in range(at) if view.lower(n) in (":", ";")), default=0)
        before = view.trimmed(max(start, view.bounds(at)[0]), at)
        after = view.trimmed(end + 2, view.ceiling(at)) if view.lower(end + 1) == "," else None
        pieces = tuple(p for p in (before, after) if p is not None)
        if pieces:
            cue = view.span(at, end + 1)
            people = cue if view.lower(end) in ("whispered", "rumored", "rumoured") else None
            cls = "say" if people is not None else "believe"  # "it is whispered": what people say
            found.append(Told(cue, cls, view.tokens[end].lemma, people, people, pieces, view.sentence.index, at, "cue.it-is-said", "t"))  # fmt: skip
    return found


def _as_far_as(view: View) -> list[Told]:
    """The likes of "He is in the camp now, as far as she knows"."""
    at = next((n for n in range(len(view.tokens) - 4) if view.lowers[n : n + 3] == ("as", "far", "as")), -1)
    who = view.chunks.noun_from.get(at + 3) if at >= 0 else None
    verb = view.chunks.verb_at(who[1]) if who is not None and who[1] < len(view.tokens) else None
    if (
        who is None
        or verb is None
        or view.tokens[verb.main].lemma not in ("know", "remember", "tell", "recall")
    ):
        return []
    around = (view.trimmed(0, at), view.trimmed(verb.last, view.ceiling(at)))
    told = around[0] or around[1]
    if told is None or view.lower(who[0]) in ("i", "we"):
        return []
    cue, span = view.span(at, verb.last), view.span(*who)
    return [Told(cue, "believe", "know", span, span, (told,), view.sentence.index, at, "cue.it-is-said", "t")]


def _not_true(view: View) -> list[Told]:
    """The likes of "It is not true that police shot at a family", which nobody is named for."""
    for at in range(len(view.tokens) - 4):
        if view.lower(at) != "it" or view.lower(at + 1) not in ("is", "was"):
            continue
        end = next((n for n in range(at + 2, min(at + 5, len(view.tokens))) if view.lower(n) == "that"), 0)
        untrue = end > 0 and view.lowers[at + 2 : end] in _NOT_TRUE
        content = view.trimmed(end + 1, view.ceiling(at)) if untrue else None
        if content is not None:
            cue = view.span(end - 1, end)
            return [Told(cue, "deny", "deny", None, None, (content,), view.sentence.index, at, "cue.it-is-said", "t")]  # fmt: skip
    return []


_NOT_TRUE = {
    ("not", "true"),
    ("untrue",),
    ("false",),
    ("a", "lie"),
    ("simply", "untrue"),
    ("simply", "false"),
}
_UNTRUE = wordset("true untrue false lie")


def _learned_from(view: View, at: int) -> list[Told]:
    """The likes of "The document, it was learned from another source, was sent out"."""
    who = onward(view.chunks, at + 4, len(view.tokens))
    if who is None or view.lower(who[1]) not in (",", "."):
        return []
    before, after = view.trimmed(0, at), view.trimmed(who[1] + 1, view.ceiling(at))
    pieces = tuple(p for p in (before, after) if p is not None)
    return [_told(view, (at, at + 4), who, pieces, "cue.it-is-said")] if pieces else []


def _told(
    view: View, cue: tuple[int, int], who: tuple[int, int], contents: tuple[Span, ...], rule: str
) -> Told:
    """One attribution."""
    named = view.span(*who)
    return Told(
        view.span(*cue), "say", "account", named, named, contents, view.sentence.index, cue[0], rule, "t"
    )

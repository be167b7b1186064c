"""Who passes on what another tells: "citing two former inmates", "as reported by Radio Saebyok".

Rules: see RULES, each with an example.
- Only somebody or a text can be cited: "citing no reason", "citing security concerns" names no source.
"""

from __future__ import annotations

from testigo.reading import lexicon
from testigo.reading.chunks import head_of
from testigo.reading.classes import is_person
from testigo.reading.cues import Told
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward
from testigo.reading.rule_texts import ACCOUNTS
from testigo.reading.view import View

RULES = (
    ("cue.citing", "who is cited stands behind the one who cites", "The site reported it, citing a clerk."),
    (
        "cue.relayed",
        "who passes on what another tells stands outside",
        "He was beaten, as reported by Radio Saebyok.",
    ),
)


def relayed(view: View) -> list[Told]:
    """Who passes on what somebody tells: "..., according to her lawyer, as reported by Radio Free Asia"."""
    found: list[Told] = []
    for at in range(1, len(view.tokens) - 3):
        if view.lower(at) != "as" or view.lower(at + 2) != "by" or view.tokens[at + 1].lemma not in _RELAYING:
            continue
        who = onward(view.chunks, at + 3, view.bounds(at)[1], loose=True)
        before = view.trimmed(view.bounds(at)[0], at)
        if who is not None and before is not None:
            span, cue = view.span(*who), view.span(at, at + 3)
            index, lemma = view.sentence.index, view.tokens[at + 1].lemma
            found.append(Told(cue, "report", lemma, span, span, (before,), index, at, "cue.relayed", "t"))
    return found


_RELAYING = wordset("report quote cite document relay publish carry recount describe note tell relate record")


def citing(view: View, verbs: list[Told]) -> list[Told]:
    """Who is cited: "citing a source", "quoting two former inmates"; what is told is what the one who cites tells."""
    found: list[Told] = []
    for group in view.chunks.verbs:
        main = view.tokens[group.main]
        if main.tag != "VBG" or main.lemma not in ("cite", "quote") or group.last - group.first != 1:
            continue
        who = onward(view.chunks, group.last, view.ceiling(group.first))
        outer = next(
            (t for t in verbs if t.contents and t.token != group.first and t.rule != "cue.object"), None
        )
        if who is None or outer is None or not _can_tell(view, who):
            continue
        span = view.span(*who)
        cue = view.span(group.first, group.last)
        index = view.sentence.index
        found.append(
            Told(
                cue, "say", main.lemma, span, span, outer.contents, index, len(view.tokens) + 1, "cue.citing"
            )
        )
    return found


def _can_tell(view: View, who: tuple[int, int]) -> bool:
    """Whether what is cited is somebody or a text: not "no reason", "security concerns", "Article 9 as grounds"."""
    base = view.chunks.noun_from.get(who[0], who)
    head = view.tokens[head_of(view.tokens, base)]
    known = head.lemma in lexicon.source_kinds() or head.lower in lexicon.source_kinds()
    return view.lower(base[0]) != "no" and (
        known
        or head.lemma in ACCOUNTS
        or head.tag in ("NNP", "NNPS", "CD", "DT", "PRP")
        or is_person(view.tokens, base)
    )

"""Who tells by a verb without a subject: the one who told just before, whom the verb before is of, who was overheard.

Rules: see `cues.RULES`, "cue.shared".
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading.cues import Told, finite_before, from_before
from testigo.reading.noun_cues import TAKING_BACK
from testigo.reading.tellers import overheard
from testigo.reading.view import View
from testigo.value import replace


def shared(view: View, found: list[Told]) -> list[Told]:
    """Give a verb without a subject the subject of the verb of telling before it."""
    result: list[Told] = []
    for told in found:
        last = result[-1] if result else None
        if (
            last is not None
            and last.frame == "b"
            and last.token < told.token
            and _goes_on_telling(view, last, told)
        ):
            told = replace(told, source=last.source, named=last.named, rule="cue.shared")  # noqa: PLW2901
        elif told.source is None and told.frame not in ("v", "b"):
            at = told.token
            while at > 1 and view.tokens[at - 1].tag == "RB":
                at -= 1  # "denied it or falsely claimed that"
            before = view.lower(at - 1)
            tellers = [t for t in result if t.source is not None and t.frame != "v"]
            earlier = next((t for t in reversed(tellers) if not _had_told(view, t, told, tellers)), None)
            participle = view.tokens[told.token].tag == "VBG" and before in (",", "")
            if earlier is not None and (before in ("and", "but", "or", "nor") or participle):
                told = replace(told, source=earlier.source, named=earlier.named, rule="cue.shared")  # noqa: PLW2901
            elif (heard := overheard(view, told.token)) is not None:
                told = replace(told, source=heard, named=heard, rule="cue.shared")  # noqa: PLW2901
            elif told.frame == "n" and told.lemma == "allege" and _suffers(view, told.token):
                pass  # "were sued over taxes and alleged debts"
            elif _shares_subject(view, told.token, before) and view.tokens[told.token].tag in (
                "VBG",
                "VBD",
                "VBZ",
                "VBP",
                "VBN",
            ):
                who = from_before(view, told.token)
                told = replace(told, source=who, named=who, rule="cue.shared")  # noqa: PLW2901
        result.append(replace(told, cls="deny") if _takes_back(view, told) else told)
    return result


def _had_told(view: View, teller: Told, told: Told, tellers: list[Told]) -> bool:
    """Whether somebody had only told what another tells who goes on: "She said that he had asked it, | but denied that"."""
    verb, goes_on = view.chunks.verb_at(teller.token), view.chunks.verb_at(told.token)
    if verb is None or goes_on is None or not verb.perfect or goes_on.perfect:
        return False
    within = (other.contents for other in tellers if other is not teller)
    return any(part.contains(teller.cue) for parts in within for part in parts)


def _takes_back(view: View, told: Told) -> bool:
    """Whether who told something takes it back: "The nurse who said that he was held | has retracted the account"."""
    if told.frame != "t" or told.source == told.named or not told.contents:
        return False
    verb = view.chunks.verb_at(view.sentence.tokens_in(told.contents[-1])[1])
    if verb is None or not verb.finite or verb.negated or verb.passive or verb.modal:
        return False
    return view.tokens[verb.main].lemma in TAKING_BACK


def _goes_on_telling(view: View, last: Told, told: Told) -> bool:
    """Whether an "-ing" form goes on with what was told just before: "..., the source claimed, adding that"."""
    between = view.sentence.tokens_in(Span(last.cue.end, view.tokens[told.token].start))
    near = view.tokens[told.token].tag == "VBG" and view.lower(told.token - 1) == ","
    return near and between[1] - between[0] <= 1 and last.source is not None


def _shares_subject(view: View, at: int, before: str) -> bool:
    """Whether a verb without a subject tells what the subject of the verb before it tells: "after telling the court that"."""
    if before == "for":  # "was beaten for saying that", but "police beat him for saying that"
        group = finite_before(view, at)
        return group is not None and group.passive
    if before == "when" and view.tokens[at].tag != "VBG":
        return False  # "she said when asked whether": somebody else asked
    return before in _SHARING


def _suffers(view: View, at: int) -> bool:
    """Whether the verb before is a passive: nobody tells there."""
    group = finite_before(view, at)
    return group is not None and group.passive


_SHARING = frozenset({"by", ",", "and", "while", "but", "or", "nor", "after", "before", "when", "upon"})

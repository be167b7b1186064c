"""Notes, a letter, a diary or a testimony printed as it is, under words that say so: by the one whom they introduce.

Rules:
- "kept these notes", "in her own words" open one; so do "This is the account of Mr. Kim", "His account is printed here",
  "From the diary of a teacher", where at least half of the paragraphs behind say "I" or "we" outside quotation marks.
- It goes on up to the last paragraph that says "I" or "we": what stands behind is the newsroom's again.
- The rule is "speaker.written" (voices).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from testigo.reading.cues import Told
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward
from testigo.reading.view import View

Phrase = tuple[View, tuple[int, int]]

_FIRST = frozenset({"i", "we", "my", "our", "us", "me"})
_PRINTED = {
    ("these", "notes"), ("this", "diary"), ("this", "letter"), ("this", "testimony"), ("own", "words"), ("these", "entries"),
}  # fmt: skip
_THIS = frozenset({"this", "these"})
_BY = wordset("by to per under in")  # "By these notes," tells what they say, and prints them not
_TEXTS = wordset("account testimony diary letter letters notes memoir")
_WHOSE = wordset("his her their")
_GIVEN = wordset("print publish translate follow reproduce")
_HEAD = 6  # sentences that may open it


def written(seen: Sequence[View], introduced: Callable[[tuple[View, ...]], Phrase | None]) -> list[Told]:
    """The telling of the one whose text it is. introduced: finds the person whom sentences introduce as their subject."""
    bodies = [view for view in seen if view.sentence.block.kind in ("body", "heading")]
    for view in bodies[:_HEAD]:
        plain = _is_printed(view)
        whose = None if plain else _of_whom(view)
        if not plain and whose is None and not _is_his(view):
            continue
        paragraph = view.sentence.paragraph
        before = tuple(
            one for one in bodies if one.sentence.paragraph <= paragraph and one.sentence.block.kind == "body"
        )
        who = whose or introduced(before)
        told = _own(bodies, paragraph, sure=plain) if who is not None else []
        if who is None or not told:
            continue
        where, phrase = who
        span = where.span(*phrase)
        contents = tuple(one.sentence.span for one in told)
        index = where.sentence.index
        return [Told(span, "say", "write", span, span, contents, index, phrase[0], "speaker.written", "t")]
    return []


def _own(bodies: Sequence[View], paragraph: int, *, sure: bool) -> list[View]:
    """The sentences of the text itself, or none where too few of its paragraphs say "I" or "we"."""
    after = [view for view in bodies if view.sentence.paragraph > paragraph]
    own = [view for view in after if (sure or not view.quoted) and not view.words.isdisjoint(_FIRST)]
    says = {view.sentence.paragraph for view in own}
    last = max(says, default=-1)
    told = [view for view in after if view.sentence.paragraph <= last]
    enough = (
        8 * len(own) >= max(8, len(told))
        if sure
        else 2 * len(says) >= len({v.sentence.paragraph for v in told})
    )
    return told if enough else []


def _is_printed(view: View) -> bool:
    """Whether a sentence says that somebody's own words follow: "kept these notes", "in her own words"."""
    pairs = zip(view.lowers, view.lowers[1:], strict=False)
    return any(
        pair in _PRINTED and not (pair[0] in _THIS and view.lower(at - 1) in _BY)
        for at, pair in enumerate(pairs)
    )


def _of_whom(view: View) -> Phrase | None:
    """Whose text it is: "This is the account of Mr. Kim", "From the diary of a teacher"."""
    at = 3 if view.lowers[:3] == ("this", "is", "the") else 2 if view.lowers[:2] == ("from", "the") else 0
    if not at or view.lower(at) not in _TEXTS or view.lower(at + 1) not in ("of", "from", "by"):
        return None
    who = onward(view.chunks, at + 2, len(view.tokens))
    return (view, who) if who is not None else None


def _is_his(view: View) -> bool:
    """Whether a sentence says that his or her account is given here: "His account is printed here"."""
    pairs = zip(view.lowers, view.lowers[1:], strict=False)
    here = not _HERE.isdisjoint(view.words)
    given = any(
        view.tokens[group.main].lemma in _GIVEN and not group.negated
        for group in view.chunks.verbs
        if group.finite
    )
    return given and here and any(whose in _WHOSE and text in _TEXTS for whose, text in pairs)


_HERE = frozenset({"here", "below", "follows", "unchanged", "full"})

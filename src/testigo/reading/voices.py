"""Voices that go on over several sentences: announced lists, the text of a rule, interviews, transcripts, testimonies.

Rules: see RULES, each with an example.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from testigo.claim import Span
from testigo.reading import lexicon
from testigo.reading.chunks import head_of
from testigo.reading.cues import Told
from testigo.reading.interviews import called, interviewed
from testigo.reading.labels import labels
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward, short, subject
from testigo.reading.points import is_point
from testigo.reading.quotes import Quote
from testigo.reading.tokens import Document
from testigo.reading.told_above import told_above
from testigo.reading.told_below import told_below
from testigo.reading.transcripts import transcript
from testigo.reading.view import View
from testigo.reading.written import written
from testigo.value import replace

RULES = (
    (
        "speaker.announced",
        "“as follows” carries the source over the list that comes",
        "The order runs as follows. First, ...",
    ),
    (
        "speaker.rule-goes-on",
        "“shall” right after an order was named is its text",
        "The order is secret. Posts shall visit them.",
    ),
    (
        "speaker.written",
        "notes, a diary or a testimony printed without quotation marks",
        "A clerk kept these notes in autumn.",
    ),
    ("speaker.label", "a name and a colon before a paragraph", "OFFICIAL: Nobody was forced."),
    (
        "speaker.testimony",
        "quoted paragraphs without a cue are by the one who is introduced",
        "This is her account. “They came.”",
    ),
)

_ANNOUNCING = wordset("follows following points clauses articles parts")
_ACCOUNT = wordset(
    "account testimony words story interview letter letters notes diary diaries conversation spoke talked recorded told written"
)
_RULES_OF = wordset(
    "order instruction directive circular decree notice guideline regulation ordinance bulletin law rule telegram edict"
    " resolution document"
)


def longer_voices(
    document: Document, seen: tuple[View, ...], quoted: tuple[Quote, ...], tellings: list[Told]
) -> list[Told]:
    """The tellings with what runs on after them, and those that a layout alone gives."""
    result = _announced(document, seen, tellings)
    result += _rule_goes_on(seen, _by_sentence(result))
    result += told_below(seen, result)
    result += told_above(seen, result)
    answers, answered = transcript(seen, _introduced)
    labelled = [told for told in labels(document, seen) if told.sentence not in answered]
    result += labelled
    result += (
        [answers] if answers is not None else [] if len(labelled) > 1 else interviewed(seen, _introduced)
    )
    result += _testimony(seen, quoted, result)
    result += written(seen, _introduced)
    return result


def _by_sentence(tellings: list[Told]) -> dict[int, list[Told]]:
    found: dict[int, list[Told]] = {}
    for told in tellings:
        found.setdefault(told.sentence, []).append(told)
    return found


def _announced(document: Document, seen: tuple[View, ...], tellings: list[Told]) -> list[Told]:
    """Carry "According to X, the order was as follows." over the list after it, and the order with it."""
    result = list(tellings)
    here = _by_sentence(tellings)
    numbers = [told.sentence for told in tellings]
    for view in seen:
        words = view.lowers[-5:]
        if _ANNOUNCING.isdisjoint(words) and words[-1] not in (":", ","):
            continue
        extra = _list_after(document, seen, view.sentence.index, here)
        if not extra:
            continue
        start = bisect_left(numbers, view.sentence.index)
        for number in range(start, bisect_right(numbers, view.sentence.index)):
            told = tellings[number]
            carries = told.rule in ("cue.according", "cue.before", "cue.after") and told.source is not None
            if told.sentence == view.sentence.index and carries:
                result[number] = replace(told, contents=(*told.contents, *extra))
        where, text = view, _by_text(view) or _order_subject(view)
        if text is None:
            where, text = _the_order_before(seen, view)
        if text is not None:
            span, number = where.span(*text), where.sentence.index
            result.append(
                Told(span, "say", "run", span, span, extra, number, text[0], "speaker.announced", "t")
            )
    return result


def _list_after(
    document: Document, seen: tuple[View, ...], index: int, here: dict[int, list[Told]]
) -> tuple[Span, ...]:
    """The sentences of the list that a sentence announces: "First, ...", with what stands in the same paragraphs."""
    found: list[Span] = []
    listed: set[int] = set()
    for view in seen[index + 1 : index + 24]:
        sentence = view.sentence
        noted = any(t.rule in ("cue.before", "cue.object") for t in here.get(sentence.index, ()))
        goes_on = bool(found) and noted and view.lower(0) in ("orders", "it", "the", "they")
        goes_on = goes_on and (view.lower(0) != "the" or _order_subject(view) is not None)
        if is_point(view):
            listed.add(sentence.paragraph)
        elif sentence.paragraph not in listed and not goes_on:
            break
        told = [t.source.of(document.text) for t in here.get(sentence.index, ()) if t.source]
        if any("source" in words.lower().split() for words in told):
            break
        found.append(sentence.span)
    return tuple(found)


def _by_text(view: View) -> tuple[int, int] | None:
    """The text by which a list is told: "By these notes,", "According to a copy of the order:"."""
    at = 1 if view.lower(0) == "by" else 2 if view.lowers[:2] == ("according", "to") else 0
    alone = at and not any(group.finite for group in view.chunks.verbs)
    return onward(view.chunks, at, len(view.tokens) - 1) if alone else None


def _the_order_before(seen: tuple[View, ...], view: View) -> tuple[View, tuple[int, int] | None]:
    """The order of which "it" or an excerpt is read out: "It contains the following points:", "Part of it was read to us:".

    It is the newest that the sentences right before name.
    """
    number = view.sentence.index
    if view.lowers[-1] != ":" or not (view.lower(0) == "it" or not _EXCERPTS.isdisjoint(view.lowers[:6])):
        return view, None
    for before in reversed(seen[max(0, number - _BACK) : number]):
        named = next((base for base in before.chunks.nouns if _is_rule(before, base)), None)
        if named is not None:
            return before, named
    return view, None


_EXCERPTS = wordset(
    "part parts excerpt excerpts extract extracts passage passages page pages points translation text"
)
_BACK = 4  # sentences before a list in which its order may be named


def _order_subject(view: View) -> tuple[int, int] | None:
    if not any(token.lemma in _RULES_OF for token in view.tokens):
        return None
    for group in view.chunks.verbs:
        who = subject(view.chunks, group) if group.finite else None
        if who is not None and _is_rule(view, who):
            return short(view.chunks, who[0], who[1])
    return None


def _is_rule(view: View, phrase: tuple[int, int]) -> bool:
    base = view.chunks.noun_from.get(phrase[0], phrase)
    return view.tokens[head_of(view.tokens, base)].lemma in _RULES_OF


def _rule_goes_on(seen: tuple[View, ...], here: dict[int, list[Told]]) -> list[Told]:
    """Duties in the paragraphs that say "shall", and in the one after, once an order or bulletin was named."""
    shall = {v.sentence.paragraph for v in seen if "shall" in v.words and _shall(v)}
    listed = {c for some in here.values() for t in some if t.rule == "speaker.announced" for c in t.contents}
    found: list[Told] = []
    text: Told | None = None
    for view in seen:
        sentence = view.sentence
        spoken = any(view.zones) or any(t.frame == "b" for t in here.get(sentence.index, ()))
        spoken = spoken or sentence.span in listed
        who = _order_subject(view)
        if who is not None and not _duty(view):
            span = view.span(*who)
            text = Told(
                span, "say", "run", span, span, (), sentence.index, who[0], "speaker.rule-goes-on", "t"
            )
            continue
        near = text is not None and sentence.index - text.sentence <= 10
        if not near or text is None or spoken or sentence.block.kind != "body" or not _duty(view):
            continue
        if sentence.paragraph in shall or sentence.paragraph - 1 in shall:
            text = replace(text, contents=(*text.contents, sentence.span))
            found = [f for f in found if f.cue != text.cue] + [text]
    return found


def _shall(view: View) -> bool:
    return any(t.lower == "shall" and t.tag == "MD" for t in view.tokens)


def _duty(view: View) -> bool:
    """Whether a sentence lays down a duty or a permission."""
    worded = not _DUTIES.isdisjoint(view.lowers)
    modal = worded and any(t.tag == "MD" and t.lower in _DUTIES for t in view.tokens)
    return modal or _are_to(view)


_DUTIES = frozenset(["shall", "must", "may"])


def _are_to(view: View) -> bool:
    return any(
        view.lower(g.last - 1) in ("is", "are", "have", "has") and view.tokens[g.last].tag == "TO"
        for g in view.chunks.verbs
        if g.last < len(view.tokens)
    )


def _introduced(seen: tuple[View, ...]) -> tuple[View, tuple[int, int]] | None:
    """The first person that a body sentence introduces as its subject."""
    for view in seen[:8]:
        if view.sentence.block.kind != "body" or len(view.tokens) < 6:
            continue
        named = _named_first(view)
        if named is not None:
            return view, named
        for group in view.chunks.verbs:
            who = subject(view.chunks, group) if group.finite else None
            if who is None or view.tokens[who[0]].tag in ("PRP", "WP", "WDT", "EX"):
                continue
            base = view.chunks.noun_from.get(who[0], who)
            head = view.tokens[head_of(view.tokens, base)]
            kind = lexicon.source_kinds().get(head.lemma, "anonymous")
            if kind == "anonymous" and (head.tag in ("NNP", "NNPS") or head.lemma in lexicon.source_kinds()):
                return view, who
    return None


def _named_first(view: View) -> tuple[int, int] | None:
    """A name and an age at the head of a sentence: "“Marta,” 38, who ran a soup kitchen, was arrested"."""
    first = 1 if view.lower(0) in ("“", '"') else 0
    aged = any(
        t.tag == "CD" and t.text.isdigit() and 9 < int(t.text) < 100 for t in view.tokens[first : first + 7]
    )
    if not aged or view.tokens[first].tag not in ("NNP", "NNPS"):
        return None
    for group in view.chunks.verbs:
        if group.finite and view.lower(group.first - 1) not in ("who", "which", "that"):
            last = group.first
            while last > first and view.lower(last - 1) in (",", "”"):
                last -= 1
            return first, last
    return None


def _is_date(view: View) -> bool:
    """Whether a sentence is the date over an entry or letter: "Oct. 19.", "Day 4:"."""
    words = [t for t in view.tokens if t.tag not in (".", ":", ",")]
    return 1 < len(words) < 5 and any(t.tag == "CD" for t in words) and all(t.tag in _OF_DATES for t in words)


_OF_DATES = ("CD", "NNP", "NN", "JJ", "MD", "IN")


def _testimony(seen: tuple[View, ...], quoted: tuple[Quote, ...], tellings: list[Told]) -> list[Told]:
    """Paragraphs of quoted account that nothing attributes: by the person whose account is introduced."""
    contents: list[Span] = []
    heads = {v.sentence.paragraph: v.sentence.span.start for v in reversed(seen)}
    told = sorted((c.start, c.end, t.cue, t.rule) for t in tellings for c in t.contents)
    longest = max((end - start for start, end, _, _ in told), default=0)
    dated = {
        v.sentence.paragraph
        for v in seen
        if v.sentence.span.start == heads[v.sentence.paragraph] and _is_date(v)
    }
    for quote in quoted:
        alone = quote.span.start <= heads[quote.paragraph] + 1 or quote.paragraph in dated
        if not alone:
            continue
        near = told[bisect_left(told, (quote.inner.start - longest,)) : bisect_left(told, (quote.inner.end,))]
        outer = [n for n in near if not quote.span.contains(n[2]) or n[3] == "cue.inside"]
        covered = any(Span(start, end).overlaps(quote.inner) for start, end, _, _ in outer)
        if alone and quote.speech and not covered and (len(quote.inner) > 60 or quote.follows):
            contents.append(quote.inner)
    if not contents:
        return []
    before = [v for v in seen if v.sentence.span.end <= contents[0].start]
    introduced = any(t.lower in _ACCOUNT for v in before[-6:] for t in v.tokens)
    bodies = tuple(v for v in before if v.sentence.block.kind == "body")
    person = called(bodies[-6:]) or _introduced(bodies) if introduced else None
    if person is None:
        return []
    view, phrase = person
    span = view.span(*phrase)
    index = view.sentence.index
    return [Told(span, "say", "say", span, span, tuple(contents), index, phrase[0], "speaker.testimony", "t")]

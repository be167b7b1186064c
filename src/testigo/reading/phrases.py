"""Full noun phrases: who exactly is named before or after a word, with appositions and relative clauses.

Rules:
- Going left from a verb: a base phrase, then prepositional phrases, coordination, participles and relative clauses before it.
- Going right from "according to" or an inverted verb: the same, and an apposition or relative clause after a comma.
- A prepositional phrase that names a time ("on Wednesday") belongs to the verb, not to the phrase.
- Between two commas may stand an apposition, a relative clause or an adjunct; the subject reaches across it.
More than 400 lines because going left and going right ask the same questions of lists, clauses and asides.
"""

from __future__ import annotations

from testigo.reading.chunks import FINITE, LINKS, NOUNS, Chunks, VerbGroup, before_adverbs, head_of, is_time
from testigo.reading.full_days import before_day, dated
from testigo.reading.joints import joint_before, joint_end, parts_sum
from testigo.reading.lists import wordset
from testigo.reading.name_rows import base_end, closes_lead, in_row, of_three
from testigo.reading.number_bounds import with_bound
from testigo.reading.phrase_ends import (
    QUOTES,
    base_at,
    comma_list,
    ends_nickname,
    is_office,
    relative_end,
    starts_clause,
)
from testigo.reading.quantities import amount_end
from testigo.reading.relative_ends import is_over
from testigo.reading.teller_asides import only_says

_REACH = 40  # tokens: no name is longer
_RELATIVES = frozenset({"who", "which", "that", "whose", "whom"})
_AGE_ENDS = frozenset({",", ".", ";", "”", '"'})


def subject(chunks: Chunks, group: VerbGroup, floor: int = 0) -> tuple[int, int] | None:
    """The full noun phrase before a verb group, as token numbers, not reaching back beyond `floor`; None if none."""
    key = group.first << _SIDE | floor
    found = chunks.subjects.get(key)
    if found is None:
        found = chunks.subjects[key] = _subject(chunks, group, floor) or _NOTHING
    return found if found[1] else None


_SIDE = 32  # bits: no sentence has as many tokens
_NOTHING = (0, 0)


def _subject(chunks: Chunks, group: VerbGroup, floor: int) -> tuple[int, int] | None:
    tokens = chunks.sentence.tokens
    at = before_adverbs(tokens, group.first, floor)
    if at - 2 >= floor and tokens[at - 1].lower in ("all", "both", "each") and tokens[at - 2].tag in _MANY:
        at -= 1  # "The stations all | denied", "They both | beat"
    if at - 1 > floor and tokens[at - 1].tag == "CC" and tokens[at].lower in _FAR:
        at -= 1  # "workers at home and abroad | were"
    if at <= floor:
        return None
    at = before_day(chunks, at, floor)
    if at - 2 > floor and tokens[at - 1].lower in QUOTES:
        comma = tokens[at - 2].lower == ","  # inside the quotation: who called it "a hunt," vowed
        nicknamed = ends_nickname(chunks, at) and upto(chunks, at - 1 - comma, floor) is not None
        at -= 1 + comma if nicknamed else int(comma)  # "A guard known as “the Bull,” | told us"
    before = tokens[at - 1]
    if before.lower in _RELATIVES and before.tag in ("WP", "WDT", "IN", "DT"):
        return at - 1, at
    if before.lower in (",", "-", "–", "—", ")"):
        found = dated(chunks, at - 1, upto(chunks, at - 1, floor)) or _across(chunks, at - 1, floor)
    else:
        found = upto(chunks, at, floor) or _before_participle(chunks, at, floor)
        found = _with_title(chunks, found, floor) if found is not None else None
        if found is not None and _undergoes(chunks, found, floor):
            found = _with_relative(chunks, at, floor) or found
    if found is None and before.tag == "CC" and _main_goes_on(chunks, at, floor):
        return None
    return found if found is not None else _with_relative(chunks, at, floor)


def _main_goes_on(chunks: Chunks, at: int, floor: int) -> bool:
    """Whether a verb behind "and" is one of the main clause: "a list of students who are of age, and | ordered"."""
    tokens = chunks.sentence.tokens
    marks = [n for n in range(at - 2, max(floor, at - 12), -1) if tokens[n].lower in (",", "–", "—")]
    verbs = (chunks.verb_at(n + 1) for n in marks)  # "Two, who fled, | spoke and named him"
    return at - 2 in marks[:1] or any(verb is not None and verb.finite for verb in verbs)


def _undergoes(chunks: Chunks, found: tuple[int, int], floor: int) -> bool:
    """Whether a phrase ends a clause with "whose" that is about the subject: "A woman whose son is among | them | said"."""
    tokens, first = chunks.sentence.tokens, found[0]
    alone = found[1] - first == 1 and tokens[first].lower in _WHOM
    governed = first > floor and (tokens[first - 1].tag == "IN" or chunks.verb_of[first - 1] >= 0)
    whose = next((n for n in range(first - 1, floor, -1) if tokens[n].lower == "whose"), first)
    told = sum(1 for group in chunks.verbs if group.finite and whose < group.first < first)
    return governed and ((alone and whose == first) or (whose < first and told == 1))


_WHOM = wordset("them him her us me")
_MANY = frozenset({"NNS", "NNPS", "PRP"})
_FAR = wordset("elsewhere abroad overseas")
_HERE = wordset("there here elsewhere abroad overseas")  # "A nurse there, speaking by phone, | said"


def _with_title(chunks: Chunks, found: tuple[int, int], floor: int) -> tuple[int, int]:
    """The report whose title with a comma ends before the verb: "a report entitled Prison No. 12, Sungho | stated"."""
    tokens = chunks.sentence.tokens
    if not tokens[found[0]].text[:1].isupper() or found[0] - 2 < floor or tokens[found[0] - 1].lower != ",":
        return found
    for at in range(found[0] - 2, max(floor, found[0] - 25), -1):
        if tokens[at].lower in ("entitled", "titled"):
            whole = upto(chunks, at, floor)
            base = chunks.noun_from.get(whole[0]) if whole is not None else None
            text = base is not None and tokens[head_of(tokens, base)].lemma in _TITLED
            return (whole[0], found[1]) if whole is not None and text else found
    return found


def _before_participle(chunks: Chunks, end: int, floor: int) -> tuple[int, int] | None:
    """The phrase that a bare participle right before `end` describes: "Footage posted", "The men arrested"."""
    group = chunks.verb_at(end - 1)
    if group is None or group.finite or group.first <= floor:
        return None
    tag = chunks.sentence.tokens[group.first].tag
    if tag == "VBN" or (tag == "VBG" and chunks.sentence.tokens[end].lower in _HERE):
        return upto(chunks, group.first, floor)  # "two people living there"
    before = chunks.verb_at(
        group.first - 1
    )  # "anyone found selling | is": a participle that hangs on another
    hangs = tag == "VBG" and before is not None and before.last == group.first
    return _before_participle(chunks, group.first, floor) if hangs else None


def _with_relative(chunks: Chunks, end: int, floor: int) -> tuple[int, int] | None:
    """The phrase before a relative clause that reaches up to `end`: "managers who fail to do so", "whoever helps"."""
    tokens = chunks.sentence.tokens
    for at in range(end - 2, max(floor, end - _REACH) - 1, -1):
        token = tokens[at]
        if token.lower in (";", ":", ".") or token.lower in QUOTES:
            return None
        if token.lower in ("whoever", "anyone", "everyone", "those") and (
            at == floor or token.tag in ("WP", "NN", "DT")
        ):
            return (at, end) if token.lower == "whoever" else None
        several = token.lower == "that" and token.tag == "WDT" and tokens[at - 1].tag == "NNS"
        if at > floor and (token.lower in ("who", "which") or several):
            if tokens[end - 1].tag == "CC" and is_over(chunks, at, end):
                return None  # "Four nurses who signed it were held and | asked to leave"
            before = at - 1 if tokens[at - 1].lower == "," else at
            whole = upto(chunks, before, floor) or _across(chunks, at - 1, floor)
            if whole is None and tokens[at - 1].tag == "CC":
                continue  # "a woman who lives there and who knew them | said"
            return (whole[0], end) if whole else None
        if token.lower in ("whom", "whose") and at > floor and not _acts_before(chunks, at, end):
            before = at - 1 if tokens[at - 1].tag in ("IN", "TO", ",") else at
            whole = upto(chunks, before, floor)
            return (whole[0], end) if whole else None  # "the relative on whom we had relied | says"
    return None


def _acts_before(chunks: Chunks, first: int, end: int) -> bool:
    """Whether the main verb stands behind a relative clause already: "A guard, whom we met, | laughed and said"."""
    tokens = chunks.sentence.tokens
    if tokens[first - 1].lower != ",":
        return False
    verbs = (chunks.verb_at(n + 1) for n in range(first, end - 2) if tokens[n].lower == ",")
    return any(verb is not None and verb.finite and verb.last < end for verb in verbs)


def _across(chunks: Chunks, comma: int, floor: int) -> tuple[int, int] | None:
    """The phrase that ends before an apposition, relative clause or adjunct between marks; the last is at `comma`."""
    tokens = chunks.sentence.tokens
    mark = tokens[comma].lower
    opens = {")": "("}.get(mark, mark)
    inside_quote = ends_quote = comma + 1 < len(tokens) and tokens[comma + 1].lower in QUOTES
    for at in range(comma - 1, max(floor, comma - _REACH), -1):
        if tokens[at].lower == ";" and not inside_quote and mark == ",":
            return None  # another clause
        if tokens[at].lower in QUOTES:
            inside_quote = not inside_quote
            if inside_quote and not any(
                tokens[n].lower in QUOTES for n in range(max(floor, at - _REACH), at)
            ):
                return None
        if tokens[at].lower == opens and not inside_quote:
            found = upto(chunks, at - (tokens[at - 1].lower in _HERE), floor)
            if found is None and tokens[at + 1].tag == "CC" and tokens[at + 2].lower == "who":
                found = _with_relative(chunks, at, floor)  # "who had met there, but who"
            if found is None or _is_year(chunks, at, comma) or _of_whose(chunks, found, comma):
                continue
            inside = tokens[at + 1]
            alone = at + 2 == comma or inside.lower == "not"
            state = (
                inside.tag == "JJ" and at + 1 not in chunks.noun_from
            )  # "Police – wary of trouble – arrested"
            some = any(
                token.lower == "whom" for token in tokens[at + 2 : at + 5]
            )  # ", some of whom wore masks,"
            says = only_says(chunks, at + 1, comma) or inside.lower in ("i.e.", "e.g.")
            if says or state or some or (alone and inside.tag == "RB" and mark == ","):
                return found  # "Residents, they said, avoid", "The mayor, however, said", "The nurse, not the abbot, was"
            asked = (
                inside.tag == "VBN" and tokens[at + 2].lower in _ASKED
            )  # "The mayor, asked whether he knew, | said"
            if (
                inside.tag not in ("WP", "WDT", "WP$")
                and not asked
                and any(_leads(chunks, g) for g in chunks.verbs if at < g.first < comma)
            ):
                continue
            if inside.tag in _DESCRIBING or mark == ")":
                first = with_name(
                    chunks, _entitled(chunks, _with_aside(chunks, found[0], floor), floor), floor
                )
                return first, comma + 1 if mark == ")" else comma + 2 if ends_quote else comma
            if inside.lower in _OPENING_CLAUSES:
                continue  # "fell from a ladder, while his mother, citing bruises,"
            if inside.tag in ("IN", "TO", "RP"):
                return found
            if inside.tag == "CC" and tokens[at + 2].lower in ("who", "which"):
                return found[0], comma  # "those who had come, but who did not protest, were taken"
    return None


_DESCRIBING = NOUNS | {"WP", "WDT", "WP$", "DT", "CD", "VBN", "VBG", "JJ", "PRP$", "RB"}


def _of_whose(chunks: Chunks, found: tuple[int, int], end: int) -> bool:
    """Whether a phrase is the subject of a clause with "whose" that is over: "Ana Lo, whose brother, Ivo, was shot, | fled"."""
    whose = chunks.sentence.tokens[found[0]].lower == "whose"
    return whose and any(group.finite for group in chunks.verbs if found[1] <= group.first < end)


def _is_year(chunks: Chunks, mark: int, end: int) -> bool:
    """Whether only the year of a day stands between two commas: "dated May 3, 2021, says"."""
    tokens, day = chunks.sentence.tokens, chunks.noun_upto.get(mark) or upto(chunks, mark)
    return mark + 2 == end and tokens[mark + 1].tag == "CD" and day is not None and is_time(tokens, day)


def _with_aside(chunks: Chunks, first: int, floor: int) -> int:
    """Where somebody is named whose description ends before a second one: "The man, 41, | who ran a stall, was"."""
    tokens = chunks.sentence.tokens
    if first - 2 < floor or tokens[first - 1].lower != ",":
        return first
    aged = tokens[first].text.isdigit() and len(tokens[first].text) < 4
    called = tokens[first].lower in ("surnamed", "named", "nicknamed", "aged")
    if not aged and not called and tokens[first].lower not in ("a", "an"):
        return first
    whole = upto(chunks, first - 1, floor)
    named = whole is not None and aged and tokens[whole[0]].text[:1].isupper()  # "Simmons, 44, a nurse,"
    if (
        whole is None
        or is_time(tokens, whole)
        or (not named and tokens[whole[0]].tag not in ("DT", "PRP$", "NNP"))
    ):
        return first
    free = whole[0] == floor or tokens[whole[0] - 1].tag in ("CC", ":", "``", ".")
    return whole[0] if free else first


_ASKED = wordset("whether if why what how when who where that")
_OPENING_CLAUSES = wordset("while because although though whereas unless until if")


def with_name(chunks: Chunks, first: int, floor: int = 0) -> int:
    """Where somebody starts whose age or trade stands at `first`, behind the name: "Ri Yong, 38, a driver, was taken"."""
    tokens = chunks.sentence.tokens
    start = first
    told = tokens[start].lower in ("a", "an", "the") or tokens[start].tag in ("CD", "PRP$", "NN", "JJ")
    if not told:
        return first
    while start - 3 >= floor and "," in (tokens[start - 1].text, tokens[start - 2].text):
        comma = start - 1 if tokens[start - 1].text == "," else start - 2
        if comma < start - 1 and tokens[start - 1].lower not in QUOTES:
            break  # "“Marta,” | 38"
        base = chunks.noun_upto.get(comma)
        if base is None or base[0] < floor:
            break
        if base[1] - base[0] == 1 and tokens[base[0]].text.isdigit() and len(tokens[base[0]].text) < 4:
            start = base[0]
            continue
        if tokens[base[1] - 1].tag not in ("NNP", "NNPS") or is_time(tokens, base):
            break
        whole = upto(chunks, base[1], floor) or base
        free = whole[0] == 0 or tokens[whole[0] - 1].tag not in _GOVERNING
        return whole[0] if free else first
    return first


_GOVERNING = frozenset({"IN", "TO", ",", "VBD", "VBG", "VBN", "VB", "VBZ"})


def _entitled(chunks: Chunks, first: int, floor: int) -> int:
    """Where a report starts whose title with commas of its own ends before: "a report, Prison No. 8, Sunghori, stated"."""
    tokens = chunks.sentence.tokens
    if first - 2 < floor or tokens[first - 1].lower != "," or not tokens[first].text[:1].isupper():
        return first
    before = upto(chunks, first - 1, floor)
    return before[0] if before is not None and tokens[first - 2].lemma in _TITLED else first


_TITLED = wordset(
    "report study survey article paper statement documentary book film update briefing series editorial"
)


def _leads(chunks: Chunks, group: VerbGroup) -> bool:
    """Whether a finite verb is not that of a relative clause."""
    tokens = chunks.sentence.tokens
    at = group.first
    while at > 0 and tokens[at - 1].tag in ("RB", "RBR"):
        at -= 1
    relative = at > 0 and tokens[at - 1].lower in ("who", "which", "that", "whose")
    inner = any(tokens[n].lower in ("who", "whose", "which", "where") for n in range(max(0, at - 5), at))
    return group.finite and not relative and not inner


def upto(chunks: Chunks, end: int, floor: int = 0) -> tuple[int, int] | None:
    """The full noun phrase that ends before token `end`."""
    key = end << _SIDE | floor
    found = chunks.wholes.get(key)
    if found is None:
        found = chunks.wholes[key] = _upto(chunks, end, floor) or _NOTHING
    return found if found[1] else None


def _upto(chunks: Chunks, end: int, floor: int) -> tuple[int, int] | None:
    tokens = chunks.sentence.tokens
    if end > floor and tokens[end - 1].lower == ")":
        return _across(chunks, end - 1, floor)
    base = chunks.noun_upto.get(end)
    if base is None:
        number = chunks.noun_of[end - 1] if end > 0 else -1
        if number < 0:
            return None
        base = (chunks.nouns[number][0], end)
    first = base[0]
    if first < floor:
        return floor, end
    if tokens[first].lower in _SELVES and first > floor and first in chunks.noun_upto:
        return _upto(chunks, first, floor)  # "The guard | himself said"
    lone = base[1] - base[0] == 1 and tokens[first].tag == "PRP"
    part = lone and tokens[first].lower in ("them", "us", "him", "me") and tokens[first - 1].lower == "of"
    while not lone or part:
        wider = _wider(chunks, first, floor, tail=first == base[0])
        if wider is None or end - wider > _REACH:
            break
        first = wider
    nominative = lone and tokens[first].lower in ("i", "he", "she", "they", "we")
    relative = None if nominative else _relative_before(chunks, first, floor)
    first = relative if relative is not None else first
    return with_bound(tokens, first, floor), end


_SELVES = wordset("himself herself itself themselves")
_EVEN = wordset("even also especially particularly sometimes")
_WHERE = wordset("in at near outside inside under")


def _wider(chunks: Chunks, first: int, floor: int, *, tail: bool) -> int | None:
    """Where the phrase starts once what is left of it is taken in, or None."""
    tokens = chunks.sentence.tokens
    if first - 2 >= floor and tokens[first - 1].text in "“«" and tokens[first - 2].lower == "as":
        first -= 1  # "A guard known as | “the Bull”"
    if first - 1 < floor:
        return None
    even = tokens[first - 1].lower in _EVEN and tokens[first - 2].lower in ("and", "or")
    joint = first - 2 if even else joint_before(tokens, first)
    if joint and first - 3 >= floor:
        joined = chunks.noun_upto.get(joint)  # "marchers and even bystanders", "Police as well as soldiers"
        return joined[0] if joined is not None and not _is_object(chunks, joined[0], floor) else None
    before = tokens[first - 1]
    timed = tail and before.lower in ("after", "before", "during")
    link = before.lower in LINKS or before.lower == "by" or timed
    base = chunks.noun_upto.get(first - 1)
    if (
        base is None
        and first - 2 >= floor
        and tokens[first - 2].lower == ")"
        and (link or before.lower == "and")
    ):
        opens = next((n for n in range(first - 3, max(floor, first - 12), -1) if tokens[n].lower == "("), -1)
        base = chunks.noun_upto.get(opens) if opens > 0 else None
    if base is not None and base[0] >= floor:
        phrase = (first, base_end(chunks, first))
        time = is_time(tokens, phrase) and before.lower != "of" and not tail
        dated = (
            base[0] > 0
            and tokens[base[0] - 1].lower in ("on", "in", "at", "since")
            and before.lower in _WHERE
        )
        free = base[0] == 0 or tokens[base[0] - 1].tag not in ("IN", "TO")
        adverbial = is_time(tokens, base) and (free or dated)
        held = _described(chunks, base[0], floor, link=True) if link and dated and adverbial else None
        if held is not None or (link and not time and not adverbial):
            bare = held is None and tokens[base[0]].tag in ("PRP", "EX")
            return (
                None if bare else held if held is not None else base[0]
            )  # "those held on May 4 in Tarn were"
        joins = before.lower in ("and", "or", "&") and not parts_sum(tokens, base[0], first)
        if joins and not _is_object(chunks, base[0], floor):
            return base[0]
        if before.lower == "," and tokens[base[1] - 1].tag != "CD" and in_row(chunks, first):
            led = closes_lead(chunks, first - 1, floor)
            return None if led else base[0]  # "On May 3, Ana Ruiz and Eva Paz": the day is nobody
    if before.lower == "," and first - 2 >= floor and before.tag == ",":
        return None
    if before.lower == "and" and first - 2 >= floor and tokens[first - 2].lower == ",":
        base = chunks.noun_upto.get(first - 2)
        if base is not None and of_three(chunks, base[0], floor):
            return base[0]
    return _described(chunks, first, floor, link=link)


def _described(chunks: Chunks, first: int, floor: int, *, link: bool) -> int | None:
    """The phrase that an adjective or participle describes: "a person familiar with it", "a trader reached by phone"."""
    tokens = chunks.sentence.tokens
    at = first - 2 if link else first - 1
    base = chunks.noun_upto.get(at) if link and at > floor and tokens[at].tag == "JJ" else None
    while at > floor and tokens[at].tag == "RB":
        at -= 1
    group = chunks.verb_at(at) if at >= floor else None
    if group is not None and not group.finite and tokens[group.first].tag in ("VBN", "VBG"):
        start = group.first
        while start > floor and tokens[start - 1].tag == "RB":
            start -= 1  # "a neighbor | now | living in Osh"
        base = chunks.noun_upto.get(start)
        led = group.first - 2 >= floor and tokens[group.first - 1].tag == "IN"
        if base is None and tokens[group.first].tag == "VBG" and led:
            outer, of = chunks.verb_at(group.first - 2), tokens[group.first - 2].tag
            hangs = outer is not None and not outer.finite and tokens[outer.first].tag == "VBN"
            start = outer.first if outer is not None and hangs else group.first - 2 if of == "JJ" else -1
            base = chunks.noun_upto.get(start)  # "three people involved in helping escapees"
    return base[0] if base is not None and base[0] >= floor and tokens[base[0]].tag != "PRP" else None


def _is_object(chunks: Chunks, first: int, floor: int) -> bool:
    """Whether the phrase that starts at `first` is the object of a verb before it."""
    return first - 1 >= floor and chunks.verb_of[first - 1] >= 0


def _relative_before(chunks: Chunks, first: int, floor: int) -> int | None:
    """Where a phrase starts whose relative clause holds what was found ("the man who was released on Friday")."""
    tokens = chunks.sentence.tokens
    joined = first > 0 and tokens[first - 1].tag == "CC"
    for at in range(first - 1, max(floor, first - 24) - 1, -1):
        token = tokens[at]
        if token.lower in {",", ";", ":", "."} or token.lower in QUOTES:
            return None
        said = token.lemma in _SAYING and tokens[first].tag in ("PRP$", "NNP")
        if at == first - 1 and (said or (token.lower == "that" and token.tag == "IN")):
            return None  # "a woman who complained that | her son was sentenced", "who said | her husband was"
        if joined and sum(tokens[n].tag in FINITE for n in range(at, first)) > 1:
            return None  # "women who sell there are chased away and their goods are taken"
        if token.lower in ("who", "which") or (token.lower == "that" and token.tag == "WDT"):
            if at > 1 and tokens[at - 1].lower == "," and token.lower == "who":
                whole = _across(chunks, at - 1, floor) or upto(chunks, at - 1, floor)
                return whole[0] if whole else None
            if at == 0 or at not in chunks.noun_upto:
                return None
            if not any(tokens[n].tag in FINITE for n in range(at, first)) or is_over(chunks, at, first):
                return None
            whole = upto(chunks, at, floor)
            return whole[0] if whole else None
    return None


_SAYING = wordset("say claim allege insist believe")


def onward(chunks: Chunks, first: int, ceiling: int, loose: bool = False) -> tuple[int, int] | None:
    """The full noun phrase that starts at token `first`, within `ceiling`.

    loose: take a relative clause or apposition after a comma too.
    """
    tokens = chunks.sentence.tokens
    base = base_at(chunks, first, ceiling)
    if base is None:
        return None
    end = min(base[1], ceiling)
    lone = tokens[first].tag == "PRP" and base[1] - base[0] == 1
    while end < ceiling and not lone and end - first < _REACH:
        further = _further(chunks, end, ceiling)
        if further is None:
            break
        end = further
    if loose and end < ceiling - 1 and tokens[end].lower in (",", "–", "—"):
        end = _apposed(chunks, first, end, ceiling)
    return first, end


def short(chunks: Chunks, first: int, ceiling: int) -> tuple[int, int] | None:
    """The noun phrase that starts at token `first`, with what hangs on it by a preposition but no clause."""
    tokens = chunks.sentence.tokens
    base = base_at(chunks, first, ceiling)
    if base is None:
        return None
    end = min(base[1], ceiling)
    while end + 1 < ceiling and tokens[first].tag != "PRP":
        after = base_at(chunks, end + 1, ceiling)
        joins = tokens[end].lower in ("and", "of", "from", "in", "at") and after is not None
        if not joins or after is None or is_time(tokens, after) or starts_clause(chunks, after[1], ceiling):
            break
        end = after[1]
    return first, min(end, ceiling)


def _further(chunks: Chunks, end: int, ceiling: int) -> int | None:
    """How far the phrase goes on after `end`, or None."""
    tokens = chunks.sentence.tokens
    token = tokens[end]
    if token.lower == "(":
        for at in range(end + 1, min(ceiling, end + 14)):
            if tokens[at].lower == ")":
                return at + 1
        return None
    if token.lower == "in" and end + 1 < ceiling and tokens[end + 1].lower == "front":
        return None  # before whom something is done
    relative = token.lower in ("who", "which", "whose") or (token.lower == "that" and token.tag == "WDT")
    led = token.tag == "IN" and end + 1 < ceiling and tokens[end + 1].lower in ("whose", "whom")
    if relative or led:
        return relative_end(chunks, end, ceiling)  # "vendors in whose phones songs were found"
    after = base_at(chunks, end + 1, ceiling)
    authored = token.lower == "by" and tokens[end - 1].tag in NOUNS and chunks.noun_of[end - 1] >= 0
    if (token.lower in LINKS or authored) and after is not None and tokens[after[0]].tag != "WDT":
        time = is_time(tokens, after) and token.lower != "of"
        return None if time else min(after[1], ceiling)
    joint = joint_end(tokens, end)
    after = base_at(chunks, joint, ceiling) if joint else after
    if (
        (joint or token.lower in ("and", "or", "&"))
        and after is not None
        and not starts_clause(chunks, after[1], ceiling)
    ):
        return after[1]
    if token.lower == "," and comma_list(chunks, end, ceiling):
        after = base_at(chunks, end + 2 if tokens[end + 1].lower == "and" else end + 1, ceiling)
        return after[1] if after else None
    group = chunks.verb_at(end) if token.tag == "VBN" else None
    return _past_adjuncts(chunks, end, ceiling) if group is not None and not group.finite else None


def _past_adjuncts(chunks: Chunks, end: int, ceiling: int) -> int | None:
    """Past a participle with its times, places and agent: "a report released during the year by the centre"."""
    tokens = chunks.sentence.tokens
    at = end + 1
    named = tokens[end].lower in _CALLED
    while at < ceiling:
        base = base_at(chunks, at, ceiling)
        if base is not None and (is_time(tokens, base) or (named and at == end + 1)):
            at = min(base[1], ceiling)
            continue
        after = (
            base_at(chunks, at + 1, ceiling) if tokens[at].tag == "IN" or tokens[at].lower == "to" else None
        )
        if after is None or starts_clause(chunks, after[1], ceiling):
            break
        at = min(after[1], ceiling)
    return at if at > end + 1 else None


_CALLED = wordset("named called surnamed nicknamed")  # "said a man named Kim"


def _apposed(chunks: Chunks, first: int, comma: int, ceiling: int) -> int:
    """The end of the phrase with the appositions or relative clause behind a comma, or the comma itself.

    More than one may stand behind a name: "Ana Ruiz, 58, a retired teacher who voted for her, | said".
    """
    tokens = chunks.sentence.tokens
    end = _one_apposed(chunks, first, comma, ceiling)
    aged = end == comma + 2 and tokens[comma + 1].text.isdigit()
    more = end > comma and end + 1 < ceiling and tokens[end].text == ","
    again = more and (aged or tokens[end + 1].lower in ("who", "whose"))
    return _one_apposed(chunks, first, end, ceiling) if again else end


def _one_apposed(chunks: Chunks, first: int, comma: int, ceiling: int) -> int:
    """The end of the phrase with one apposition or relative clause behind a comma, or the comma itself."""
    tokens = chunks.sentence.tokens
    inside = tokens[comma + 1]
    if inside.lower in ("who", "whose", "which", "whom"):
        return relative_end(chunks, comma + 1, ceiling)
    named = tokens[head_of(tokens, (first, comma))].tag in ("NNP", "NNPS")
    apposes = (
        inside.tag in ("DT", "PRP$") or (not named and inside.tag in ("NNP", "NNPS")) or inside.tag == "CD"
    )
    if named and (inside.tag in ("NN", "JJ") or is_office(chunks, comma + 1)):
        apposes = True
    if not apposes:
        return comma
    phrase = onward(chunks, comma + 1, ceiling)
    if phrase is None or starts_clause(chunks, phrase[1], ceiling) or is_time(tokens, (comma + 1, phrase[1])):
        return comma
    if inside.tag == "CD" and amount_end(tokens, comma + 1):
        return comma  # "fined Ana Lo, a mother of three, | 960 roubles"
    if phrase[1] < ceiling and tokens[phrase[1]].tag in NOUNS:
        return comma
    aged = phrase[1] + 2 < ceiling and tokens[phrase[1]].lower == "," and tokens[phrase[1] + 1].tag == "CD"
    return phrase[1] + 2 if aged and tokens[phrase[1] + 2].lower in _AGE_ENDS else phrase[1]

"""Where else the time and place of an act are told: behind a bracket, in the clause it goes on during, at the end of a noun's words.

Rules:
- What a bracket holds ends nothing: "held the poet (known as Sham) in detention since 2013".
- Who came somewhere and then acted did so there; behind the words for who somebody is, the verb before them goes on.
- What is done "while" something else happens, and what people are met doing, is done at the same time.
- "The arrest of a lawyer defending prisoners in Tarn" tells where behind the words for the lawyer.
- A comma, "and" and a time open the next clause: what stands behind them is no time of this one.
"""

from __future__ import annotations

from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention, Scene

Range = tuple[int, int]

_REACH = 25  # tokens that a bracket or the words of a noun may hold
_LYING = wordset("locate situate base lie")


def until_next(scene: Scene, clause: Clause, last: int) -> int:
    """Where a clause ends whose end holds the opening of the next one: "arrested two, and in June it tried four"."""
    number = clause.number + 1
    after = scene.clauses[number] if number < len(scene.clauses) else None
    if after is None or after.kind not in ("main", "joined") or not after.verb.finite:
        return last
    for at in range(clause.verb.last, min(last, after.first) - 1):
        joins = scene.tokens[at].text == "," and scene.tokens[at + 1].lower in _JOINS
        if joins and at + 2 < len(scene.tokens) and scene.tokens[at + 2].tag == "IN":
            return at
    return last


_JOINS = wordset("and but while")


def behind_bracket(scene: Scene, clause: Clause) -> list[Range]:
    """What goes on behind a bracket that stands after the object: "held Ali Zayd (known as Shaw) in jail since 2013"."""
    number = clause.number + 1
    inside = scene.clauses[number] if number < len(scene.clauses) else None
    opened = inside.verb.first - 1 if inside is not None else 0
    tokens = scene.tokens
    if inside is None or opened < clause.verb.last or tokens[opened].text != "(":
        return []
    closed = next((n for n in range(opened, min(len(tokens), opened + _REACH)) if tokens[n].text == ")"), 0)
    if not closed:
        return []
    later = (c.first for c in scene.clauses[number + 1 :] if c.first > closed)
    end = next(later, len(tokens))
    return [(closed + 1, end)] if closed + 1 < end else []


def behind_including(scene: Scene, clause: Clause) -> list[Range]:
    """What goes on behind an aside that counts some of many: "returned 112 people, including 30 children, to Osh in May"."""
    number = clause.number + 1
    aside = scene.clauses[number] if number < len(scene.clauses) else None
    if aside is None or aside.lemma != "include" or aside.link != "," or aside.governor != clause.number:
        return []
    end = next(
        (c.first for c in scene.clauses[number + 1 :] if c.kind in ("main", "joined")), len(scene.tokens)
    )
    for at in range(aside.verb.last, end - 1):
        if scene.tokens[at].text == "," and scene.tokens[at + 1].tag in ("IN", "TO"):
            return [(at + 1, end)]
    return []


def inside_bracket(scene: Scene, clause: Clause) -> int:
    """Where a clause ends, at the bracket that it stands in where there is one."""
    if not clause.verb.first or scene.tokens[clause.verb.first - 1].text != "(":
        return relative_end(scene, clause) or clause.last
    return next(
        (n for n in range(clause.verb.first, clause.last) if scene.tokens[n].text == ")"), clause.last
    )


def name_before_bracket(scene: Scene, first: int) -> int:
    """Where what leads into a clause starts, past a name given in a bracket: "As of May, Hoa (“Muoi”) Phan remained"."""
    tokens, at = scene.tokens, first
    if at == 0 or at >= len(tokens) or tokens[at - 1].tag not in ("``", "''", ":", "-RRB-", ")"):
        return first
    if not any(token.text == ")" for token in tokens[at - 1 : at + 2]):
        return first
    opened = next((n for n in range(at - 1, max(-1, at - 8), -1) if tokens[n].text == "("), 0)
    if not opened or any(scene.chunks.verb_of[n] >= 0 for n in range(opened)):
        return first
    return 0 if tokens[0].tag == "IN" else first


def lying_behind(scene: Scene, clause: Clause) -> list[Range]:
    """Where the place at the end of a clause lies: "moved them to a prison located in Osh"."""
    number = clause.number + 1
    after = scene.clauses[number] if number < len(scene.clauses) else None
    if after is None or after.kind != "participle" or after.lemma not in _LYING or not after.passive:
        return []
    behind = clause.verb.last < after.verb.first <= max(clause.last, clause.verb.last) + 1
    return [(clause.first, after.last)] if behind else []


def behind_relative(scene: Scene, clause: Clause) -> list[Range]:
    """What goes on behind the words for who somebody is: "arrested Ana, a nurse who led the strike, at a cafe in Osh"."""
    number = clause.number + 1
    aside = scene.clauses[number] if number < len(scene.clauses) else None
    if aside is None or aside.kind != "relative" or aside.governor != clause.number:
        return []
    start = relative_end(scene, aside)
    if not start or clause.object is None or clause.verb.last > aside.first:
        return []
    later = (c.first for c in scene.clauses[number + 1 :] if c.first > start and c.kind == "main")
    return [(start + 1, next(later, max(aside.last, start + 2)))]


def relative_end(scene: Scene, aside: Clause) -> int:
    """The comma at which the words for who somebody is end and the verb before them goes on; 0 for none."""
    tokens, above = scene.tokens, aside.governor
    if aside.kind != "relative" or above is None:
        return 0
    led = scene.clauses[above]
    if led.object is None or not led.verb.finite or aside.subject is None or led.number != aside.number - 1:
        return 0
    apposed = led.object[1] < len(tokens) and tokens[led.object[1]].text == ","
    if not apposed or aside.first < led.object[1]:
        return 0
    for at in range(aside.verb.last, min(aside.last, len(tokens) - 2)):
        if tokens[at].text == "," and tokens[at + 1].lower in ("at", "in", "on", "outside", "near"):
            return at
    return 0


def where_came(scene: Scene, mention: Mention) -> list[Range]:
    """Where those came who then acted there: "Officers came to the church, took the Bibles and left"."""
    above = clause = mention.clause
    if clause is None or mention.noun or clause.passive or mention.trigger.act not in _ON_ARRIVAL:
        return []
    while above is not None and above.kind == "joined" and above.governor is not None:
        above = scene.clauses[above.governor]
        if above.subject != clause.subject:
            return []
        if above.lemma in _ARRIVING:
            return [(above.verb.first, max(above.last, above.verb.last))]
    return []


_ARRIVING = wordset("come arrive enter burst break descend appear")
_ON_ARRIVAL = wordset("confiscation torture search interrogation killing policy detention")


def meanwhile(scene: Scene, clause: Clause) -> list[Range]:
    """The clause that goes on at the same time: "was shot on May 3 while marching", "beat people rallying against"."""
    if not clause.number:
        return []
    opener = min(clause.first, clause.verb.first) - 1
    while opener > 0 and scene.tokens[opener].tag.startswith("RB"):
        opener -= 1
    above = scene.clauses[clause.number - 1]
    met = _is_met(scene, above, clause)
    if not met and (opener < 0 or scene.tokens[opener].lower != "while"):
        return []
    if not above.verb.finite or above.verb.first > clause.verb.first:
        return []
    first = above.first
    while first > 0 and scene.chunks.verb_of[first - 1] < 0 and scene.tokens[first - 1].tag not in _STOPS:
        first -= 1
    found = [(above.first, max(above.last, above.first + 1))]
    return [*found, (first, above.first)] if first < above.first else found


_STOPS = (".", ":", "``", "''", "CC")


def _is_met(scene: Scene, above: Clause, clause: Clause) -> bool:
    """Whether an "-ing" form right behind the object tells what those were doing that were met."""
    if clause.kind != "participle" or clause.passive or above.object is None:
        return False
    first = clause.verb.first
    behind = clause.subject is not None and clause.subject[1] == first and above.object[0] < first
    return behind and first <= above.object[1] and scene.tokens[first].tag == "VBG"


def noun_tail(scene: Scene, mention: Mention) -> list[Range]:
    """The words of an act told by a noun up to where they end: "the arrest of a lawyer defending prisoners in Tarn"."""
    if not mention.noun:
        return []
    tokens, end = scene.tokens, _joined_end(scene, mention.at[1])
    if end >= len(tokens) or tokens[end].tag != "IN":
        return []
    while end < min(len(tokens), mention.at[1] + _REACH):
        group = scene.chunks.verb_at(end)
        joined = tokens[end].tag == "CC" and end + 1 < len(tokens) and tokens[end + 1].tag == "DT"
        if joined or tokens[end].tag in (",", ":", ".", "WP", "WDT", "WRB") or (group and group.finite):
            break
        end += 1
    return [(mention.span[0], max(end, mention.span[1]))]


def _joined_end(scene: Scene, at: int) -> int:
    """Where a noun ends with one that is joined to it: "arbitrary arrests and prolonged detentions in"."""
    tokens, end = scene.tokens, at + 1
    if at >= len(tokens) or tokens[at].tag != "CC":
        return at
    while end < len(tokens) and tokens[end].tag in ("JJ", "NN", "NNS", "VBN"):
        end += 1
    return end if end > at + 1 and tokens[end - 1].tag != "JJ" else at


def noun_when(scene: Scene, mention: Mention) -> list[Range]:
    """What stands behind a noun and where it was: "renewed protests in Tarn on June 25"."""
    if not mention.noun:
        return []
    tokens, end = scene.tokens, _joined_end(scene, mention.at[1])
    while end < len(tokens) and (tokens[end].tag in _PHRASE or tokens[end].lower in _WHERE_AND_WHEN):
        end += 1
    return [(mention.span[0], end)] if end > mention.span[1] else []


_PHRASE = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "PRP$", "POS"})
_WHERE_AND_WHEN = wordset("in at on near outside across throughout during since")


def noun_began(scene: Scene, mention: Mention) -> list[Range]:
    """What is told of an act's own course: "the nationwide protests that began in December 2017"."""
    if not mention.noun:
        return []
    for one in scene.clauses:
        of_it = one.kind == "relative" and one.subject is not None and one.lemma in _BEGINNING
        if of_it and one.subject is not None and one.subject[0] <= mention.at[0] < one.subject[1]:
            return [(one.first, max(one.last, one.first + 1))]
    return []


_BEGINNING = wordset("begin start take occur erupt break end follow last happen continue")


def pair_end(scene: Scene, pair: Clause) -> int:
    """Where the second of two joined verbs ends, with what went on meanwhile: "were beaten and arrested while filming in Osh"."""
    end = max(pair.last, pair.first + 1)
    number = pair.number + 1
    after = scene.clauses[number] if number < len(scene.clauses) else None
    if after is None or after.kind != "gerund" or scene.tokens[max(0, after.verb.first - 1)].lower != "while":
        return end
    return max(end, after.last)


def past_another(scene: Scene, clause: Clause, first: int) -> int:
    """Where a clause starts behind what it came after: "Following a strike at the mine in May, the firm dismissed"."""
    who = clause.subject[0] if clause.subject is not None else clause.first
    return who if first < who < clause.verb.first and after_another(scene, (first, who)) else first


def after_another(scene: Scene, lead: Range) -> bool:
    """Whether what leads into a clause is another act that it came after: "Following a protest in May, police arrested"."""
    at = lead[0]
    if at + 1 >= lead[1] or scene.tokens[at].lower not in AT_ANOTHER_TIME:
        return False
    near = scene.tokens[at + 1 : min(lead[1], at + 5)]
    acts = [n for n, token in enumerate(near) if token.lower in _ACTS_BEFORE or token.lemma in _ACTS_BEFORE]
    if not acts:
        return False
    dated = (token.lower in ("in", "on") for token in scene.tokens[at + 2 + acts[0] : lead[1]])
    return any(dated)  # "after the 2020 election" is a time of its own


_ACTS_BEFORE = wordset(
    "protest demonstration rally march strike raid attack clash riot arrest detention trial release conviction election"
    " explosion shooting vigil gathering sit-in killing death escape conference meeting hearing verdict broadcast publication"
)
AT_ANOTHER_TIME = wordset("after before following since")


def describes(clause: Clause) -> bool:
    """Whether a participle follows those it is about: its own time comes first in "On May 10, a nurse arrested in 2019 was"."""
    subject = clause.subject
    return clause.kind == "participle" and subject is not None and subject[1] <= clause.verb.first

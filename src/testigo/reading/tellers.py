"""Who tells, as the words stand beside a verb of telling: the full name, the persons meant, who was heard from.

Rules:
- A date before a name is none of it ("On September 27, Fergana News reported").
- A title that starts with an article belongs to the report before it ("The UN report The Price of Bread said").
- A name whose letters stand in brackets goes on behind them ("The Commission of Inquiry (UNCOI) report").
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading import lexicon
from testigo.reading.chunks import FINITE, VerbGroup, head_of, is_time
from testigo.reading.classes import is_class, is_person
from testigo.reading.frames import Cue, past_adverbs
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward, subject, upto
from testigo.reading.subjects import subject_before
from testigo.reading.told_leads import told_of_another
from testigo.reading.view import View
from testigo.reading.who_all import all_who_tell, described


def whole_name(view: View, group: VerbGroup, source: tuple[int, int], floor: int) -> tuple[int, int]:
    """A source without a date before it, and with the name whose letters stand in brackets: "The Commission (UNCOI) report"."""
    whole = all_who_tell(view, _signed(view, group, _besides_thing(view, source), floor), floor)
    first, last = _with_examples(view, _with_body(view, _those(view, group, whole)), floor)
    tokens = view.tokens
    if tokens[first].lower in _MONTHS and last - first > 3 and tokens[first + 1].tag == "CD":
        first += 2 + (tokens[first + 2].lower == ",")  # "On September 27, Fergana News"
    if (
        first > floor + 1
        and tokens[first].tag == "DT"
        and tokens[first].text[:1].isupper()
        and tokens[first - 1].lemma in _TITLED
    ):
        named = upto(view.chunks, first, floor)  # "The UN report | The Price of Bread said"
        first = named[0] if named is not None else first
    first = _past_title(view, first, floor)
    lead = view.chunks.noun_upto.get(first - 1) if first > 1 and tokens[first - 1].lower == "," else None
    listed = lead is not None and lead[0] == 0 and tokens[lead[1] - 1].tag in ("NNS", "NNPS")
    if listed and tokens[first].tag != "DT" and any(t.lower == "and" for t in tokens[first:last]):
        first = 0  # "NGOs, refugees, and migrants reported"
    if first > floor + 3 and tokens[first - 1].lower == ")":
        opens = next((n for n in range(first - 2, max(floor, first - 5), -1) if tokens[n].lower == "("), -1)
        named = upto(view.chunks, opens, floor) if opens > floor else None
        first = named[0] if named is not None else first
    return first, last


def _besides_thing(view: View, source: tuple[int, int]) -> tuple[int, int]:
    """Who tells without a thing before "and" that another verb is about: "They do not know the reason and | Ana Lo said"."""
    thing = view.chunks.noun_from.get(source[0])
    verb = view.chunks.verb_at(source[0] - 1) if source[0] else None
    if thing is None or verb is None or verb.passive or can_tell(view, thing):
        return source
    joint = next((n for n in range(thing[1], source[1] - 1) if view.lower(n) == "and"), -1)
    who = view.chunks.noun_from.get(joint + 1) if joint > 0 else None
    return (joint + 1, source[1]) if who is not None and can_tell(view, who) else source


def of_two_places(view: View, source: tuple[int, int], floor: int) -> tuple[int, int]:
    """Who tells in two places: "sources in the city and in exile said"."""
    at = source[0]
    if at < floor + 4 or view.tokens[at - 1].tag != "IN" or view.lower(at - 2) not in ("and", "or"):
        return source
    before = upto(view.chunks, at - 2, floor)
    alike = before is not None and any(view.lower(n) == view.lower(at - 1) for n in range(before[0], at - 2))
    return (before[0], source[1]) if before is not None and alike else source


def _signed(view: View, group: VerbGroup, source: tuple[int, int], floor: int) -> tuple[int, int]:
    """The text that tells, not who signed it: "A notice signed by the district chief says"."""
    by = source[0] - 1
    verb = view.chunks.verb_at(by - 1) if by > floor and view.lower(by) == "by" else None
    if verb is None or verb.finite or view.tokens[verb.main].lemma not in _ISSUED:
        return source
    whole = subject_before(view.chunks, group, floor)
    return whole if whole is not None and whole[0] < verb.first else source


_ISSUED = wordset(
    "sign issue publish write release post draft send compile print circulate adopt pass produce"
)


def was_told(view: View, cue: Cue) -> tuple[Span, Span | None, Span] | None:
    """Who was told, by whom, and what, at the end of a sentence: "Two men died, he was told by a nurse"; else None."""
    group = cue.group
    who = subject(view.chunks, group, view.bounds(group.first)[0])
    if (
        cue.lemma not in ("tell", "inform")
        or not group.passive
        or not group.finite
        or group.perfect
        or who is None
    ):
        return None
    if view.lower(who[0] - 1) != "," or who[1] > group.first or view.tokens[who[0]].tag in ("WP", "WDT"):
        return None
    by = view.lower(cue.end) == "by"
    teller = onward(view.chunks, cue.end + 1, len(view.tokens)) if by else None
    if by and teller is None:
        return None
    end = teller[1] if teller is not None else cue.end
    before = view.trimmed(0, who[0])
    if before is None or view.lower(end) not in (".", ";"):
        return None
    return view.span(*who), view.span(*teller) if teller is not None else None, before


def _with_examples(view: View, source: tuple[int, int], floor: int) -> tuple[int, int]:
    """The whole of a name at the end of examples: "NGOs such as the League, the Forum, and Tarn Watch"."""
    for at in range(source[0] - 1, max(floor, source[0] - 30), -1):
        if view.lower(at) == "as" and view.lower(at - 1) == "such":
            whole = upto(view.chunks, at - 1, floor)
            return (whole[0], source[1]) if whole is not None else source
        if view.chunks.verb_of[at] >= 0 or view.lower(at) in (";", "that", "who", "which"):
            break
    return source


def content_start(view: View, start: int, floor: int) -> int:
    """Where what is told before the cue starts."""
    if view.zones[start]:
        return floor
    return 0


def is_acted_on(view: View, source: tuple[int, int]) -> bool:
    """Whether what stands before an "-ing" form is what its teller filed or took: "filed a suit alleging", "held Kim, claiming"."""
    verb = view.chunks.verb_at(source[0] - 1) if source[0] else None
    return verb is not None and verb.finite and not verb.passive and view.tokens[verb.main].lemma in _FILING


_FILING = wordset("file bring lodge submit arrest detain charge sue jail hold fine press issue")


def whole_clause(view: View, cue: Cue) -> tuple[int, int] | None:
    """Who tells by an "-ing" form behind a clause: its subject, past a relative or "that" clause in it ("freed two men
    | who had protested, saying that they were ill" is the court's); None where nobody is sure.
    """
    at = cue.group.first
    stating = cue.lemma in ("ask", "write") or any(
        s.cls in ("say", "report", "claim") and "t" in s.frames for s in cue.senses
    )
    if not stating or view.lower(at - 1) != "," or view.tokens[at].tag != "VBG" or cue.group.finite:
        return None
    floor, within = view.bounds(at)[0], False
    for group in reversed(view.chunks.verbs):
        if (
            group.last >= at
            or view.tokens[group.first].tag not in FINITE
            or view.zones[group.first] != view.zones[at]
        ):
            continue
        who = subject_before(view.chunks, group, floor)
        if who is None or who[0] < floor:
            return None
        opens = (
            who[0] if view.tokens[who[0]].tag in ("WDT", "WP") or view.lower(who[0]) == "that" else who[0] - 1
        )
        bare = opens > floor and view.chunks.verb_of[opens] >= 0  # "said | the men who fled were thieves"
        if not bare and view.lower(opens) not in _HANGING:
            plain = within and view.tokens[who[0]].tag != "EX" and view.lower(who[0]) != "it"
            return who if plain else None
        if view.lower(opens - 1) == ",":
            return None  # "met a lawyer, who fled, saying that"
        within = True
    return None


_HANGING = wordset("who which that when where whenever")


def heard_from(view: View, cue: Cue, end: int) -> Span | None:
    """Who told it, in "heard from a cousin that ..."."""
    for at in range(cue.end, min(end, cue.end + 4)):
        if view.lower(at) == "from" and (phrase := onward(view.chunks, at + 1, end, loose=True)):
            return view.span(*phrase)
    return None


def of_persons(view: View, source: tuple[int, int]) -> tuple[int, int]:
    """The persons of "instances of detainees telling judges that": what tells is no instance."""
    base = view.chunks.noun_from.get(source[0])
    after = (
        view.chunks.noun_from.get(base[1] + 1) if base is not None and view.lower(base[1]) == "of" else None
    )
    cases = base is not None and view.tokens[base[1] - 1].lemma in ("instance", "case", "incident", "example")
    return (after[0], source[1]) if cases and after is not None and after[1] <= source[1] else source


def persons(view: View, whole: tuple[int, int], pronoun: str) -> tuple[int, int]:
    """What "who" or "which" stands for: not the accounts of several escapees but the escapees, not criticism from a union."""
    if pronoun == "which":
        return _bodies(view, whole)
    for base in view.chunks.nouns:
        if pronoun != "who" or base[0] < whole[0] or base[1] > whole[1]:
            continue
        if is_person(view.tokens, base) or view.tokens[base[0]].tag == "CD":
            return base[0], whole[1]
    return whole


def _bodies(view: View, whole: tuple[int, int]) -> tuple[int, int]:
    """The body that tells, in "criticism from the Writers' Union, which said": what comes from it tells nothing."""
    first = view.chunks.noun_from.get(whole[0])
    if first is None or view.lower(first[1]) not in ("from", "by") or first[1] + 1 >= whole[1]:
        return whole
    kinds = lexicon.source_kinds()
    after = view.chunks.noun_from.get(first[1] + 1)
    head = view.tokens[head_of(view.tokens, after)] if after is not None else None
    tells = head is not None and (kinds.get(head.lemma) == "institution" or head.tag in ("NNP", "NNPS"))
    told = kinds.get(view.tokens[first[1] - 1].lemma) == "document"
    return (first[1] + 1, whole[1]) if tells and not told else whole


def _those(view: View, group: VerbGroup, source: tuple[int, int]) -> tuple[int, int]:
    """The source with the participle that says who is meant: "Those held said", "half of the people polled believe"."""
    last = view.chunks.verb_at(source[1]) if source[1] < group.first else None
    meant = last is not None and not last.finite and last.last == group.first
    return (source[0], group.first) if meant else source


def _with_body(view: View, source: tuple[int, int]) -> tuple[int, int]:
    """A source without the praise or criticism that comes from it: "criticism from the union, which called on"."""
    base = view.chunks.noun_from.get(source[0])
    judged = base is not None and lexicon.nouns().get(view.tokens[base[1] - 1].lemma) == "view"
    return _bodies(view, source) if judged else source


def _past_title(view: View, first: int, floor: int) -> int:
    """The start of the report whose title ends here: "Its report entitled Walls, | Volume 2 detailed"."""
    for at in range(first - 1, max(floor, first - 24), -1):
        if view.lower(at) in ("entitled", "titled"):
            named = upto(view.chunks, at, floor)
            return named[0] if named is not None else first
        if view.tokens[at].tag in FINITE and view.tokens[at].text.islower():
            break
    return first


_TITLED = wordset("report study survey paper book article documentary")
_MONTHS = wordset("january february march april may june july august september october november december")


def inverts(view: View, cue: Cue, top: int) -> bool:
    """Whether who tells stands after the verb: "..., were fined, said the group"."""
    after = past_adverbs(view, cue.end)
    who = onward(view.chunks, after, top, loose=True) if cue.lemma in INVERTED and after < top else None
    if (
        who is None
        or is_time(view.tokens, view.chunks.noun_from.get(who[0], who))  # "Ivo Sol, a monk, said Sunday"
        or cue.lemma == "tell"  # an aside ends before it: "Ivo Sol, a monk, told Radio Delta"
        or in_a_row(view, who[1], top)
        or (who[1] < top and view.lower(who[1]) not in (",", ".", ";", "”", '"'))
        or _told_of(view, cue, who, top)
        or told_of_another(view, cue.group.first, who, top)
    ):
        return False
    return cue.lemma not in _OF_THINGS or can_tell(view, who)


def _told_of(view: View, cue: Cue, who: tuple[int, int], top: int) -> bool:
    """Whether several behind the verb are told of by one before it: "The son, Ivo Tal, said four men, one ill, were held"."""
    floor, _ = view.bounds(cue.group.first)
    before = subject(view.chunks, cue.group, floor)
    several = view.tokens[head_of(view.tokens, view.chunks.noun_from.get(who[0], who))].tag in (
        "NNS", "NNPS",
    )  # fmt: skip
    if before is None or not several:
        return False
    whole = described(view, before, floor)
    main = view.tokens[head_of(view.tokens, view.chunks.noun_from.get(whole[0], whole))]
    if main.tag not in ("NN", "NNP") or any(view.lower(n) == "and" for n in range(*whole)):
        return False  # "Two men, Orr and Tal, said the nurses, were beaten"
    counted = any(view.lower(n) in ("including", "among") for n in range(who[0], min(top, who[1] + 2)))
    return any(
        group.finite
        and (counted or view.lower(group.first) in _OF_SEVERAL)
        and view.lower(group.first - 1) == ","
        for group in view.chunks.verbs
        if who[1] <= group.first < top
    )


_OF_SEVERAL = wordset("were are have")


def tells_by(view: View, at: int) -> bool:
    """Whether it is said of a letter how it came: "three listeners told the Post in letters | that reached us"."""
    return view.lower(at) == "that" and view.tokens[at - 1].lemma in (
        "letter",
        "message",
        "call",
        "email",
        "note",
    )


def overheard(view: View, at: int) -> Span | None:
    """Who was heard to say something: "A veteran was overheard saying"."""
    group = view.chunks.verb_at(at - 1) if at and view.tokens[at].tag == "VBG" else None
    if group is None or not group.passive or view.tokens[group.main].lemma not in _HEARING:
        return None
    who = subject(view.chunks, group, view.bounds(group.first)[0])
    return view.span(*who) if who is not None and who[1] <= group.first else None


_HEARING = wordset("overhear hear film record catch see")


def in_a_row(view: View, end: int, top: int) -> bool:
    """Whether a verb without a subject goes on: "documented raids, warned the mayor, | and freed two men"."""
    if view.lower(end) != "," or view.lower(end + 1) not in ("and", "or") or end + 2 >= top:
        return False
    verb = view.chunks.verb_at(past_adverbs(view, end + 2))
    return verb is not None and verb.finite


_OF_THINGS = wordset(
    "recall report note explain claim announce describe allege estimate observe confirm repeat"
)


def can_tell(view: View, who: tuple[int, int]) -> bool:
    """Whether words may name who tells, and not what is told: "the woman recalled beatings", "recalled the woman"."""
    base = view.chunks.noun_from.get(who[0], who)
    head = view.tokens[head_of(view.tokens, base)]
    tells = head.lemma in lexicon.source_kinds() or head.tag in ("NNP", "NNPS", "PRP")
    return tells or any(is_class(view.tokens, base, name) for name in ("person", "authority", "org"))


INVERTED = wordset(
    "say add explain report write note state warn recall claim announce reply argue complain insist"
    " declare conclude confirm observe remark testify continue ask answer allege estimate tell assert"
    " respond comment believe think"
) | {"go on"}

"""Which word of a sentence is its finite verb, where the tags leave it without one; and what an auxiliary governs.

Rules:
- A participle after a noun is a past tense where nothing else in the sentence is finite.
- A word that could be a verb is one between a noun and what verbs are followed by, in headlines above all.
- Past tenses stand in rows: "harassed, detained and abused", with semicolons too ("beat him; denied him food").
More than 400 lines because the rows are looked for one after the other on the same tags.
"""

from __future__ import annotations

from testigo.reading.lemmas import is_past_form, is_verb
from testigo.reading.lists import wordset

NOUN = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
OBJECT = frozenset({"JJR", "JJS", "DT", "PRP$", "PRP", "NNP", "CD", "NNS", "JJ", "NN", "``"})
ADVERB = frozenset({"RB", "RBR", "RBS", "''"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
AUX = wordset(
    "be is are was were been being am 's ’s 're ’re have has had having 've ’ve get gets got gotten"
)
NAMING = wordset(
    "surnamed named called dubbed nicknamed aged dated titled entitled based known identified located involved accused wanted considered"
)


NEEDS_WHOM = wordset(
    "convicted accused sentenced arrested detained imprisoned jailed charged indicted suspected condemned executed exiled"
    " abducted deported expelled prosecuted interrogated fined"
)
_JUDGING = wordset("called considered accused identified")  # "Observers considered the trial unfair"


def aux_before(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether an auxiliary governs the word: right before it, or before the participle that it is joined to."""
    place = at - 1
    while place >= 0 and at - place < 4:
        if lowers[place] in AUX:
            return True
        if tags[place] not in ("RB", "CC", "VBN", "''", "``"):
            return False
        place -= 1
    return False


def find_finite(lowers: list[str], tags: list[str]) -> None:
    """Give a sentence that has no finite verb one, where a word fits."""
    for at in range(1, len(tags) - 1):
        past = tags[at] == "VBN" or (
            tags[at] == "JJ"
            and (lowers[at].endswith("ed") or is_past_form(lowers[at]))
            and (tags[at + 1] in _AFTER_VERB or _and_another(lowers, tags, at))
        )
        if past and (at == 1 or tags[at - 1] in NOUN | ADVERB) and not aux_before(lowers, tags, at):
            demands = lowers[at] == "called" and lowers[at + 1] in ("on", "for", "upon", "in")
            judges = lowers[at] in _JUDGING and tags[at + 1] in ("DT", "PRP$", "PRP")
            if lowers[at + 1] != "by" and (demands or judges or lowers[at] not in NAMING):
                tags[at] = "VBD"
            return
        if lowers[at] == "lack" and tags[at - 1] in NOUN:
            tags[at] = "VBP"
            return
    for at in range(1, len(tags) - 1):
        if lowers[at] == "won" and tags[at - 1] == "CD":
            continue
        if tags[at] in _MISTAKEN and tags[at - 1] in NOUN | {"CD"} and tags[at + 1] in _AFTER_VERB:
            found = _as_verb(lowers[at], tags[at + 1])
            if found:
                tags[at] = found
                return
    if tags[-1:] == ["."]:
        _only_verb(lowers, tags)


def _only_verb(lowers: list[str], tags: list[str]) -> None:
    """The verb of a whole sentence by number alone: "men loiter near the bridge", "the purge rolls on", "the rich buy"."""
    for at in range(1, len(tags) - 1):
        word, before, after = lowers[at], tags[at - 1], lowers[at + 1]
        rich = before == "JJ" and at > 1 and tags[at - 2] == "DT" and tags[at + 1] in _WHOM
        if tags[at] == "NN" and (before == "NNS" or rich) and word not in _MOSTLY_NOUNS and is_verb(word):
            tags[at] = "VBP"
            return
        if tags[at] == "NN" and rich and is_past_form(word):
            tags[at] = "VBD"
            return
        goes = tags[at] == "NNS" and before in ("NN", "NNP") and after in _WAYS and is_verb(word[:-1])
        if goes and word.endswith("s"):
            tags[at] = "VBZ"
            return


_WHOM = frozenset({"PRP", "DT", "CD", "PRP$"})
_WAYS = wordset("on off out up down away back over through into past")


def _and_another(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether another word in "-ed" is joined to one, with an object: "limited and controlled gatherings"."""
    joined = tags[at + 1] == "CC" and at + 3 < len(tags) and lowers[at + 2].endswith("ed")
    return joined and tags[at + 3] in OBJECT


_MISTAKEN = frozenset({"NNS", "NN", "VB", "JJ", "IN", "RB"})
_AFTER_VERB = frozenset({"DT", "PRP$", "PRP", "JJ", "JJR", "NNS", "NNP", "NN", "CD", "TO", "RB", "IN"})


def _as_verb(lower: str, after: str) -> str:
    """The finite tag of a word that could be a verb, or "": past forms anywhere, others before what they act on."""
    if is_past_form(lower):
        return "VBD"
    if after in ("IN", "RB", "TO") and lower not in _HEADLINE_VERBS | _GOES_WITHOUT:
        return ""
    if lower.endswith("s") and (is_verb(lower[:-1]) or is_verb(lower[:-2])):
        return "VBZ"
    return "VBP" if is_verb(lower) and lower not in _MOSTLY_NOUNS else ""


_GOES_WITHOUT = wordset(
    "end ends fall falls rise rises begin begins open opens die dies close closes struggle struggles try tries want wants continue continues hope hopes refuse refuses fail fails learn learns live lives suffer suffers wait waits flee complain complains run pack sing"
)
_MOSTLY_NOUNS = wordset(
    "report survey trial research order command people border market state police force service"
)


def spread(lowers: list[str], tags: list[str]) -> None:
    """Past tenses in a row: "harassed, detained, abused, and prosecuted"; ", who ..., attempted to flee"."""
    _rows(lowers, tags)
    _before_another(lowers, tags)
    _inside_relative(lowers, tags)
    for at in range(1, len(tags) - 3):
        if tags[at] == "VBN" and _two_past(lowers, tags, at):
            tags[at] = tags[at + 2] = "VBD"
    for at in [n for n in range(2, len(tags)) if tags[n] in _SPREADING or tags[n - 1] == "PRP"]:
        if (tags[at] == "VBN" and _later_on(lowers, tags, at)) or (
            tags[at] == "JJ" and _paired(lowers, tags, at)
        ):
            tags[at] = "VBD"
        elif tags[at] == "NN" and lowers[at - 1] == "from" and _kept_from(lowers, tags, at):
            tags[at] = "VBG"
        elif tags[at - 1] == "PRP" and lowers[at] in _SHOT and lowers[at - 1] in _DOERS:
            tags[at] = "VBD"
        elif tags[at] == "VBD" and lowers[at - 1] in _DOERS and lowers[at - 2] in ("was", "were"):
            tags[at] = "VBN"  # "not only was he beaten"
        if tags[at] != "VBN" or tags[at - 1] not in (",", "CC", ":"):
            continue
        if lowers[at] in _TOLD and tags[at - 1] == "," and FINITE.isdisjoint(tags[:at]):
            tags[at] = "VBD"
            continue
        if _after_semicolon(lowers, tags, at):
            tags[at] = "VBD"
            continue
        if tags[at - 1] == ":":
            continue
        if _goes_on(lowers, tags, at):
            tags[at] = "VBD"
            continue
        before = at - 2 if tags[at - 2] != "," else at - 3
        listed = before >= 0 and tags[before] == "VBD" and lowers[before] not in AUX
        resumed = (
            tags[at - 1] == "," and tags[at + 1 : at + 2] == ["TO"] and "who" in lowers[max(0, at - 12) : at]
        )
        if listed or resumed:
            tags[at] = "VBD"


_SPREADING = frozenset({"VBN", "JJ", "NN"})  # a rule for another tag asks for it here


def _before_another(lowers: list[str], tags: list[str]) -> None:
    """The first verb of a subject that a finite verb is joined to or hangs on: "crossed and was sent back", "learned when they were told"."""
    finite = [n for n, tag in enumerate(tags) if tag in FINITE]
    if not finite or finite[0] < 3:
        return
    joint = finite[0] - 1
    while joint > 1 and tags[joint] in ADVERB:
        joint -= 1
    if not _in_one_row(lowers, tags, joint, finite[0]) and lowers[joint] not in ("and", "but", "or"):
        joint = _hangs_from(lowers, tags, finite)
    past = [n for n in range(1, joint) if tags[n] == "VBN"]
    if not past or aux_before(lowers, tags, past[0]) or lowers[past[0]] in NAMING:
        return
    before = past[0] - 1
    while before > 0 and tags[before] in ADVERB:
        before -= 1
    if tags[before] in NOUN and _ASIDE.isdisjoint(tags[: past[0]]) and "WP" not in tags[past[0] : joint]:
        tags[past[0]] = "VBD"


def _in_one_row(lowers: list[str], tags: list[str], comma: int, finite: int) -> bool:
    """Whether a comma alone parts a past form from the next: "agents knocked on the door, showed a paper and led him away"."""
    if tags[comma] != "," or tags[finite] != "VBD" or lowers[finite] in _TOLD:
        return False
    last = max((n for n in range(comma) if tags[n] == "VBN"), default=comma)
    return "," not in tags[last:comma]


def _hangs_from(lowers: list[str], tags: list[str], finite: list[int]) -> int:
    """Where the only clause with a finite verb hangs on the verb before it: "learned when they were told"; 0 where none does."""
    told = len(finite) == 2 and lowers[finite[1]] in _TOLD and "," in tags[finite[0] : finite[1]]
    if len(finite) > 1 and not told:  # "..., an official said"
        return 0
    opens = next((n for n in range(2, finite[0]) if lowers[n] in _HANGING), 0)
    if opens or tags[-1] != ".":
        return opens
    opens = next((n for n in range(finite[0] - 1, 2, -1) if lowers[n] in ("after", "before")), 0)
    past = next((n for n in range(1, opens) if tags[n] == "VBN"), 0)
    goes = past > 0 and tags[past + 1] in ("IN", "TO") and lowers[past + 1] != "by"
    return opens if goes and lowers[past] not in NEEDS_WHOM else 0


_ASIDE = frozenset({"WP", "WDT", "WRB", "WP$"})
_HANGING = wordset("when because although though until")


def _inside_relative(lowers: list[str], tags: list[str]) -> None:
    """A past form after "whom", "which" or "whose" and a noun phrase is what that noun did: "whom soldiers detained at the gate"."""
    for at in range(1, len(tags) - 3):
        if lowers[at] == "who":
            _told_of_whom(lowers, tags, at + 1)
        if lowers[at] == "whose" and tags[at + 1] in ("VB", "VBP"):
            tags[at + 1] = "NN"  # "under whose command"
        if lowers[at] not in _OF_WHOM or tags[at - 1] in ("IN", "TO"):
            continue
        verb = at + 1
        while verb < len(tags) and tags[verb] in _PHRASE:
            verb += 1
        noun = verb > at + 1 and tags[verb - 1] in NOUN
        while noun and verb < len(tags) and tags[verb] in ADVERB:
            verb += 1
        if noun and verb < len(tags) and tags[verb] == "VBN" and lowers[verb] not in NAMING:
            tags[verb] = "VBD"


def _told_of_whom(lowers: list[str], tags: list[str], first: int) -> None:
    """Who tells stands between "who" and what is told: "the man who police say killed the guard"."""
    if tags[first] == "VBP" and not _SAY.isdisjoint(lowers[first + 1 : first + 2]):
        tags[first] = "NNS"  # "who police say"
    verb = first
    while verb < len(tags) - 1 and tags[verb] in _PHRASE:
        verb += 1
    if verb == first or tags[verb - 1] not in NOUN or lowers[verb] not in _SAY:
        return
    if tags[verb] == "VB":
        tags[verb] = "VBP"
    if tags[verb + 1 : verb + 2] == ["VBN"]:
        tags[verb + 1] = "VBD"


_SAY = wordset(
    "say says said believe believes believed allege alleges alleged claim claims claimed suspect suspects"
)
_OF_WHOM = wordset("whom which whose")
_PHRASE = NOUN | {"DT", "PRP$", "CD", "JJ", "POS"}


_SHOT = wordset("shot beat")
_DOERS = wordset("he she they we who")
_TOLD = wordset("reported said stated claimed alleged asserted")


def _later_on(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a word goes on with a past tense after an adverb: "detained and subsequently fined more than 100 people"."""
    if at < 3 or tags[at - 1] not in ("RB", "RBR") or tags[at - 2] != "CC" or tags[at - 3] != "VBD":
        return False
    return lowers[at - 3] not in AUX and not aux_before(lowers, tags, at - 3)


def _rows(lowers: list[str], tags: list[str]) -> None:
    """A row that ends with a past tense is one from its start: "Authorities arrested, tried, and executed eight men"."""
    opened = ""
    for at in range(1, len(tags) - 1):
        if tags[at] == "VBN" and tags[at + 1] == "," and opened in ("", "VBD", "VBP"):
            before = at - 1
            while before > 0 and tags[before] == "RB":
                before -= 1
            if tags[before] in NOUN:
                _row_from(lowers, tags, at)
        if tags[at] in FINITE or tags[at] in ("WP", "WDT"):
            opened = tags[at]


def _row_from(lowers: list[str], tags: list[str], first: int) -> None:
    """Give a row of participles that holds a past tense, or ends with what was done to whom, that tense."""
    last, row, past = first + 1, [first], False
    while last < len(tags) and (
        tags[last] in (",", "CC", "RB", "RBR", "VBN", "VBD") or lowers[last] in _SHOT
    ):
        if lowers[last] in AUX:
            return
        past = past or tags[last] == "VBD"
        if tags[last] == "VBN" or lowers[last] in _SHOT:
            row.append(last)
        last += 1
    if last >= len(tags) or "CC" not in tags[first:last]:
        return
    acts_on = len(row) > 2 and row[-1] == last - 1 and (tags[last] in OBJECT or tags[last] == "NNS")
    if past or (acts_on and FINITE.isdisjoint(tags[last:])):
        for at in row:
            tags[at] = "VBD"


def _two_past(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether two participles after a noun are past tenses with one object: "Police routinely stopped and questioned men"."""
    if tags[at + 1] != "CC" or tags[at + 2] not in ("VBN", "VBD"):
        return False
    described = tags[at + 3] == "VBN" and tags[at + 4 : at + 5] and tags[at + 4] in ("NNS", "NN", "JJ")
    if tags[at + 3] not in OBJECT and not described:
        return False
    before = at - 1
    while before > 0 and tags[before] in ADVERB:
        before -= 1
    if tags[before] not in NOUN or aux_before(lowers, tags, at):
        return False
    later = next((n for n in range(at + 3, len(tags)) if tags[n] in _ENDS), len(tags))
    return FINITE.isdisjoint(tags[at + 3 : later])


def _kept_from(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a word in "-ing" is what somebody is kept from: "barred students from attending services"."""
    if not lowers[at].endswith("ing") or tags[at + 1 : at + 2] == ["IN"]:
        return False
    return not _KEEPING.isdisjoint(lowers[max(0, at - 9) : at - 1])


_KEEPING = wordset(
    "ban bans banned banning bar bars barred barring prevent prevents prevented preventing prohibit prohibits prohibited"
    " prohibiting stop stops stopped stopping discourage discouraged discouraging restrict restricted restricting keep kept"
)


def _paired(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a word in "-ed" makes a pair with the past tense before it: "entered or surveilled homes"."""
    if tags[at - 1] != "CC" or tags[at - 2] != "VBD" or lowers[at - 2] in AUX:
        return False
    described = tags[at + 1 : at + 3] in (["JJ", "NNS"], ["JJ", "NN"], ["NN", "NNS"])
    named = described or tags[at + 1 : at + 2] in (["NNS"], ["NN"], ["DT"], ["PRP$"], ["NNP"])
    return named and lowers[at].endswith("ed")


_ENDS = frozenset({",", ".", ":", "CC"})


def _after_semicolon(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether the same subject goes on after a semicolon: "Police beat him; denied him food; and threatened his wife"."""
    semicolon = at - 2 if tags[at - 1] == "CC" else at - 1
    if semicolon < 1 or lowers[semicolon] != ";" or tags[at + 1 : at + 2] == ["IN"]:
        return False
    earlier = next((n for n in range(semicolon - 1, -1, -1) if tags[n][0] == "V"), None)
    if earlier is None or lowers[earlier] in AUX:
        return False
    return tags[earlier] == "VBD" or (tags[earlier] == "VBP" and is_past_form(lowers[earlier]))


def _goes_on(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a word with an object goes on with a past tense: "used grenades and chased marchers"."""
    if _ends_row(lowers, tags, at):
        return True
    named = (
        tags[at + 1 : at + 3] in (["NN", "NNS"], ["JJ", "NNS"], ["JJ", "NN"])
        and lowers[at] not in _DESCRIBING
    )
    thing = (
        tags[at - 1] == ","
        and tags[at + 1 : at + 2] == ["NN"]
        and tags[at + 2 : at + 3] in (["IN"], ["CC"], [","])
    )
    direct = tags[at + 1 : at + 2] in (["NNS"], ["NNP"], ["DT"], ["CD"], ["PRP"], ["PRP$"])
    if not (named or thing or direct):
        return False
    if tags[at - 1] == "," and not {"CC"} & set(tags[at:]):
        return False
    for place in range(at - 2, -1, -1):
        if tags[place] == "VBN" and _perfect(lowers, tags, place):
            return tags[at - 1] == "CC"  # "have ignored the rule and held people"
        if tags[place] in ("VBD", "VBN", "VBZ", "VBP", "MD", "WP", "WDT"):
            return tags[place] == "VBD" and lowers[place] not in AUX
    return False


_DESCRIBING = wordset(
    "detained imprisoned jailed displaced exiled convicted injured wounded disappeared suspected alleged organized armed"
    " unregistered registered accused condemned prolonged increased limited reduced fabricated so-called continued forced"
)


def _ends_row(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a word ends a row of past tenses: "searched homes, seized property, or interfered in their affairs"."""
    if at < 5 or tags[at - 1] != "CC" or tags[at - 2] != ",":
        return False
    verbs = [n for n in range(at) if tags[n][0] == "V" and tags[n] != "VBG"]
    row = [n for n in verbs[-2:] if tags[n] == "VBD" and lowers[n] not in AUX]
    return len(row) == 2 and tags[row[1] - 1] == "," and not aux_before(lowers, tags, row[0])


def _perfect(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether "have" governs a participle: "have previously ignored"."""
    while at > 0 and tags[at - 1] == "RB":
        at -= 1
    return at > 0 and lowers[at - 1] in ("have", "has", "had")


_VERB_NOUNS = (
    "orders order bans ban arrests arrest detains detain sentences sentence executes execute steps cracks crack raids"
    " raid searches search forces force tightens tighten restricts restrict closes close shuts frees free releases"
    " release threatens threaten urges urge demands demand launches launch begins begin starts start expands expand"
    " steps intensifies intensify punishes punish shoots shoot kills kill fines fine expels expel fires fire holds hold"
    " calls call warns warn seizes seize bars bar blocks block monitors monitor inspects inspect mobilizes mobilize"
    " targets target cuts cut jails jail tries protests protest complains flee flees reports report fears fear face faces"
    " suffers suffer hit hits moves move sends send distributes distribute conducts conduct deports deport imposes impose"
)
_HEADLINE_VERBS = wordset(_VERB_NOUNS)

"""Tags mended where the sentence around them leaves no doubt: rules that a small tagger cannot learn.

Rules:
- "-ed" after a noun and before a noun phrase is a past tense ("forces killed two men"), not a participle.
- A sentence without any finite verb takes its first fitting word as one ("soldiers attempted to flee").
- "shot and killed": a word joined to a past tense after a noun is one too.
- In a headline a plural noun between two noun phrases is a verb ("Kim orders agency to ...").
- A rule's verbs in a row ("requires ..., forbids ..."), "faces three years", "is shot" and "the order set a" are verbs.
- "due to", "subject to" and "according to" are followed by nouns.
"""

from __future__ import annotations

from testigo.reading.lemmas import is_past_form, is_verb
from testigo.reading.lists import wordset

_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_OBJECT = frozenset({"JJR", "JJS", "DT", "PRP$", "PRP", "NNP", "CD", "NNS", "JJ", "NN", "``"})
_ADVERB = frozenset({"RB", "RBR", "RBS", "''"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_AUX = wordset(
    "be is are was were been being am 's ’s 're ’re have has had having 've ’ve get gets got gotten"
)
_SAME_FORM = wordset("shot beat cut hit put set shut let hurt read spread cast split burst")
_NOT_OWNED = wordset("RB IN RP TO CC VB VBD VBZ VBP , . '' : MD WP WRB DT PRP CD")
_NAMING = wordset(
    "surnamed named called dubbed nicknamed aged dated titled entitled based known identified located involved accused wanted considered"
)
_OWNED = wordset("NN NNS NNP NNPS JJ")
_TO_A_NOUN = wordset(
    "due subject subjected according amount amounts amounted lead leads led leading condemned equivalent"
)
_COMPOUNDING = wordset(
    "training holding processing building mining manufacturing trading fishing farming housing living working meeting holding reporting banking shipping polling monitoring policing ruling governing"
)
_LIKE_ADJECTIVES = ("ite", "ous", "ive", "al", "able", "ible", "ic", "ary")
_NUMBERS = wordset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
_DO = wordset("do does did")
_BEFORE_NOUN = wordset("off on of from in for by under with")
_AWAY = wordset("away back up off down out")
_TIMES = wordset("last this next every each earlier today yesterday")


def repair(words: list[str], tags: list[str]) -> None:
    """Mend the tags of one sentence in place."""
    lowers = [word.lower() for word in words]
    _outlets(words, tags)
    for at, mark in enumerate(tags):
        if mark == "VBN" and _is_past(lowers, tags, at):
            tags[at] = "VBD"
        elif (
            mark in ("VB", "VBP")
            and at > 1
            and lowers[at - 1] == "to"
            and (lowers[at - 2] in _TO_A_NOUN or lowers[at] in ("torture", "death", "trial", "prison"))
        ):
            tags[at] = "NN"
        elif (
            at > 1
            and lowers[at - 1] in ("not", "n't", "n’t")
            and lowers[at - 2] in _DO
            and is_verb(lowers[at])
        ):
            tags[at] = "VB"
        elif (
            mark == "VB"
            and lowers[at].endswith(_LIKE_ADJECTIVES)
            and tags[at + 1 : at + 2] in (["NN"], ["NNS"])
        ):
            tags[at] = tags[at] if is_verb(lowers[at]) else "JJ"
        elif lowers[at] == "won" and at and tags[at - 1] == "CD":
            tags[at] = "NN"
        elif mark == "JJ" and at and lowers[at - 1] in _BE and is_past_form(lowers[at]):
            tags[at] = "VBN"
        elif (
            mark in ("VBP", "VB")
            and at
            and lowers[at - 1] in _BEFORE_NOUN
            and tags[at + 1 : at + 2] in (["NN"], ["NNS"])
        ):
            tags[at] = "NN"
        elif (
            mark == "VBG" and lowers[at] in _COMPOUNDING and at and tags[at + 1 : at + 2] in (["NN"], ["NNS"])
        ):
            tags[at] = "NN"
        elif mark == "POS" and lowers[at] not in ("'s", "’s", "'", "’"):
            tags[at] = "NNS" if lowers[at].endswith("s") else "NN"
        elif lowers[at] == "go" and at and lowers[at - 1] in ("let", "lets", "letting"):
            tags[at] = "VB"
        elif mark == "NN" and lowers[at] in _SAME_FORM and _aux_before(lowers, tags, at):
            tags[at] = "VBN"
        elif (
            mark == "VBZ"
            and lowers[at] not in _AUX
            and at
            and tags[at - 1] in _OWNED
            and tags[at + 1 : at + 2]
            and tags[at + 1] in ("VBD", "VBN")
        ):
            tags[at] = "NNS"
            if tags[at + 1] == "VBN" and tags[at + 2 : at + 3] and tags[at + 2] in _OBJECT:
                tags[at + 1] = "VBD"
        elif (
            mark == "VB"
            and lowers[at] in _SAME_FORM
            and at > 1
            and tags[at - 1] == "CC"
            and tags[at - 2] == "VBD"
        ):
            tags[at] = "VBD"
        elif (
            words[at] in ("’", "'")
            and at
            and tags[at - 1] in ("NNS", "NNPS")
            and tags[at + 1 : at + 2]
            and tags[at + 1] in _OWNED
        ):
            tags[at] = "POS"
        elif (
            mark == "VB"
            and at
            and tags[at - 1] in ("NN", "NNS", "NNP", "PRP", ",")
            and not _bare_verb(lowers, tags, at)
        ):
            tags[at] = "VBD" if lowers[at] in _SAME_FORM else "VBP"
        elif (
            lowers[at] == "her"
            and mark == "PRP$"
            and (at + 1 == len(tags) or tags[at + 1] in _NOT_OWNED or lowers[at + 1] in _AWAY)
        ):
            tags[at] = "PRP"
        elif mark in ("VB", "VBP") and lowers[at] in ("labor", "labour", "prison") and lowers[at - 1] == "to":
            tags[at] = "NN"
        elif (
            lowers[at] in _SAME_FORM and mark in ("NN", "VBN", "VB", "VBP") and _joined_past(lowers, tags, at)
        ):
            tags[at] = "VBD"
        else:
            tags[at] = _ruling(lowers, tags, at)
    if not any(mark in _FINITE for mark in tags):
        _find_finite(lowers, tags)
    _spread(lowers, tags)


_RULING = wordset(
    "forbids bans bars prohibits requires orders allows permits exempts limits sets spares threatens imposes punishes"
    " criminalizes criminalises defines provides stipulates"
)
_RULERS = wordset(
    "order directive law decree rule code constitution circular ordinance regulation instruction article notice"
)
_ANYONE = wordset("anyone anybody everyone those persons people residents citizens households individuals")
_BE = wordset("be is are was were been being")


_SAYS = wordset(
    "shows says finds reports claims suggests indicates reveals states notes warns adds argues alleges"
)
_SPOKE = wordset(
    "shouted complained replied responded spoke remarked commented argued insisted yelled exclaimed said"
)
_TOLD = wordset(
    "said told added recalled described reported claimed alleged denied noted testified recounted explained stated warned"
    " acknowledged admitted announced confirmed disclosed revealed estimated believed"
)
_THINKS = wordset("doubts hopes fears claims believes suspects denies insists complains regrets demands")
_AUXILIARY = _AUX | wordset(
    "to do does did will would shall should may might can could must and or not n't n’t"
)


def _telling(lowers: list[str], tags: list[str], at: int) -> str | None:
    """The tag of a verb of telling that was taken for a noun or participle, of "there were reports", of "-ment" nouns."""
    word, mark = lowers[at], tags[at]
    before = tags[at - 1] if at else ""
    if (
        word == "that"
        and mark in ("DT", "WDT")
        and tags[at + 1 : at + 2] == ["NNS"]
        and before in (",", "CC", "VBD", "VBZ")
    ):
        return "IN"
    if word == "whoever":
        if tags[at + 1 : at + 2] == ["NNS"]:
            tags[at + 1] = "VBZ"
        return "WP"
    if (
        mark == "JJ"
        and word in ("beaten", "shot", "detained", "arrested", "killed", "wounded", "hurt")
        and _aux_before(lowers, tags, at)
    ):
        return "VBN"
    following = tags[at + 1] if at + 1 < len(tags) else ""
    if mark == "JJ" and before in ("PRP$", "DT") and following in ("VBD", "VBZ", "VBP", "MD"):
        return "NN"
    if (
        mark == "NNS"
        and word in _THINKS
        and following == "IN"
        and lowers[at + 1] == "that"
        and before == "NN"
    ):
        return mark if any(t in _FINITE for t in tags[:at]) else "VBZ"
    if mark == "VBN" and word == "lose":
        return "VBP"
    if (
        mark == "VBD"
        and tags[at + 1 : at + 2]
        and (tags[at + 1] == "MD" or lowers[at + 1] in _BE)
        and before in ("NN", "NNS", "RB")
    ):
        return "VBN"
    return _verb_of_telling(lowers, tags, at)


def _verb_of_telling(lowers: list[str], tags: list[str], at: int) -> str | None:
    """The tag of a verb of telling that was taken for a noun or a participle, or None."""
    word, mark = lowers[at], tags[at]
    before = tags[at - 1] if at else ""
    relative = any(w in ("who", "whose", "which") for w in lowers[max(0, at - 14) : at])
    if mark == "VBN" and before == "RB" and at > 2 and lowers[at - 2] == "," and relative:
        return (
            "VBD"
            if lowers[at - 1] in ("allegedly", "reportedly", "later", "then", "subsequently", "also")
            else None
        )
    if word in _SAYS and mark == "NNS" and before in ("NNP", "NN") and "," in tags[:at]:
        return "VBZ" if tags[at + 1 : at + 2] in ([], ["."]) else None
    if word in _SAYS and mark == "VBZ" and at > 1 and lowers[at - 1] in _BE and lowers[at - 2] == "there":
        return "NNS"
    named = before in _NOUN or (
        before == "DT" and lowers[at - 1] in ("another", "others", "some", "one", "many", "both")
    )
    after = tags[at + 1] if at + 1 < len(tags) else ""
    tells = word in _TOLD and after in ("VBG", "DT", "PRP", "NNS", "RB", "``", "CD", "NNP", "EX", "PRP$")
    if (word in _SPOKE or tells) and mark == "VBN" and named and not _aux_before(lowers, tags, at):
        return "VBD"
    if (
        mark == "VB"
        and before in ("NNS", "NNPS")
        and not any(w in _AUXILIARY for w in lowers[max(0, at - 4) : at])
    ):
        return (
            "VBP"
            if tags[at + 1 : at + 2] and tags[at + 1] in ("DT", "PRP", "PRP$", "IN", "NNS", "JJ")
            else None
        )
    if mark == "RB" and word.endswith(("ment", "ness", "tion", "sion")):
        return "NN"
    return None


def _outlets(words: list[str], tags: list[str]) -> None:
    """The likes of "Daily NK" are names."""
    for at in range(len(words) - 1):
        if words[at] in ("Daily", "Radio") and words[at + 1][:1].isupper():
            tags[at] = "NNP"
            tags[at + 1] = "NNP" if words[at + 1].isupper() else tags[at + 1]


def _ruling(lowers: list[str], tags: list[str], at: int) -> str:
    """The tag of a word that other words around show to be a verb of a rule, a penalty or a shooting, else its own."""
    if lowers[at] in _AUX or lowers[at] in _NUMBERS:
        return "CD" if lowers[at] in _NUMBERS else tags[at]
    told = _telling(lowers, tags, at)
    if told is not None:
        return told
    word, mark = lowers[at], tags[at]
    after = tags[at + 1] if at + 1 < len(tags) else ""
    before = tags[at - 1] if at else ""
    if word in _RULING and mark == "NNS" and at and lowers[at - 1] in _RULERS:
        return "VBZ" if after in ("DT", "PRP$", "NNS", "NN", "JJ", "VBG", "``", "PRP") else mark
    if word in _RULING and mark == "NNS" and before in (",", "CC") and "VBZ" in tags[:at]:
        return "VBZ" if after in ("DT", "PRP$", "NNS", "NN", "JJ", "IN", "``") else mark
    if (
        mark == "VBD"
        and before in ("NN", "DT", "NNS")
        and lowers[at - 1] in _ANYONE
        and after in ("IN", "RB")
    ):
        listed = (
            at > 1
            and tags[at - 2] in ("CC", ",", "IN", "VBZ", "VBD")
            and any(t in _FINITE for t in tags[:at])
        )
        if listed and lowers[at - 1] == "people":
            return "VBN"
        rest = [
            n
            for n in range(at + 1, min(len(tags), at + 12))
            if tags[n] in ("VBZ", "VBP", "MD", ",", "VBD", "WP", "PRP")
        ]
        return "VBN" if rest and tags[rest[0]] in ("VBZ", "VBP", "MD") else mark
    if word in ("face", "faces") and mark in ("NN", "NNS") and after in ("CD", "RB", "IN") and before != "DT":
        punished = any(w.startswith(("year", "month", "day")) for w in lowers[at + 1 : at + 6])
        return ("VBZ" if word == "faces" else "VBP") if punished else mark
    if word == "shot" and mark == "NN" and at and lowers[at - 1] in _BE:
        return "VBN"
    if (
        word in _SAME_FORM
        and mark in ("VB", "VBP", "VBN")
        and before in ("NN", "NNP")
        and after in ("DT", "PRP$", "CD")
    ):
        return mark if _aux_before(lowers, tags, at) else "VBD"
    return mark


def _is_past(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a participle without auxiliary is a past tense: a noun (or adverb) before, an object after."""
    if lowers[at] in _NAMING:
        return False
    before = at - 1
    while before >= 0 and tags[before] in _ADVERB:
        before -= 1
    if before < 0 or (tags[before] not in _NOUN and lowers[before] not in ("who", "which", "that", ")")):
        return False
    if lowers[before] in _AUX or _aux_before(lowers, tags, at):
        return False
    if lowers[before] in ("who", "which"):
        return True
    after = at + 1
    while after < len(tags) and tags[after] in ("RB", "RP"):
        after += 1
    if (
        after + 1 < len(tags)
        and lowers[after] in ("at", "that")
        and (lowers[after] == "that" or lowers[after + 1] == "least")
    ):
        return True
    if after >= len(tags) or tags[after] not in _OBJECT or lowers[after] in _TIMES:
        return False
    return tags[after] != "JJ" or (after + 1 < len(tags) and tags[after + 1] in ("NN", "NNS", "JJ", "NNP"))


def _bare_verb(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a base form has something before it that asks for one: a modal, "to", "let", "did"."""
    for place in range(at - 1, max(-1, at - 12), -1):
        if tags[place] in ("MD", "TO") or lowers[place] in _ASKING:
            return True
        if tags[place] in ("VBD", "VBZ", "VBP"):
            return False
    return at < 3 or tags[0] == "VB"


_ASKING = wordset(
    "let lets letting make makes made making help helps helped see saw hear heard have do does did please that"
)


def _aux_before(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether an auxiliary governs the word: right before it, or before the participle that it is joined to."""
    place = at - 1
    while place >= 0 and at - place < 4:
        if lowers[place] in _AUX:
            return True
        if tags[place] not in ("RB", "CC", "VBN", "''", "``"):
            return False
        place -= 1
    return False


def _joined_past(lowers: list[str], tags: list[str], at: int) -> bool:
    if at == 0 or at + 1 >= len(tags):
        return False
    if (
        tags[at - 1] in _NOUN
        and lowers[at + 1] == "and"
        and at + 2 < len(tags)
        and tags[at + 2] in ("VBD", "VBN")
    ):
        return True
    return tags[at - 1] in ("NNS", "NNPS") and tags[at + 1] in ("CD", "DT", "PRP", "PRP$")


def _find_finite(lowers: list[str], tags: list[str]) -> None:
    """Give a sentence that has no finite verb one, where a word fits."""
    for at in range(1, len(tags) - 1):
        past = tags[at] == "VBN" or (
            tags[at] == "JJ"
            and (lowers[at].endswith("ed") or is_past_form(lowers[at]))
            and tags[at + 1] in _AFTER_VERB
        )
        if past and tags[at - 1] in _NOUN | _ADVERB and not _aux_before(lowers, tags, at):
            if lowers[at + 1] != "by" and lowers[at] not in _NAMING:
                tags[at] = "VBD"
            return
        if lowers[at] == "lack" and tags[at - 1] in _NOUN:
            tags[at] = "VBP"
            return
    for at in range(1, len(tags) - 1):
        if tags[at] in _MISTAKEN and tags[at - 1] in _NOUN | {"CD"} and tags[at + 1] in _AFTER_VERB:
            found = _as_verb(lowers[at], tags[at + 1])
            if found:
                tags[at] = found
                return


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
    "struggle struggles try tries want wants continue continues hope hopes refuse refuses fail fails learn learns live lives suffer suffers wait waits flee complain complains run pack sing"
)
_MOSTLY_NOUNS = wordset(
    "report survey trial research order command people border market state police force service"
)


def _spread(lowers: list[str], tags: list[str]) -> None:
    """Past tenses in a row: "harassed, detained, abused, and prosecuted"; ", who ..., attempted to flee"."""
    for at in range(2, len(tags)):
        if tags[at] != "VBN" or tags[at - 1] not in (",", "CC"):
            continue
        before = at - 2 if tags[at - 2] != "," else at - 3
        listed = before >= 0 and tags[before] == "VBD" and lowers[before] not in _AUX
        resumed = (
            tags[at - 1] == "," and tags[at + 1 : at + 2] == ["TO"] and "who" in lowers[max(0, at - 12) : at]
        )
        if listed or resumed:
            tags[at] = "VBD"


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

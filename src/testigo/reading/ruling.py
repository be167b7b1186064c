"""Tags of telling and ruling mended by the words around: "the law prohibits", "aides said", "may no longer sell".

Rules:
- A plural before a verb of telling is a noun, a verb form after a noun and before "that" is a verb.
- What an order or law does is a verb; so is what follows a modal, across adverbs.
- After "people", "those", "anyone" a past form before the sentence's verb is a participle ("people caught are").
- The names of outlets are names.
"""

from __future__ import annotations

from testigo.reading.finite import AUX, FINITE, NOUN, aux_before
from testigo.reading.lists import wordset

_SAME_FORM = wordset("shot beat cut hit put set shut let hurt read spread cast split burst")

_NUMBERS = wordset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
_RULING = wordset(
    "forbids bans bars prohibits requires orders allows permits exempts limits sets spares threatens imposes punishes"
    " criminalizes criminalises caps halves doubles suspends revokes cancels withdraws makes raises moves lowers empowers subjects defines provides stipulates guarantees protects lets strips grants gives obliges deprives entitles"
)
_RULERS = wordset(
    "order directive law decree rule code constitution circular ordinance regulation instruction article notice decision"
    " resolution statute legislation edict charter proclamation"
)
_OFTEN_NOUNS = wordset("caps moves raises subjects doubles halves")
_ANYONE = wordset("anyone anybody everyone those persons people residents citizens households individuals")
BE = wordset("be is are was were been being")


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
_THINKS = wordset(
    "alleges says shows suggests argues notes states warns finds reveals indicates contends asserts doubts hopes fears claims believes suspects denies insists complains regrets demands"
)
_THINK = wordset("doubt fear hope claim suspect")
_SOME = wordset("both some many most others they we all several")
WORDS_OF_RULES = _SAME_FORM | _NUMBERS | _RULING | _SAYS | _THINKS | _THINK  # what the rules ask for by name
_AUXILIARY = AUX | wordset(
    "to do does did will would shall should may might can could must and or not n't n’t"
)


def _telling(lowers: list[str], tags: list[str], at: int) -> str | None:
    """The tag of a word that other words around show to be a verb, noun or conjunction, else None."""
    mended = _joining(lowers, tags, at)
    if mended is None:
        mended = _participle(lowers, tags, at)
    if mended is None:
        mended = _after_article(lowers, tags, at)
    return _verb_of_telling(lowers, tags, at) if mended is None else mended


def _joining(lowers: list[str], tags: list[str], at: int) -> str | None:
    """The word "that" before a plural opens a clause; "whoever" is a pronoun and a verb follows; "railway" is a noun."""
    word, mark = lowers[at], tags[at]
    before = tags[at - 1] if at else ""
    following = tags[at + 1 : at + 2]
    if (
        word == "that"
        and mark in ("DT", "WDT")
        and following == ["NNS"]
        and before in (",", "CC", "VBD", "VBZ")
    ):
        return "IN"
    if word == "whoever":
        if following == ["NNS"]:
            tags[at + 1] = "VBZ"
        return "WP"
    opens = before in ("", ",", "CC", "``", "''", "JJ", "IN")
    if mark == "VBZ" and before in ("WDT", "IN") and following == ["MD"] and word not in AUX:
        if lowers[at - 1] == "that":
            tags[at - 1] = "IN"
        return "NNS"  # "under which captains must report", "provides that suspects must be brought"
    if mark == "VBZ" and opens and word not in AUX and following and following[0] in ("VBD", "VBP", "MD"):
        return "NNS"  # "aides said", "Democrats believe"
    return "NN" if word == "railway" and mark in ("VBP", "VB", "RB") else None


def _participle(lowers: list[str], tags: list[str], at: int) -> str | None:
    """Participles and past tenses: "was beaten", "dated July 22", "the law prohibited forced labor", "people caught are"."""
    word, mark = lowers[at], tags[at]
    before = tags[at - 1] if at else ""
    if word == "dated" and mark == "VBD":
        return "VBN"
    if mark == "VBD" and lowers[at + 1 : at + 2] == ["by"] and before in ("NN", "NNS"):
        rest = [
            t
            for t in tags[at + 2 : at + 9]
            if t in ("VBD", "VBZ", "VBP", "MD", ",", "CC", ".", "WP", "WDT", "IN")
        ]
        if rest and rest[0] in ("VBD", "VBZ", "VBP", "MD"):
            return "VBN"
    if mark == "JJ" and word in _DONE_TO and aux_before(lowers, tags, at):
        return "VBN"
    if mark == "VBN" and word == "lose":
        return "VBP"
    if (
        mark == "VBN"
        and before == ","
        and tags[at + 1 : at + 2]
        and tags[at + 1] in ("DT", "PRP$")
        and _opens_with_subject(tags, at)
    ):
        return None if word in _TWO_OBJECTS else "VBD"  # "The judge, under pressure, opened an inquiry"
    ruled = mark == "VBN" and word in _RULED and at > 0 and lowers[at - 1] in _RULERS
    if ruled and not aux_before(lowers, tags, at):
        return "VBD"
    after = lowers[at + 1] if at + 1 < len(tags) else ""
    follows = after != "" and (tags[at + 1] == "MD" or (after in BE and after != "being"))
    return "VBN" if mark == "VBD" and follows and word != "said" and before in ("NN", "NNS", "RB") else None


def _opens_with_subject(tags: list[str], at: int) -> bool:
    """Whether a subject and an aside of its own between commas are all that stands before: "The judge, under pressure,"."""
    commas = [n for n in range(at) if tags[n] == ","]
    aside = len(commas) == 2 and tags[commas[0] + 1] == "IN"
    return aside and tags[0] in ("DT", "NN", "NNS", "NNP", "JJ") and not any(t in FINITE for t in tags[:at])


_TWO_OBJECTS = wordset("given denied granted offered called named told shown sent sold refused paid taught")
_DONE_TO = wordset("beaten shot detained arrested killed wounded hurt")


def _after_article(lowers: list[str], tags: list[str], at: int) -> str | None:
    """The likes of "may no longer sell", "her warden said", "the employee doubts that"."""
    word, mark = lowers[at], tags[at]
    before = tags[at - 1] if at else ""
    following = tags[at + 1] if at + 1 < len(tags) else ""
    if mark == "NN" and _after_modal(tags, at) and following in _AFTER_VERB:
        return "VB"
    if mark == "NN" and lowers[max(0, at - 2) : at] == ["no", "longer"] and following in _AFTER_VERB:
        return "VBP"  # "farmers no longer dare to"
    if mark == "JJ" and before in ("PRP$", "DT") and following in ("VBD", "VBZ", "VBP", "MD"):
        return "NN"
    several = before == "NNS" or (at > 0 and lowers[at - 1] in _SOME)
    if mark == "NN" and word in _THINK and several and lowers[at + 1 : at + 2] == ["that"]:
        return "VBP"  # "both doubt that"
    person = before == "JJ" and tags[max(0, at - 2) : at - 1] == ["DT"]  # "the official doubts that"
    thinks = mark == "NNS" and word in _THINKS and lowers[at + 1 : at + 2] == ["that"]
    thinks = thinks and (before == "NN" or person)
    if thinks and person and not any(t in FINITE for t in tags[:at]):
        tags[at - 1] = "NN"
    return "VBZ" if thinks and not any(t in FINITE for t in tags[:at]) else None


_AFTER_VERB = frozenset({"IN", "DT", "PRP$", "NNS", "TO", "CD", "JJ", "PRP"})


def _after_modal(tags: list[str], at: int) -> bool:
    """Whether only adverbs stand between a modal and the word: "may no longer sell"."""
    place = at - 1
    while place > 0 and tags[place] in ("RB", "RBR"):
        place -= 1
    return 0 <= place < at - 1 and tags[place] == "MD"


_RULED = wordset(
    "prohibited banned forbade required allowed permitted criminalized outlawed restricted provided barred"
)


_TOLD_OF = wordset("reported alleged claimed documented")
_RELATIVES = wordset("who whose which")
_DESCRIBES = wordset("vehement clement inclement")


def _verb_of_telling(lowers: list[str], tags: list[str], at: int) -> str | None:
    """The tag of a verb of telling that was taken for a noun or a participle, or None."""
    word, mark = lowers[at], tags[at]
    before = tags[at - 1] if at else ""
    after_aside = mark == "VBN" and before == "RB" and at > 2 and lowers[at - 2] == ","
    if after_aside and not _RELATIVES.isdisjoint(lowers[max(0, at - 14) : at]):
        return (
            "VBD"
            if lowers[at - 1] in ("allegedly", "reportedly", "later", "then", "subsequently", "also")
            else None
        )
    if word in _SAYS and mark == "NNS" and before in ("NNP", "NN") and "," in tags[:at]:
        closes = tags[at + 1 : at + 2] in ([], ["."]) and "according" not in lowers[max(0, at - 5) : at]
        comma = next(n for n in range(at - 1, -1, -1) if tags[n] == ",")
        acts = not FINITE.isdisjoint(tags[comma:at])  # "two of whom were caught with TV shows."
        return "VBZ" if closes and not acts else None
    if word in _SAYS and mark == "VBZ" and at > 1 and lowers[at - 1] in BE and lowers[at - 2] == "there":
        return "NNS"
    named = before in NOUN or (
        before == "DT" and lowers[at - 1] in ("another", "others", "some", "one", "many", "both")
    )
    after = tags[at + 1] if at + 1 < len(tags) else ""
    tells = word in _TOLD and after in ("VBG", "DT", "PRP", "NNS", "RB", "``", "CD", "NNP", "EX", "PRP$")
    if (word in _SPOKE or tells) and mark == "VBN" and named and not aux_before(lowers, tags, at):
        return "VBD"
    if (
        word in _TOLD_OF
        and mark == "JJ"
        and before in ("NNP", "NNPS")
        and after in ("NN", "NNS", "NNP", "DT")
    ):
        rest = [t for t in tags[at + 1 : at + 7] if t in FINITE or t in (",", "CC")]
        return (
            "VBD" if rest and rest[0] in FINITE else None
        )  # "Ligue Iteka reported authorities arrested two"
    if (
        mark == "VB"
        and (before in ("NNS", "NNPS") or (before == "NNP" and lowers[at - 1].endswith("s")))
        and not any(w in _AUXILIARY for w in lowers[max(0, at - 4) : at])
    ):
        return (
            "VBP"
            if tags[at + 1 : at + 2] and tags[at + 1] in ("DT", "PRP", "PRP$", "IN", "NNS", "JJ")
            else None
        )
    if mark in ("RB", "JJ") and word.endswith(("ment", "ness", "tion", "sion")) and word not in _DESCRIBES:
        return "NN"  # "faced disbarment"
    return None


def outlets(words: list[str], tags: list[str]) -> None:
    """The likes of "Daily NK", "the Dawn weekly" are names."""
    if _PAPERS.isdisjoint(words):
        return
    for at in range(2, len(words)):
        weekly = words[at] in _PERIODS and tags[at] in ("JJ", "RB", "NN") and words[at - 1][:1].isupper()
        ends = at + 1 == len(words) or tags[at + 1][:2] not in ("NN", "JJ", "CD")
        if weekly and ends and words[at - 2] in ("the", "The"):
            tags[at - 1] = tags[at] = "NNP"
    for at in range(len(words) - 1):
        if words[at] in ("Daily", "Radio") and words[at + 1][:1].isupper():
            tags[at] = "NNP"
            tags[at + 1] = "NNP" if words[at + 1].isupper() else tags[at + 1]


_PERIODS = frozenset({"weekly", "daily", "monthly"})
_PAPERS = _PERIODS | {"Daily", "Radio"}
_FORFEITED = frozenset({"NN", "NNS", "PRP$", "DT", "JJ"})
_WHO_BEAT = frozenset({"NNS", "NNP", "NNPS", "NN", "PRP", "RB"})
_BEATEN = frozenset({"NNS", "PRP", "PRP$", "DT", "CD", "NNP", "JJ", "RB", "RP"})


def ruling(lowers: list[str], tags: list[str], at: int) -> str:  # noqa: PLR0911  # one line per case
    """The tag of a word that other words around show to be a verb of a rule, a penalty or a shooting, else its own."""
    if lowers[at] in AUX or lowers[at] in _NUMBERS:
        return "CD" if lowers[at] in _NUMBERS else tags[at]
    told = _telling(lowers, tags, at)
    if told is not None:
        return told
    word, mark = lowers[at], tags[at]
    after = tags[at + 1] if at + 1 < len(tags) else ""
    before = tags[at - 1] if at else ""
    ruler = at and (
        lowers[at - 1] in _RULERS
        or (before == "CD" and at > 1 and set(lowers[max(0, at - 12) : at]) & _RULERS)
    )
    if word in _RULING and mark in ("NNS", "VBZ") and ruler:
        return "VBZ" if after in ("DT", "PRP$", "NNS", "NN", "JJ", "VBG", "``", "PRP", "WP") else mark
    if word in _RULING and mark == "NNS" and before in (",", "CC") and "VBZ" in tags[:at]:
        clear = word not in _OFTEN_NOUNS or not _RULERS.isdisjoint(lowers[max(0, at - 30) : at])
        return (
            "VBZ" if clear and after in ("DT", "PRP$", "NNS", "NN", "JJ", "IN", "``", "VBG", "PRP") else mark
        )
    if (
        mark == "VBD"
        and before in ("NN", "DT", "NNS")
        and lowers[at - 1] in _ANYONE
        and after in ("IN", "RB")
    ):
        listed = (
            at > 1 and tags[at - 2] in ("CC", ",", "IN", "VBZ", "VBD") and any(t in FINITE for t in tags[:at])
        )
        if listed and lowers[at - 1] == "people":
            return "VBN"
        rest = [
            n
            for n in range(at + 1, min(len(tags), at + 12))
            if tags[n] in ("VBZ", "VBP", "MD", ",", "VBD", "WP", "PRP")
        ]
        return "VBN" if rest and tags[rest[0]] in ("VBZ", "VBP", "MD") else mark
    if (
        word in ("face", "faces")
        and (
            mark in ("NN", "NNS") or (mark == "VB" and at > 0 and lowers[at - 1] == "so")
        )  # "those doing so face"
        and (
            after in ("CD", "RB", "IN", "RP")
            or lowers[at + 1 : at + 2] in (["fines"], ["prison"], ["charges"])
        )
        and before != "DT"
    ):
        punished = any(
            w.startswith(("year", "month", "day", "fine", "prison")) for w in lowers[at + 1 : at + 6]
        )
        return ("VBZ" if word == "faces" else "VBP") if punished else mark
    if (
        word == "calls"
        and mark == "NNS"
        and before == "CC"
        and lowers[at + 1 : at + 2] == ["on"]
        and "VBZ" in tags[:at]
    ):
        return "VBZ"  # "forbids gifts and calls on them to report"
    if word in ("forfeit", "forfeits") and mark in ("JJ", "VB", "NN", "NNS") and before in _WHO_BEAT:
        return "VBZ" if word == "forfeits" else "VBP" if after in _FORFEITED and before != "NN" else mark
    if word == "shot" and mark == "NN" and at and lowers[at - 1] in BE:
        return "VBN"
    if word == "beat" and mark in ("JJ", "NN") and before in _WHO_BEAT and after in _BEATEN:
        return "VBD"  # "guards beat prisoners"
    if (
        word in _SAME_FORM
        and mark in ("VB", "VBP", "VBN")
        and before in ("NN", "NNP")
        and after in ("DT", "PRP$", "CD")
    ):
        return mark if aux_before(lowers, tags, at) else "VBD"
    return mark

"""Noun phrases and verb groups of a sentence, found from the tags alone: the ground that speakers and orders stand on.

Rules:
- A base noun phrase runs from its determiner to its head noun; quotation marks inside it belong to it, a time behind it
  ("last week") does not.
- A full noun phrase adds prepositional phrases, names in brackets, appositions and relative clauses.
- A verb group is one chain of auxiliaries and their main verb ("may have been executed", "to be shot").
- The subject of a verb group is the full noun phrase that ends before it, whatever stands between commas.
- Every search looks at one sentence and goes on from where it was: the work is linear in practice.
More than 400 lines because where a phrase ends and where a verb begins are asked of the same words in turn.
"""

from __future__ import annotations

from dataclasses import field

from testigo.reading.calendar_words import opening_time
from testigo.reading.finite import NAMING
from testigo.reading.lists import wordset
from testigo.reading.premodifiers import premodifies
from testigo.reading.tokens import Sentence, Token
from testigo.reading.told_whom import told_ends
from testigo.reading.under_law import law_ends
from testigo.value import value

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
VERBS = FINITE | {"VB", "VBN", "VBG"}
_LEFT = wordset("DT PRP$ PDT JJ JJR JJS CD VBN VBG POS WP$ $ HYPH AFX")
_STARTS = frozenset({"DT", "PRP$", "PDT", "WP$"})
_ALONE = wordset("PRP EX DT CD WP WDT JJR JJS")
_HEADS = NOUNS | _ALONE
_GOES_ON = NOUNS | {"POS"}
_IN_PHRASE = NOUNS | _LEFT
_DESCRIBES = NOUNS | {"JJ"}
_AUX = frozenset({"be", "have", "do", "get"})
_OPEN = frozenset("“‘\"'«「『")
_CLOSE = frozenset("”’\"'»」』")
LINKS = wordset(
    "of in from at for with on near by among within between under outside inside across around along to"
    " about against over behind into without including like than since until above below beneath beside beyond regarding"
    " concerning toward towards upon"
)
_TIMES = wordset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov."
    " dec. today yesterday tomorrow day week month year morning evening night afternoon weekend noon"
    " midnight moment time decade summer winter spring autumn days weeks months years"
)


_MONTHS = wordset(
    "absentia january february march april may june july august september october november december monday tuesday"
    " wednesday thursday friday saturday sunday"
)


@value
class VerbGroup:
    """One verb group: tokens first..last (half open), `main` the token of its main verb.

    finite: carries tense; passive: be or get and a participle; perfect: have and a participle; modal: the modal's
    lower-case word or "" ("to" for an infinitive); negated: holds "not", "n't" or "never".
    """

    first: int
    last: int
    main: int
    finite: bool
    passive: bool
    perfect: bool
    modal: str
    negated: bool


@value
class Chunks:
    """The noun phrases and verb groups of one sentence, with look-up by token number.

    wholes, subjects: the full phrases that were asked for, by where they end or whose subject they are, and the floor.
    """

    sentence: Sentence
    nouns: tuple[tuple[int, int], ...]
    verbs: tuple[VerbGroup, ...]
    noun_from: dict[int, tuple[int, int]]
    noun_upto: dict[int, tuple[int, int]]
    noun_of: tuple[int, ...]
    verb_of: tuple[int, ...]
    wholes: dict[int, tuple[int, int]] = field(default_factory=dict, repr=False)
    subjects: dict[int, tuple[int, int]] = field(default_factory=dict, repr=False)

    def verb_at(self, token: int) -> VerbGroup | None:
        """The verb group that holds the token, or None; None too behind the last word."""
        number = self.verb_of[token] if token < len(self.verb_of) else -1
        return self.verbs[number] if number >= 0 else None


def chunk(sentence: Sentence) -> Chunks:
    """The chunks of a sentence."""
    tokens = sentence.tokens
    verbs = _verb_groups(tokens)
    verb_of = [-1] * len(tokens)
    for number, group in enumerate(verbs):
        for at in range(group.first, group.last):
            verb_of[at] = number
    edges = told_ends(tokens) if "told" in sentence.words else ()
    nouns = _base_nouns(tokens, verb_of, edges)
    noun_of = [-1] * len(tokens)
    for number, (first, last) in enumerate(nouns):
        for at in range(first, last):
            noun_of[at] = number
    return Chunks(
        sentence,
        tuple(nouns),
        tuple(verbs),
        {c[0]: c for c in nouns},
        {c[1]: c for c in nouns},
        tuple(noun_of),
        tuple(verb_of),
    )


def _verb_groups(tokens: tuple[Token, ...]) -> list[VerbGroup]:
    groups: list[VerbGroup] = []
    at = 0
    for number, token in enumerate(tokens):
        if number >= at and token.tag in _OPENS_GROUP and _starts_group(tokens, number):
            group = _verb_group(tokens, number)
            groups.append(group)
            at = group.last
    return groups


_OPENS_GROUP = VERBS | {"TO"}


def _starts_group(tokens: tuple[Token, ...], at: int) -> bool:
    tag = tokens[at].tag
    if tag in FINITE or tag == "VB":
        return True
    if tag == "TO":
        after = _skip_adverbs(tokens, at + 1)
        return after < len(tokens) and tokens[after].tag == "VB"
    return tag in ("VBN", "VBG") and not premodifies(tokens, at)


def _skip_adverbs(tokens: tuple[Token, ...], at: int) -> int:
    while at < len(tokens) and (tokens[at].tag in _ADVERBS or _joins_adverbs(tokens, at)):
        at += 1
    return at


_ADVERBS = ("RB", "RBR", "RBS")


def _joins_adverbs(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether an "and" stands between two adverbs: "must immediately and unconditionally release"."""
    if tokens[at].lower != "and" or not 0 < at < len(tokens) - 1:
        return False
    return tokens[at - 1].tag in _ADVERBS and tokens[at + 1].tag in _ADVERBS


def _verb_group(tokens: tuple[Token, ...], first: int) -> VerbGroup:
    at = first
    modal = ""
    negated = passive = perfect = False
    if tokens[at].tag in ("MD", "TO"):
        modal = tokens[at].lower
        at += 1
    main = first
    aux = ""
    while at < len(tokens):
        token = tokens[at]
        mark = token.tag in ("``", "''") and at > first and at + 1 < len(tokens)
        if mark and (_goes_on(aux, modal, tokens[at + 1]) or tokens[at + 1].lower == "not"):
            at += 1
            continue
        if token.tag in ("RB", "RBR", "RBS"):
            after = _skip_adverbs(tokens, at)
            if after >= len(tokens) or not (_goes_on(aux, modal, tokens[after])):
                if token.lower in ("not", "n't", "n’t", "never"):
                    negated = True
                    at += 1
                    continue
                break
            negated = negated or any(t.lower in ("not", "n't", "n’t", "never") for t in tokens[at:after])
            at = after
            continue
        if at > first and not _goes_on(aux, modal, token):
            after = _past_when(tokens, at) if aux in ("be", "have") and token.tag == "IN" else 0
            after = at + 1 if token.lower in _SELVES and _is_oneself(tokens, at, aux) else after
            if (
                not 0 < after < len(tokens)
                or tokens[after].tag not in ("VBN", "VBD")
                or not _goes_on(aux, modal, tokens[after])
            ):
                break
            at = after
            continue
        main = at
        passive = aux in ("be", "get") and token.tag in ("VBN", "VBD")
        perfect = perfect or (aux == "have" and token.tag in ("VBN", "VBD"))
        aux = token.lemma if token.lemma in _AUX else "-"
        modal = modal or ""
        at += 1
        if aux == "-":
            break
    finite = tokens[first].tag in FINITE or (not passive and main == first and _reads_past(tokens, first))
    return VerbGroup(first, max(at, main + 1), main, finite, passive, perfect, modal, negated)


def _is_oneself(tokens: tuple[Token, ...], at: int, aux: str) -> bool:
    """Whether "himself" only stresses the subject inside a verb: "was himself detained", "has herself been beaten"."""
    behind = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return aux == "be" or (aux == "have" and behind == "been")


_SELVES = wordset("himself herself itself themselves myself ourselves")


def _past_when(tokens: tuple[Token, ...], at: int) -> int:
    """Past how often or when, told inside a verb: "were at times beaten", "was in May sentenced"; 0 where nothing is."""
    if tokens[at].lower not in _WHEN:
        return 0
    for end in range(at + 1, min(len(tokens) - 1, at + 4)):
        word = tokens[end]
        if (
            word.lower in _INSTANCES
            or word.lower in _MONTHS
            or (word.tag == "CD" and word.text[:2] in ("19", "20"))
        ):
            return end + 1 if tokens[end + 1].tag in ("VBN", "VBD") else 0
        if word.tag not in ("DT", "JJ", "CD"):
            return 0
    return 0


_WHEN = wordset("at in on for since during")
_INSTANCES = wordset(
    "times time occasion occasions case cases instance instances months years weeks days hours month year week fact turn part effect"
    " addition monday tuesday wednesday thursday friday saturday sunday"
)


_NO_OBJECT = frozenset({"IN", "TO", "VBD", "VBZ", "VBP", ",", "."})


def _reads_past(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a lone participle is in truth a past tense: "security forces raided the newsroom"."""
    if tokens[at].tag != "VBN" or at + 1 >= len(tokens) or at == 0:
        return False
    after, before = tokens[at + 1], tokens[at - 1]
    accuses = after.tag in ("DT", "PRP", "PRP$", "NNP", "NNPS", "NNS") and after.lower not in _DAYS
    if tokens[at].lower in NAMING and (tokens[at].lower != "accused" or not accuses):
        return False
    then = tokens[min(at + 2, len(tokens) - 1)].tag
    dated = after.lower in _MONTHS and then == "CD"  # "A statement issued May 4, 2021, said"
    if after.tag == "NNP" and (dated or (after.lower in _DAYS and then in _NO_OBJECT)):
        return False  # "a study published Tuesday in a journal found"
    second = _skip_adverbs(tokens, at + 2) if after.lower == "and" else len(tokens)
    joined = second + 1 < len(tokens) and tokens[second].tag in ("VBN", "VBD")
    if joined and tokens[second + 1].lower not in _WHICH:
        after = tokens[second + 1]  # "selectively arrested and prosecuted opponents"
    counted = joined and after.lower in ("at", "about", "nearly", "more", "over", "some")
    object_follows = (
        after.tag in ("DT", "PRP$", "PRP", "RP", "CD", "NNP", "NNPS", "WRB") or after.lower == "that"
    ) or (counted and any(token.tag == "CD" for token in tokens[second + 2 : second + 4]))
    bare_object = after.tag in ("NN", "NNS", "JJ") and before.tag in ("RB", "NNP", "NNPS", "NNS")
    if not object_follows and (not bare_object or after.lower in _DAYS):
        return False
    if joined and after.lower in _TIMES:
        return False
    return before.tag in NOUNS or before.tag in ("RB", "RBR", "PRP", "CC", "WDT", "WP")


def _goes_on(aux: str, modal: str, token: Token) -> bool:
    if not aux:
        if token.lower in _ARE:
            return False  # "Those who cannot | are to pay"
        return bool(modal) and token.tag in ("VB", "VBP", "VBD", "VBN")
    if aux == "be":
        return token.tag in ("VBN", "VBG", "VBD") and token.lemma != "do"
    if aux == "have":
        return token.tag in ("VBN", "VBD")
    if aux == "do":
        return token.tag == "VB" or (token.tag == "VBP" and token.lemma not in _AUX)
    return aux == "get" and token.tag == "VBN"


_ARE = frozenset({"are", "is", "was", "were"})


def _base_nouns(
    tokens: tuple[Token, ...], verb_of: list[int], edges: tuple[int, ...]
) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at, edge = 0, law_ends(tokens)
    for number, token in enumerate(tokens):
        if number < at or (token.tag in _NEVER_OPENS and token.lower not in _OPEN):
            continue
        if token.lower in _AWAY and token.tag == "RB" and number and verb_of[number - 1] >= 0:
            continue  # "took away | two men"
        stop = _base_noun(tokens, number, verb_of)
        if number < edge < stop:
            stop = edge  # "Under the order | teachers may"
        for told in edges:
            stop = told if number < told < stop else stop  # "told the radio | guards had"
        if stop > number:
            found.append((number, stop))
            at = stop
    return found


_AWAY = wordset("away back out off home abroad ahead apart aside together")
_NEVER_OPENS = frozenset({"IN", "TO", ",", ".", ":", "MD", "VB", "VBD", "VBP", "VBZ", "-RRB-"})


def _base_noun(tokens: tuple[Token, ...], first: int, verb_of: list[int]) -> int:
    """The token after the base noun phrase that starts at `first`, or `first` if none does."""
    if tokens[first].tag in ("PRP", "EX", "WP", "WDT"):
        return first + 1
    if tokens[first].lower == "reporting" and verb_of[first] < 0:
        return first + 1
    opening = opening_time(tokens, first)
    if opening > first:
        return opening
    at = head = first
    limit = min(len(tokens), first + 25)
    while at < limit and verb_of[at] < 0:
        token = tokens[at]
        if at > first and (
            _begins_after(tokens, first, at, limit) or (head == at and _tells_when(tokens, at, limit))
        ):
            break  # "arrested five people last week", "left the country this year"
        if token.tag in NOUNS:
            if (
                head == at > first
                and token.lower in _DAYS
                and not _ends_title(tokens, first, at)
                and (at + 1 == limit or tokens[at + 1].tag not in _GOES_ON)
            ):
                break  # "arrested six students today", "fired at the town Thursday"
            if head == at > first and (token.lower in _INDEFINITE or _exists(tokens, first, at)):
                break  # "There were reports security agencies monitored them"
            head = at + 1
            if (
                token.lower in _MONTHS
                and at == first
                and at + 1 < limit
                and (tokens[at + 1].tag in ("NNP", "NNPS") or _counts_others(tokens[at], tokens[at + 1]))
            ):
                break
        elif token.tag in _LEFT:
            if token.tag in _STARTS and at > first and tokens[at - 1].tag not in ("PDT", "DT"):
                break
            if token.lower == "reporting" or (
                token.tag in _ALONE and not (head > first and token.tag == "DT")
            ):
                head = at + 1
        elif not (_inside(tokens, first, at, limit) or _hyphenated(tokens, first, at, limit)):
            break
        at += 1
    return _closed(tokens, first, at, head)


def _counts_others(time: Token, after: Token) -> bool:
    """Whether a number behind a day, month or "absentia" counts what comes after: "arrested on Monday two men"."""
    return after.tag == "CD" and (after.lower.isalpha() or time.lower.endswith(("day", "absentia")))


def _hyphenated(tokens: tuple[Token, ...], first: int, at: int, limit: int) -> bool:
    """Whether a hyphen or stroke without blanks holds two names or numbers together: "a dual U.S.-Saudi citizen"."""
    if tokens[at].text not in ("-", "–", "/") or at == first or at + 1 >= limit:
        return False
    before, mark, after = tokens[at - 1 : at + 2]
    glued = before.end == mark.start and mark.end == after.start and before.tag in _IN_PHRASE
    numbered = before.tag == after.tag == "CD" and tokens[at].text == "/"  # "Law 12/2019"
    return glued and (numbered or (before.text[:1].isupper() and after.text[:1].isupper()))


def _begins_after(tokens: tuple[Token, ...], first: int, at: int, limit: int) -> bool:
    """Whether who acts starts here, behind what went on meanwhile: "During the raid officers found", "By year's end none"."""
    if tokens[at].lower in ("none", "nobody", "everyone"):
        return True
    if at > 2 and tokens[at - 1].lower == "end" and tokens[at - 2].tag == "POS" and tokens[at].tag != "IN":
        return (
            tokens[first - 1].lower in ("by", "at", "before") if first else False
        )  # "by year's end officials"
    if first == 1 and tokens[0].tag == "IN" and at + 1 < limit and _says_in(tokens, at):
        return True  # "In the video Ana said"
    if (
        first != 1
        or tokens[0].lower not in _MEANWHILE
        or tokens[at].tag not in ("NNS", "NNP")
        or at + 1 >= limit
    ):
        return False
    after = tokens[at + 1].tag
    return tokens[at - 1].lower in _GOING_ON and (
        after in _GOES_ON_TO or (tokens[at - 1].lower == _APART_FROM)
    )


def _says_in(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a name that says something starts behind what it says it in."""
    said = tokens[at - 1].lower in _PAPERS and tokens[at].tag == "NNP" and tokens[at + 1].tag == "VBD"
    return said and tokens[at - 1].text.islower()


_PAPERS = wordset(
    "video letter statement interview post message report article recording speech clip call note testimony"
)
_GOES_ON_TO = ("VBD", "MD", "VBP")
_APART_FROM = "incident"  # describes no noun behind it: "Since the incident | residents of the town must"
_MEANWHILE = wordset("during after before following upon since")
_GOING_ON = wordset(
    "raid search arrest trial hearing meeting protest rally visit march interrogation interview attack detention release"
    " questioning escape operation demonstration funeral election vote ceremony strike riot session attack coup inspection incident shooting lockdown"
)


def _tells_when(tokens: tuple[Token, ...], at: int, limit: int) -> bool:
    """Whether a time of its own starts here: "last week", "this month", "earlier this year"."""
    if tokens[at - 1].tag in NOUNS and _tells_how_long(tokens, at, limit):
        return True
    if tokens[at].lower not in _WHICH or tokens[at - 1].tag == "DT":
        return False  # "the next day" is one time
    after = at + 2 if at + 1 < limit and tokens[at + 1].lower in _WHICH else at + 1
    return after < limit and tokens[after].lower in _TIMES and tokens[after].tag != "POS"


def _tells_how_long(tokens: tuple[Token, ...], at: int, limit: int) -> bool:
    """Whether how long before or after is told: "the camp | three months after", "Ngor | barely two hours before", "the verdict | hours after"."""
    while at + 2 < limit and tokens[at].lower in _ROUGHLY:
        at += 1
    if at + 1 < limit and tokens[at].lower in _UNCOUNTED:
        return tokens[at + 1].lower in ("after", "before")
    counted = at + 2 < limit and (tokens[at].tag == "CD" or tokens[at].lower in _SEVERAL)
    return counted and tokens[at + 1].lower in _SPANS and tokens[at + 2].lower in _APART


def _exists(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """Whether a phrase of reports that there were ends here: "There were reports | security agencies monitored them"."""
    return tokens[at - 1].lower in _THERE_WERE and any(
        token.tag == "EX" for token in tokens[max(0, first - 4) : first]
    )


_INDEFINITE = wordset("nobody everybody everyone anybody anyone somebody someone")
_THERE_WERE = wordset("reports allegations claims complaints indications rumors rumours signs accusations")
_APART = wordset("after before later earlier ago")
_ROUGHLY = wordset("almost nearly barely only just some about around over exactly roughly")
_SEVERAL = wordset("several many few")
_UNCOUNTED = wordset("seconds minutes hours days weeks months years")
_SPANS = wordset("minutes hours days weeks months years decades minute hour day week month year decade")
_WHICH = wordset("last next this earlier late early")
_DAYS = wordset("today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday")


def _inside(tokens: tuple[Token, ...], first: int, at: int, limit: int) -> bool:
    """Whether an adverb, a mark or a conjunction belongs to the phrase: "so-called “unclean” elements"."""
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < limit else None
    if after is None:
        return False
    if token.tag in ("RB", "RBR", "RBS"):
        year = at > first and tokens[at - 1].text.isdigit() and len(tokens[at - 1].text) == 4
        return after.tag in ("JJ", "VBN", "CD", "JJR") and not year  # "Since May 2002 | only four churches"
    if (
        token.lower in ("’", "'")
        and at > first
        and tokens[at - 1].tag in ("NNS", "NNPS")
        and _noun_next(tokens, at)
    ):
        return True
    if token.lower in _OPEN and after.tag in _IN_PHRASE and _short(tokens, at):
        called = after.tag == "NNS" and at > first and tokens[at - 1].tag == "NNS"
        return not called  # "called his rivals “losers”"
    if token.lower in _CLOSE and at > first and after.tag in _DESCRIBES:
        return _opened(tokens, first, at)
    if token.text == "-" and at > first:
        return _hyphened(tokens, at)
    return token.lower in ("and", ",", "&") and at > first and _joins(tokens, at)


def _hyphened(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a hyphen joins two names without a blank: "dual U.S.-Saudi citizen"."""
    before, after = tokens[at - 1], tokens[at + 1]
    close = before.end == tokens[at].start and tokens[at].end == after.start
    return close and before.tag in ("NNP", "JJ") and after.tag in ("NNP", "JJ")


def _closed(tokens: tuple[Token, ...], first: int, at: int, head: int) -> int:
    """Where the phrase ends: after its head, "the blind" and a closing mark taken in."""
    article = tokens[first].lower in ("the", "a", "an", "another")
    if article and head == first + 1 and at > head and tokens[at - 1].tag in ("JJ", "VBN", "JJS"):
        head = at
    if (
        head == first
        and tokens[first].tag in ("DT", "PRP$")
        and at > first + 1
        and tokens[at - 1].tag in ("JJ", "VBN")
    ):
        head = at
    if head > first and head < len(tokens) and tokens[head].lower in '”"’»' and _opened(tokens, first, head):
        head += 1
    return head if _holds(tokens, first, head) else first


def _noun_next(tokens: tuple[Token, ...], at: int) -> bool:
    return at + 1 < len(tokens) and (tokens[at + 1].tag in NOUNS or tokens[at + 1].tag == "JJ")


def _holds(tokens: tuple[Token, ...], first: int, head: int) -> bool:
    for token in tokens[first:head]:
        if token.tag in _HEADS:
            return True
    return head > first + 1 and tokens[first].tag == "DT"


def _short(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a mark opens a short run that closes within six tokens (scare quotes, a title)."""
    return any(t.lower in _CLOSE for t in tokens[at + 1 : at + 7])


def _opened(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    return any(t.lower in _OPEN for t in tokens[first:at])


def _joins(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "and", "&" or a comma joins two modifiers or two parts of a name ("legal, security and law agencies")."""
    before, after = tokens[at - 1].tag, tokens[at + 1].tag
    if tokens[at].lower == "&":
        return True
    if before == "JJ" and after == "JJ":
        return True
    year = (
        tokens[at + 1].text.isdigit() and len(tokens[at + 1].text) == 4
    )  # "May 4, 2021", not "May 4, two residents"
    return before == "CD" and after == "CD" and tokens[at].lower == "," and year


def head_of(tokens: tuple[Token, ...], phrase: tuple[int, int]) -> int:
    """The token number of the head of a base noun phrase: its last noun, else its last word."""
    first, last = phrase[0], phrase[1] - 1
    at = last
    while at >= first:
        if tokens[at].tag in NOUNS:
            return at
        at -= 1
    return last


def _ends_title(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """Whether a word for a day ends the name of an outlet: "Dak Prong Today reported"."""
    named = tokens[at].text == "Today" and tokens[at - 1].text[:1].isupper() and at > first
    return named and at + 1 < len(tokens) and tokens[at + 1].tag in ("VBD", "VBZ")


def is_time(tokens: tuple[Token, ...], phrase: tuple[int, int]) -> bool:
    """Whether a base noun phrase names a time ("Monday", "last week", "June 11", "2021")."""
    first, last = phrase
    head = tokens[head_of(tokens, phrase)]
    if head.lower.removeprefix("mid-") in _TIMES and head.text != "march":
        return head.text != "Today" or last - first == 1  # "Dak Prong Today" is an outlet
    if last - first == 2 and tokens[first].lower == "the" and head.text[:1].isdigit():
        return head.text.endswith(("st", "nd", "rd", "th"))  # "told us on the 20th"
    if last - first == 2 and {tokens[first].lower, tokens[first + 1].lower} & _SHORT_MONTHS:
        return "CD" in (tokens[first].tag, tokens[first + 1].tag)  # "on Mar 14", "6 Oct"
    if head.tag in ("NN", "NNS"):
        return False
    for token in tokens[first : min(first + 2, last)]:
        if token.lower in _TIMES and token.tag != "NN":
            return True
    if head.tag != "CD" or len(head.text) != 4 or not head.text.isdigit():
        return False
    return all(
        token.text == "," or (len(token.text) == 4 and token.text.isdigit()) for token in tokens[first:last]
    )


_SHORT_MONTHS = wordset("jan feb mar apr jun jul aug sep sept oct nov dec")


def before_adverbs(tokens: tuple[Token, ...], at: int, floor: int) -> int:
    """Where the adverbs before a verb begin, with the star of a footnote: "An officer | at first said", "UN experts |* said"."""
    while at > floor and (tokens[at - 1].tag in ("RB", "RBR") or tokens[at - 1].lower in _PASSED):
        at -= 1
    if at - 2 > floor and (tokens[at - 2].lower, tokens[at - 1].lower) == ("*", "today"):
        return at - 2
    return at - (at - 1 > floor and tokens[at - 1].lower == "at" and tokens[at].lower in _AT)


_PASSED = wordset("also further *")
_AT = wordset("first last least once")

"""The name that somebody gives a thing: "called the law a farce", "calls the confession worthless", called it “a forgery”.

Rules:
- A second object, a noun in quotation marks or an adjective that ends its phrase stands right behind what is named.
- What it is described or dismissed "as" is one where an adjective or a quoted name follows: "described it as baseless".
- Without somebody who names it there is no view.
"""

from __future__ import annotations

from testigo.reading.classes import is_class
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.scenes import Scene

NAMES = wordset("call brand label dub term")
_HOLDING = wordset(
    "deem consider judge find pronounce declare rule hold"
)  # behind a comma: "deeming it vague"
_TAKING = wordset("describe depict portray characterize characterise dismiss denounce decry")


def named(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """The name that something is given: "a farce" in "called the law a farce"."""
    if clause.lemma == "refer" and clause.doer is not None and not clause.passive:
        return _referred_to(scene, clause)
    if clause.doer is None or clause.object is None:
        return None
    if clause.lemma in _TAKING and not clause.passive:
        return _taken_as(scene, clause.object)
    own = scene.tokens[clause.object[0]].lower.endswith(("self", "selves"))
    besides = clause.kind == "participle" and clause.lemma in _HOLDING
    if not (clause.lemma in NAMES or besides) or own:
        return None
    return clause.object2 or _quoted(scene, clause) or _adjective(scene, clause)


def _taken_as(scene: Scene, matter: tuple[int, int]) -> tuple[int, int] | None:
    """What a thing is described as: "depicted the delays as spurious", "dismissed the letter as “recycled fiction”"."""
    tokens = scene.tokens
    if is_class(tokens, matter, "person") or is_class(tokens, matter, "authority"):
        return None
    near = range(matter[0], min(matter[1] + 1, len(tokens) - 1))
    at = next((n + 1 for n in near if tokens[n].lower == "as"), None)
    if at is None:
        return None
    while at < len(tokens) - 1 and tokens[at].tag in ("RB", "``", "''"):
        at += 1
    quoted = tokens[at - 1].tag in ("``", "''")
    last = at
    while last < len(tokens) and tokens[last].tag in (_QUOTED if quoted else _ADJECTIVES):
        last += 1
    ends = last == len(tokens) or tokens[last].tag in _BEHIND
    return (at, last) if last > at and (quoted or ends) else _judging_noun(scene, at)


def _judging_noun(scene: Scene, at: int) -> tuple[int, int] | None:
    """The noun of a judgement that something is described as: "as a flagrant abuse of power"."""
    base = scene.chunks.noun_from.get(at)
    if base is None or not any(scene.tokens[n].lemma in _JUDGEMENTS for n in range(*base)):
        return None
    return base


def _referred_to(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """What somebody or something is referred to as: "referred to the strikers as “marginal”"."""
    tokens = scene.tokens
    if tokens[min(clause.verb.last, len(tokens) - 1)].lower != "to":
        return None
    near = range(clause.verb.last + 1, min(clause.verb.last + _AFAR, len(tokens) - 1))
    at = next((n + 1 for n in near if tokens[n].lower == "as" and tokens[n].tag == "IN"), None)
    if at is None:
        return None
    last = at
    while last < len(tokens) and tokens[last].tag in _IN_WORDS:
        last += 1
    return (at, last) if last > at else None


def taken_as(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """What a thing is seen, viewed or described as, behind "as": "as a terrorist attack", "as politically motivated"."""
    tokens = scene.tokens
    start = clause.verb.last
    end = min(start + _NEAR, len(tokens) - 1)
    at = next((n for n in range(start, end) if tokens[n].lower == "as" and tokens[n].tag == "IN"), None)
    if at is None or clause.lemma not in _SEEING or tokens[at + 1].lower in _LIKE:
        return None
    last = at + 1
    while last < len(tokens) and (tokens[last].tag in _IN_WORDS or tokens[last].lower in ("of", "’s")):
        last += 1
    return (at, last) if last > at + 1 else None


_AFAR = 12  # words: a person may be told with age and office
_JUDGEMENTS = wordset(
    "abuse violation attempt assault affront insult threat blow setback crime outrage injustice mistake disgrace farce sham"
    " pretext betrayal breach failure success victory step precedent warning example injury tragedy massacre attack effort"
    " retaliation interference intimidation harassment persecution censorship discrimination travesty provocation scandal"
    " improvement achievement milestone measure priority danger problem solution necessity duty tactic ploy"
)
_NEAR = 9  # words: what is seen stands between
_LIKE = wordset(
    "required provided prescribed ordered stipulated planned usual long soon well many part they he she it"
)
_SEEING = wordset(
    "see view regard describe interpret portray characterize characterise perceive depict justify"
)
_IN_WORDS = frozenset(
    {"DT", "JJ", "JJR", "JJS", "RB", "RBS", "VBN", "VBG", "NN", "NNS", "POS", "``", "''", "CD"}
)


def past_adjective(scene: Scene, clause: Clause) -> int:
    """Where what is thought ends: behind the adjective in "judged the papers to be close to the army", else the verb."""
    last = clause.verb.last
    said = clause.lemma == "be" and clause.kind == "infinitive" and last < len(scene.tokens)
    return last + 1 if said and scene.tokens[last].tag == "JJ" else last


def _adjective(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """The adjective that something is called, right after it: "calls the confession worthless"."""
    at = clause.object[1] if clause.object is not None else 0
    if not 0 < at < len(scene.tokens) or scene.tokens[at].tag != "JJ" or clause.passive:
        return None
    ends = at + 1 >= len(scene.tokens) or scene.tokens[at + 1].tag in (".", ",", "CC", "IN", "TO", "''")
    return (at, at + 1) if ends else None


def _quoted(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """A name in quotation marks right after the object: called the document “a clumsy forgery”, the report “baseless”."""
    if clause.object is None or is_class(scene.tokens, clause.object, "person"):
        return None  # "calling their boyfriends “oppa”" is what they said
    at = next((n for n in range(*clause.object) if scene.tokens[n].tag == "``"), clause.object[1])
    if at + 1 >= len(scene.tokens) or scene.tokens[at].tag != "``":
        return None
    last = at + 1
    while last < len(scene.tokens) and scene.tokens[last].tag in _IN_A_NAME:
        last += 1
    return (at + 1, last) if last > at + 1 and scene.tokens[last - 1].tag in ("NN", "NNS", "JJ") else None


_ADJECTIVES = frozenset({"JJ", "VBN"})
_QUOTED = frozenset({"DT", "JJ", "VBN", "NN", "NNS", "POS"})
_BEHIND = frozenset({".", ",", "CC", "IN", "''", ":"})
_IN_A_NAME = frozenset({"DT", "JJ", "NN", "NNS", "PRP$", "POS", "IN"})

"""Where a charge begins and ends, and which phrases are one by their preposition alone.

Rules:
- "not" and "allegedly" before a deed belong to it; ", a charge that carries ten years" behind it does not, nor does
  whom a charge is brought against, nor the court or police who hold it against somebody.
- "under Article 193", "pleaded guilty to fraud" and "caught with films" name a charge.
"""

from __future__ import annotations

from collections.abc import Sequence

from testigo.reading.arguments import Range
from testigo.reading.chunks import is_time
from testigo.reading.classes import is_class
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.phrases import short
from testigo.reading.scenes import Mention, Scene
from testigo.reading.tokens import Token
from testigo.vocabulary import COERCION


def with_adverbs(tokens: tuple[Token, ...], at: int) -> int:
    """Where a deed starts with its "not" or "allegedly": "for not paying", "for allegedly insulting"."""
    while at > 1 and tokens[at - 1].tag == "RB" and tokens[at - 1].lower not in ("also", "only", "just"):
        at -= 1
    return at


def before_against(tokens: tuple[Token, ...], part: Range) -> Range:
    """Charges without whom they are brought against: "charges of fraud against the publisher"."""
    for at in range(part[0] + 1, part[1]):
        if tokens[at].lower == "against":
            return part[0], at
    return part


def before_agent(scene: Scene, mention: Mention, part: Range, around: Sequence[Mention]) -> Range:
    """A charge without who holds it against somebody: "jailed for theft by a court", not "for protesting arrests by police"."""
    tokens, doers = scene.tokens, [one for slot, one in mention.parts if slot == "actor"]
    for at in range(part[0] + 1, part[1] - 1):
        own = any(m.noun and m.trigger.act in COERCION and m.at[0] < at <= m.at[1] for m in around)
        if tokens[at].lower == "by" and not own and any(one[0] == at + 1 for one in doers):
            return part[0], at
        taken = tokens[at].lower == "by" and tokens[at - 1].tag == "VBG" and not own and not doers
        if taken and is_class(tokens, (at + 1, part[1]), "authority"):
            return part[0], at  # "arrested on charges of spying by the provincial bureau"
    return part


def before_apposed(tokens: tuple[Token, ...], part: Range) -> Range:
    """A charge without what is said of it, or told next: "plotting a coup, a charge that carries death", "theft, then"."""
    if part[1] - part[0] > 2 and (tokens[part[1] - 2].text, tokens[part[1] - 1].lower) == (",", "then"):
        return part[0], part[1] - 2
    for at in range(part[0] + 1, part[1] - 2):
        told = (
            tokens[at].text == "," and tokens[at + 1].lower in ("a", "an") and tokens[at + 2].lower in _CALLED
        )
        grounded = [token.lower for token in tokens[at : at + 3]] == ["on", "the", "basis"]
        if told or grounded:
            return part[0], at
    return part


def is_law_or_plea(tokens: tuple[Token, ...], clause: Clause, prep: str, phrase: Range) -> bool:
    """Whether a phrase names the law, what is pleaded guilty to, or what somebody is caught with."""
    if prep == "under":
        return any(t.lower in LAWS for t in tokens[phrase[0] : phrase[1]])
    if prep == "to":
        return clause.lemma == "plead"
    return prep == "with" and clause.lemma == "catch" and not is_class(tokens, phrase, "person")


def before_deed(tokens: tuple[Token, ...], part: Range, first: int) -> Range:
    """A charge without the deed that is told after it: "charged with “spreading disease” for having marched" are two."""
    told = part[0] < first - 1 < part[1] and tokens[first - 1].lower == "for"
    apart = told and (tokens[first].lower == "having" or tokens[first - 2].tag == "''")
    return (part[0], first - 1) if apart else part


def before_new(tokens: tuple[Token, ...], part: Range) -> int:
    """The end of a deed before a new sentence: "for attending prayers, and in June they arrested nine women"."""
    for at in range(part[0] + 1, part[1] - 2):
        if (
            tokens[at].text == ","
            and tokens[at + 1].lower in ("and", "but")
            and tokens[at + 2].lower in _WHEN
        ):
            return at
    return part[1]


def shared_end(scene: Scene, deed: Clause, last: int) -> int:
    """The end of a deed told by several verbs that share what follows: "for filming and sharing a march", "for having filmed and shared it"."""
    tokens = scene.tokens
    while last == deed.verb.last and last + 2 < len(tokens) and tokens[last].lower in ("and", "or", ","):
        at = last + 1 + (tokens[last + 1].lower in ("and", "or"))
        alike = ("VBG",) if tokens[deed.verb.main].tag == "VBG" else ("VBN", "VBD")
        more = next((c for c in scene.clauses if c.verb.first == at == c.verb.main), None)
        if more is None or tokens[at].tag not in alike:
            break
        end = scene.extent(more)[1]
        bare = end == more.verb.last
        if bare and (
            (tokens[end : end + 1] and tokens[end].tag not in ("CC", ",")) or tokens[at].tag != "VBG"
        ):
            break
        deed, last = more, end
    return last


def beside_law(tokens: tuple[Token, ...], parts: list[Range]) -> list[Range]:
    """The deeds without the law where both are told: "charged under the terrorism law for helping strikers"."""
    deeds = [part for part in parts if tokens[part[0] - 1].lower != "under"]
    return deeds or parts


def names_office(tokens: tuple[Token, ...], phrase: Range) -> bool:
    """Whether "for" tells what somebody is in charge of or speaks for: "the director for foreign relations"."""
    title = tokens[phrase[0] - 2] if phrase[0] > 1 else None
    if title is None or title.lemma not in _TITLES:
        return False
    return any(t.tag.startswith("NNP") or t.lower in _FIELDS for t in tokens[phrase[0] : phrase[1]])


_TITLES = wordset(
    "director minister secretary commissioner rapporteur spokesperson spokesman spokeswoman coordinator representative envoy chief"
    " head undersecretary office center centre committee organization association group candidate adviser advisor"
)
_FIELDS = wordset(
    "relations affairs rights education health culture information security communications justice development"
)


def goes_on(scene: Scene, part: Range) -> Range:
    """A charge to its end: "for their efforts to find their sons", "over leaflets mocking the king"."""
    tokens = scene.tokens
    if found := _of_things(scene, part) or _in_doing(scene, part):
        return part[0], found
    if tokens[part[1] - 1].lemma not in _AIMING:
        return part
    kid = next((c for c in scene.clauses if c.kind == "infinitive" and 0 <= c.verb.first - part[1] < 2), None)
    return (part[0], max(part[1], scene.extent(kid)[1])) if kid is not None else part


def _of_things(scene: Scene, part: Range) -> int:
    """The end of what is said of the thing that a charge is for: "articles critical of the junta", "a post mocking him"."""
    tokens, at = scene.tokens, part[1]
    if at + 2 >= len(tokens) or is_class(tokens, part, "person"):
        return 0
    if tokens[at].tag in ("JJ", "IN") and tokens[at].lower == "critical" and tokens[at + 1].lower == "of":
        found = short(scene.chunks, at + 2, len(tokens))
        return found[1] if found is not None else 0
    kid = next((c for c in scene.clauses if c.verb.first == at and c.kind == "participle"), None)
    if (
        kid is not None
        and tokens[at].tag == "VBN"
        and tokens[at].lemma in _PUTTING_OUT
        and is_class(tokens, part, "remark")
    ):
        where = short(scene.chunks, at + 2, len(tokens)) if tokens[at + 1].tag == "IN" else None
        timed = where is not None and is_time(tokens, scene.chunks.noun_from.get(where[0], where))
        return 0 if where is None or timed else where[1]  # "a comment posted in a chat"
    if kid is None or kid.passive or tokens[at].tag != "VBG" or tokens[at].lower in _LINKS:
        return 0
    if tokens[at - 1].tag not in ("NN", "NNS"):
        return 0
    return scene.extent(kid)[1]


def _in_doing(scene: Scene, part: Range) -> int:
    """The end of the deed that a charge names somebody's part in: "for her role in organizing a vigil", "evasion from serving"."""
    tokens, at = scene.tokens, part[1]
    if at + 1 >= len(tokens) or tokens[at].lower not in ("in", "from") or tokens[at - 1].lower not in _PARTS:
        return 0
    kid = next((c for c in scene.clauses if c.kind == "gerund" and 0 < c.verb.first - at < 3), None)
    return shared_end(scene, kid, scene.extent(kid)[1]) if kid is not None else 0


_PARTS = wordset(
    "role part complicity involvement participation hand assistance cooperation collusion collaboration evasion success"
)
_PUTTING_OUT = wordset("post leave write share publish make upload send print air broadcast")
_LINKS = wordset("regarding concerning following including involving according pending")
_AIMING = wordset(
    "effort attempt refusal failure plan plot call intention decision conspiracy willingness unwillingness inability threat"
)
_WHEN = wordset("in on during after by")


_CALLED = wordset("charge crime offense offence accusation felony misdemeanor")


LAWS = wordset(
    "article articles section sections paragraph law laws code decree provision provisions ordinance act legislation"
)

"""Whether a relative clause or participle tells what happened, or only says which people or papers are meant.

Rules:
- It tells something of named, counted or otherwise particular people ("two men who fled", "officers, who beat him").
- Of a class of people ("those who fled", "persons accused of theft") it only says who is meant; so does what goes on with it.
- "A law adopted in May", "most of those arrested", "remained detained" only say which law, whom, in which state.
"""

from __future__ import annotations

from testigo.reading.arguments import Range
from testigo.reading.classes import head, is_class
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.scenes import Scene
from testigo.reading.tokens import Token


def only_which(scene: Scene, clause: Clause) -> bool:
    """Whether a participle only says which paper or whom is meant: "a law adopted in May bars", "most of those arrested"."""
    if clause.passive and clause.link == "when" and clause.lemma in _CITING:
        return True  # "declined to comment when contacted by"
    if clause.subject is None or clause.subject[1] > clause.verb.first:
        return False
    before = [t.lower for t in scene.tokens[max(0, clause.verb.first - 2) : clause.verb.first]]
    if before[-1:] == ["those"]:
        lead = scene.tokens[max(0, clause.verb.first - 3)].lower
        told = before[:1] in (["among"], ["including"]) or (before[:1] == ["of"] and lead == "one")
        told = told or (clause.lemma in _SET_FREE and before[:1] != ["of"])  # "Those released said that"
        return not told and not _are_listed(scene, clause)
    if clause.lemma in _CITING and clause.kind == "participle":
        return True
    if before[:1] == ["those"] and before[1:] in (["caught"], ["found"], ["suspected"], ["accused"]):
        return True
    if clause.lemma in _FILING and head(scene.tokens, clause.subject).lemma in _FILED:
        return True  # "rejected the request submitted by"
    papers = any(is_class(scene.tokens, clause.subject, name) for name in _PAPERS)
    return papers and clause.lemma in _ISSUING and clause.governor is None


def _are_listed(scene: Scene, clause: Clause) -> bool:
    """Whether those meant are listed right after: "those arrested included two nurses"."""
    after = scene.clauses[clause.number + 1] if clause.number + 1 < len(scene.clauses) else None
    return (
        after is not None
        and after.lemma in _LISTING
        and after.verb.finite
        and after.subject == clause.subject
    )


_LISTING = wordset("include number comprise")
_SET_FREE = wordset("release free parole pardon")
_CITING = wordset("mention quote cite interview contact identify name survey poll")
_PAPERS = ("order", "law", "statement", "media", "remark")
_FILING = wordset("submit file lodge make send bring")
_FILED = wordset("request motion application appeal complaint petition lawsuit")
_ISSUING = wordset(
    "adopt publish issue release post share date print obtain send broadcast circulate pass enact introduce write"
)


def particular(scene: Scene, clause: Clause) -> bool:
    """Whether a relative clause or participle is about named, counted or otherwise particular people."""
    being = scene.tokens[clause.verb.first].lower == "being"  # "incidents of residents being beaten"
    if clause.subject is None or clause.subject[1] > clause.verb.first or being or _witnessed(scene, clause):
        return True
    first, last = clause.subject
    if (
        first >= clause.first
    ):  # a subject of its own: "reports that officers searched", "the phones that they took"
        matter = clause.object
        if matter is None or matter[0] >= clause.first or head(scene.tokens, matter).lemma in _TOLD_OF:
            return True
        first, last = matter
    governor = scene.clauses[clause.governor] if clause.governor is not None else None
    if clause.kind == "participle" and (governor is not None and governor.subject == clause.subject):
        return True
    if clause.kind == "participle" and governor is not None and governor.lemma == "have":
        return True  # "had the charges against them dropped"
    if _set_apart(scene, clause, (first, last)) or _are_listed(scene, clause):
        return True
    return _named_or_counted(scene.tokens, (first, last))


def _set_apart(scene: Scene, clause: Clause, people: Range) -> bool:
    """Whether the words around people show that no others are meant: "among those", "a group of officers", "..., who"."""
    tokens = scene.tokens
    first, last = people
    if clause.kind == "relative" and [t.lower for t in tokens[last : last + 2]] == [",", "who"]:
        return True  # "handed over to the attendees, who discussed them"
    before = tokens[first - 1].lower if first else ""
    if before == "among":  # "he was among those arrested"
        return True
    if before == "of" and first > 1 and tokens[first - 2].lower in _BODIES:
        return True  # "handed him to a group of officers, who beat him"
    if clause.lemma in _UTTERING and before in ("for", "over"):
        return True  # "jailed for comments made on Facebook"
    if before != "of" or first < 2:
        return False
    return any(
        token.lower in _REPORTS for token in tokens[max(0, first - 3) : first - 1]
    )  # "Reports continued of"


_UTTERING = wordset("make post publish share write")
_REPORTS = wordset(
    "reports cases instances incidents accounts allegations practice"
)  # "reports of detainees who were held in secret"
_BODIES = wordset(
    "group dozens hundreds thousands scores number crowd team gang couple handful pair squad all most"
)


def _named_or_counted(tokens: tuple[Token, ...], people: Range) -> bool:
    """Whether people are named, counted, pointed at or one alone: "the two men", "several nuns", "a widow"."""
    first, last = people
    lead = tokens[first]
    if lead.lower in _WHOEVER:
        return False
    if any(t.tag in ("CD", "NNP") for t in tokens[first:last]):
        return True
    if lead.tag in ("DT", "PRP$", "PRP", "PDT") or lead.lower in _SOME:
        return True
    return head(tokens, people).tag in ("NN", "NNP")


_WHOEVER = wordset("those anyone whoever everyone persons people individuals any no")
_SOME = wordset("several many some few dozens")


def _witnessed(scene: Scene, clause: Clause) -> bool:
    """Whether a participle tells what somebody saw or described: "described police abusing", "showed officers kicking"."""
    above = scene.clauses[clause.number - 1] if clause.number else None
    if clause.kind != "participle" or above is None or clause.subject is None:
        return False
    return above.lemma in _WITNESSING and above.verb.last == clause.subject[0]


_WITNESSING = wordset("describe show see hear watch catch find film record witness observe report")
_TOLD_OF = wordset(
    "report claim allegation rumor rumour fact belief news word evidence indication statement accusation complaint"
    " sign fear concern information announcement finding conclusion suspicion"
)


def of_a_class(scene: Scene, clause: Clause) -> bool:
    """Whether a verb goes on with what is told of a class of people: "those who evaded service or fled"."""
    above = scene.clauses[clause.governor] if clause.governor is not None else None
    if above is None or above.kind not in ("relative", "participle") or above.subject is None:
        return False
    if clause.kind == "gerund":
        return (
            clause.link in ("for", "of")
            and above.kind == "participle"
            and scene.tokens[above.subject[0]].lower in _ANY
            and above.passive
        )
    return above.kind == "relative" and clause.subject == above.subject and not particular(scene, above)


_ANY = wordset("persons people individuals those anyone")


def remains_so(scene: Scene, clause: Clause) -> bool:
    """Whether a participle only says in which state somebody remains: "remained detained"."""
    before = scene.clauses[clause.number - 1] if clause.number else None
    if before is None or scene.tokens[clause.verb.first].tag != "VBN":
        return False
    return before.lemma in ("remain", "stay") and before.verb.last == clause.verb.first

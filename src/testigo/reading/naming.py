"""The name that somebody gives a thing: "called the law a farce", "calls the confession worthless", called it “a forgery”.

Rules:
- A second object, a noun in quotation marks or an adjective that ends its phrase stands right behind what is named.
- Without somebody who names it there is no view.
"""

from __future__ import annotations

from testigo.reading.classes import is_class
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.scenes import Scene

NAMES = wordset("call brand label dub term")


def named(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """The name that something is given: "a farce" in "called the law a farce"."""
    if clause.lemma not in NAMES or clause.doer is None or clause.object is None:
        return None
    return clause.object2 or _quoted(scene, clause) or _adjective(scene, clause)


def _adjective(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """The adjective that something is called, right after it: "calls the confession worthless"."""
    at = clause.object[1] if clause.object is not None else 0
    if not 0 < at < len(scene.tokens) or scene.tokens[at].tag != "JJ" or clause.passive:
        return None
    ends = at + 1 >= len(scene.tokens) or scene.tokens[at + 1].tag in (".", ",", "CC", "IN", "''")
    return (at, at + 1) if ends else None


def _quoted(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """A noun in quotation marks right after the object: called the document “a clumsy forgery”."""
    if clause.object is None or is_class(scene.tokens, clause.object, "person"):
        return None  # "calling their boyfriends “oppa”" is what they said
    at = next((n for n in range(*clause.object) if scene.tokens[n].tag == "``"), clause.object[1])
    if at + 1 >= len(scene.tokens) or scene.tokens[at].tag != "``":
        return None
    last = at + 1
    while last < len(scene.tokens) and scene.tokens[last].tag in _IN_A_NAME:
        last += 1
    return (at + 1, last) if last > at + 1 and scene.tokens[last - 1].tag in ("NN", "NNS") else None


_IN_A_NAME = frozenset({"DT", "JJ", "NN", "NNS", "PRP$", "POS", "IN"})

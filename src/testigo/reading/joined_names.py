"""Names of words joined by a hyphen that were taken for adjectives: "told Rimjin-gang on Monday"."""

from __future__ import annotations

from testigo.reading.lemmas import is_past_form
from testigo.reading.lists import wordset

_UNITS = wordset("dong ri gun si gu up do ku")
_DESCRIBING = wordset(
    "based born made led run backed speaking style like wide era old only free aligned held owned"
)
_DESCRIBED = (["NN"], ["NNS"], ["NNP"], ["NNPS"], ["JJ"], ["VBG"], ["VBN"], ["CC"])


def is_joined_name(word: str, tags: list[str], at: int) -> bool:
    """Whether a joined word with a capital is a name: of a place by its end ("Yokjon-dong"), or one taken for an adjective
    and describes no noun: "Rimjin-gang", not "Chinese-made".
    """
    tail = word.rsplit("-", 1)[1].lower()
    if tags[at] != "JJ":
        return tail in _UNITS
    describes = tail in _DESCRIBING or is_past_form(tail) or tail.endswith(("ed", "ing"))
    return tail in _UNITS or (not describes and tags[at + 1 : at + 2] not in _DESCRIBED)

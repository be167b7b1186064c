"""Whether a bare name that tells is that of a group which monitors: "Viasna reported", "Foro Penal counted 399".

Rules:
- Persons come with their full names first; groups that monitor are taken as known.
- A name of two words is a group's where it gives a count or both are common words; of one, where no earlier phrase holds the name.
"""

from __future__ import annotations

from testigo.reading.cast import Cast
from testigo.reading.cues import Told
from testigo.reading.forms import forms
from testigo.reading.lists import wordset
from testigo.reading.view import View


def is_monitor(view: View, cast: Cast, told: Told, words: tuple[int, int]) -> bool:
    """Whether a bare name that no sentence has introduced is that of a group: "Viasna reported", "Foro Penal counted 399".

    Persons come with their full names first; groups that monitor are taken as known.
    """
    names = [t for t in view.tokens[words[0] : words[1]] if t.text[:1].isupper() and t.tag != "DT"]
    if len(names) < words[1] - words[0] or told.lemma.split()[0] not in _MONITORING or len(names) > 2:
        return len(names) > 2 and told.lemma.split()[0] in _MONITORING and view.lower(words[0] + 1) == "and"
    if len(names) == 2:
        counted = any(t.start >= told.cue.end and t.tag == "CD" for t in view.tokens[: words[1] + 4])
        common = all({"n", "j"} & set(forms().get(t.lower, "")) for t in names)  # "Bitter Winter"
        return common or (told.frame == "n" and counted)
    at = view.tokens[words[0]].start
    return not any(
        phrase.own.end <= at and len(phrase.own) > len(names[0].text)
        for phrase in cast.names.get(names[0].lower, [])[-8:]
    )


_MONITORING = wordset(
    "according report document record count estimate list register verify confirm state note publish tally calculate"
)

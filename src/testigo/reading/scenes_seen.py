"""The scene of each sentence and the acts in it, found once: orders ask for their measures, claims are made of them.

Rules:
- A sentence is looked at when it is first asked for.
- The words near a sentence are its own and those of the sentence before.
"""

from __future__ import annotations

from testigo.reading.acts import mentions
from testigo.reading.clauses import clauses
from testigo.reading.scenes import Mention, Scene, scene_of
from testigo.reading.spoken import Speakers
from testigo.reading.view import View


def is_headline(view: View) -> bool:
    """Whether a sentence is a title or stands in a heading."""
    return view.sentence.block.kind in ("title", "heading")


def scene_in(spoken: Speakers, view: View) -> Scene:
    """The scene of a sentence of the document."""
    index = view.sentence.index
    found = spoken.scenes.get(index)
    if found is None:
        near = view.words | spoken.views[index - 1].words if index else view.words
        parts = clauses(view.chunks, headline=is_headline(view))
        found = spoken.scenes[index] = scene_of(view.chunks, parts, near)
    return found


def acts_in(spoken: Speakers, view: View) -> list[Mention]:
    """The acts in a sentence of the document. The list is the caller's own."""
    index = view.sentence.index
    found = spoken.acts.get(index)
    if found is None:
        found = spoken.acts[index] = tuple(mentions(scene_in(spoken, view)))
    return list(found)

"""Whose names a brief does not carry: sealed ones never, those of people to whom something was done as initials.

Rules:
- Sealed words are what a person of the casebook sealed, in any case, with any spaces, and the other names by which linking
  knows the same person. They are replaced wherever they stand: title, words of reports, notes, file. `--names full`
  does not bring them back.
- Of a sealed name of capitalised words each single word goes too; of a description ("a guard of the third camp") only
  the whole.
- Names are found by what the reading tells and by plain patterns. A name that neither knows stays: somebody reads the
  brief before it is sent.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from testigo.confronted import Practice
from testigo.judgement import standing
from testigo.linked import Person

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

T = TypeVar("T")
GONE = "▇▇▇"
_NAMED = re.compile(r"(?:named|surnamed|surname of|family name|called|name is)\s+(?P<name>[A-Z][\w’'-]+)")
_LEADING = re.compile(
    r"^(?:Mr\.? |Mrs\.? |Ms\.? |Dr\.? )?(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)(?=,|$| \()"
)
_KOREAN = re.compile(r"(?P<name>[가-힣]{2,4})(?:라는 성|씨| 씨)")


class Names:
    """What stands in place of names. initials: by name; sealed: what must not appear at all."""

    def __init__(self, initials: dict[str, str], sealed: Sequence[str]) -> None:
        self.hidden = bool(initials)
        self._initials = [
            (
                re.compile(rf"(?<!\w){re.escape(n)}(?![A-Za-z])")
                if n.isascii()
                else re.compile(re.escape(n)),
                to,
            )
            for n, to in initials.items()
        ]
        self._sealed = [_pattern(words) for words in sorted(_with_parts(sealed), key=lambda w: (-len(w), w))]

    def shown(self, text: str) -> str:
        """A text as it may leave."""
        if not text:
            return text
        text = self.sealed_out(text)
        for pattern, to in self._initials:
            text = pattern.sub(to, text)
        return text

    def sealed_out(self, text: str) -> str:
        """A text without sealed words."""
        if not self._sealed:
            return text
        text = unicodedata.normalize("NFC", text)
        for pattern in self._sealed:
            text = pattern.sub(GONE, text)
        return text

    def through(self, value: T) -> T:
        """A value with sealed words gone from every text in it: the last gate before anything is written."""
        return _through(value, self.sealed_out) if self._sealed else value


def _through(value: Any, change: Any) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_through(one, change) for one in value)
    if (
        is_dataclass(value)
        and not isinstance(value, type)
        and type(value).__module__.endswith("brief.values")
    ):
        return replace(value, **{f.name: _through(getattr(value, f.name), change) for f in fields(value)})
    return value


def _with_parts(sealed: Iterable[str]) -> set[str]:
    out = set()
    for words in sealed:
        parts = words.split()
        out.add(words)
        if len(parts) > 1 and all(part[0].isupper() for part in parts):
            out |= {part for part in parts if len(part) > 2}
    return out


def _pattern(words: str) -> re.Pattern[str]:
    parts = [re.escape(part) for part in unicodedata.normalize("NFC", words).split()]
    ascii_ = words.replace(" ", "").isascii()
    body = r"[\s\-·]*".join(parts)
    return re.compile(rf"(?<!\w){body}(?![A-Za-z])" if ascii_ else body, re.IGNORECASE)


def names_of(casebook: Casebook, practices: Sequence[Practice], *, initials: bool) -> Names:
    """The names of an order's brief. practices: of which the brief speaks."""
    found = shortened(casebook, practices) if initials else {}
    return Names(found, sealed_of(casebook, practices))


def sealed_words(casebook: Casebook) -> tuple[str, ...]:
    """What people of the casebook sealed, in the order of the letters."""
    return tuple(
        sorted(
            now.subject_id
            for history in casebook.decisions("sealed").values()
            if (now := standing(history)) is not None and now.verdict == "seal"
        )
    )


def sealed_of(casebook: Casebook, practices: Sequence[Practice]) -> tuple[str, ...]:
    """Sealed words, and the other names of the people that they name, as far as linking joined them."""
    sealed = sealed_words(casebook)
    if not sealed:
        return ()
    gate = Names({}, sealed)
    out = set(sealed)
    about = [("claim", str(claim)) for claim in sorted({c for p in practices for c in p.claims})]
    for one in about:
        for person in casebook.derived("linking", "person", Person, about=[one], limit=50).items:
            told = [v.text for v in person.values if v.slot == "name"]
            if any(gate.sealed_out(text) != text for text in (person.name, *told)):
                out |= {text for text in told if text}
    return tuple(sorted(out))


def shortened(casebook: Casebook, practices: Sequence[Practice]) -> dict[str, str]:
    """What stands in place of the names of people to whom something was done, the longest names first."""
    found: set[str] = set()
    for claim in sorted({c for p in practices for c in p.claims}):
        stored = casebook.claim(claim).claim
        for filler in (
            *stored.target,
            *(s for s in stored.actor if stored.act in ("speech", "escape", "contact", "movement")),
        ):
            said = [text for text in (filler.text, filler.refers_text) if text]
            found |= {
                m["name"]
                for text in said
                for pattern in (_NAMED, _LEADING, _KOREAN)
                for m in pattern.finditer(text)
            }
            found |= {a.text for a in filler.attributes if a.kind == "surname"}
    parts = {part for name in found for part in name.split(" ") if len(part) > 1}
    return {name: initials(name) for name in sorted(found | parts, key=lambda n: (-len(n), n))}


def initials(name: str) -> str:
    """Mira Tolvan becomes M. T.; a Korean name one circle for each syllable."""
    if not name.isascii() and re.fullmatch(r"[가-힣]+", name):
        return "○" * len(name)
    return " ".join(f"{part[0]}." for part in name.split(" ") if part)

"""Who speaks in a report: its sources as it describes them, one origin for each, with what is told of them.

Rules:
- The origin of a claim is the outermost link of its chain that is no outlet: the one who spoke to the newsroom. Whoever that one heard
  it from makes the path longer, not the voices more.
- "he", "the source" and "the same source" are the voice spoken of before; "a second source" and "another resident" are others.
- A claim without a source is told in the report's own voice: it may rest on any of its sources.
- Whom a voice is said to have heard it from is known through that voice, also where it is named alone ("according to the director").
- A title repeats what the text says: its claims have the voice of the first claim below with the same act.
- Rumour is nobody's: a claim of "people say" is told in nobody's voice and adds none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from testigo.claim import Source, Span
from testigo.reference import tables
from testigo.weighed import Origin
from testigo.weighing import words
from testigo.weighing.seen import SeenClaim, SeenReport, folded

_PRONOUNS = frozenset(["he", "she", "they", "him", "her", "them", "it", "who"])
_EMPTY = frozenset(
    [
        "sourc",
        "same",
        "person",
        "people",
        "resident",
        "insid",
        "citizen",
        "local",
        "anonym",
        "sour",
        "man",
        "woman",
    ]
)
_OTHER = re.compile(r"\b(?:another|second|third|other|different)\b", re.IGNORECASE)
_FEMALE, _MALE = (
    re.compile(r"\b(?:woman|she|her|mother|wife|sister|daughter|widow)\b", re.IGNORECASE),
    re.compile(r"\b(?:man|he|his|father|husband|brother|son)\b", re.IGNORECASE),
)
_SEVERAL = re.compile(
    r"^(?:the |these |those )?(?:two|three|four|five|six|several|some|many|multiple|various|\d+)\b"
    r"|\b(?:residents|sources|people|pupils|workers|relatives|officials|escapees|families|neighbors|neighbours|witnesses)\b"
    r"|\band (?:a|an|the|another)\b",
    re.IGNORECASE,
)
_AGE = re.compile(r"\b([1-9]0)s\b|\baged? (\d\d)\b|\b(\d\d)-year-old\b")
OCCUPATIONS: tuple[tuple[str, ...], ...] = (
    ("official", "cadre", "bureaucrat"), ("warden",), ("trader", "merchant", "vendor", "smuggler", "broker"), ("worker",), ("farmer",),
    ("teacher", "professor"), ("student", "pupil"), ("soldier", "officer", "guard"), ("doctor", "nurse", "medic"), ("driver",),
    ("fisherman", "boatman"), ("postman",), ("clerk",), ("pensioner",), ("cook",), ("waiter",), ("lawyer",), ("priest",), ("miner",),
)  # fmt: skip
_OCCUPATION = {word: row[0] for row in OCCUPATIONS for word in row}
_IS_REPORT = re.compile(
    r"^(?:an? |our |its |that |this )?(?:earlier |previous |own )?(?:news )?(?:report|article|outlet|newspaper|paper|site|website|agency|newsletter|story)\b"
)


@dataclass(slots=True)
class _Voice:
    key: str
    kind: str
    phrase: str
    stems: frozenset[str]
    claims: list[int] = field(default_factory=list)
    mentions: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Spoken:
    """The voices of one report. of: for each claim the key of its origin; cited: claims that name an outlet first, with that name."""

    origins: tuple[Origin, ...]
    of: Mapping[int, str]
    cited: Mapping[int, str]


def spoken(report: SeenReport, outlets: Iterable[str]) -> Spoken:
    """The voices of a report. outlets: folded names of outlets that it has things from."""
    cited_names = tuple(outlets)
    voices: list[_Voice] = []
    of: dict[int, str] = {}
    cited: dict[int, str] = {}
    heard: dict[frozenset[str], _Voice] = {}
    in_order = sorted(report.claims, key=lambda s: (s.claim.span, s.id))
    for seen in in_order:
        number, name = _first_voice(seen.claim.sources, cited_names)
        if name:
            cited[seen.id] = name
        if number is None or seen.claim.sources[number].kind == "public":
            of[seen.id] = f"{report.id}.voice"
            continue
        source = seen.claim.sources[number]
        voice = heard.get(_stems(source)) or _find(voices, seen, number)
        for inner in seen.claim.sources[number + 1 :]:
            if inner.kind != "document" and _stems(inner) - _EMPTY and _stems(inner) != voice.stems:
                heard.setdefault(_stems(inner), voice)
        voice.claims.append(seen.id)
        voice.mentions.append(f"{seen.id}.source.{number}")
        voice.said.append(source.text)
        of[seen.id] = voice.key
    _titles(report, in_order, of)
    return Spoken(tuple(_origin(report, v) for v in voices), of, cited)


def _titles(report: SeenReport, in_order: Iterable[SeenClaim], of: dict[int, str]) -> None:
    """Give the claims of the title the voice of the first claim below with the same act."""
    below: dict[str, str] = {}
    title: list[SeenClaim] = []
    for seen in in_order:
        if report.title is not None and report.title.contains(seen.claim.span):
            title.append(seen)
        elif not of[seen.id].endswith(".voice"):
            below.setdefault(seen.claim.act, of[seen.id])
    for seen in title:
        if of[seen.id].endswith(".voice"):
            of[seen.id] = below.get(seen.claim.act, of[seen.id])


def _stems(source: Source) -> frozenset[str]:
    phrase = source.refers_text or source.text
    return frozenset(words.content(words.words(phrase, Span(0, len(phrase)))))


def _first_voice(sources: tuple[Source, ...], outlets: tuple[str, ...]) -> tuple[int | None, str]:
    """The place in the chain of the first link that is no outlet, and the outlet named before it, if any."""
    name = ""
    for number, source in enumerate(sources):
        outlet = _outlet(source, outlets)
        if not outlet:
            return number, name
        name = name or outlet
    return None, name


def _outlet(source: Source, outlets: tuple[str, ...]) -> str:
    """The cited outlet that a link of the chain speaks of, by its name, its last word, or as "the report"."""
    if not outlets or source.kind not in ("institution", "document"):
        return ""
    phrase = folded(source.refers_text or source.text)
    for outlet in outlets:
        if f" {outlet} " in f" {phrase} " or phrase == outlet.split()[-1]:
            return outlet
    return outlets[0] if _IS_REPORT.search(phrase) or (source.kind == "document" and phrase == "it") else ""


def _find(voices: list[_Voice], seen: SeenClaim, number: int) -> _Voice:
    """The voice that a mention belongs to, made where it is a new one."""
    source = seen.claim.sources[number]
    phrase = source.refers_text or source.text
    stems = _stems(source)
    low = phrase.lower().split()
    before = [v for v in voices if source.kind in (v.kind, "anonymous")]
    same = next((v for v in before if stems and stems == v.stems), None)
    if same is not None:
        return same
    if before and not _OTHER.search(phrase):
        if (
            not low
            or (low[0] in _PRONOUNS and len(low) == 1)
            or (low[0] in ("the", "same", "this") and stems <= _EMPTY)
        ):
            return before[-1]
        for voice in reversed(before):
            if stems == voice.stems or (stems and low[0] not in ("a", "an", "one") and stems <= voice.stems):
                return voice
            if voice.stems <= stems and voice.stems and low[0] not in ("a", "an", "one"):
                voice.stems, voice.phrase = stems, phrase
                return voice
    made = _Voice(f"{seen.id}.source.{number}", source.kind, phrase, stems)
    voices.append(made)
    return made


def _origin(report: SeenReport, voice: _Voice) -> Origin:
    return Origin(
        voice.key, voice.kind, " ".join(voice.phrase.split()), report.outlet, report.id, tuple(sorted(set(voice.claims))),
        tuple(_traits(voice)), tuple(voice.mentions),
    )  # fmt: skip


def _traits(voice: _Voice) -> Iterable[tuple[str, str]]:
    """What is told of a voice: sex, age in tens, occupation, province."""
    if voice.kind not in ("anonymous", "named"):
        return
    if _SEVERAL.search(voice.phrase):
        yield "several", "yes"
    phrase = f"{voice.phrase} {' '.join(t for t in voice.said if t.lower() in ('he', 'she', 'him', 'her'))}"
    female, male = bool(_FEMALE.search(phrase)), bool(_MALE.search(phrase))
    if female != male:
        yield "sex", "female" if female else "male"
    if match := _AGE.search(phrase):
        yield "age", f"{next(g for g in match.groups() if g)[0]}0"
    low = [w.low for w in words.words(voice.phrase, Span(0, len(voice.phrase)))]
    for role in sorted({r for w in low if (r := _OCCUPATION.get(w) or _OCCUPATION.get(w.removesuffix("s")))}):
        yield "role", role
    yield from (("place", place) for place in provinces(voice.phrase))


def provinces(phrase: str) -> list[str]:
    """Provinces that a phrase names: by the reference table where it has them, else by the word before "Province"."""
    found = {match.lower() for match in re.findall(r"([A-Z]\w+(?: [A-Z]\w+)?) Province", phrase)}
    for place in _province_names():
        if re.search(rf"\b{re.escape(place)}\b", phrase):
            found.add(place.lower())
    return sorted(found)


def _province_names() -> list[str]:
    return [p.name for p in tables.places().values() if p.level == 1 and p.kind != "country"]

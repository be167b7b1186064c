"""Writes a generated report: its text, and the claims in it as a reading without a mistake would have them, word by word."""

from __future__ import annotations

import calendar
import datetime as dt
import random
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from bench.worlds import words

from testigo.claim import Attribute, Claim, Filler, Firmness, Source, Span
from testigo.reference import tables

if TYPE_CHECKING:
    from bench.worlds.worlds import Person, Said, Told

MONTHS = calendar.month_name


class Sheet:
    """Text as it grows, and where each part of it stands."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at = 0

    def put(self, text: str) -> Span:
        """Write words; gives where they stand."""
        start = self.at
        self.parts.append(text)
        self.at += len(text)
        return Span(start, self.at)

    def __str__(self) -> str:
        return "".join(self.parts)


def written(bare: Told) -> Told:
    """The report with its text and claims. The same style and tellings give the same words."""
    dice = random.Random(bare.style)
    sheet = Sheet()
    korean = bare.language == "ko"
    first = bare.said[0]
    name = tables.places()[first.event.town].hangul[0] if korean else tables.places()[first.event.town].name
    title = (
        f"{name} 소식"
        if korean
        else dice.choice(("News from {}", "What happened in {}", "Reported from {}")).format(name)
    )
    sheet.put(title + "\n\n")
    claims: list[Claim] = []
    for said in bare.said:
        known = _known(said, bare, claims)
        claims.append(_korean(sheet, said, known) if korean else _english(sheet, said, (bare, known), dice))
        sheet.put(" " + dice.choice(words.KOREAN_SETTINGS if korean else words.SETTINGS) + "\n")
    return replace(bare, title=title, text=str(sheet), claims=tuple(claims))


def _known(said: Said, bare: Told, claims: list[Claim]) -> Filler | None:
    """The words that named the person of a telling in an earlier sentence of the report."""
    same = [
        c.target[0]
        for c, s in zip(claims, bare.said, strict=False)
        if s.event.person and s.event.person == said.event.person
    ]
    return same[0] if same else None


def _again(sheet: Sheet, words_: str, known: Filler) -> tuple[Filler, ...]:
    """A pronoun for somebody named before, as the reading gives it."""
    return (
        replace(
            _filler(sheet.put(words_), words_),
            refers=known.span,
            refers_text=known.text,
            attributes=known.attributes,
        ),
    )


def _english(sheet: Sheet, said: Said, of: tuple[Told, Filler | None], dice: random.Random) -> Claim:
    event, (bare, known) = said.event, of
    start = sheet.at
    lead = dice.random() < 0.4
    time = _time(sheet, said, capital=True, dice=dice) if lead else ()
    if lead and time:
        sheet.put(", ")
    female = bool(event.person and event.person.female)
    target = _again(sheet, "She" if female else "He", known) if known else _target(sheet, said, dice)
    be, verb = dice.choice(words.VERBS[event.act])
    be = be and ("was" if event.person else "were")
    hedge = sheet.put(" reportedly") if said.firm == "hedged" else None
    sheet.put(f" {be} " if be else " ")
    trigger = sheet.put(verb)
    punishment: tuple[Filler, ...] = ()
    if event.act == "sentence":
        sheet.put(" to " if verb == "sentenced" else " of ")
        told = words.LENGTHS[event.length][0]
        punishment = (
            _filler(
                sheet.put(f"{told} in a camp"), f"{told} in a camp", form="labour-camp", duration=event.length
            ),
        )
    place = _place(sheet, said)
    if not time:
        time = _time(sheet, said, capital=False, dice=dice)
    charge: tuple[Filler, ...] = ()
    if said.charge and event.act in ("arrest", "sentence", "execution", "interrogation"):
        sheet.put(" for ")
        charge = (_filler(sheet.put(event.charge), event.charge),)
    sheet.put(", ")
    source = Source(sheet.put(bare.source), bare.source, "anonymous")
    sheet.put(dice.choice((" said.", f" told {bare.outlet}.")))
    parts = {"target": target, "place": place, "time": time, "charge": charge, "punishment": punishment}
    return _claim(said, (Span(start, sheet.at), trigger), source, parts, hedge)


def _korean(sheet: Sheet, said: Said, known: Filler | None) -> Claim:
    event = said.event
    start = sheet.at
    time = _korean_time(sheet, said)
    place = _place(sheet, said, korean=True)
    charge: tuple[Filler, ...] = ()
    if said.charge:
        told = words.KOREAN_CHARGES[event.charge]
        charge = (_filler(sheet.put(told), told),)
        sheet.put(" 죄로 ")
    if known:
        target = _again(sheet, "그", known)
        sheet.put("가")
    else:
        target = _korean_target(sheet, said)
    sheet.put(" ")
    punishment: tuple[Filler, ...] = ()
    if event.act == "sentence":
        told = f"교화소 {words.LENGTHS[event.length][1]}"
        punishment = (_filler(sheet.put(told), told, form="labour-camp", duration=event.length),)
        sheet.put(" ")
    trigger = sheet.put(words.KOREAN_VERBS[event.act])
    sheet.put("고 ")
    source = Source(sheet.put("소식통"), "소식통", "anonymous")
    sheet.put("은 전했다." if said.firm != "hedged" else "은 들었다고 전했다.")
    parts = {"target": target, "place": place, "time": time, "charge": charge, "punishment": punishment}
    return _claim(said, (Span(start, sheet.at), trigger), source, parts, None)


def _claim(
    said: Said,
    ends: tuple[Span, Span],
    source: Source,
    parts: dict[str, tuple[Filler, ...]],
    hedge: Span | None,
) -> Claim:
    """ends: of the clause and of the trigger; parts: the other slots."""
    target = parts["target"]
    if said.event.person is None and target:
        number = str(said.number)
        span = Span(target[0].span.start, target[0].span.start + len(number))
        parts = {**parts, "quantity": (Filler(span, number, value=number),)}
    slots: dict[str, Any] = parts
    return Claim(
        "event",
        said.event.act,
        *ends,
        said.firm,
        sources=(source,),
        firmness=(Firmness(1, said.firm, hedge),),
        **slots,
    )


def _filler(span: Span, text: str, **more: str | None) -> Filler:
    return Filler(span, text, rule="world", **more)  # type: ignore[arg-type]


# --- who ----------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _spellings() -> dict[tuple[str, str], tuple[str, ...]]:
    return {
        (r.kind, r.hangul): tuple(s for s in r.spellings if s.isascii()) or r.spellings
        for r in tables.name_syllables()
    }


def spelt(person: Person, dice: random.Random) -> tuple[str, str]:
    """Surname and given name in one of their spellings."""
    surname = dice.choice(_spellings()["surname", person.surname][:3])
    given = [dice.choice(_spellings()["given", g][:3]) for g in person.given]
    shape = dice.randrange(3)
    if shape == 0 or len(given) == 1:
        return surname, " ".join(given)
    if shape == 1:
        return surname, f"{given[0]}-{given[1].lower()}"
    return surname, given[0] + given[1].lower()


def _age(said: Said, published_year: int) -> int:
    return published_year - (said.event.person.born if said.event.person else 0)


def _target(sheet: Sheet, said: Said, dice: random.Random) -> tuple[Filler, ...]:
    person = said.event.person
    if person is None:
        noun = dice.choice(("people", "residents"))
        if said.event.act == "search":
            noun = "homes"
        text = f"{said.number} {noun}"
        return (_filler(sheet.put(text), text),)
    age = _age(said, said.event.day.year)
    sex = "woman" if person.female else "man"
    surname, given = spelt(person, dice)
    an = "An" if person.role[0] in "aeiou" else "A"
    aged = f"A {age}-year-old {person.role}" if said.age and said.name != "none" else f"{an} {person.role}"
    loose = (
        f"A {sex} in {'her' if person.female else 'his'} {age // 10 * 10}s"
        if said.age
        else f"{an} {person.role}"
    )
    text = {
        "full": f"{surname} {given}, {aged[0].lower()}{aged[1:]},",
        "surname": f"{aged} surnamed {surname}",
        "none": loose,
    }[said.name]
    start = sheet.at
    span = sheet.put(text)
    text = text.removesuffix(",")
    found: list[Attribute] = []

    def told(kind: str, part: str, value: str | None = None) -> None:
        at = text.find(part)
        if at >= 0:
            found.append(Attribute(kind, Span(start + at, start + at + len(part)), part, value))

    if said.name == "full":
        told("name", f"{surname} {given}")
    if said.name == "surname":
        told("surname", surname, surname)
    if said.age:
        told("age", f"{age}-year-old", str(age))
        told("age", f"{age // 10 * 10}s", f"{age // 10 * 10}s")
    told("sex", sex, "female" if person.female else "male")
    told("role", person.role)
    return (Filler(Span(span.start, span.start + len(text)), text, attributes=tuple(found), rule="world"),)


def _korean_target(sheet: Sheet, said: Said) -> tuple[Filler, ...]:
    person = said.event.person
    if person is None:
        text = f"{said.number}명"
        span = sheet.put(text)
        sheet.put("이")
        return (_filler(span, text),)
    age = f"{_age(said, said.event.day.year)}세 " if said.age else ""
    sex = "여성" if person.female else "남성"
    role = words.KOREAN_ROLES[person.role]
    name = person.surname + "".join(person.given)
    text = {
        "full": f"{role} {name}({age.strip() or sex})",
        "surname": f"{person.surname}씨 성을 가진 {age}{sex}",
        "none": f"{age}{sex} {role}",
    }[said.name]
    start = sheet.at
    span = sheet.put(text)
    sheet.put("이")
    found = [
        Attribute("role", Span(start + at, start + at + len(role)), role)
        for at in [text.find(role)]
        if at >= 0
    ]
    if said.name == "full":
        at = text.find(name)
        found.append(Attribute("name", Span(start + at, start + at + len(name)), name))
    if said.name == "surname":
        found.append(Attribute("surname", Span(start, start + 1), person.surname, person.surname))
    if age:
        at = text.find(age.strip())
        found.append(
            Attribute(
                "age",
                Span(start + at, start + at + len(age.strip())),
                age.strip(),
                age.strip().removesuffix("세"),
            )
        )
    return (Filler(span, text, attributes=tuple(found), rule="world"),)


# --- where and when -----------------------------------------------------------------------------------------------


def _place(sheet: Sheet, said: Said, *, korean: bool = False) -> tuple[Filler, ...]:
    town = tables.places()[said.event.town]
    place = town if said.where == "town" else tables.places()[town.within]
    name = place.hangul[0] if korean else place.name
    if not korean:
        sheet.put(" in ")
    found = (_filler(sheet.put(name), name, id=place.id),)
    if korean:
        sheet.put("에서 ")
    return found


def _days(said: Said) -> tuple[str, str]:
    """The words of the time, and EDTF."""
    day = said.event.day + dt.timedelta(said.off)
    month = f"{MONTHS[day.month]} {day.year}"
    if said.when in ("exact", "off"):
        return f"{MONTHS[day.month]} {day.day}, {day.year}", day.isoformat()
    if said.when == "part":
        low, high, name = (
            (1, 10, "early")
            if day.day <= 10
            else (11, 20, "mid")
            if day.day <= 20
            else (21, calendar.monthrange(day.year, day.month)[1], "late")
        )
        return (
            f"{name}-{month}" if name == "mid" else f"{name} {month}",
            f"{day:%Y-%m}-{low:02d}/{day:%Y-%m}-{high:02d}",
        )
    return month, f"{day:%Y-%m}"


def _time(sheet: Sheet, said: Said, *, capital: bool, dice: random.Random) -> tuple[Filler, ...]:
    if said.when == "none":
        return ()
    text, value = _days(said)
    lead = "on" if said.when in ("exact", "off") else "in"
    sheet.put(f"{lead.title()} " if capital else f" {lead} ")
    del dice
    return (_filler(sheet.put(text), text, value=value),)


def _korean_time(sheet: Sheet, said: Said) -> tuple[Filler, ...]:
    if said.when == "none":
        return ()
    day = said.event.day + dt.timedelta(said.off)
    _, value = _days(said)
    text = f"{day.year}년 {day.month}월"
    if said.when in ("exact", "off"):
        text += f" {day.day}일"
    elif said.when == "part":
        text += " 초순" if day.day <= 10 else " 중순" if day.day <= 20 else " 하순"
    found = (_filler(sheet.put(text), text, value=value),)
    sheet.put(" ")
    return found

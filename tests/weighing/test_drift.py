"""Each kind of change both ways: found where a relay made it, and not found where it told the same in other words."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.weighing.golds import machine

from testigo.weighed import DISTORTIONS, Change, Relay
from testigo.weighing import relays
from testigo.weighing.evidence import Field
from testigo.weighing.seen import SeenReport

PAIRS = Path(__file__).parent / "pairs"
FRAME = (
    "Traders in Hyesan lost 43 phones in a search on May 4, a source in Ryanggang Province {told}. {sentence} "
    "The search began at five in the morning and lasted for eleven hours. Guards stood at both ends of the Kapsan bridge. "
    "Residents were told to stay at home until May 9, and the market remained closed for six days."
)
REWORDED = (
    "A source in Ryanggang Province {told} that 43 phones were taken from traders in Hyesan during a search on May 4. {sentence} "
    "For eleven hours from five in the morning both ends of the Kapsan bridge were guarded. The market was closed for six days, and "
    "until May 9 residents had to remain in their homes."
)
CHANGED = [
    ("hedge lost", "A broker surnamed Bok was reportedly arrested at the station.", "A broker surnamed Bok was arrested at the station."),
    ("hedge added", "A broker surnamed Bok was arrested at the station.", "A broker surnamed Bok was reportedly arrested at the station."),
    ("order carried out", "The bureau ordered that the house of the broker be searched.", "The bureau searched the house of the broker."),
    ("order carried out", "The bureau plans to hold a public trial in Kapsan.", "The bureau held a public trial in Kapsan."),
    ("denial lost", "The broker was not executed.", "The broker was executed."),
    ("number grown", "Seventeen neighbors were questioned.", "Some 170 neighbors were questioned."),
    ("number shrunk", "Seventeen neighbors were questioned.", "Seven neighbors were questioned."),
    ("number shrunk", "Some 290 neighbors were questioned.", "More than 200 neighbors were questioned."),
    ("number grown", "Some 290 neighbors were questioned.", "More than 300 neighbors were questioned."),
    ("place widened", "A broker surnamed Bok was arrested in Unhung County on May 5.", "A broker surnamed Bok was arrested in Ryanggang Province on May 5."),
    ("place changed", "A broker surnamed Bok was arrested in Pochon County on May 5.", "A broker surnamed Bok was arrested in Paegam County on May 5."),
    ("date shifted", "A broker surnamed Bok was arrested on May 5.", "A broker surnamed Bok was arrested on May 8."),
    ("source multiplied", "A trader in Hyesan said that the broker had been beaten.", "Several traders in Hyesan said that the broker had been beaten."),
    ("rank changed", "The order concerns everyone ranked section chief and above in the provincial people's committee.",
     "The order concerns all senior and section officials in the provincial people's committee."),
    ("rank changed", "The deputy director of the provincial bureau was dismissed.", "The director of the provincial bureau was dismissed."),
    ("rank changed", "A captain of the border guard was arrested on May 6.", "A colonel of the border guard was arrested on May 6."),
    ("name lost", "Bok Gun Sil, a broker, was arrested on May 6.", "A broker was arrested on May 6."),
]  # fmt: skip
FAITHFUL = [
    ("A broker surnamed Bok was reportedly arrested at the station.", "A broker with the surname Bok was allegedly detained at the station."),
    ("The bureau ordered that the house of the broker be searched.", "The bureau gave orders to search the house of the broker."),
    ("The bureau plans to hold a public trial in Kapsan.", "A public trial will be held in Kapsan, the bureau has announced."),
    ("The broker was not executed.", "The broker has not been executed."),
    ("Seventeen neighbors were questioned.", "Interrogators questioned 17 neighbors."),
    ("Interrogators questioned 310 neighbors.", "More than 300 neighbors were questioned."),
    ("Interrogators questioned 290 neighbors.", "Nearly 300 neighbors were questioned."),
    ("Interrogators questioned 290 neighbors.", "Around 300 neighbors were questioned."),
    ("A broker surnamed Bok was arrested in Unhung County on May 5.", "On May 5, a broker surnamed Bok was caught in the province. The arrest took place in Unhung."),
    ("A broker surnamed Bok was arrested on May 5.", "A broker surnamed Bok was arrested on the fifth of May."),
    ("A trader in Hyesan said that the broker had been beaten.", "The broker had been beaten, according to a trader in Hyesan."),
    ("The order concerns everyone ranked section chief and above in the provincial people's committee.",
     "In the provincial people's committee, the order applies to everyone ranked section chief and above."),
    ("The deputy director of the provincial bureau was dismissed.", "The provincial bureau's vice director was dismissed."),
    ("A captain of the border guard was arrested on May 6.", "On May 6 a border guard captain was taken into custody."),
    ("Bok Gun Sil, a broker, was arrested on May 6.", "The broker Bok Gun Sil was taken into custody on May 6."),
    ("One of the women was beaten when she tried to bring in a meal.", "She was beaten when she came with a meal."),
]  # fmt: skip


def relay_of(folder: Path, was: str, now: str) -> Relay:
    """The relay that a newsroom made of a report with one sentence, having put another in its stead."""
    (folder / "was.txt").write_text(
        "Phones taken in Hyesan\n\n" + FRAME.format(told="told Amnok Daily", sentence=was), "utf-8"
    )
    cited = REWORDED.format(told="told Amnok Daily", sentence=now)
    (folder / "now.txt").write_text("Raid on phone traders, Amnok Daily reports\n\n" + cited, "utf-8")
    original = machine(folder / "was.txt", 1, "Amnok Daily", "2031-05-12")
    (relay,) = relays.find(Field([original, machine(folder / "now.txt", 2, "Tuman Journal", "2031-05-14")]))
    assert (relay.relay, relay.original) == (2, 1)
    return relay


def distortions(relay: Relay) -> list[Change]:
    return [change for change in relay.changes if change.kind in DISTORTIONS]


@pytest.mark.parametrize(
    ("kind", "was", "now"), CHANGED, ids=[f"{kind}: {was[:24]}" for kind, was, _ in CHANGED]
)
def test_what_a_relay_changed_is_found_and_nothing_else(
    tmp_path: Path, kind: str, was: str, now: str
) -> None:
    found = distortions(relay_of(tmp_path, was, now))
    assert [change.kind for change in found] == [kind], found


@pytest.mark.parametrize(("was", "now"), FAITHFUL, ids=[was[:30] for was, _ in FAITHFUL])
def test_who_tells_the_same_in_other_words_changed_nothing(tmp_path: Path, was: str, now: str) -> None:
    assert distortions(relay_of(tmp_path, was, now)) == []


def newsrooms() -> list[SeenReport]:
    some = (
        ("phones.original", "Amnok Daily", "2031-03-15"), ("phones.relay", "Tuman Journal", "2031-03-18"),
        ("flood.original", "Yalu Weekly", "2031-06-24"), ("flood.relay", "Harbor Dispatch", "2031-06-26"),
        ("seeds.other", "Tumen Dispatch", "2031-06-25"), ("phones.other", "Northern Window", "2031-03-16"),
    )  # fmt: skip
    return [machine(PAIRS / f"{name}.txt", n, outlet, day) for n, (name, outlet, day) in enumerate(some, 1)]


def test_rewritten_reports_are_relays_with_their_changed_phrases_and_reports_on_the_same_theme_are_none() -> (
    None
):
    found = relays.find(Field(newsrooms()))
    assert [(r.relay, r.original) for r in found] == [(2, 1), (4, 3)]
    assert {(c.kind, c.was.split(",")[0], c.now.split(",")[0]) for c in distortions(found[0])} == {
        ("hedge lost", "The clerk's husband may have been detained as well", "Bok's husband was detained too"),
        ("number grown", "Twelve", "20"),
        ("order carried out", "to hold a public criticism session in Hyesan at the end of the month",
         "A public criticism session was held in Hyesan at the end of the month"),
        ("place widened", "Hyesan", "Ryanggang Province"),
        ("rank changed", "section chief and above", "senior and section officials"),
        ("source multiplied", "a source in the province", "Sources in the province"),
    }  # fmt: skip
    assert distortions(found[1]) == []


def test_a_rewritten_report_is_known_though_it_names_nobody(tmp_path: Path) -> None:
    original = newsrooms()[2]
    silent = (
        (PAIRS / "flood.relay.txt").read_text("utf-8").replace(", according to a report in Yalu Weekly", "")
    )
    (tmp_path / "silent.txt").write_text(silent.replace("The outlet, citing a source", "A source"), "utf-8")
    (relay,) = relays.find(
        Field([original, machine(tmp_path / "silent.txt", 9, "Harbor Dispatch", "2031-06-26")])
    )
    assert (relay.relay, relay.original, relay.how) == (9, original.id, ("rewords",))

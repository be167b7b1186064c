"""Who has it from whom, over the invented examples: as a person coded them and as the machine reads them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.shared import shared
from tests.weighing.golds import EXAMPLES, examples, gold, machine
from tests.weighing.makes import report

from testigo.weighed import DISTORTIONS, Relay
from testigo.weighing import relays
from testigo.weighing.evidence import Field
from testigo.weighing.seen import SeenReport

ANSWERS = json.loads((EXAMPLES / "answers" / "relays.json").read_text("utf-8"))


def find(*reports: SeenReport, verdicts: relays.Verdicts | None = None) -> tuple[Relay, ...]:
    return relays.find(Field(reports), verdicts)


def held(found: tuple[Relay, ...]) -> set[tuple[int, int | None]]:
    return {(r.relay, r.original) for r in found if r.holds and r.original is not None}


def example_relays(*, by_machine: bool) -> dict[tuple[str, str], Relay]:
    seen = examples(by_machine=by_machine)
    name = {r.id: n for n, r in seen.items()}
    return {
        (name[r.relay], name[r.original] if r.original else r.outside): r
        for r in find(*seen.values())
        if r.holds
    }


@pytest.mark.parametrize("by_machine", [False, True], ids=["gold claims", "machine claims"])
def test_the_relays_and_corrections_of_the_examples_are_found_and_no_other(by_machine: bool) -> None:
    wanted = {(a["relay"], a["original"]) for a in ANSWERS["relays"]}
    wanted |= {(a["correction"], a["corrects"]) for a in ANSWERS["corrections"]}
    found = example_relays(by_machine=by_machine)
    assert set(found) == wanted
    assert all("corrects" in found[a["correction"], a["corrects"]].how for a in ANSWERS["corrections"])


def test_each_relay_says_why() -> None:
    (answer,) = ANSWERS["relays"]
    relay = example_relays(by_machine=False)[answer["relay"], answer["original"]]
    said = " ".join(str(r) for r in relay.reasons)
    assert "names Farbank Journal" in said
    assert "no source of its own" in said
    assert "told by the other too" in said


@pytest.mark.parametrize("by_machine", [False, True], ids=["gold claims", "machine claims"])
def test_every_distortion_of_the_relay_is_found_and_none_is_invented(by_machine: bool) -> None:
    (answer,) = ANSWERS["relays"]
    relay = example_relays(by_machine=by_machine)[answer["relay"], answer["original"]]
    found = [c for c in relay.changes if c.kind in DISTORTIONS]
    assert len(found) == len(answer["distortions"])
    for change, wanted in zip(sorted(found, key=lambda c: c.kind), answer["distortions"], strict=True):
        assert change.kind == wanted["kind"]
        assert change.was in wanted["original"] or wanted["original"] in change.was
        assert change.now in wanted["relay"] or wanted["relay"] in change.now


def test_what_the_relay_leaves_out_is_listed_apart() -> None:
    (answer,) = ANSWERS["relays"]
    relay = example_relays(by_machine=False)[answer["relay"], answer["original"]]
    dropped = " | ".join(c.was for c in relay.changes if c.kind == "dropped")
    for words in ("level three", "November 2021", "His wife was not allowed to see him"):
        assert words in dropped
    for kept in answer["kept_in_other_words"]:
        assert kept["original"] not in dropped


@pytest.mark.parametrize("by_machine", [False, True], ids=["gold claims", "machine claims"])
def test_what_a_correction_changes_is_found(by_machine: bool) -> None:
    (answer,) = ANSWERS["corrections"]
    relay = example_relays(by_machine=by_machine)[answer["correction"], answer["corrects"]]
    kinds = {c.kind for c in relay.changes}
    assert {"withdrawn", "number shrunk"} <= kinds
    assert ("eleven", "seven") in {(c.was, c.now) for c in relay.changes}
    assert not kinds & {"dropped", "added"}


@pytest.mark.shared
@pytest.mark.parametrize("by_machine", [False, True], ids=["gold claims", "machine claims"])
def test_a_reworded_pair_is_one_relay_with_its_two_changed_phrases(by_machine: bool) -> None:
    def read(name: str, id_: int, outlet: str, day: str) -> SeenReport:
        path = shared("gold", "dev", f"{name}.txt")
        return machine(path, id_, outlet, day) if by_machine else gold(path, id_, outlet)

    original = read("invented-05-cable-trial", 1, "Amnok Daily", "2021-12-03")
    relay = read("invented-06-cable-trial-relay", 2, "Tuman Journal", "2021-12-06")
    (found,) = find(original, relay)
    assert (found.relay, found.original) == (2, 1)
    changed = {(c.kind, c.was, c.now) for c in found.changes if c.kind in DISTORTIONS}
    assert {kind for kind, _, _ in changed} == {"number grown", "hedge lost"}
    assert ("number grown", "90", "900") in changed


@pytest.mark.shared
def test_unrelated_reports_on_one_theme_are_no_relays() -> None:
    folder = shared("gold", "dev")
    seen = [
        machine(p, n, p.stem, None)
        for n, p in enumerate(sorted(folder.glob("*.txt")), 1)
        if "cable" not in p.stem
    ]
    assert held(find(*seen)) == set()


STORY = (
    "Seven people were arrested in Dorna on May 4 for selling salt, a source in the town told {outlet}. "
    "Guards of the Third Office took 43 sacks from the house of Bela Torm, a baker in her 50s, the source said. "
    "Torm was reportedly sentenced to nine months in a labor colony. Her brother has not been seen since May 9."
)


def told(id_: int, outlet: str, day: str | None, text: str = STORY) -> SeenReport:
    return report(id_, outlet, day, text.format(outlet=outlet))


def test_the_same_words_are_a_copy_of_the_earliest() -> None:
    text = STORY.format(outlet="North Wire")
    found = find(*(report(n, outlet, day, text) for n, outlet, day in (
        (1, "Bay News", "2031-05-14"), (2, "North Wire", "2031-05-12"), (3, "Coast Daily", "2031-05-13"),
    )))  # fmt: skip
    assert held(found) == {(1, 2), (3, 2)}
    assert {r.how[0] for r in found} == {"copy"}


def test_two_thousand_copies_are_two_thousand_links_to_one() -> None:
    text = STORY.format(outlet="North Wire")
    found = find(*(report(n, f"Outlet {n}", f"2031-05-{12 + n % 9:02d}", text if n % 2 else f"{text} Share this page {n}.")
                   for n in range(1, 2001)))  # fmt: skip
    assert len(found) == 1999
    assert {r.original for r in found} <= {9, 18}


def test_a_copy_is_found_though_nothing_tells_which_came_first_and_neither_is_called_the_original() -> None:
    text = "Guards took 43 sacks from the house of Bela Torm, a baker in her 50s. Seven people were arrested in Dorna on May 4."
    (relay,) = find(report(1, "Bay News", None, text), report(2, "Coast Daily", None, text))
    assert relay.order == "unknown"
    assert any("neither is called the original" in str(r) for r in relay.reasons)


def test_a_copy_of_a_copy_is_told_from_a_copy_of_the_original_by_what_it_inherits() -> None:
    first = told(1, "North Wire", "2031-05-12")
    grown = STORY.replace("a source in the town told {outlet}", "North Wire reported")
    second = told(2, "Bay News", "2031-05-13", grown.replace("43 sacks", "430 sacks"))
    third = told(
        3, "Coast Daily", "2031-05-14", grown.replace("43 sacks", "430 sacks").replace("carried", "took")
    )
    fourth = told(4, "Hill Post", "2031-05-14", grown)
    assert held(find(first, second, third, fourth)) == {(2, 1), (3, 2), (4, 1)}


def test_of_several_in_the_same_words_the_one_that_is_named_is_the_original() -> None:
    text = STORY.format(outlet="North Wire")
    same = [
        report(n, outlet, f"2031-05-{11 + n}", text)
        for n, outlet in ((1, "North Wire"), (2, "Bay News"), (3, "Coast Daily"))
    ]
    reworded = (
        "Coast Daily reported that guards of the Third Office took 43 sacks of salt from Bela Torm, a baker in her 50s, and that seven "
        "people were arrested in Dorna on May 4. Torm was sentenced to nine months in a labor colony."
    )
    found = held(find(*same, report(9, "Hill Post", "2031-05-16", reworded)))
    assert found == {(2, 1), (3, 1), (9, 3)}


def test_a_copy_that_comes_long_after_the_first_is_one_of_the_copy_shortly_before_it() -> None:
    text = STORY.format(outlet="North Wire")
    days = ((1, "2031-05-12"), (2, "2031-06-20"), (3, "2031-06-22"))
    assert held(find(*(report(n, f"Outlet {n}", day, text) for n, day in days))) == {(2, 1), (3, 2)}


def test_a_relay_dated_before_the_one_that_it_names_stays_a_relay_and_says_so() -> None:
    named = STORY.replace("a source in the town told {outlet}", "North Wire reported")
    (relay,) = find(told(1, "North Wire", "2031-05-12"), told(2, "Bay News", "2031-05-10", named))
    assert (relay.relay, relay.original, relay.order) == (2, 1, "citation")
    assert any("dated before the one that it names" in str(r) for r in relay.reasons)


def test_two_that_name_each_other_make_no_circle() -> None:
    found = find(
        told(1, "North Wire", "2031-05-12", STORY + " Bay News reported the same."),
        told(
            2,
            "Bay News",
            "2031-05-13",
            STORY.replace("a source in the town told {outlet}", "North Wire reported"),
        ),
    )
    assert held(found) == {(2, 1)}


def test_another_outlet_with_a_source_of_its_own_relays_nobody() -> None:
    other = (
        "Several people have been arrested in Dorna for trading in salt, a resident told {outlet} on Sunday. Among them is Bela "
        "Torm, who runs a bakery at the bridge. Guards took 40 sacks from her on May 5, the resident said. Neighbors heard shouting."
    )
    assert held(find(told(1, "North Wire", "2031-05-12"), told(2, "Bay News", "2031-05-14", other))) == set()


def test_an_outlet_that_goes_on_with_its_own_story_relays_nobody() -> None:
    later = (
        STORY
        + " On May 20 a court confirmed the sentence, and the house of Torm was given to an officer's family."
    )
    shorter = later.replace(
        "Guards of the Third Office took 43 sacks", "Officers carried off forty-three sacks"
    )
    found = find(told(1, "North Wire", "2031-05-12"), told(2, "North Wire", "2031-05-22", shorter))
    assert all("copy" in how for r in found for how in r.how)


def test_an_outlet_that_is_named_and_not_held_is_an_origin_outside() -> None:
    text = "Four men were shot in Vell on June 2, Harbor Daily reported. The newspaper gave no names."
    (relay,) = find(report(1, "Bay News", "2031-06-04", text))
    assert (relay.original, relay.outside) == (None, "Harbor Daily")
    assert str(relay.reasons[0]) == "original not held: Harbor Daily, title unknown"


def test_a_photograph_or_a_remark_about_an_outlet_makes_no_origin() -> None:
    text = "Police searched the rooms of Harbor Daily in Vell on June 2 and took four computers, a resident told Bay News."
    assert find(report(1, "Bay News", "2031-06-04", text)) == ()


def test_a_person_may_cut_a_link_and_join_another() -> None:
    text = STORY.format(outlet="North Wire")
    pair = (report(1, "North Wire", "2031-05-12", text), report(2, "Bay News", "2031-05-13", text))
    (cut,) = (r for r in find(*pair, verdicts={(2, 1): "different"}) if r.original == 1)
    assert (cut.holds, cut.judged, cut.root) == (False, "different", None)
    strangers = (
        pair[0],
        report(
            2, "Bay News", "2031-05-13", "A bridge fell in Vell on June 2. Nobody was hurt, a driver said."
        ),
    )
    assert find(*strangers) == ()
    (joined,) = find(*strangers, verdicts={(2, 1): "same"})
    assert (joined.holds, joined.judged, joined.how) == (True, "same", ("judged",))


def test_the_same_reports_in_any_order_give_the_same_answer() -> None:
    seen = list(examples().values())
    assert find(*seen) == find(*reversed(seen))


def test_a_report_that_comes_in_changes_only_what_it_touches() -> None:
    seen = examples()
    before = {r.key: (r.relay, r.original, r.how, r.pairs, r.changes) for r in find(*seen.values())}
    new = replace(told(99, "North Wire", "2031-05-12"))
    after = {r.key: (r.relay, r.original, r.how, r.pairs, r.changes) for r in find(*seen.values(), new)}
    for key, (relay, original, how, pairs, changes) in before.items():
        assert after[key][:3] == (relay, original, how)
        assert {(p.relay, p.original) for p in after[key][3]} == {(p.relay, p.original) for p in pairs}
        assert after[key][4] == changes


def test_of_an_outlet_whose_name_begins_with_the_it_is_known_that_it_was_told() -> None:
    text = "Seven people were arrested in Dorna on May 4, a source in the town told The Bay Review."
    field = Field([report(1, "The Bay Review", "2031-05-14", text)])
    assert field.citing[1].own


def test_a_copy_is_never_traced_to_a_copy_in_its_own_outlet() -> None:
    text = STORY.format(outlet="North Wire")
    days = (
        (1, "North Wire", "2031-05-12"),
        (2, "Bay News", "2031-05-24"),
        (3, "Coast Daily", "2031-05-24"),
        (4, "Bay News", "2031-05-25"),
    )
    found = held(find(*(report(n, outlet, day, text) for n, outlet, day in days)))
    assert (4, 3) in found


def test_a_report_without_a_publisher_has_what_an_outlet_was_told_from_no_other() -> None:
    text = "Four men were shot in Vell on June 2, a driver told Harbor Daily. Nobody gave names."
    known = report(5, "Harbor Daily", "2031-01-04", "A bridge fell in Dorna on January 2. Nobody was hurt.")
    assert find(report(1, "", "2031-06-04", text), known) == ()
    (relay,) = find(report(1, "Bay News", "2031-06-04", text), known)
    assert relay.outside == "Harbor Daily"

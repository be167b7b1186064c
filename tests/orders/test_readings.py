"""Claims as a machine reads them, shorter than their sentence: what stands beside them is still taken for what it is."""

from __future__ import annotations

from tests.orders.worlds import World

FLED = "Families of people who fled the country"
PLAIN = "Residents without a record"


def test_what_stands_in_her_file_is_told_of_the_person_spoken_of_before() -> None:
    world = World()
    one = world.report(
        "Order No. 3 of June 1, 2032. Residents without a record are taken off the watch lists. "
        "Families of people who fled the country stay under supervision.", "2032-06-03"
    )  # fmt: skip
    world.order(
        one,
        ("exempt", "watchlisting", f"{PLAIN} are taken off the watch lists", (PLAIN,)),
        ("retain", "surveillance", f"{FLED} stay under supervision", (FLED,)),
        issued=("June 1, 2032", "2032-06-01"),
    )
    two = world.report(
        "Ana Brell was arrested on July 4 after a remark about bread. There was nothing in her file, a neighbor said.",
        "2032-07-10",
    )
    world.claim(two, "arrest", "Ana Brell was arrested on July 4 after a remark about bread", trigger="arrested",
                time=("July 4", "2032-07-04"), target="Ana Brell", charge="a remark about bread")  # fmt: skip
    world.claim(two, "watchlisting", "There was nothing in her file", trigger="file", status="denied",
                target="nothing in her file")  # fmt: skip
    verdict, why = world.verdict(1, "arrest")
    assert verdict == "contrary"
    assert "There was nothing in her file: somebody whom the order takes out of this measure." in why
    assert world.verdict(2, "arrest") == ("", "")


def kept_under_watch() -> World:
    world = World()
    one = world.report(
        "Order No. 5 of June 1, 2032. Families of people who fled the country stay under supervision.",
        "2032-06-03",
    )
    world.order(
        one,
        ("retain", "surveillance", f"{FLED} stay under supervision", (FLED,)),
        issued=("June 1, 2032", "2032-06-01"),
    )
    return world


def test_that_somebody_of_the_family_left_may_stand_behind_the_claim_in_its_sentence() -> None:
    world = kept_under_watch()
    two = world.report(
        "His family was put under supervision on July 2, 2032 after he had crossed the river.", "2032-07-10"
    )
    world.claim(two, "surveillance", "His family was put under supervision on July 2, 2032", trigger="supervision",
                time=("July 2, 2032", "2032-07-02"), target="His family")  # fmt: skip
    assert world.verdict(1, "surveillance")[0] == "in line"


def test_what_the_next_sentence_tells_of_others_says_nothing_of_this_family() -> None:
    world = kept_under_watch()
    two = world.report(
        "His family was put under supervision on July 2, 2032. Since then two men crossed the river.",
        "2032-07-10",
    )
    world.claim(two, "surveillance", "His family was put under supervision on July 2, 2032", trigger="supervision",
                time=("July 2, 2032", "2032-07-02"), target="His family")  # fmt: skip
    verdict, why = world.verdict(1, "surveillance")
    assert verdict == "cannot tell"
    assert "is not told" in why


def test_what_is_done_every_evening_lasts_on_after_the_order() -> None:
    world = kept_under_watch()
    two = world.report(
        "The warden comes every evening and notes down who sits at the table of the family of a man who crossed the river.",
        "2032-07-10",
    )
    world.claim(two, "surveillance", "notes down who sits at the table of the family of a man who crossed the river",
                trigger="notes down", target="the family of a man who crossed the river")  # fmt: skip
    verdict, why = world.verdict(1, "surveillance")
    assert verdict == "in line"
    assert "It lasted on after the order." in why


def test_whoever_breaks_the_rule_has_done_what_the_order_forbids() -> None:
    world = World()
    one = world.report(
        "Order No. 8 of June 1, 2032. No home may be searched at night. Whoever breaks the rule is dismissed.",
        "2032-06-03",
    )
    world.order(
        one,
        ("forbid", "search", "No home may be searched at night", ()),
        ("require", "dismissal", "Whoever breaks the rule is dismissed", ("Whoever breaks the rule",)),
        issued=("June 1, 2032", "2032-06-01"),
    )
    two = world.report(
        "The lieutenant who led the search was dismissed on July 1. A town clerk was dismissed on July 2 for drinking.",
        "2032-07-10",
    )
    world.claim(two, "dismissal", "The lieutenant who led the search was dismissed on July 1", trigger="dismissed",
                time=("July 1", "2032-07-01"), target="The lieutenant who led the search")  # fmt: skip
    world.claim(two, "dismissal", "A town clerk was dismissed on July 2 for drinking", trigger="dismissed",
                time=("July 2", "2032-07-02"), target="A town clerk", charge="drinking")  # fmt: skip
    _, practices = world.confronted()
    said = {p.words[0].text[:12]: p.verdict for p in practices if p.clause == 2}
    assert said == {"The lieutena": "in line", "A town clerk": "cannot tell"}

"""What the second opinion may change in the slots and the status of a claim."""

from __future__ import annotations

import numpy as np
import pytest

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading.asked import Found, Maker, Opinion
from testigo.reading.read import read_report, read_with
from testigo.reading.rules import explain
from testigo.reading.scenes import Mention, Scene
from testigo.reading.second import filling
from testigo.reading.second.filling import Seen, firmer
from testigo.reading.second.pairs import SLOTS, WIDTH, pairs, words_of
from testigo.reading.second.sight import STATUSES
from testigo.value import replace

TEXT = (
    "Mirza Tol ran a stall in Selbeck. On May 3, 2021, officers of the bureau took him away from the old mill behind the "
    "river for two leaflets, and twelve neighbors looked on."
)


def claims_of(text: str, act: str) -> tuple[Scene, Maker, Mention, Claim]:
    """The first claim of an act that the rules make of a text, with what made it."""
    seen: list[tuple[Scene, Maker, Found]] = []

    def noted(scene: Scene, told: Found, maker: Maker) -> Opinion:
        seen.append((scene, maker, told))
        return Opinion([claim for _, claim in told], [])

    read_with(report_of_text(text), lambda *_: noted)
    return next(
        (scene, maker, mention, claim)
        for scene, maker, told in seen
        for mention, claim in told
        if claim.act == act
    )


def shares_of(scene: Scene, sure: dict[str, tuple[str, ...]]) -> list[list[float]]:
    """Shares that are sure of some words for a slot, and of no other word; open for the slots that are not named."""
    cores = [(max(filling.DROP.values()) + min(filling.ADD.values())) / 2] * len(scene.tokens)
    insides = [(filling.TRIM + filling.INSIDE) / 2] * len(scene.tokens)
    shares = [*([*cores] for _ in SLOTS), *([*insides] for _ in SLOTS)]
    for slot, words in sure.items():
        column = SLOTS.index(slot)
        for number in (column, len(SLOTS) + column):
            shares[number] = [float(token.text in words) for token in scene.tokens]
    return shares


def told(text: str, claim: Claim, slot: str) -> list[str]:
    return [text[one.span.start : one.span.end] for one in getattr(claim, slot)]


def seen_with(sure: dict[str, tuple[str, ...]], text: str = TEXT, act: str = "arrest") -> Claim:
    scene, maker, mention, claim = claims_of(text, act)
    seen = Seen(scene, maker, shares_of(scene, sure), mention)
    return seen.others(seen.who(mention, claim))


def test_what_the_network_leaves_open_stays_as_the_rules_have_it() -> None:
    scene, maker, mention, claim = claims_of(TEXT, "arrest")
    seen = Seen(scene, maker, shares_of(scene, {}), mention)
    assert seen.others(seen.who(mention, claim)) == claim


def test_who_is_pointed_at_goes_in_and_who_is_not_goes_out() -> None:
    claim = seen_with({"actor": ("twelve", "neighbors")})
    assert told(TEXT, claim, "actor") == ["twelve neighbors"]
    assert [one.rule for one in claim.actor] == ["second.actor"]


def test_a_pronoun_that_is_pointed_at_means_whom_the_rules_take_it_for() -> None:
    text = "Mirza Tol ran a stall in Selbeck. The officers left in a hurry, and he was jailed."
    scene, maker, mention, claim = claims_of(text, "detention")
    bare = maker.claim(Mention(mention.trigger, mention.at, mention.span, mention.clause, mention.noun, ()))
    assert bare is not None
    found = Seen(scene, maker, shares_of(scene, {"target": ("he",)}), mention).who(mention, bare)
    assert told(text, found, "target") == ["Mirza Tol"]
    assert all("slot.pronoun" in one.rule for one in found.target)
    assert claim.target[0].span == found.target[0].span


def test_a_phrase_goes_as_far_as_the_network_sees_it() -> None:
    claim = seen_with({"target": ("two", "leaflets", ",", "and", "twelve", "neighbors")})
    assert any(one.startswith("two leaflets") for one in told(TEXT, claim, "target"))


def test_a_date_that_is_pointed_at_keeps_the_value_of_the_rules() -> None:
    text = "The bureau closed the mill on May 3, 2021. Officers took a man away before the flood of June 2, 2022."
    found = seen_with({"time": ("June", "2", ",", "2022")}, text)
    assert [one.value for one in found.time] == ["2022-06-02"]
    assert all(one.rule.startswith("second.time ") or not one.rule.startswith("second") for one in found.time)


@pytest.mark.parametrize("day", ["the 18th", "May 3, 2021"])
def test_the_day_on_which_it_was_told_does_not_go_in(day: str) -> None:
    text = f"On {day}, a source told the paper that officers took a man away."
    claim = seen_with({"time": ("the", "18th", "May", "3", ",", "2021")}, text)
    assert claim.time == ()


def test_a_place_that_no_rule_knows_is_its_words_without_an_id() -> None:
    claim = seen_with({"place": ("the", "old", "mill")})
    assert told(TEXT, claim, "place") == ["the old mill"]
    assert claim.place[0].id is None


def test_neither_a_pronoun_nor_a_time_is_a_place() -> None:
    claim = seen_with({"place": ("him", "May", "3", ",", "2021")})
    assert claim.place == ()


def test_what_a_view_is_about_has_no_time() -> None:
    text = "The exile believed in May 2021 that the regime was weak."
    views = [claim for claim in read_report(report_of_text(text)).claims if claim.kind == "view"]
    assert all(claim.time == () for claim in views)


@pytest.mark.parametrize(
    ("own", "other", "becomes"),
    [(filling.UNLIKE, 0.7, "asserted"), (filling.UNLIKE - 0.05, 0.8, "hedged"), (0.9, 0.05, "asserted")],
)
def test_a_status_changes_only_where_the_rules_one_is_most_unlikely(
    own: float, other: float, becomes: str
) -> None:
    claim = claims_of(TEXT, "arrest")[3]
    shares = [0.0] * len(STATUSES)
    shares[0], shares[STATUSES.index("hedged")] = own, other
    found = firmer(claim, shares)
    assert found.status == becomes
    assert [one.rule for one in found.firmness if one.rule == "second.status"] == (
        ["second.status"] if becomes != "asserted" else []
    )


def test_what_a_source_denies_stays_denied() -> None:
    claim = claims_of("The ministry denied that officers had taken the baker away.", "arrest")[3]
    assert claim.status == "denied"
    assert firmer(claim, [1.0, 0.0, 0.0, 0.0, 0.0]) == claim


def test_a_list_of_people_is_neither_joined_nor_doubled() -> None:
    text = "Ana Rusu, Ion Sava and Eva Dinu were detained by agents in Orsa in May."
    scene, maker, mention, claim = claims_of(text, "arrest")
    shares = shares_of(scene, {"target": ("Ana", "Rusu", ",", "Ion", "Sava", "and", "Eva", "Dinu")})
    found = Seen(scene, maker, shares, mention).who(mention, claim)
    assert told(text, found, "target") == ["Ana Rusu", "Ion Sava", "Eva Dinu"]


def test_what_another_act_is_held_for_is_no_charge_of_this_one() -> None:
    text = "Ion Sava, detained for blasphemy in May, was sentenced in June to six years for tax fraud."
    scene, maker, mention, claim = claims_of(text, "arrest")
    other = claims_of(text, "sentence")
    assert told(text, other[3], "charge") == ["tax fraud"]
    shares = shares_of(scene, {"charge": ("tax", "fraud")})
    column = SLOTS.index("charge")
    shares[column] = [max(one, filling.DROP["charge"]) for one in shares[column]]
    found = Seen(scene, maker, shares, mention, [(mention, claim), (other[2], other[3])]).others(claim)
    assert told(text, found, "charge") == ["blasphemy"]


def test_a_time_behind_another_act_is_not_of_this_one() -> None:
    text = "Officers took a man away and sentenced him on June 2, 2022."
    scene, maker, mention, claim = claims_of(text, "arrest")
    other = claims_of(text, "sentence")
    bare = replace(claim, time=())
    shares = shares_of(scene, {"time": ("June", "2", ",", "2022")})
    for kept, times in (([(mention, claim)], ["2022-06-02"]), ([(mention, claim), (other[2], other[3])], [])):
        found = Seen(scene, maker, shares, mention, kept).others(bare)
        assert [one.value for one in found.time] == times


def test_a_date_looks_the_other_way_where_the_status_does() -> None:
    text = "Traders who were told to leave on Monday now carry goods to Samsu."
    for published, own in (("2024-05-10", "2024-05-13"), ("2024-05-17", "2024-05-20")):
        reading = read_report(report_of_text(text, published=published), second=True)
        for claim in reading.claims:
            for one in claim.time:
                ahead = claim.status == "intended"
                assert (one.value == own) == ahead, claim


def test_nobody_is_who_did_it_and_to_whom() -> None:
    text = "The bureau arrested the traders in Orsa in May."
    scene, maker, mention, claim = claims_of(text, "arrest")
    for slot, other in (("target", "actor"), ("actor", "target")):
        sure: dict[str, tuple[str, ...]] = dict.fromkeys((slot, other), ("The", "bureau"))
        found = Seen(scene, maker, shares_of(scene, sure), mention).who(mention, claim)
        assert not {one.span for one in found.actor} & {one.span for one in found.target}


def test_where_it_comes_from_is_no_place_of_an_act() -> None:
    text = "Soldiers shelled the village from a hilltop shrine and killed a baker."
    scene, maker, mention, claim = claims_of(text, "killing")
    found = Seen(scene, maker, shares_of(scene, {"place": ("a", "hilltop", "shrine")}), mention).others(claim)
    assert "a hilltop shrine" not in told(text, found, "place")


def test_what_is_plainly_told_by_a_source_is_reported() -> None:
    text = "The exile said officers may have taken the baker away."
    claim = claims_of(text, "arrest")[3]
    assert "status.cue" not in {layer.rule for layer in claim.firmness}
    assert claim.status != "reported"
    assert firmer(claim, [1.0, 0.0, 0.0, 0.0, 0.0]).status == "reported"


def test_every_filler_of_a_second_opinion_says_so_with_an_example() -> None:
    rules = filling.rules()
    assert {rule for rule, _, _ in rules} >= {
        f"second.{slot}" for slot in ("actor", "target", "place", "time")
    }
    for rule, name, example in rules:
        (known,) = explain(rule)
        assert (known.name, known.example) == (name, example)
        fired = {
            part
            for claim in read_report(report_of_text(example), second=True).claims
            for one in (*claim.firmness, *(f for slot in SLOTS for f in getattr(claim, slot)))
            for part in one.rule.split()
        }
        assert rule in fired, example


def test_the_rules_alone_never_name_the_network() -> None:
    for _, _, example in filling.rules():
        for claim in read_report(report_of_text(example), second=False).claims:
            assert "second." not in repr(claim)


def test_a_word_has_a_row_that_tells_where_it_stands_to_the_act() -> None:
    scene, _, mention, claim = claims_of(TEXT, "arrest")
    size = len(scene.tokens)
    (rows,) = pairs(scene, [(mention, claim)], size)
    assert rows.shape == (size, WIDTH + len(SLOTS))
    for at in range(size):
        own = mention.at[0] <= at < mention.at[1]
        assert rows[at, :16].sum() == (0 if own else 1)
        assert rows[at, WIDTH - 1] == (1 if own else 0)
        assert rows[at, :8].sum() == (1 if at < mention.at[0] else 0)
    (actor,) = claim.actor
    part = words_of(scene, actor)
    assert part is not None
    assert rows[part[0] : part[1], WIDTH + SLOTS.index("actor")].all()


def test_the_rows_of_a_long_sentence_are_those_of_its_first_words() -> None:
    scene, _, mention, claim = claims_of(TEXT, "arrest")
    size = mention.at[1] + 2
    told = [(mention, claim)]
    assert np.array_equal(pairs(scene, told, size)[0], pairs(scene, told, len(scene.tokens))[0][:size])


def test_the_rows_of_an_act_do_not_hang_on_the_acts_beside_it() -> None:
    scene, _, mention, claim = claims_of(TEXT, "arrest")
    size = len(scene.tokens)
    other = replace(mention, at=(0, 1), clause=None)
    (first, second) = pairs(scene, [(other, None), (mention, claim)], size)
    assert np.array_equal(second, pairs(scene, [(mention, claim)], size)[0])
    assert not first[:, WIDTH:].any()


def test_words_of_another_sentence_are_none_of_this_one() -> None:
    scene, _, _, claim = claims_of(TEXT, "arrest")
    other = claims_of("Police arrested a man in Osh. Nobody knows where he is held.", "arrest")[3]
    assert words_of(scene, claim.actor[0]) is not None
    assert words_of(scene, other.actor[0]) is None

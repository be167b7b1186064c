"""Who, to whom, where, what for, what punishment and how many: one general sentence for each rule of the slots."""

from __future__ import annotations

import pytest

from testigo import read
from testigo.claim import Claim


def claim(text: str, act: str, published: str | None = None) -> Claim:
    found = [c for c in read(text, published).claims if c.act == act]
    assert found, [(c.act, c.trigger.of(text)) for c in read(text, published).claims]
    return found[0]


def words(text: str, act: str, slot: str) -> list[str]:
    return [filler.text for filler in getattr(claim(text, act), slot)]


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (["his wife", "a son"], "Police arrested his wife and a son."),
        (["The money", "the phones"], "The money and the phones were confiscated."),
        (["Anna Berg", "Jan Holm", "Mia Lund"], "The court convicted Anna Berg, Jan Holm and Mia Lund."),
        (["publishers, editors and reporters"], "Police detained publishers, editors and reporters."),
        (["his mother and other relatives"], "Police detained his mother and other relatives."),
        (["a husband and wife"], "Police detained a husband and wife."),
        (
            ["at least fourteen people", "three children"],
            "Soldiers killed at least fourteen people and three children.",
        ),
    ],
)
def test_those_with_an_article_or_name_of_their_own_are_told_apart(found: list[str], text: str) -> None:
    act = next(c.act for c in read(text).claims)
    assert words(text, act, "target") == found


def test_a_name_keeps_its_bracket_and_description() -> None:
    text = "Soldiers killed Nora Ay (also known as Lin May), a well-known activist, and Ko Hein, a student, on Monday."
    assert words(text, "killing", "target") == [
        "Nora Ay (also known as Lin May), a well-known activist",
        "Ko Hein, a student",
    ]


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (
            "Juan Ruiz, head of the Free Union",
            "Police detained Juan Ruiz, head of the Free Union, on Monday.",
        ),
        ("Tomas Vela, 34, a welder", "Agents beat Tomas Vela, 34, a welder, at a checkpoint."),
        ("his deputy, Karim Osman", "Officers arrested his deputy, Karim Osman, and two drivers."),
        ("Ana Lo, a nurse", "Police arrested Ana Lo, a nurse, the ministry said."),
        ("Ana Lo", "Police arrested Ana Lo, the ministry said."),
        ("dual U.S.-Velmarian citizen Omar Hadi", "Guards beat dual U.S.-Velmarian citizen Omar Hadi."),
    ],
)
def test_what_tells_who_a_name_is_belongs_to_it(found: str, text: str) -> None:
    assert next(iter(read(text).claims)).target[0].text == found


def test_a_bare_name_takes_the_fullest_words_of_its_first_mention() -> None:
    text = "Juan Ruiz, head of the Free Union, was arrested in May. On June 2 Ruiz was released."
    assert words(text, "release", "target") == ["Juan Ruiz, head of the Free Union"]


def test_a_name_inside_a_description_is_not_who_it_describes() -> None:
    text = "Juan Ruiz, an aide of Vera Solis, was arrested in May. On June 2 Solis was released."
    assert words(text, "release", "target") == ["Vera Solis"]


def test_what_a_participle_tells_between_commas_is_no_part_of_who_acts() -> None:
    text = "Authorities, accusing them of theft, tried the workers."
    assert words(text, "trial", "actor") == ["Authorities"]
    assert words(text, "trial", "charge") == ["theft"]


def test_a_place_in_a_description_is_not_where_it_happened() -> None:
    text = "Police detained Elwin Lopez, an activist in Tarma Province, for a speech in Lora."
    assert [place for place in words(text, "arrest", "place") if "Tarma" in place] == []


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (
            ["fraud", "resisting police", "organizing and financing marches"],
            "He was sentenced to two years for fraud, resisting police, and organizing and financing marches.",
        ),
        (
            ["spreading rumors", "slander", "leading a banned group"],
            "The court sentenced Rad to a year for “spreading rumors,” “slander,” and leading a banned group.",
        ),
        (
            ["terrorism", "murder", "calling for a revolt"],
            "They were sentenced to ten years on charges including terrorism, murder, and calling for a revolt.",
        ),
        (
            ["joining a march", "insulting the president"],
            "She was sentenced to a year for joining a march and for insulting the president.",
        ),
        (
            ["production and distribution of leaflets"],
            "She was sentenced to a year for production and distribution of leaflets.",
        ),
        (["treason"], "He was sentenced to ten years for treason, and two men were freed."),
        (
            ["going to church", "sharing films"],
            "He was sentenced to a year for going to church or sharing films.",
        ),
    ],
)
def test_charges_in_a_row_are_told_apart(found: list[str], text: str) -> None:
    assert words(text, "sentence", "charge") == found


def test_who_is_held_for_what_they_are_is_held_for_that() -> None:
    text = "Soldiers detained doctors because of their help to rebels."
    assert words(text, "arrest", "charge") == ["their help to rebels"]


@pytest.mark.parametrize(
    ("act", "slot", "found", "text"),
    [
        (
            "torture",
            "actor",
            "the police",
            "Observers reported the police selectively tortured and jailed critics.",
        ),
        (
            "torture",
            "target",
            "critics",
            "Observers reported the police selectively tortured and jailed critics.",
        ),
        ("torture", "target", "prisoners", "Guards tortured and otherwise abused prisoners."),
        (
            "arrest",
            "target",
            "a dozen students",
            "A dozen students who had met there, but who were not protesting, were arrested.",
        ),
        (
            "arrest",
            "target",
            "more than 280 relatives of prisoners, activists, and volunteers",
            "In May, more than 280 relatives of prisoners, activists, and volunteers were arrested.",
        ),
        (
            "trial",
            "target",
            "5,000 people",
            "The camp held 5,000 people, many of whom were accused of fraud.",
        ),
        ("arrest", "target", "those caught using phones", "Police arrested those caught using phones."),
        (
            "sentence",
            "target",
            "six men",
            "They were among six men who were arrested in May, convicted of fraud, and sentenced to a year.",
        ),
        ("release", "target", "Ana Perla", "Ana Perla was jailed. The court reduced her sentence to a year."),
        ("interrogation", "actor", "The police", "The police held the nurse for a day to question her."),
        ("search", "actor", "Agents", "Agents carried out raids in the town."),
        ("torture", "target", "The students", "The students endured beatings."),
        ("torture", "actor", "Guards", "Guards subjected inmates to beatings."),
        ("torture", "target", "inmates", "Guards subjected inmates to beatings."),
        ("trial", "target", "The driver", "The driver was jailed following a short trial."),
    ],
)
def test_who_is_found_across_joined_forms_nouns_and_relative_clauses(
    act: str, slot: str, found: str, text: str
) -> None:
    assert words(text, act, slot)[0].lower() == found.lower()


@pytest.mark.parametrize(
    ("act", "slot", "found", "text"),
    [
        (
            "detention",
            "target",
            "inmates",
            "Officials placed inmates in solitary confinement for refusing to work.",
        ),
        (
            "trial",
            "target",
            "former governor Luis Marte",
            "The court upheld the conviction of former governor Luis Marte.",
        ),
        ("search", "actor", "soldiers", "Soldiers beat women during a raid on the village."),
        ("torture", "actor", "guards", "He had been beaten by guards and denied medicine."),
        ("arrest", "target", "the two men", "Relatives of the two men said they were taken away by police."),
        ("arrest", "target", "its director, Valen Rud", "Police detained its director, Valen Rud."),
        ("disappearance", "target", "Karim Haddad", "Agents abducted Karim Haddad from his room on Monday."),
        (
            "sentence",
            "target",
            "lawyer Tran Binh",
            "Lawyer Tran Binh's appeal failed. He was serving a seven-year sentence.",
        ),
        (
            "arrest",
            "target",
            "at least 30 activists",
            "Police arbitrarily arrested and forcibly disappeared at least 30 activists.",
        ),
        ("sentence", "actor", "authorities", "Authorities blocked the site; they also fined readers."),
        ("torture", "place", "Kigoma", "Supporters attacked them in Kigoma, wounding three people."),
        ("arrest", "charge", "taking bribes", "Police arrested two men on suspicion of taking bribes."),
        (
            "detention",
            "place",
            "Chikurubi Maximum Security Prison",
            "Ana Lo remained in Chikurubi Maximum Security Prison.",
        ),
    ],
)
def test_what_reports_of_states_tell_fills_its_slots(act: str, slot: str, found: str, text: str) -> None:
    assert [one.lower() for one in words(text, act, slot)] == [found.lower()]


def test_a_lessened_sentence_is_what_it_is_lessened_to() -> None:
    text = "The Supreme Court reduced his sentence to three years’ imprisonment."
    assert words(text, "release", "punishment") == ["three years’ imprisonment"]


@pytest.mark.parametrize(
    ("act", "found", "text"),
    [
        ("detention", ["2001", "2005", "2012"], "Police hospitalized Lopez in 2001, 2005, and 2012."),
        ("crime", [], "Police arrested him in May for stealing a car."),
        ("suicide", ["June 1"], "On June 1, the prisoner attempted to commit suicide."),
        ("policy", ["for more than a year"], "She was deprived of visits for more than a year."),
        ("forced_labor", [], "Prisoners were forced to work for up to 16 hours per day."),
    ],
)
def test_a_time_belongs_to_the_act_it_is_told_of(act: str, found: list[str], text: str) -> None:
    assert [time.removeprefix("for ") for time in words(text, act, "time")] == [
        time.removeprefix("for ") for time in found
    ]


def test_hours_of_each_day_are_how_much() -> None:
    assert words("Prisoners were forced to work for up to 16 hours per day.", "forced_labor", "quantity") == [
        "up to 16 hours per day"
    ]


@pytest.mark.parametrize(
    ("act", "found", "text"),
    [
        (
            "sentence",
            ["Baku"],
            "On March 3, a Baku district court sentenced a clerk to two years in prison.",
        ),
        ("sentence", [], "On March 3, the Supreme Court sentenced a clerk to two years in prison."),
        ("detention", ["Camp 12"], "Camp 12 held 5,000 people."),
        ("search", [], "Police entered homes without a warrant."),
        ("torture", ["Tashkent City Hospital"], "Guards beat her at Tashkent City Hospital."),
    ],
)
def test_a_place_is_that_of_the_act(act: str, found: list[str], text: str) -> None:
    assert words(text, act, "place") == found


def test_nobody_is_an_answer_to_whom() -> None:
    assert words("Nobody was arrested.", "arrest", "target") == ["Nobody"]


@pytest.mark.parametrize(
    "text",
    ["She was dragged away by the hair.", "He was expelled by telephone.", "She was detained by law."],
)
def test_a_means_is_no_actor(text: str) -> None:
    assert all(c.actor == () for c in read(text).claims)


@pytest.mark.parametrize(
    ("act", "place", "text"),
    [
        ("arrest", "her home", "She was taken from her home by agents."),
        ("dismissal", "the textile mill", "Kwon was fired from the textile mill."),
        ("torture", "in front of her shop", "A pharmacist was beaten in front of her shop."),
        ("arrest", "the hamlet of Ye Chaung", "Six men were arrested in the hamlet of Ye Chaung."),
        (
            "killing",
            "within 500 meters of the river",
            "Anyone found within 500 meters of the river is to be shot.",
        ),
        ("forced_labor", "timber stations", "Families are put to work in timber stations."),
        ("arrest", "hospital", "He was arrested in hospital."),
    ],
)
def test_a_place_is_found_where_the_act_happens(act: str, place: str, text: str) -> None:
    assert place in words(text, act, "place")


@pytest.mark.parametrize(
    ("act", "text"),
    [
        ("surveillance", "A dog lay outside our door, and the woman monitored every visitor."),
        ("dissemination", "The order was announced to the counties."),
        ("arrest", "He was arrested, a source in Hyesan said."),
    ],
)
def test_a_place_of_something_else_is_none(act: str, text: str) -> None:
    assert words(text, act, "place") == []


def test_a_row_of_verbs_shares_the_place_of_the_last() -> None:
    text = "In April soldiers killed 32 villagers, injured 95, and arrested 143 people across Bago Region."
    assert words(text, "killing", "place") == ["Bago Region"]


@pytest.mark.parametrize(
    ("charge", "act", "text"),
    [
        ("illicit trade", "trial", "I was charged with ‘illicit trade’ and got eighteen months."),
        ("illicit trade", "sentence", "I was charged with ‘illicit trade’ and got eighteen months."),
        ("sedition", "trial", "The prosecutor will bring charges of sedition."),
        ("40 memory sticks", "arrest", "Three students were caught with 40 memory sticks."),
        (
            "his support for the marches",
            "arrest",
            "He was arrested in connection with his support for the marches.",
        ),
        ("left their units", "detention", "Those who left their units were held in cells."),
    ],
)
def test_a_charge_is_found_by_its_words(charge: str, act: str, text: str) -> None:
    assert charge in words(text, act, "charge")


def test_charges_in_quotation_marks_are_apart() -> None:
    text = "They were sentenced to ten years on charges of “acts of terror” and “treason.”"
    assert words(text, "sentence", "charge") == ["acts of terror", "treason"]


@pytest.mark.parametrize(
    "text",
    [
        "My brother, who had only carried the pots, was sentenced to four years.",
        "His mother and a son who studies in the capital were detained.",
        "Anyone found within two kilometers of the river is to be arrested.",
    ],
)
def test_what_somebody_also_did_is_no_charge(text: str) -> None:
    assert all(c.charge == () for c in read(text).claims)


@pytest.mark.parametrize(
    ("found", "act", "text"),
    [
        (["fined"], "sentence", "A farmer was fined because he had let his melons have the water."),
        (
            ["jailed for three days"],
            "sentence",
            "He was jailed for three days.",
        ),
        (["sentences of up to 15 days"], "sentence", "They served sentences of up to 15 days."),
        (
            ["two years in prison", "a ban on travel"],
            "sentence",
            "The court sentenced her to two years in prison and a ban on travel.",
        ),
        (["eighteen months"], "sentence", "He was tried and got eighteen months."),
        (["expelled from the party"], "dismissal", "The minister was expelled from the party."),
    ],
)
def test_a_punishment_is_what_is_imposed(found: list[str], act: str, text: str) -> None:
    assert any([f.text for f in c.punishment] == found for c in read(text).claims if c.act == act)


@pytest.mark.parametrize(
    ("count", "act", "text"),
    [
        ("132", "arrest", "The group recorded 132 arrests."),
        (None, "arrest", "Mothers of four detainees were arrested."),
        ("Two", "arrest", "Two mothers of detainees were arrested."),
        (None, "movement", "Umm Samer, a mother of three, went to the office."),
    ],
)
def test_a_number_counts_those_concerned(count: str | None, act: str, text: str) -> None:
    assert words(text, act, "quantity") == ([count] if count else [])


@pytest.mark.parametrize(
    ("act", "actor", "target", "text"),
    [
        (
            "speech",
            ["The ministry"],
            ["a ruling by judges"],
            "The ministry condemned a ruling by judges.",
        ),
        ("killing", ["The rebels"], ["the town"], "The rebels fired two shells at the town."),
        (
            "arrest",
            ["Russian police"],
            ["Russian students"],
            "Russian police arrested Russian students today.",
        ),
        (
            "killing",
            ["regime forces"],
            ["32 villagers"],
            "The regime forces in April alone killed 32 villagers.",
        ),
        ("speech", ["the Union"], ["the plan"], "The plan was criticized by the Union."),
        (
            "speech",
            ["Arnor", "Gondor"],
            ["the verdict"],
            "He noted that Arnor and Gondor had condemned the verdict.",
        ),
        (
            "speech",
            ["Bree", "the Shire", "Fornost"],
            ["the verdict"],
            "Bree, the Shire and Fornost condemned the verdict.",
        ),
    ],
)
def test_who_does_it_and_to_whom_follow_the_grammar(
    act: str, actor: list[str], target: list[str], text: str
) -> None:
    found = claim(text, act)
    assert [f.text.removeprefix("The ") for f in found.actor] == [a.removeprefix("The ") for a in actor]
    assert [f.text.lower() for f in found.target] == [t.lower() for t in target]


def test_what_lies_between_two_is_one_target() -> None:
    text = "The group condemned the talks between Arnor and Gondor."
    assert words(text, "speech", "target") == ["the talks between Arnor and Gondor"]


def test_a_name_at_the_head_of_a_sentence_is_a_name() -> None:
    assert words("Fornost condemned the verdict.", "speech", "actor") == ["Fornost"]


def test_where_somebody_leaves_for_is_a_place() -> None:
    assert words("The mayor left for Anyang on Wednesday.", "movement", "place") == ["Anyang"]


@pytest.mark.parametrize(
    ("act", "whom", "text"),
    [
        (
            "detention",
            "His wife",
            "A man surnamed Tae was killed. His wife was taken to a hospital. She was held there.",
        ),
        (
            "forced_labor",
            "thirty former conscripts",
            "The Commission heard thirty former conscripts, of whom nineteen were women. They had been conscripted at 16.",
        ),
        (
            "torture",
            "Jan Holm",
            "The court sentenced Anna Berg, Jan Holm and Mia Lund to a year. Holm was beaten.",
        ),
    ],
)
def test_a_pronoun_or_surname_goes_to_the_one_that_it_names(act: str, whom: str, text: str) -> None:
    found = claim(text, act).target[0]
    assert whom in (found.text, found.refers_text)


def test_it_stands_for_the_office_that_acted_last() -> None:
    text = "The Interior Ministry held a briefing on Monday. It detained forty miners in May, an aide said."
    assert words(text, "arrest", "actor") == ["The Interior Ministry"]


def test_it_stands_for_no_office_that_was_not_named_near_by() -> None:
    assert words("The road was empty. It detained forty miners.", "arrest", "actor") == []


def test_they_who_arrest_are_an_authority_and_not_the_people_named_last() -> None:
    text = "Six police officers searched the mill. The weavers wept. They arrested a clerk."
    assert "weavers" not in " ".join(words(text, "arrest", "actor"))


def test_a_pronoun_far_from_anybody_stays_unresolved() -> None:
    quiet = "The road was empty. The shops were closed. The hills were white. The river rose. "
    assert words(f"A young woman sold bread. {quiet}She was arrested.", "arrest", "target") == []


def test_the_place_of_the_verb_before_and_is_no_place_of_the_next() -> None:
    text = "Officers dismissed the clerk of Varn County at the mill and detained five engineers."
    assert words(text, "arrest", "place") == []


def test_a_place_that_opens_the_sentence_is_where_it_happened() -> None:
    assert words("In Varnburg police detained five engineers.", "arrest", "place") == ["Varnburg"]


def test_a_date_before_a_participle_belongs_to_the_whole_sentence() -> None:
    text = "On April 18, forest rangers backed by police pulled out potatoes in Varnburg."
    found = [c for c in read(text, "2023-06-19").claims if c.time]
    assert [f.text for c in found for f in c.time] == ["April 18"]


def test_those_who_were_let_go_are_whom_it_was_done_to() -> None:
    text = "Seven of the nine were let go on June 8."
    assert words(text, "release", "target") == ["Seven of the nine"]
    assert words(text, "release", "time") == ["June 8"]


def test_verbs_in_a_row_in_the_present_share_their_subject() -> None:
    text = "Inspectors search the stalls, confiscate scales and leave."
    assert words(text, "confiscation", "actor") == ["Inspectors"]


def test_a_class_of_officials_is_held_for_the_deed_that_tells_who_they_are() -> None:
    text = "Village officials who hide grain shall be dismissed."
    assert words(text, "dismissal", "charge") == ["hide grain"]


@pytest.mark.parametrize(
    "text", ["The teacher wept over the lectures.", "The clerk smiled because of the checkpoint."]
)
def test_a_noun_beside_the_deed_tells_no_act(text: str) -> None:
    assert [c.rule for c in read(text).claims] == []


def test_a_time_that_opens_the_sentence_is_that_of_all_its_verbs() -> None:
    text = "On May 3, police searched the flat, guards fired into the air and a boy was beaten."
    found = read(text, None).claims
    assert {c.act for c in found} >= {"search", "torture"}
    assert all([f.value for f in c.time] == ["XXXX-05-03"] for c in found)


def test_a_time_of_telling_does_not_become_the_time_of_what_is_told() -> None:
    text = "On May 3, the trader reported that her brother was arrested and his flat was searched."
    assert all(c.time == () for c in read(text, None).claims if c.act in ("arrest", "search"))


def test_who_has_to_pay_and_whose_body_it_is_are_told_beside_the_object() -> None:
    (paid,) = [
        c
        for c in read("Officials demanded ten kilograms of rice from each household.", None).claims
        if c.act == "extortion"
    ]
    assert [f.text for f in paid.target] == ["each household"]
    text = "A guard beat the student. Later he broke her jaw."
    broken = next(c for c in read(text, None).claims if c.trigger.of(text).startswith("broke"))
    assert [f.text for f in broken.target] == ["the student"]


def test_what_was_refused_or_torn_down_is_the_target() -> None:
    (denied,) = read("The ministry rejected the allegations.", None).claims
    assert [f.text for f in denied.target] == ["the allegations"]
    (smashed,) = read("Inspectors smashed the baskets.", None).claims
    assert [f.text for f in smashed.target] == ["the baskets"]


def test_a_notice_is_no_actor() -> None:
    found = [c for c in read("A notice at the gate forbids gatherings.", None).claims if c.kind == "event"]
    assert all(c.actor == () for c in found)

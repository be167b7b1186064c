"""Charges that stand apart from the verb: by example, by what they are linked to, by what people did or lack."""

from __future__ import annotations

import pytest
from tests.reading.documents import slot

from testigo import read


def charges(text: str, act: str) -> list[str]:
    return slot(text, act, "charge")


@pytest.mark.parametrize(
    ("act", "told", "text"),
    [
        ("sentence", ["a poem she read on the radio"],
         "On May 3, the court sentenced Anna Velo to two years in prison due to a poem she read on the radio."),
        ("killing", ["her work as a lawyer"], "The police confirmed Anna Velo was killed due to her work as a lawyer."),
        ("detention", [], "Two nurses were held for a year due to a lack of judges."),
        ("torture", ["their reporting"], "Lawyers were threatened and beaten in response to their reporting."),
        ("policy", ["their union work"], "Miners were subjected to harassment and threats because of their union work."),
        ("policy", ["he drew attention to the dam", "mocked the governor"],
         "Orlo accused the government of harassing him because he drew attention to the dam and mocked the governor."),
        ("trial", ["comments published online that mocked the army"],
         "Authorities prosecuted several people, including bloggers and nurses, for comments published online that mocked the army."),
        ("trial", ["“illegally holding” the man", "“damage to property” to his car"],
         "The police charged the guards with “illegally holding” the man and of “damage to property” to his car."),
        ("arrest", ["libel", "clauses of the Terror Act", "allegedly mocking a saint"],
         "Two nurses were seized and charged with libel and clauses of the Terror Act for allegedly mocking a saint."),
        ("dismissal", ["attempting to hide the deaths"],
         "An inquiry led to the dismissal of the local warden, Pavel Orlo, for attempting to hide the deaths and called for reforms."),
        ("disappearance", [], "Hill clans continued the kidnapping of herders for ransom."),
        ("sentence", ["a comment left in a chat"],
         "The court sentenced him to two years in a colony under Article 368 for a comment left in a chat in 2020."),
        ("sentence", ["a post shared on a channel"], "The court jailed him for two years for a post shared on a channel."),
        ("sentence", ["an article"], "He was fined 300 rubles for an article published on May 3."),
        ("trial", ["treason"], "The High Court granted bail to ten farmers charged with treason."),
        ("sentence", ["the June 2022 killing of the broadcaster Pavel Orlo"],
         "The gunman in the June 2022 killing of the broadcaster Pavel Orlo was sentenced to ten years in prison."),
        ("trial", ["Organized crime"], "Organized crime charges were brought in May against nine dealers."),
        ("detention", ["insulting the king", "provoking the public to hatred"],
         "She was charged with “insulting the king” and “provoking the public to hatred,” put under arrest, and jailed."),
        ("trial", ["the murder"], "The warden, also charged in the murder, fled the town."),
        ("killing", [], "Police killed two miners in connection with the March protests."),
        ("sentence", ["provoking “sectarian strife”", "his May 2022 article about the queen"],
         "A clerk was sentenced for provoking “sectarian strife” for his May 2022 article about the queen."),
        ("trial", ["sedition"], "The sedition trial of two teachers continued in May."),
        ("arrest", ["published a story about a dam"], "Police arrested the teacher after he published a story about a dam."),
        ("arrest", ["insulting the queen", "slandering the ministry", "offending beliefs", "fomenting strife"],
         "The arrest of two clerks for insulting the queen, slandering the ministry, offending beliefs, or fomenting strife drew anger."),
        ("arrest", ["hate speech"], "The arrest of two clerks for conviction of “hate speech” drew anger."),
        ("trial", ["libel", "clauses of the STA", "allegedly mocking a saint"],
         "Two nurses were seized and charged with libel and clauses of the STA for allegedly mocking a saint."),
        ("sentence", ["the March 2022 killing in Lora of the reporter Una “Ummi” Velo"],
         "The gunman in the March 2022 killing in Lora of the reporter Una “Ummi” Velo was sentenced to ten years in prison."),
        ("policy", ["social media postings"], "Some users faced harassment, particularly for social media postings."),
        ("detention", ["disorderly conduct"], "Police held the editor on minor charges, such as disorderly conduct."),
        ("arrest", ["blocking roads", "insulting clerics"], "Police made arrests based on flimsy charges, such as blocking roads or insulting clerics."),
        ("arrest", ["the March strike"], "At least forty people were arrested in relation to the March strike."),
        ("arrest", ["the land dispute"], "The arrest of six farmers linked to the land dispute drew anger."),
        ("sentence", ["sedition", "unlawful assembly"], "The court jailed three men, with charges of sedition and unlawful assembly."),
        ("arrest", ["their participation in a vigil"], "On May 2 police detained two nurses following their participation in a vigil."),
        ("trial", ["security offenses", "their blog posts about the famine"],
         "Authorities charged teachers with security offenses for their blog posts about the famine."),
        ("trial", ["treason"], "The judge convicted two drivers of treason on the basis of a confession."),
        ("sentence", ["absent from roll call for two days"], "Those absent from roll call for two days are sent to a labor camp."),
        ("detention", ["exercising their right to worship"], "Authorities imprisoned people exercising their right to worship."),
        ("sentence", ["selling foreign films", "hiding foreign coins"],
         "Those caught selling foreign films or hiding foreign coins would be sentenced to death."),
        ("trial", ["unlawful assembly", "vandalism", "spreading panic", "threats", "being gang leaders"],
         "Prosecutors accused the couple of unlawful assembly, vandalism, spreading panic, threats, and being gang leaders, without proof."),
        ("trial", ["falsifying records", "tax evasion", "hiding funds abroad", "possession of foreign currency"],
         "The court charged three bankers with falsifying records, tax evasion, hiding funds abroad, and possession of foreign currency."),
        ("arrest", ["organizing protests, marches, and strikes"], "A nurse was arrested for organizing protests, marches, and strikes."),
        ("arrest", ["suspicion of smuggling", "insulting the flag", "trying to bribe officials"],
         "Police detained traders for reasons that included suspicion of smuggling, insulting the flag, and trying to bribe officials."),
        ("trial", ["spreading disease", "having joined a march"],
         "The prisoners were charged with “spreading disease” for having joined a march."),
        ("arrest", ["attending prayers"],
         "In March the police arrested 12 students for attending prayers, and in April they closed the hall."),
        ("release", ["drowning a conscript in 2019"], "A court acquitted three guards accused of drowning a conscript in 2019."),
        ("trial", ["helping strikers"], "A clerk was charged under the terrorism law for helping strikers."),
        ("detention", [], "Two miners were held with no charges."),
        ("repatriation", ["allegedly overstaying his visa"], "In May a cook was deported from Latvia for allegedly overstaying his visa."),
        ("interrogation", ["her articles"], "Officers questioned the reporter about her articles."),
        ("arrest", ["hoarding flour", "national security threats"],
         "Officers arrested bakers for reasons that included hoarding flour, and for national security threats."),
        ("sentence", ["they had not paid their taxes or rent"], "Courts jailed nine men because they had not paid their taxes or rent."),
        ("arrest", ["unknown reasons"], "Police arrested 20 men in Mendef and neighboring towns for unknown reasons in May."),
        ("arrest", ["papers were out of date"], "Police arrested persons whose papers were out of date."),
        ("sentence", ["such offenses"], "The government punished such offenses."),
        ("arrest", ["insulting the king"], "Officials employed arrests and fines to silence bloggers for insulting the king."),
        ("arrest", ["their reporting on a dam"], "The arrests of two reporters were linked to their reporting on a dam."),
        ("policy", ["asked for their wages"], "The service retaliated against teachers who asked for their wages."),
        ("arrest", ["called for a march against the governor"],
         "Soldiers arrested the deacon after he called for a march against the governor."),
        ("arrest", [], "Police arrested the farmer after he returned home."),
        ("trial", ["offenses related to their writing"],
         "The prosecutor charged a number of students with offenses related to their writing."),
        ("detention", ["political reasons"], "Authorities held dozens of villagers for political reasons in Homs."),
        ("trial", ["crimes unconnected to their writing"], "Prosecutors charged three bloggers with crimes unconnected to their writing."),
        ("sentence", ["banned songs"], "The court sentenced a singer to a year in prison on charges related to banned songs."),
        ("arrest", ["spreading rumors", "holding an empty sheet of paper"],
         "Police in Astana detained a nurse for the offense of “spreading rumors” for holding an empty sheet of paper."),
        ("trial", ["sabotage", "treason"], "Ten farmers convicted of sabotage and treason were released in June."),
        ("detention", ["the May 3 bombing of a bridge"], "Soldiers held the driver as a suspect in the May 3 bombing of a bridge."),
        ("arrest", ["an October attack that killed a mayor"],
         "Two men were arrested in connection with an October attack that killed a mayor."),
        ("sentence", ["the anti-terror law"], "The nurses were sentenced under the anti-terror law to jail terms of nine months."),
        ("investigation", ["baseless charges"], "The bureau opened criminal investigations on baseless charges."),
        ("trial", ["money laundering"], "The court annulled the money laundering conviction."),
        ("trial", ["money laundering"], "The singer was convicted only for money laundering."),
        ("release", ["murder"], "The prosecutor dropped all murder charges against the guard."),
        ("release", ["her part in a march"], "In May the court released the singer on bail in a case related to her part in a march."),
        ("sentence", ["fraud", "embezzlement"],
         "In 2018 she was sentenced to ten years in prison on fraud and embezzlement charges first filed in 2008."),
        ("arrest", ["she conspired with the editor to hide money"],
         "Agents arrested the bookkeeper, alleging that she conspired with the editor to hide money."),
        ("trial", [], "The prosecutor filed an appeal on the grounds that the singer was ill."),
        ("trial", ["sedition", "allegedly mocking the king"], "Police charged the governor with sedition for allegedly mocking the king."),
        ("arrest", ["online activity"], "There were several reports of arrests based on online activity."),
        ("killing", ["helped the army"], "Rebels killed teachers alleged to have helped the army."),
        ("arrest", ["the killing"], "Police arrested nine more suspects in the killing."),
        ("killing", ["their efforts to find their sister"],
         "Gunmen killed two brothers in retaliation for their efforts to find their sister."),
        ("policy", ["the spread of hateful words"], "The government blocked the app due to “the spread of hateful words.”"),
        ("detention", [], "Three bakers were victims of illegal detention all that week."),
        ("repatriation", [], "In June police deported two reporters after arresting them at a hotel."),
        ("arrest", ["joining a cult", "lending it rooms"],
         "Police arrested whole families suspected of joining a cult or lending it rooms."),
        ("killing", [], "Two gunmen killed the council’s director for foreign relations, Ana Ruiz."),
        ("sentence", ["Insults of the general"], "Insults of the general could be punished by a fine or up to nine months in jail."),
        ("watchlisting", ["refuses"], "Whoever refuses is to be written up as an enemy."),
        ("trial", ["heresy", "terrorism", "incitement", "libel"],
         "Two priests noted that charges of heresy, terrorism, incitement, and libel were used against singers."),
        ("arrest", ["the murder of the reporter Ana Ruiz"],
         "Soldiers arrested two farmers accused of the murder of the reporter Ana Ruiz."),
        ("arrest", ["fraud"], "A court issued arrest warrants for two clerks for fraud."),
        ("arrest", ["influence peddling", "abuse of authority"],
         "Police arrested two secretaries for influence peddling and abuse of authority."),
        ("trial", ["using leaflets to hurt the state"],
         "A lawyer filed a charge against the editor, accusing her of using leaflets to hurt the state."),
        ("repatriation", [], "Inmates were returned to the police post for processing due to a lack of room."),
        ("interrogation", ["links to rebels or participation in marches"],
         "Police questioned them regarding links to rebels or participation in marches."),
        ("trial", ["contempt of the customs of trade"],
         "The judge faced charges before the Kesh First Instance Court of “contempt of the customs of trade.”"),
        ("trial", ["a March story on the flood"], "The charges against the editor stemmed from a March story on the flood."),
        ("sentence", [], "Two singers who were tried with her were fined 3,200 talers each."),
        ("trial", [], "Two singers were tried with her."),
        ("sentence", [], "Three inmates were convicted with death sentences."),
        ("dismissal", ["her coverage of a strike"], "The teacher was dismissed as a result of her coverage of a strike."),
        ("policy", [], "Friends of the judge who remained in the country suffered from harassment."),
        ("release", ["misuse of fees", "breach of duty"], "He was acquitted of misuse of fees and breach of duty."),
        ("trial", ["electoral fraud"], "The charges against him were for electoral fraud."),
        ("extortion", [], "Officials demanded money from the families for the party congress."),
        ("policy", [], "Whoever reports a neighbor shall receive 200,000 won."),
        ("trial", ["takes money from residents"], "A guard who takes money from residents will be tried."),
    ],
)  # fmt: skip
def test_a_charge_is_found_apart_from_the_verb(act: str, told: list[str], text: str) -> None:
    assert charges(text, act) == told


@pytest.mark.parametrize(
    ("act", "told", "text"),
    [
        ("sentence", ["painted a slogan on the wall"], "A shopkeeper who painted a slogan on the wall was jailed for three months by a judge and fined."),
        ("arrest", ["tore down a portrait of the president"], "Police arrested a bus driver who tore down a portrait of the president."),
        ("torture", ["shouted at the guard"], "Soldiers beat a farmer who shouted at the guard."),
        ("arrest", [], "Police arrested a man who lived near the river."),
        ("torture", [], "Soldiers beat two boys who were walking home."),
    ],
)  # fmt: skip
def test_what_people_stood_up_with_is_a_charge_and_how_they_live_is_none(
    act: str, told: list[str], text: str
) -> None:
    assert charges(text, act) == told


def test_a_time_is_no_charge() -> None:
    assert charges("The two men will be tried before the end of the month.", "trial") == []


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (["a fine", "up to nine months in jail"], "Insults of the general could be punished by a fine or up to nine months in jail."),
        (["four months"], "In July the court added four months to his sentence."),
        (["three years’ imprisonment"], "In July the court extended her sentence to three years’ imprisonment."),
        (["fined", "nine months in jail"], "In June the cellist was fined and sentenced to nine months in jail."),
        (["farm work for a month"], "In July she was sent to do farm work for a month."),
        (["pay for the damage"], "The court ordered the driver to pay for the damage."),
        ([], "The poet was serving his sentence at the prison in Osk."),
    ],
)  # fmt: skip
def test_a_punishment_is_told_by_what_it_is(told: list[str], text: str) -> None:
    assert slot(text, "sentence", "punishment") == told


def test_what_deeds_are_punished_by_punishes_nobody() -> None:
    assert slot("Insults of the general could be punished by a fine.", "sentence", "actor") == []


def charged(text: str) -> list[str]:
    """What the first act that names a charge is for."""
    claims = read(text, "2024-10-18").claims
    return next(([one.text for one in claim.charge] for claim in claims if claim.charge), [])


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (
            ["blasphemy", "harming national unity"],
            "Mr. Tal is accused of blasphemy and “harming national unity” for a short story.",
        ),
        (
            ["possessing foreign books", "slandering the dignity of the leader"],
            'The teacher was accused of possessing foreign books and "slandering the dignity of the leader."',
        ),
        (
            ["insulting the king and “his family”"],
            "The teacher was accused of insulting the king and “his family”.",
        ),
        (["drug offences", "murder"], "Six men were hanged, four for drug offences and two for murder."),
        (
            ["sedition", "incitement"],
            "Police charged Omar Tal under Article 19 and sections 5 and 7 of the code with sedition and incitement.",
        ),
        (
            ["financing terrorism"],
            "Omar Tal was charged under Articles 279 and 287 of the code for financing terrorism.",
        ),
        (["Article 328 of the penal code"], "Two men were sentenced under Article 328 of the penal code."),
    ],
)
def test_what_is_quoted_counted_or_under_a_law_is_told_apart(found: list[str], text: str) -> None:
    assert charged(text) == found


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (
            ["Facebook posts critical of the junta"],
            "Lia Tan was sentenced to three years for Facebook posts critical of the junta.",
        ),
        (
            ["articles critical of the state", "leaflets calling for a strike"],
            "Omar Tal was arrested for articles critical of the state and for leaflets calling for a strike.",
        ),
        (
            ["taking part in a May Day gathering outside the town hall"],
            "Omar Tal was arrested for taking part in a May Day gathering outside the town hall.",
        ),
        (
            ["helping two families send money to relatives"],
            "The woman was jailed for helping two families send money to relatives.",
        ),
        (["leaflets"], "Police arrested two men over leaflets, criticizing the mayor for his silence."),
        (["complained"], "A vendor who complained was sentenced to prison, and her son was fined."),
    ],
)
def test_a_charge_goes_to_its_end_and_no_further(found: list[str], text: str) -> None:
    assert charged(text) == found

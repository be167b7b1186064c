"""The closed lists: every id that a claim, source, clause or judgement may carry, each with one sentence.

The acts are the coarse level (docs/coding.md); reference/acts.csv refines them. A change here is a new VERSION.
"""

from __future__ import annotations

VERSION = "1"

KINDS = {
    "event": "Something done or happened.",
    "directive": "An order, rule or guideline issued: the act of issuing is the claim, its content is a directive.",
    "condition": "A lasting state: shortage, discontent, fear, closure.",
    "view": "An opinion, explanation, forecast or speculation.",
}

COERCION = {
    "arrest": "Somebody is taken into custody or detained on the spot.",
    "detention": "Somebody is held or imprisoned.",
    "interrogation": "Somebody is questioned by an authority.",
    "torture": "Beating or other ill-treatment.",
    "trial": "A court or public trial, a charge, or a conviction without a punishment told.",
    "sentence": "A punishment decided or carried out: a camp, forced labour as a punishment, a fine.",
    "execution": "A death sentence carried out.",
    "killing": "A shooting, a death in custody, a murder.",
    "disappearance": "Somebody is taken or missing, and their fate is not known.",
    "banishment": "Somebody is sent away from where they live.",
    "forced_labor": "People are mobilised to work outside a sentence.",
    "surveillance": "Monitoring, tailing, wiretapping, supervision.",
    "watchlisting": "Somebody is placed on, kept on or struck off a list, selected, wanted or classified.",
    "search": "A raid, a search of a house or body, an inspection of a place.",
    "confiscation": "Goods or documents are taken away by an authority.",
    "extortion": "A bribe or money demanded by officials.",
    "repatriation": "A forced return to a country.",
    "movement_restriction": "A closure, lockdown, permit, barred exit, or being kept from leaving.",
    "crackdown": "A campaign or inspection drive without a single named act.",
    "dismissal": "A demotion, or an expulsion from a post, a party or a profession.",
    "release": "A release, pardon or reduction.",
}
AUTHORITY = {
    "order": "An instruction is given.",
    "dissemination": "An order or its content is passed on.",
    "meeting": "A meeting is held, or people are gathered, by authorities.",
    "indoctrination": "A lecture, study or self-criticism session.",
    "investigation": "An inquiry by authorities.",
    "policy": "Another measure taken by authorities, threats and harassment included.",
}
PEOPLE = {
    "speech": "Remarks, complaints, criticism, an official acknowledgement.",
    "escape": "Defection, border crossing, flight.",
    "smuggling": "Illicit trade.",
    "contact": "Calls abroad, remittances, media from outside.",
    "resistance": "Protest or refusal.",
    "bribery": "A bribe paid.",
    "crime": "Theft, violence, fraud.",
    "suicide": "Somebody takes their own life, or tries to.",
    "death": "A death by illness, hunger or accident.",
    "movement": "Travel, return, any other going.",
}
ACTS = COERCION | AUTHORITY | PEOPLE

CONDITIONS = {
    "hardship": "Hunger, poverty, prices that people cannot pay.",
    "discontent": "People are dissatisfied, angry, complain as a lasting mood.",
    "fear": "People are afraid.",
    "control": "Checks and pressure as a lasting state.",
    "other": "Another lasting state.",
}
VIEWS = {"view": "An opinion, explanation, forecast or speculation."}

STATUSES = {
    "asserted": "Said in the publisher's own voice.",
    "reported": "Attributed to somebody, plainly.",
    "hedged": "Reportedly, allegedly, is said to, appears to.",
    "speculated": "Speculation: likely, may, seems to be trying; not known.",
    "denied": "Said not to have happened.",
    "intended": "Commanded, planned or threatened, and not said to have happened.",
}

SOURCES = {
    "anonymous": "An unnamed person or group of persons.",
    "named": "A person named, by a pseudonym or first name too.",
    "institution": "An office, outlet or organisation.",
    "document": "An order, report, survey, law, letter or statement.",
    "public": "Rumour; what people say.",
}

MODALITIES = {
    "forbid": "Something must not be done.",
    "require": "Something must be done.",
    "permit": "Something may be done.",
    "exempt": "A group is taken out of a measure.",
    "retain": "A group is kept under a measure.",
    "finding": "What the order states as its ground.",
}

BLOCKS = {
    "title": "The title of the report.",
    "heading": "A heading inside the report.",
    "body": "A paragraph of the report.",
    "byline": "Author, date and place of the report.",
    "caption": "Words under a picture.",
    "furniture": "Navigation, contact lines, advertisements, comment forms: never read for claims.",
}

ATTRIBUTES = {
    "age": "How old.",
    "sex": "Woman or man, as told.",
    "surname": "A family name given alone.",
    "name": "A name.",
    "role": "Work, rank or office.",
    "group": "A population group of the reference table.",
    "place": "Where somebody is, or is from.",
    "anonymity": "The words by which a source asks not to be named.",
    "number": "One of several.",
}

VERDICTS = {
    "accept": "The claim says what the report says.",
    "amend": "It does, with the changes given.",
    "reject": "It does not.",
    "conflict": "Readers disagree; the note says why.",
    "note": "A remark that decides nothing.",
    "withdraw": "Undoes the judgement that it replaces.",
    "add": "A claim that the machine missed, added by a person.",
    "same": "Two things are one: one happening, one person, one source, one order; or one report has its words from the other.",
    "different": "They are not.",
    "unsure": "A person looked, and cannot tell.",
    "assess": "A person's own grade, given in the note's form: it stands beside what is computed.",
    "assign": "Gives a report to a person to judge; decides nothing.",
    "save": "Keeps a search, or a batch of reports, under a name; decides nothing.",
    "seal": "These words stand in no brief, whatever else is asked for.",
}


def acts_of(kind: str) -> dict[str, str]:
    """The acts that a claim of this kind may carry, with their sentences."""
    return {"condition": CONDITIONS, "view": VIEWS}.get(kind, ACTS)

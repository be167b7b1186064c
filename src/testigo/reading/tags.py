"""Parts of speech (Penn Treebank tags) by word form and neighbours.

Rules:
- A closed-class word has the tag of its list; other words by ending, shape and the word before.
"""

from __future__ import annotations

_CLOSED = {
    "DT": "the a an this that these those every each some any no all both another either neither",
    "IN": "of in on at by for from with without about against into onto over under between among through during"
    " before after since until because although though while if than as per within across along near off toward"
    " towards upon via despite except including excluding according beyond behind below above around like unlike",
    "CC": "and or but nor yet &",
    "PRP": "i you he she it we they him her me us them himself herself itself themselves myself yourself ourselves",
    "PRP$": "his its our their my your",
    "MD": "will would can could may might must shall should cannot ca wo",
    "TO": "to",
    "WDT": "which whatever",
    "WP": "who whom what",
    "WP$": "whose",
    "WRB": "when where why how",
    "RB": "not n't n’t also then there now never ever already still again only even just reportedly allegedly",
    "CD": "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand"
    " million billion dozen dozens hundreds thousands",
    "VBD": "was were had did said went took told came made got gave held found left kept saw ran",
    "VBZ": "is has does says",
    "VBP": "are am have do",
    "VB": "be",
    "VBN": "been done gone taken given shot seen",
    "VBG": "being",
    "POS": "'s ’s",
}
_TAG = {word: tag for tag, text in _CLOSED.items() for word in text.split()}


def tag(words: list[str]) -> list[str]:
    """One tag for each word of a sentence."""
    tags: list[str] = []
    for at, word in enumerate(words):
        tags.append(_one(word, at, tags[-1] if tags else "", words[at - 1].lower() if at else ""))
    return tags


def _one(word: str, at: int, before: str, previous: str) -> str:  # noqa: PLR0911  # one line per shape
    lower = word.lower()
    known = _TAG.get(lower)
    if known:
        return known
    if not word[0].isalnum():
        return word if word in (".", ",", ":", "(", ")", "``", "''") else ("." if word in "!?" else ":")
    if word[0].isdigit():
        return "CD"
    if before in ("MD", "TO") and word[0].islower():
        return "VB"
    if word[0].isupper() and at:
        return "NNP"
    if lower.endswith("ed"):
        return (
            "VBN"
            if before in ("VBD", "VBZ", "VBP", "VB", "VBN", "VBG") or previous in ("been", "be")
            else "VBD"
        )
    if lower.endswith("ing"):
        return "VBG"
    if lower.endswith("ly"):
        return "RB"
    if lower.endswith(("ous", "ful", "ive", "able", "ible", "al", "ic", "less")):
        return "JJ"
    return "NNS" if lower.endswith("s") and not lower.endswith("ss") else "NN"

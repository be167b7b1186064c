"""What stands behind a name or a person and tells more of who it is: another name, an age, a description.

Rules:
- "Mahmoud Zaid (known as Shawkan)" bears both names; "a dealer in his 60s" is a man.
- What "a" or "an" opens behind a comma describes: "Vera Tal, 34, a mother of two" is a woman.
"""

from __future__ import annotations

from testigo.reading.arguments import Range
from testigo.reading.lists import wordset
from testigo.reading.tokens import Token


def gives_age(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "his" or "her" stands before an age: "a dealer in his 60s"."""
    return tokens[at].tag == "PRP$" and (tokens[at + 1].text[0].isdigit() or tokens[at + 1].lower in _TENS)


_TENS = wordset("twenties thirties forties fifties sixties seventies eighties early mid late")


def as_described(tokens: tuple[Token, ...], base: Range, whole: Range) -> set[str]:
    """What a description tells somebody to be: "Vera Tal, 34, a mother of two", "an officer who called himself Ivo"."""
    found: set[str] = set()
    for at in range(base[1], whole[1] - 1):
        if tokens[at].text == "," and tokens[at + 1].lower in ("a", "an"):
            end = at + 2
            while end < whole[1] and tokens[end].tag in ("JJ", "CD", "NN", "HYPH", "VBN"):
                end += 1
            return found | {tokens[end - 1].lower}
        if tokens[at].lower in ("himself", "herself"):
            found.add(tokens[at].lower)
    return found


def known_as(tokens: tuple[Token, ...], at: int) -> tuple[Token, ...]:
    """The name that a bracket gives beside another: "Mahmoud Zaid (known as Shawkan)", "Izzat Amon (Izzatullo Kholov)"."""
    if at + 2 >= len(tokens) or tokens[at].text != "(":
        return ()
    first = at + 3 if tokens[at + 2].lower == "as" else at + 1
    close = next((n for n in range(first, min(len(tokens), first + 5)) if tokens[n].text == ")"), first)
    inside = tokens[first:close]
    apart = any(len(token.text) > 1 and token.text.isupper() for token in inside)
    return inside if not apart and all(token.tag == "NNP" for token in inside) else ()

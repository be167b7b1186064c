"""Clauses of orders by the second opinion: what it adds, changes and leaves out, and what it must not touch."""

from __future__ import annotations

import numpy as np
import pytest

from testigo.archive.text import report_of_text
from testigo.claim import CLAUSE, Overruled, Reading
from testigo.directive import Clause
from testigo.reading import seen_clauses
from testigo.reading.read import read_report
from testigo.reading.rules import explain
from testigo.reading.second import clauses
from testigo.reading.second.network import network
from testigo.reading.second.sight import Sight
from testigo.reading.seen_clauses import MODALITIES, Laid


def read(text: str, *, second: bool = True) -> Reading:
    return read_report(report_of_text(text, published="2024-06-20"), second=second)


def clauses_in(found: Reading) -> list[Clause]:
    return [clause for order in found.directives for clause in order.clauses]


def said(text: str, *, second: bool = True) -> list[tuple[str, str, str]]:
    """Modality, words and rule of each clause."""
    return [(c.modality, c.span.of(text), c.rule) for c in clauses_in(read(text, second=second))]


def sees(monkeypatch: pytest.MonkeyPatch, **likely: str) -> None:
    """Makes the second opinion see in each sentence only some words, each as one modality: forbid="trade"."""

    def laid(
        _net: object, sight: Sight, _acts: object, number: int, found: clauses.Ruled
    ) -> tuple[Laid, ...]:
        sentence = found.document.sentences[number]
        words = []
        for at, token in enumerate(sentence.tokens[: sight.size]):
            for name in (n for n, word in likely.items() if word == token.lower):
                share = [0.05] + [0.0] * (len(MODALITIES) - 1)
                share[MODALITIES.index(name)] = 0.95
                words.append((at, tuple(share)))
        return (Laid(number, sight.size, tuple(words)),)

    monkeypatch.setattr("testigo.reading.second.opinion.laid", laid)


ORDER = "The committee sent down an order on May 3. Traders must not sell rice at the gate."


def test_words_that_no_rule_took_are_a_clause_of_the_order_around_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = f"{ORDER} Bicycles are off the bridge from then on."
    before = said(text, second=False)
    sees(monkeypatch, forbid="off", require="sell")
    found = read(text)
    (order,) = found.directives
    last = order.clauses[-1]
    assert (last.modality, last.rule.split()[0]) == ("forbid", "second.clause.forbid")
    assert last.span.of(text).startswith("Bicycles are off the bridge")
    assert len(order.clauses) == len(before) + 1


def test_a_clause_with_no_order_around_is_told_by_one_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    sees(monkeypatch, permit="open")
    text = "Two men were beaten in Osk. Shops open at ten there."
    (order,) = read(text).directives
    assert (order.rule, order.clauses[0].modality, order.issuer) == ("directive.seen", "permit", None)
    assert order.clauses[0].span.of(text) == "Shops open at ten there"


def test_clauses_behind_an_order_that_only_a_claim_tells_are_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    sees(monkeypatch, require="move", exempt="remain")
    text = "The bureau issued an order to all units. Families move in with relatives. Nurses remain at home."
    (order,) = read(text).directives
    assert [c.modality for c in order.clauses] == ["require", "exempt"]
    assert (order.rule, order.issuer and order.issuer.text) == ("directive.seen", "The bureau")


def test_a_clause_of_the_rules_takes_the_likelier_modality_and_says_what_the_rules_took_it_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ((modality, words, rule),) = said(ORDER, second=False)
    assert modality == "forbid"
    sees(monkeypatch, retain="sell")
    assert said(ORDER) == [("retain", words, f"second.clause.retain {rule}")]


def test_who_is_spared_by_the_rules_stays_so_unless_the_second_opinion_is_very_sure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "The committee sent down an order on May 3. Traders must not sell rice. Nurses are exempt."
    assert [one[0] for one in said(text, second=False)] == ["forbid", "exempt"]
    monkeypatch.setattr(seen_clauses, "OTHER_THAN_SPARED", 0.99)
    sees(monkeypatch, require="exempt", retain="sell")
    assert [one[0] for one in said(text)] == ["retain", "exempt"]


def test_a_clause_in_which_no_word_carries_one_is_left_out_and_listed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sees(monkeypatch)
    (before,) = clauses_in(read(ORDER, second=False))
    found = read(ORDER)
    assert clauses_in(found) == []
    assert Overruled(before.span, CLAUSE, before.modality, before.rule) in found.set_aside


def test_what_was_not_looked_at_stays_as_the_rules_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("testigo.reading.second.opinion.laid", lambda *_: ())
    assert said(ORDER) == said(ORDER, second=False)
    monkeypatch.setattr("testigo.reading.second.opinion.laid", lambda *given: (Laid(given[3], 2, ()),))
    assert said(ORDER) == said(ORDER, second=False) != []  # only the first two words of each sentence were


def test_a_title_has_no_clauses(monkeypatch: pytest.MonkeyPatch) -> None:
    sees(monkeypatch, forbid="off")
    text = "Bicycles off the bridge\n\nMay 3, 2024\n\nTwo men were beaten in Osk on Monday, a source said."
    assert clauses_in(read(text)) == []


@pytest.mark.parametrize(("rule", "name", "example"), [r for r in seen_clauses.RULES if "clause" in r[0]])
def test_the_example_of_a_modality_is_seen_by_the_second_opinion_and_by_no_rule(
    rule: str, name: str, example: str
) -> None:
    assert rule in {c.rule.split()[0] for c in clauses_in(read(example))}
    assert rule not in {c.rule.split()[0] for c in clauses_in(read(example, second=False))}
    assert explain(rule)[0].name == name


def test_the_layer_fits_the_network() -> None:
    net, parts = network(), clauses.layer()
    width = 3 * net.width + net.starts["facts"] + len(net.labels) + clauses.TOLD
    assert parts["first"].shape[0] == width
    assert parts["last"].shape == (parts["first"].shape[1], len(MODALITIES))
    assert all(np.isfinite(part).all() for part in parts.values())


def test_a_text_without_orders_is_not_looked_at() -> None:
    for text in ("", "Rain.", "Two men were beaten in Osk on Monday. A third one fled over the river."):
        assert clauses_in(read(text)) == []

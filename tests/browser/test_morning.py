"""A morning at the desk, with the keyboard alone; then the same with scripts off.

After the first page is there, nothing but `Hands` touches it: Tab, keys and Enter, and reading what is shown.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from tests.browser.conftest import Served
from tests.desk.conftest import put, sample_report

from testigo.casebook.values import ClaimFilter
from testigo.judgement import Judgement

pytestmark = pytest.mark.browser
Open = Callable[..., Any]
TITLE = "Guards in Northtown told to strike herders off lists"
BY_HAND = {"span": "The order of 9 May was read out there", "trigger": "read out", "target": "herders"}
CHOSEN_BY_HAND = {"act": "Raid or search", "status": "reported"}
BUTTONS = {"a": "Accept", "r": "Reject", "u": "Undo", "e": "Amend…"}
MOST_TABS = 400
FOCUSED = """() => {
  const at = document.activeElement, labelled = at.labels?.[0] ?? at;
  return [at.id, (at.ariaLabel ?? labelled.textContent).replace(/\\s+/g, ' ').trim()];
}"""


@dataclass
class Hands:
    """Somebody at the keyboard: presses keys and reads, and has no other way to the page."""

    page: Any

    def press(self, *keys: str) -> None:
        """Keys that stay on the page."""
        for key in keys:
            self.page.keyboard.press(key)

    def go(self, key: str) -> None:
        """A key that leads on: the next page is there when this returns."""
        with self.page.expect_navigation():
            self.page.keyboard.press(key)

    def focused(self) -> tuple[str, str]:
        """Id and name of what the keyboard is at."""
        id_, name = self.page.evaluate(FOCUSED)
        return id_, name

    def is_put_at(self, field: str) -> bool:
        """Whether the page puts the keyboard at a field by itself: the browser does so a moment after the page is there."""
        for _wait in range(100):
            if self.focused()[0] == field:
                return True
            self.page.wait_for_timeout(50)
        return False

    def tab_to(self, name: str = "", *, field: str = "") -> None:
        """Tab on until something of this name, or the field of this id, is reached."""
        before = self.focused()
        for _tab in range(MOST_TABS):
            id_, said = before
            if (field and id_ == field) or (name and said == name):
                return
            self.page.keyboard.press("Tab")
            before = self.focused()
        raise AssertionError(f"no Tab leads to {name or field} on {self.at()}")

    def enter(self, name: str) -> None:
        """Tab to a link or button, and press it."""
        self.tab_to(name)
        self.go("Enter")

    def write(self, field: str, words: str) -> None:
        """Tab to a field and type over what stands in it."""
        self.tab_to(field=f"f-{field}" if field != "note" else field)
        self.press("Control+a")
        self.page.keyboard.type(words)

    def choose(self, field: str, words: str) -> None:
        """Tab to a list and type the start of a choice."""
        self.tab_to(field=f"f-{field}")
        self.page.keyboard.type(words)

    def judge(self, keys: str) -> None:
        """One key after the other on the report's page: each judges the claim that is open and goes on to the next."""
        for key in keys:
            self.go(key)

    def judge_by_buttons(self, keys: str) -> None:
        """The same where no script listens to keys: by the buttons of the claim that is open."""
        for key in keys:
            number = self.page.locator("details.note[open] summary .number").inner_text()
            self.enter(f"{BUTTONS[key]} {number}")

    def step_to(self, key: str, number: int) -> None:
        """From claim to claim, by j or k, to the one of this number."""
        for _step in range(MOST_TABS):
            if self.focused()[0] == f"c{number}":
                return
            self.press(key)
        raise AssertionError(f"{key} does not lead to claim {number}")

    def open_claim(self, number: int) -> None:
        """Tab to a number in the text, and open its claim."""
        self.tab_to(field=f"c{number}")
        self.go("Enter")

    def at(self) -> str:
        """The address of the page."""
        return str(self.page.url)

    def sees(self) -> str:
        """What stands on the page."""
        return str(self.page.locator("main").inner_text())


def dispute(served: Served, claim: int) -> None:
    """Somebody else puts a claim in conflict."""
    book = served.desk.casebook
    book.record_judgements(
        (Judgement("claim", str(claim), "conflict", "Bob", book.now(), note="the radio says another day"),)
    )


def differ(served: Served, claim: int) -> None:
    """Somebody reads a claim a second time, and calls it wrong."""
    book = served.desk.casebook
    book.record_judgements((Judgement("second", str(claim), "reject", "Bob", book.now(), note="hearsay"),))


def another_report(served: Served) -> int:
    """A second report that nobody judged: its id."""
    report, reading = sample_report()
    text = report.text + "\n\nPrinted twice."
    return put(
        served.desk.casebook, replace(report, text=text, title="Guards in Northtown, second telling"), reading
    )


def amend_all_three(hands: Hands, served: Served) -> None:
    """A date, a place and an attribution of the arrest."""
    hands.write("sources", "the courier = anonymous")
    hands.write("time", "12 October = early October 2026")
    hands.write("place", "Northtown = Hoeryong")
    hands.enter("Accept as amended")
    assert "/claim/6/?done=amend" in hands.at()
    assert "1 to 10 October 2026" in hands.sees()
    assert "Hoeryong" in hands.sees()
    judgement = served.desk.casebook.claim(6).judgement
    assert judgement is not None
    assert {"time", "place", "sources"} <= set(json.loads(judgement.amended or "{}"))


def add_one(hands: Hands, served: Served) -> None:
    """The claim that the machine missed; the form opens at its first field."""
    for field, words in list(BY_HAND.items())[:2]:
        hands.write(field, words)
    for field, words in CHOSEN_BY_HAND.items():
        hands.choose(field, words)
    hands.write("target", BY_HAND["target"])
    hands.enter("Add this claim")
    assert "/report/1/" in hands.at()
    (added,) = served.desk.casebook.report(1).added
    assert (added.claim.act, added.claim.status) == ("search", "reported")


def resolve_the_conflict(hands: Hands, served: Served) -> None:
    """From the queue to the claim, its note read, a note typed, decided."""
    hands.enter("To do")
    hands.enter("1 claim in conflict")
    hands.tab_to("Show all")  # past the filters, which have the same words
    hands.enter("Ill-treatment")
    assert "/claim/10/" in hands.at()
    assert "the radio says another day" in hands.sees()
    hands.write("note", "read again, it stands")
    hands.enter("Accept")
    assert [j.verdict for j in served.desk.casebook.claim(10).history] == ["conflict", "accept"]


def settle_the_difference(hands: Hands, served: Served) -> None:
    """In the queue of differences, with both readings side by side, and decided there."""
    hands.enter("To do")
    hands.enter("1 claim that two people read differently")
    assert "/second/differences/" in hands.at()
    one, other = hands.page.locator(".readings > div").all()
    assert "First reading: Alice" in one.inner_text()
    assert "accepted" in one.inner_text()
    assert "Second reading: Bob" in other.inner_text()
    assert "rejected" in other.inner_text()
    assert "hearsay" in other.inner_text()
    assert one.bounding_box()["y"] == other.bounding_box()["y"], "side by side"
    assert one.bounding_box()["x"] < other.bounding_box()["x"]


def mine(served: Served) -> Counter[str]:
    """What stands by Alice's decision, by verdict."""
    judged = (c.judgement for c in served.desk.casebook.all_claims(ClaimFilter()))
    return Counter(one.verdict for one in judged if one is not None and one.by == "Alice")


def find_the_arrest(hands: Hands) -> None:
    """By search, back to its very words."""
    hands.enter("Search")
    hands.tab_to(field="q")
    hands.page.keyboard.type("arrest October")
    hands.go("Enter")
    assert "/search/?q=arrest+October" in hands.at()
    hands.tab_to(field="q")  # past the masthead, which has a way to all claims
    hands.enter("Claims")
    hands.enter(TITLE)
    assert "/report/1/?claim=6" in hands.at()
    assert "Bob, a herder in his 40s" in hands.page.locator("details.note[open]").inner_text()


def nothing_went_wrong(served: Served) -> bool:
    """No script complained, no byte of the casebook is damaged."""
    wrong = [said for said in served.said if not any(code in said for code in ("400", "404", "409"))]
    return wrong == [] and served.desk.casebook.verify_rows().damages == ()


def test_a_morning_with_the_keyboard_alone(
    open_page: Open, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twenty claims judged, three parts amended, one added, one undone, a conflict and a difference settled, the arrest found."""
    monkeypatch.setenv("TESTIGO_SECOND_SHARE", "100")
    book = served.desk.casebook
    other = another_report(served)
    dispute(served, 10)
    hands = Hands(open_page())
    hands.enter(TITLE)
    hands.press("j")
    hands.go("a")  # the first judgement asks for a name, and the keyboard is at its field
    assert hands.is_put_at("f-by")
    hands.page.keyboard.type("Alice")
    hands.enter("Accept")
    hands.go("b")
    hands.press("j")
    hands.judge("araa")
    assert [book.claim(id_).history[-1].verdict for id_ in range(1, 6)] == ["accept", "accept", "reject", "accept", "accept"]  # fmt: skip
    hands.go("e")
    amend_all_three(hands, served)
    hands.go("b")
    hands.press("j")
    hands.judge("arraaa")  # the disputed one between them was decided by somebody, and is passed over
    hands.step_to("k", 5)
    hands.go("u")
    assert book.claim(5).judgement is None
    hands.go("+")
    assert hands.is_put_at("f-span")
    add_one(hands, served)
    resolve_the_conflict(hands, served)
    differ(served, 1)
    settle_the_difference(hands, served)
    hands.go("a")
    assert [j.verdict for j in book.claim(1).history] == ["accept", "accept"]
    assert "0 claims wait to be settled" in hands.sees()
    hands.enter("Reports")
    hands.enter(TITLE)
    hands.step_to("j", 6)  # the added one before it moved its number
    hands.go("r")
    hands.enter("Next report with open claims")
    assert f"/report/{other}/" in hands.at()
    hands.press("j")
    hands.judge("aaraaaa")
    assert mine(served) == {"accept": 14, "reject": 5, "amend": 1}
    find_the_arrest(hands)
    assert nothing_went_wrong(served)


def test_the_same_morning_with_scripts_off(
    open_page: Open, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the keyboard still: Tab to the buttons and links of the page, Enter."""
    monkeypatch.setenv("TESTIGO_SECOND_SHARE", "100")
    book = served.desk.casebook
    other = another_report(served)
    dispute(served, 10)
    hands = Hands(open_page(java_script_enabled=False))
    hands.enter(TITLE)
    hands.open_claim(1)
    hands.enter("Accept 1")
    assert hands.is_put_at("f-by")
    hands.page.keyboard.type("Alice")
    hands.enter("Accept")
    hands.enter("Back to the report")
    hands.open_claim(2)
    hands.judge_by_buttons("araa")
    hands.enter("Amend… 6")
    amend_all_three(hands, served)
    hands.enter("Back to the report")
    hands.open_claim(7)
    hands.judge_by_buttons("arraaa")
    hands.enter("Reports")
    hands.enter(TITLE)
    hands.open_claim(5)
    hands.judge_by_buttons("ur")
    assert [j.verdict for j in book.claim(5).history] == ["accept", "withdraw", "reject"]
    hands.enter("Add a claim that the machine missed")
    add_one(hands, served)
    resolve_the_conflict(hands, served)
    differ(served, 1)
    settle_the_difference(hands, served)
    hands.enter("Reject")
    assert [j.verdict for j in book.claim(1).history] == ["accept", "reject"]
    hands.enter("Look again at the one before")
    assert "Settled: rejected, by Alice." in hands.sees()
    hands.enter("Undo the last judgement")
    hands.enter("Accept")
    hands.enter("To do")
    assert "0 claims in conflict" in hands.sees()
    assert "0 claims that two people read differently" in hands.sees()
    hands.enter("Reports")
    hands.enter("Guards in Northtown, second telling")
    assert f"/report/{other}/" in hands.at()
    hands.open_claim(1)
    hands.judge_by_buttons("aaraaaa")
    assert mine(served) == {"accept": 14, "reject": 5, "amend": 1}
    find_the_arrest(hands)
    assert nothing_went_wrong(served)

"""Finding words again, in English and Korean, and the place of a hit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.casebook import worlds
from tests.casebook.worlds import KOREAN, TEXT, capture, report

from testigo.casebook import casebook, query, search
from testigo.casebook.casebook import Casebook
from testigo.casebook.query import Term
from testigo.casebook.stems import stem
from testigo.casebook.values import NewReading, NewReport, ReportFilter
from testigo.report import Report


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casebook]:
    """Some reports to search in."""
    texts = (
        TEXT,
        KOREAN,
        "Guards arrest two\n\nThe guards were arresting everybody, and executed an order. A forced labor brigade was sent.",
        "체포\n\n리 씨는 잡혔다.",
        "Brigade of labor, forced\n\nNobody was held. Naïve traders at the market paid. USB를 팔았다.",
    )
    with worlds.empty(tmp_path_factory.mktemp("library") / "book") as book:
        done = book.record_captures([capture(f"{n}") for n in range(len(texts))])
        book.record_reports(
            [NewReport(d.original, report(text)) for d, text in zip(done, texts, strict=True)]
        )
        book.record_readings([NewReading(1, worlds.reading(worlds.arrest(), worlds.search_of_cafe()))])
        yield book
    casebook.close_open()


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("weaver", {1}),
        ("WEAVER", {1}),
        ("arrest", {1, 3}),
        ("arrested guards", {3}),
        ("executions", {3}),
        ("cafe", {1}),
        ("café", {1}),
        ("naive trader", {5}),
        ('"forced labor brigade"', {3}),
        ("“forced labor brigade”", {3}),
        ("forced labor brigade", {3, 5}),
        ('"arrest"', {3}),
        ("weav*", {1}),
        ("min* fear*", {1}),
        ('"labor brig"*', {3}),
        ("labor-brigade", {3}),
        ("체포", {2, 4}),
        ("체", {2, 4}),
        ("보위부", {2}),
        ("위부에", {2}),
        ("직조공 보위부", {2}),
        ('"도르나에서 직조공이"', {2}),
        ("리", {4}),
        ("usb를", {2, 5}),
        ("체포 weaver", set()),
        ("market 팔았다", {5}),
        ("압수했다", {2}),
        ("nothinglikethis", set()),
        ("없는말", set()),
    ],
)
def test_reports_are_found(library: Casebook, typed: str, wanted: set[int]) -> None:
    page = library.search(typed)
    assert {hit.report for hit in page.items} == wanted
    assert page.total == len(wanted)
    assert {line.id for line in library.reports(ReportFilter(words=typed)).items} == wanted


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "*", '"', '""', '" "', "AND", "OR NOT", "NEAR(a b)", "title:weaver", "a AND", "(", ")", "^weaver", "-weaver",
        "weaver:", "{a b}:c", "'; DROP TABLE report; --", "\x00", "weaver\x00", "\ud800", "\ufffe", "%s %(name)s", "a" * 5000,
        '"a" "b" ' * 500, "체" * 3000, "＂weaver＂", "+weaver +", "weaver\n\tarrest",
    ],
)  # fmt: skip
def test_nothing_that_can_be_typed_is_an_error(library: Casebook, typed: str) -> None:
    library.search(typed)
    library.reports(ReportFilter(words=typed))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=30) | st.text(st.sampled_from('ab"*체포 ()AND:^-'), max_size=30))
def test_no_text_at_all_is_an_error(library: Casebook, typed: str) -> None:
    page = library.search(typed)
    assert page.total >= len(page.items)


def test_a_hit_gives_the_place_of_its_words(library: Casebook) -> None:
    (hit,) = library.search("weaver dorna").items
    assert hit.span is not None
    assert hit.span.of(TEXT) == hit.found == "Weaver"
    assert {place.of(TEXT) for place in hit.places} == {"Weaver", "weaver", "Dorna"}
    assert (hit.title, hit.publisher) == ("Weaver held in Dorna", "The Dorna Mail")
    (hit,) = library.search("보위부").items
    assert hit.span is not None
    assert hit.span.of(KOREAN) == "보위부"
    assert hit.before.endswith("직조공이 ")
    assert hit.after.startswith("에 체포됐다고")


def test_a_hit_names_the_claims_that_hold_it(library: Casebook) -> None:
    (hit,) = library.search('"was arrested in"').items
    assert [library.claim(id_).claim.act for id_ in hit.claims] == ["arrest"]
    (hit,) = library.search('"was searched"').items
    assert [library.claim(id_).claim.act for id_ in hit.claims] == ["search"]


def test_a_hit_in_the_title_counts_more(library: Casebook) -> None:
    assert [hit.report for hit in library.search("forced brigade").items] == [5, 3]


def test_hits_come_in_pages(library: Casebook) -> None:
    first, second = library.search("was", limit=2), library.search("was", offset=2, limit=2)
    assert first.total == second.total == 3
    ids = [hit.report for hit in (*first.items, *second.items)]
    assert sorted(ids) == [1, 3, 5]


def test_where_too_many_reports_hold_the_words_to_rank_them_the_latest_come_first(
    library: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not library.search("was").latest
    monkeypatch.setattr(search, "MOST_RANKED", 2)
    pages = [library.search("was", offset=start, limit=2) for start in (0, 2)]
    assert [hit.report for page in pages for hit in page.items] == [5, 3, 1]
    assert all(page.latest and page.total == 3 for page in pages)
    assert all(hit.span for page in pages for hit in page.items)
    assert not library.search("forced brigade").latest


def test_the_first_places_in_a_long_text_are_those_that_the_index_marks(
    library: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = (
        "arrest",
        "executions",
        '"forced labor brigade"',
        "weav*",
        '"labor brig"*',
        "guards arrest",
        "체포",
        "usb를 paid",
    )
    marked = [library.search(words).items for words in typed]
    monkeypatch.setattr(search, "LONG", 20)
    assert [library.search(words).items for words in typed] == marked
    assert all(hit.span for hits in marked for hit in hits)


def test_a_text_that_a_later_one_replaced_is_not_found(bare: Casebook) -> None:
    (one,) = bare.record_captures([capture("a")])
    bare.record_reports([NewReport(one.original, report())])
    bare.record_reports([NewReport(one.original, report("Title\n\nOther words\n"))])
    assert bare.search("weaver").total == 0
    assert bare.search("other").total == 1


def test_korean_typed_or_written_in_parts_of_signs_is_found(bare: Casebook, tmp_path: Path) -> None:
    import unicodedata

    done = bare.record_captures([capture("a"), capture("b")])
    apart = unicodedata.normalize("NFD", KOREAN)
    bare.record_reports(
        [NewReport(done[0].original, report(KOREAN)), NewReport(done[1].original, report(apart))]
    )
    for typed in ("보위부", unicodedata.normalize("NFD", "보위부"), "체포"):
        page = bare.search(typed)
        assert page.total == 2
        spans = {hit.report: hit.span for hit in page.items}
        assert spans[1] is not None
        assert spans[2] is not None
        assert unicodedata.normalize("NFC", spans[2].of(apart)) == spans[1].of(KOREAN)


def test_a_word_of_two_signs_at_the_end_of_a_text_is_found(bare: Casebook) -> None:
    (one,) = bare.record_captures([capture("a")])
    bare.record_reports([NewReport(one.original, Report("주민 체포", (), title="보위부 검열"))])
    assert bare.search("체포").total == bare.search("검열").total == bare.search("열").total == 1


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("Food shortage", (Term("Food"), Term("shortage"))),
        ('"food  shortage"', (Term("food shortage", exact=True),)),
        ("hoery*", (Term("hoery", exact=True, prefix=True),)),
        ("a a A", (Term("a"), Term("A"))),
        ("o'clock", (Term("o clock", exact=True),)),
        ("보위부*", (Term("보위부", exact=True, prefix=True, wide=True),)),
        ("!?", ()),
        ('"unfinished phrase', (Term("unfinished phrase", exact=True),)),
    ],
)
def test_what_is_typed_becomes_terms(typed: str, terms: tuple[Term, ...]) -> None:
    assert query.terms(typed) == terms


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("caresses caress", "caress"), ("ponies", "poni"), ("cats", "cat"), ("agreed", "agre"), ("plastered", "plaster"),
        ("motoring", "motor"), ("conflated", "conflat"), ("troubled", "troubl"), ("sized", "size"), ("hopping", "hop"),
        ("falling", "fall"), ("hissing", "hiss"), ("filing", "file"), ("happy", "happi"), ("relational", "relat"),
        ("conditional", "condit"), ("rational", "ration"), ("digitizer", "digit"), ("vietnamization", "vietnam"),
        ("predication", "predic"), ("operator", "oper"), ("feudalism", "feudal"), ("decisiveness", "decis"),
        ("hopefulness", "hope"), ("callousness", "callous"), ("triplicate", "triplic"), ("formative", "form"),
        ("electrical", "electr"), ("goodness", "good"), ("revival", "reviv"), ("allowance", "allow"), ("airliner", "airlin"),
        ("adjustable", "adjust"), ("replacement", "replac"), ("adoption", "adopt"), ("communism", "commun"),
        ("effective", "effect"), ("probate", "probat"), ("rate", "rate"), ("cease", "ceas"), ("controll", "control"),
        ("roll", "roll"), ("be", "be"), ("sky", "sky"), ("sentenced sentences sentencing sentence", "sentenc"),
    ],
)  # fmt: skip
def test_stems_are_those_of_the_published_method(words: str, wanted: str) -> None:
    assert {stem(word) for word in words.split()} == {wanted}

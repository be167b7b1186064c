"""What a person names is kept whole and once, its text recorded, its parts found; what fails is a row, and nothing else."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.archive import makes
from tests.archive.test_fetch import Server, send

from testigo.archive import durable, objects
from testigo.archive.fetch import Fetcher
from testigo.archive.objects import ObjectStore
from testigo.archive.preserve import Options, Outcome, extract_file, preserve
from testigo.archive.verify import verify
from testigo.casebook.casebook import Casebook
from testigo.errors import BadInput, TestigoError

WORDS = (
    "Guards arrest three\n\nThree people were arrested in Pellick on Tuesday, a source in the province said."
)


class World:
    """A casebook, a folder of files, and shorthands."""

    def __init__(self, book: Casebook, folder: Path) -> None:
        self.book, self.folder = book, folder
        folder.mkdir(exist_ok=True)

    def file(self, name: str, content: bytes | str) -> str:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    def add(self, *names: str, options: Options = Options()) -> Outcome:  # noqa: B008
        return preserve(self.book, names or [str(self.folder)], options)

    def store(self) -> ObjectStore:
        return ObjectStore(self.book.objects_dir, self.book.keys.seal_key, self.book.keys.name_key)

    def bytes_of(self, original: int) -> bytes:
        row = self.book.original(original)
        return self.store().read(row.object, row.sha256, 1 << 30)

    def objects(self) -> int:
        return sum(1 for _ in self.store().names())


@pytest.fixture
def world(book: Casebook, tmp_path: Path) -> World:
    return World(book, tmp_path / "files")


def test_bytes_are_kept_as_they_are_and_the_text_is_recorded(world: World) -> None:
    name = world.file("three.txt", WORDS.encode("utf-16"))
    outcome = world.add(name, options=Options(published="2024-03-21", publisher="Farbank Daily", by="Alice"))
    assert (outcome.new, outcome.again, outcome.troubles) == (1, 0, ())
    assert world.bytes_of(outcome.originals[0]) == WORDS.encode("utf-16")
    stored = world.book.report(outcome.reports[0])
    assert stored.report.text == WORDS
    assert (stored.report.published, stored.report.publisher, stored.report.title) == (
        "2024-03-21",
        "Farbank Daily",
        "Guards arrest three",
    )
    (capture,) = stored.captures
    assert (capture.source, capture.how, capture.by) == (name, "file", "Alice")
    assert capture.tool.startswith("testigo ")
    assert stored.original.sha256 == hashlib.sha256(WORDS.encode("utf-16")).digest()


def test_a_date_given_later_makes_a_new_report_of_the_same_original(world: World) -> None:
    name = world.file("a.txt", WORDS)
    first = world.add(name, options=Options(publisher="Farbank Journal"))
    again = world.add(name, options=Options(published="2021-10-20"))
    assert (again.new, again.again, again.originals) == (0, 1, first.originals)
    report = world.book.report(again.reports[-1]).report
    told = (report.published, report.published_basis, report.publisher)
    assert told == ("2021-10-20", "given", "Farbank Journal")
    assert world.book.reports_of(first.originals[0]) == (*first.reports, *again.reports)
    assert world.add(name, options=Options(published="2021-10-20")).reports == again.reports
    assert world.add(name).reports == again.reports


def test_the_same_file_again_is_recognised_and_its_second_capture_noted(world: World) -> None:
    first = world.add(world.file("a.txt", WORDS))
    again = world.add(world.file("b.txt", WORDS))
    assert (again.new, again.again) == (0, 1)
    assert again.originals == first.originals
    assert again.reports == first.reports
    assert [c.source[-5:] for c in world.book.report(first.reports[0]).captures] == ["a.txt", "b.txt"]
    assert world.objects() == 1


def test_the_same_bytes_twice_in_one_batch_are_one_original(world: World) -> None:
    world.file("a.txt", WORDS)
    world.file("b.txt", WORDS)
    outcome = world.add()
    assert (outcome.new, outcome.again, len(outcome.reports), world.objects()) == (1, 1, 1, 1)


def test_one_bad_item_stops_no_other_and_stays_as_a_row(world: World) -> None:
    world.file("1-locked.pdf", makes.locked_pdf())
    world.file("2-good.txt", WORDS)
    world.file("3-bomb.zip", makes.overlapping_archive(50))
    world.file("4-empty.txt", b"")
    world.file("5-good.html", makes.page())
    world.file("6-claims-to-be.pdf", makes.page(extra="<p>x</p>"))
    world.file("7-deep.html", b"<div>" * 100_000 + WORDS.encode())
    outcome = world.add(str(world.folder), str(world.folder / "missing"))
    assert outcome.new == 7
    assert len(outcome.reports) == 4
    rows = {(Path(t.item).name, t.step): t.error for t in world.book.troubles().items}
    assert "password" in rows["1-locked.pdf", "extract"]
    assert "bombs" in rows["3-bomb.zip", "extract"]
    assert rows["4-empty.txt", "extract"] == "it is empty"
    assert "cannot be read" in rows["missing", "add"]
    assert {t.item for t in outcome.troubles} == {t.item for t in world.book.troubles().items}
    noted = next(
        r
        for r in map(world.book.report, outcome.reports)
        if r.captures[0].source.endswith("6-claims-to-be.pdf")
    )
    assert any(
        "calls itself application/pdf but its bytes are text/html" in note for note in noted.report.notes
    )
    assert verify(world.book).damages == ()


def test_parts_are_originals_of_their_own_with_their_parent(world: World) -> None:
    mail = makes.mail(
        "Words of the mail itself, as its sender wrote them.",
        a_txt=WORDS.encode(),
        b_zip=makes.archive({"../c.txt": b"Inner. Words stand here."}),
    )
    outcome = world.add(world.file("m.eml", mail))
    assert (outcome.new, len(outcome.reports), outcome.troubles) == (4, 3, ())
    reports = {r.captures[0].source: r for r in map(world.book.report, outcome.reports)}
    box = world.book.original_by_sha256(hashlib.sha256(mail).digest())
    assert box is not None
    assert reports["a.txt"].captures[0].parent == box.id
    inner = reports["../c.txt"].captures[0]
    assert inner.parent not in (None, box.id)
    assert (inner.how, inner.asked) == ("part", "member: ../c.txt")
    assert verify(world.book).damages == ()


def test_a_web_archive_gives_its_pages_with_address_and_answer(world: World) -> None:
    warc = makes.gzipped(makes.record("https://farbank.example/three", makes.answer(makes.page())))
    outcome = world.add(world.file("w.warc.gz", warc))
    (report,) = map(world.book.report, outcome.reports)
    assert report.report.url == "https://farbank.example/three"
    assert report.captures[0].answer.startswith("HTTP/1.1 200 OK")
    assert "digest: true" in report.captures[0].asked


def test_containers_deeper_than_the_limit_are_kept_and_not_opened(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TESTIGO_MAX_DEPTH", "2")
    outcome = world.add(world.file("n.zip", makes.nested_archive(4)))
    assert (outcome.new, outcome.reports) == (3, ())
    assert "deeper than 2 levels" in outcome.troubles[0].error


def test_what_a_container_unpacks_to_is_limited_over_all_its_levels(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TESTIGO_MAX_UNPACKED_MB", "3")
    inner = {f"{n}.zip": makes.archive({f"{n}.bin": os.urandom(1_000_000)}) for n in range(2)}
    outcome = world.add(world.file("n.zip", makes.archive(inner)), world.file("after.txt", WORDS))
    assert any("more than 3 MiB at all its levels" in t.error for t in outcome.troubles)
    assert len(outcome.reports) == 1, "the next input went through"


def test_each_of_many_containers_has_the_whole_limit(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESTIGO_MAX_UNPACKED_MB", "2")
    for number in range(4):
        world.file(f"{number}.zip", makes.archive({"a.bin": os.urandom(1_500_000)}))
    outcome = world.add()
    assert outcome.new == 8
    assert {t.error for t in outcome.troubles} == {"its format is not known"}


def test_a_part_too_large_for_memory_streams_into_the_store(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    from testigo.archive import containers, sources

    monkeypatch.setattr(containers, "IN_MEMORY", 50_000)
    monkeypatch.setattr(sources, "IN_MEMORY", 50_000)
    members = {f"{n}.bin": os.urandom(200_000) for n in range(3)} | {"t.txt": WORDS.encode()}
    outcome = world.add(world.file("n.zip", makes.archive(members)))
    assert outcome.new == 5
    for content in members.values():
        assert world.book.original_by_sha256(hashlib.sha256(content).digest()) is not None
    assert verify(world.book).damages == ()


def test_names_of_any_kind_are_shown_and_never_used_as_a_path(world: World) -> None:
    names = [
        "../../../evil.txt",
        "/tmp/testigo-evil.txt",
        "a\x00b\x1b[2J.txt",
        "n" * 4000,
        "con",
        "x/" * 500 + "y",
    ]
    world.add(
        world.file(
            "n.zip", makes.archive({name: f"{number}. {WORDS}".encode() for number, name in enumerate(names)})
        )
    )
    shown = {c.source for r in world.book.reports(limit=50).items for c in world.book.report(r.id).captures}
    assert len(shown) == len(names)
    assert all(name.isprintable() for name in shown)
    assert not Path("/tmp/testigo-evil.txt").exists()
    assert not (world.folder.parent.parent / "evil.txt").exists()
    assert {p.name for p in world.folder.parent.iterdir()} == {"book", "files"}


def test_the_casebook_inside_a_folder_is_not_added_to_itself(world: World, tmp_path: Path) -> None:
    world.file("a.txt", WORDS)
    assert world.add(str(tmp_path)).new == 1


def test_nothing_named_and_addresses_not_allowed_are_refused(world: World) -> None:
    with pytest.raises(BadInput, match="nothing was named"):
        preserve(world.book, [])
    with pytest.raises(BadInput, match="fetching was not allowed"):
        world.add("https://farbank.example/")


def test_an_address_is_fetched_when_it_was_asked_for_by_name(world: World) -> None:
    server = Server()
    server.answers["/three"] = send(makes.page(), ("Content-Type", "text/html; charset=utf-8"))
    server.answers["/gone"] = send(b"", status=404)
    try:
        options = Options(fetch=True, fetcher=server.fetcher())
        outcome = world.add(server.url("/three"), server.url("/gone"), options=options)
    finally:
        server.http.shutdown()
        server.http.server_close()
    (report,) = map(world.book.report, outcome.reports)
    assert report.report.url == server.url("/three")
    assert (report.captures[0].how, report.captures[0].answer[:6]) == ("address", "200 OK")
    assert "answered 404" in outcome.troubles[0].error


def test_without_the_hook_of_a_test_a_private_address_is_refused(world: World) -> None:
    outcome = world.add("http://127.0.0.1:1/", options=Options(fetch=True, fetcher=Fetcher()))
    assert outcome.new == 0
    assert "private network" in outcome.troubles[0].error


def test_progress_is_told_for_every_original(world: World) -> None:
    for number in range(5):
        world.file(f"{number}.txt", f"{number} {WORDS}")
    told: list[tuple[str, int]] = []
    preserve(world.book, [str(world.folder)], Options(), lambda step, count: told.append((step, count)))
    assert sum(count for step, count in told if step == "kept") == 5
    assert sum(count for step, count in told if step == "texts") == 5


def test_a_text_whose_reading_was_cut_short_is_taken_when_the_file_comes_again(world: World) -> None:
    name = world.file("a.txt", WORDS)
    assert world.add(name, options=Options(extract=False)).reports == ()
    assert verify(world.book).notes == (
        "1 originals have no text yet (an interrupted add; add them again): 1",
    )
    assert len(world.add(name).reports) == 1
    assert verify(world.book).notes == ()


# -- failures of the disk, and of other processes -------------------------------------------------------------------


def test_a_full_disk_ends_the_call_plainly_and_leaves_only_what_was_acknowledged(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TESTIGO_BATCH_FILES", "2")
    for number in range(6):
        world.file(f"{number}.txt", f"{number} {WORDS}")
    real, calls = os.write, [0]

    def write(handle: int, data: bytes) -> int:
        calls[0] += "incoming" in os.readlink(f"/proc/self/fd/{handle}")  # noqa: PTH115
        if calls[0] == 4:
            raise OSError(28, "No space left on device")
        return real(handle, data)

    monkeypatch.setattr(os, "write", write)
    with pytest.raises(TestigoError, match="the disk is full"):
        world.add()
    monkeypatch.undo()
    assert [o.id for o in world.book.originals()] == [1, 2]
    assert world.objects() == 2
    assert verify(world.book).damages == ()
    assert world.add().new == 4


def test_a_real_limit_on_file_size_gives_the_same_plain_error(world: World) -> None:
    name = world.file("large.bin", os.urandom(3_000_000))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, before[1]))
    try:
        with pytest.raises(TestigoError, match="the disk is full"):
            world.add(name)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert world.objects() == 0
    assert world.add(name).new == 1


def test_a_database_that_fails_takes_the_batch_back(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> Sequence[object]:
        raise TestigoError("the database cannot be written")

    name = world.file("a.txt", WORDS)
    monkeypatch.setattr(Casebook, "record_captures", fail)
    with pytest.raises(TestigoError, match="database"):
        world.add(name)
    monkeypatch.undo()
    assert world.objects() == 0
    assert world.add(name).new == 1


def test_nothing_is_acknowledged_before_it_was_synced_and_committed(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    real_sync, real_record = durable.sync_all, Casebook.record_captures

    def sync(*args: object) -> None:
        real_sync(*args)  # type: ignore[arg-type]
        seen.append("sync")

    def record(*args: object, **kwargs: object) -> object:
        answer = real_record(*args, **kwargs)  # type: ignore[arg-type]
        seen.append("commit")
        return answer

    monkeypatch.setattr(durable, "sync_all", sync)
    monkeypatch.setattr(Casebook, "record_captures", record)
    preserve(world.book, [world.file("a.txt", WORDS)], Options(), lambda step, _: seen.append(step))
    assert seen[:4] == ["sync", "sync", "commit", "kept"]


def test_a_file_that_cannot_be_read_to_its_end_costs_only_itself(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    from testigo.archive import sources

    monkeypatch.setattr(sources, "IN_MEMORY", 100)
    large = world.file("large.bin", os.urandom(5_000))
    real = os.read

    def read(handle: int, size: int) -> bytes:
        if os.readlink(f"/proc/self/fd/{handle}") == large:  # noqa: PTH115
            raise OSError(5, "Input/output error")
        return real(handle, size)

    monkeypatch.setattr(os, "read", read)
    outcome = world.add(large, world.file("s.txt", WORDS[:90]))
    assert outcome.new == 1
    assert "could not be read to its end" in outcome.troubles[0].error
    assert world.objects() == 1


ADDER = """
import sys
from testigo.archive.preserve import Options, preserve
from testigo.casebook import casebook
book = casebook.open_casebook(__import__("pathlib").Path(sys.argv[1]), None)
def told(step, count):
    if step == "kept":
        print("kept", flush=True)
outcome = preserve(book, sys.argv[2:], Options(), told)
print(outcome.new, outcome.again, len(outcome.troubles), flush=True)
book.close()
"""


def adder(world: World, *names: str, batch: int = 5) -> subprocess.Popen[str]:
    environ = os.environ | {"TESTIGO_BATCH_FILES": str(batch)}
    return subprocess.Popen(
        [sys.executable, "-c", ADDER, str(world.book.path), *names], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environ
    )  # fmt: skip


def test_two_processes_that_add_at_once_lose_nothing_and_keep_nothing_twice(world: World) -> None:
    from testigo.casebook import casebook

    for number in range(30):
        world.file(f"shared/{number}.txt", f"{number} {WORDS}")
        world.file(f"one/{number}.txt", f"one {number} {WORDS}")
        world.file(f"two/{number}.txt", f"two {number} {WORDS}")
    path = world.book.path
    casebook.close_open()
    running = [adder(world, str(world.folder / "shared"), str(world.folder / own)) for own in ("one", "two")]
    answers = [one.communicate(timeout=120) for one in running]
    assert [one.returncode for one in running] == [0, 0], answers
    counts = [list(map(int, out.strip().splitlines()[-1].split())) for out, _ in answers]
    assert sum(c[0] for c in counts) == 90
    assert sum(c[1] for c in counts) == 30
    book = casebook.open_casebook(path, None)
    assert book.counts().originals == 90
    assert book.counts().captures == 120
    assert book.counts().reports == 90
    checked = verify(book)
    assert checked.damages == ()


def test_a_killed_import_leaves_what_it_acknowledged_and_nothing_half_done(world: World) -> None:
    from testigo.casebook import casebook

    contents = {f"{n:03d}": f"{n} {WORDS} {'x' * (n * 37 % 5000)}" for n in range(60)}
    for name, words in contents.items():
        world.file(f"in/{name}.txt", words)
    world.file("in/box.zip", makes.archive({f"m{n}.txt": f"member {n} {WORDS}".encode() for n in range(20)}))
    path = world.book.path
    casebook.close_open()
    for turn in range(6):
        one = adder(world, str(world.folder / "in"))
        assert one.stdout is not None
        acknowledged = 0
        for line in one.stdout:
            acknowledged += line.startswith("kept")
            if acknowledged > turn * 13:
                break
        threading.Event().wait(0.003 * turn)
        one.kill()
        acknowledged += one.stdout.read().count("kept")
        one.wait()
        one.stdout.close()
        assert one.stderr is not None
        one.stderr.close()
        book = casebook.open_casebook(path, None)
        assert book.counts().captures >= acknowledged
        checked = verify(book)
        assert checked.damages == (), turn
        store = ObjectStore(book.objects_dir, book.keys.seal_key, book.keys.name_key)
        assert {row.object for row in book.originals()} == set(store.names())
        casebook.close_open()
    book = casebook.open_casebook(path, None)
    preserve(book, [str(world.folder / "in")])
    assert book.counts().originals == 81
    assert book.counts().reports == 80
    assert verify(book).damages == ()


# -- without a casebook ------------------------------------------------------------------------------------------


def test_a_file_is_read_without_a_casebook(tmp_path: Path) -> None:
    path = tmp_path / "three.txt"
    path.write_bytes(WORDS.encode("cp949"))
    (report,) = extract_file(path, published="2024-03-21", publisher="Farbank Daily")
    assert (report.text, report.published, report.publisher) == (WORDS, "2024-03-21", "Farbank Daily")


def test_every_text_of_a_container_is_read_without_a_casebook(tmp_path: Path) -> None:
    path = tmp_path / "box.zip"
    path.write_bytes(
        makes.archive({"a.txt": WORDS.encode(), "b.html": makes.page(), "c.pdf": makes.locked_pdf()})
    )
    reports = extract_file(path)
    assert len(reports) == 2
    assert any("password-protected" in note for note in reports[0].notes)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        makes.locked_pdf(),
        b"\x89PNG\r\n\x1a\n" + bytes(30),
        bytes(range(256)),
        makes.overlapping_archive(50),
    ],
)
def test_a_file_without_a_text_is_an_error_that_says_why(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(BadInput) as caught:
        extract_file(tmp_path / "x")
    assert str(tmp_path / "x") in caught.value.message


@pytest.mark.parametrize("name", ["missing", ".", "a\0b"])
def test_a_path_that_is_no_file_is_an_error_of_ours(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput):
        extract_file(tmp_path / name)


def test_reading_a_plain_text_loads_nothing_heavy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS)
    code = (
        "import sys, json; from testigo.archive.extract import extract_file; extract_file(sys.argv[1]);"
        "print(json.dumps(sorted({'django', 'cryptography', 'trafilatura', 'pypdfium2', 'charset_normalizer', 'urllib3', 'ssl',"
        " 'subprocess', 'zipfile', 'email', 'socket'} & set(sys.modules))))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.txt")], capture_output=True, text=True, check=True
    )
    assert json.loads(run.stdout) == []


def test_the_stores_own_names_are_what_the_rows_say(world: World) -> None:
    world.add(world.file("a.txt", WORDS))
    (row,) = world.book.originals()
    assert list(world.store().names()) == [row.object]
    assert (
        objects.ObjectStore(world.book.objects_dir, bytes(32), world.book.keys.name_key).name_of(row.sha256)
        == row.object
    )

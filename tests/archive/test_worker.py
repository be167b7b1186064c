"""A planted file can at worst kill its own worker."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from testigo.archive import frames, sniff, worker
from testigo.archive.events import Finding, Part, Task, Trouble
from testigo.archive.worker import Pool, Worker, in_memory
from testigo.claim import Span
from testigo.errors import BadInput, Missing
from testigo.report import Block, Report

TEXT = (
    b"Guards arrest three\n\nThree people were arrested in Pellick on Tuesday, a source in the province said."
)
PLAIN = Task(sniff.PLAIN)


def reports(findings: tuple[Finding, ...]) -> list[Report]:
    return [f for f in findings if isinstance(f, Report)]


def troubles(findings: tuple[Finding, ...]) -> list[Trouble]:
    return [f for f in findings if isinstance(f, Trouble)]


def test_a_worker_gives_the_same_report_as_the_process_itself() -> None:
    from testigo.archive.text import report_of_text

    with Pool() as pool:
        (report,) = reports(pool.run_bytes(TEXT, PLAIN))
    assert report == report_of_text(TEXT.decode())


def test_one_worker_serves_many_simple_originals_and_pdf_gets_a_fresh_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[int] = []
    real = Worker.__init__

    def count(self: Worker) -> None:
        started.append(1)
        real(self)

    monkeypatch.setattr(Worker, "__init__", count)
    with Pool() as pool:
        for _ in range(5):
            pool.run_bytes(TEXT, PLAIN)
        assert len(started) == 1
        for _ in range(2):
            pool.run_bytes(b"%PDF-1.4 damaged", Task(sniff.PDF))
        assert len(started) == 3


def test_a_worker_started_in_a_thread_outlives_it() -> None:
    with Pool() as pool:
        thread = threading.Thread(target=lambda: pool.run_bytes(TEXT, PLAIN))
        thread.start()
        thread.join()
        time.sleep(0.2)
        assert reports(pool.run_bytes(TEXT, PLAIN))


def test_closing_the_pool_ends_its_processes() -> None:
    pool = Pool()
    pool.run_bytes(TEXT, PLAIN)
    pids = [w._process.pid for w in pool._ready]
    pool.close()
    assert pids
    assert not any(Path(f"/proc/{pid}").exists() for pid in pids)


# -- code that runs inside the worker: what it may not do --------------------------------------------------------

PROBE = """
import sys, json, socket
sys.path[:] = json.loads(sys.argv[1])
from testigo.archive import sandbox
in_force = sandbox.enter(1024, 32)
out = {}
def probe(name, what):
    try:
        out[name] = "did: " + repr(what())[:60]
    except BaseException as error:
        out[name] = "denied"
import os, ctypes, signal, tempfile, subprocess, threading, resource
libc = ctypes.CDLL(None, use_errno=True)
def call(*args):
    if libc.syscall(*args) < 0: raise OSError(ctypes.get_errno())
parent = os.getppid()
probe("connect", lambda: socket.create_connection(("127.0.0.1", int(sys.argv[2])), 2))
probe("udp", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
probe("unix socket", lambda: socket.socket(socket.AF_UNIX))
probe("netlink", lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW))
probe("socket pair", lambda: socket.socketpair())
probe("read a secret", lambda: open(sys.argv[3]).read())
probe("read passwd", lambda: open("/etc/passwd").read())
probe("read environ of parent", lambda: open(f"/proc/{parent}/environ", "rb").read())
probe("read memory of parent", lambda: open(f"/proc/{parent}/mem", "rb").read(1))
probe("list home", lambda: os.listdir(os.path.expanduser("~")))
probe("list root", lambda: os.listdir("/"))
probe("write beside the secret", lambda: open(sys.argv[3] + ".new", "w").write("x"))
probe("write tmp", lambda: open("/tmp/testigo-probe", "w").write("x"))
probe("write shm", lambda: open("/dev/shm/testigo-probe", "w").write("x"))
probe("overwrite own code", lambda: open(sandbox.__file__, "r+").write("x"))
probe("delete the secret", lambda: os.unlink(sys.argv[3]))
probe("rename the secret", lambda: os.rename(sys.argv[3], sys.argv[3] + "2"))
probe("make a folder", lambda: os.mkdir("/tmp/testigo-probe-dir"))
probe("link", lambda: os.symlink("/etc/passwd", "/tmp/testigo-probe-link"))
probe("exec", lambda: os.execv("/bin/true", ["true"]))
probe("spawn", lambda: subprocess.run(["/bin/true"]))
probe("fork", lambda: os.fork())
probe("clone3", lambda: call(435, 0, 0))
probe("kill parent", lambda: os.kill(parent, signal.SIGTERM))
probe("signal parent 0", lambda: os.kill(parent, 0))
probe("ptrace", lambda: call({"x86_64": 101}.get(os.uname().machine, 117), 16, parent, 0, 0))
probe("memfd", lambda: os.memfd_create("x"))
probe("mount", lambda: call({"x86_64": 165}.get(os.uname().machine, 40), b"none", b"/tmp", b"tmpfs", 0, 0))
probe("unshare", lambda: call({"x86_64": 272}.get(os.uname().machine, 97), 0x10000000))
probe("raise the limits", lambda: resource.setrlimit(resource.RLIMIT_AS, (1 << 40, 1 << 40)))
probe("take much memory", lambda: bytearray(3 << 30))
probe("open many files", lambda: [open("/dev/null") for _ in range(100)])
probe("keys of the kernel", lambda: call({"x86_64": 250}.get(os.uname().machine, 219), 0, 0))
def thread():
    done = []
    t = threading.Thread(target=lambda: done.append(1)); t.start(); t.join()
    return done
probe("a thread of its own", thread)
probe("parse", lambda: __import__("trafilatura") and 1)
print(json.dumps({"in_force": in_force, "probes": out}))
"""
ALLOWED = {"a thread of its own", "parse"}


def test_code_inside_a_worker_is_denied_everything_but_its_work(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("Dora")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
        run = subprocess.run(
            [sys.executable, "-I", "-S", "-B", "-c", PROBE, json.dumps(worker._code_paths()), port, str(secret)],
            capture_output=True, text=True, timeout=60, check=True,
        )  # fmt: skip
    answer = json.loads(run.stdout)
    if not {"files", "calls"} <= set(answer["in_force"]):
        pytest.skip(f"this system has only {sorted(answer['in_force'])}")
    did = {name for name, what in answer["probes"].items() if what != "denied"}
    assert len(answer["probes"]) >= 34
    assert did == ALLOWED
    assert secret.read_text() == "Dora"


def test_a_worker_says_what_is_in_force() -> None:
    one = Worker()
    try:
        assert one.in_force["limits"].startswith("1024 MiB")
    finally:
        one.close()


def test_a_worker_has_no_open_file_and_no_environment_of_the_parent() -> None:
    os.environ["TESTIGO_SECRET_OF_A_TEST"] = "Dora"
    handle = os.open("/etc/hostname", os.O_RDONLY)
    os.set_inheritable(handle, True)
    one = Worker()
    try:
        pid = one._process.pid
        environment = Path(f"/proc/{pid}/environ")
        try:
            assert b"Dora" not in environment.read_bytes()
            targets = [str(fd.readlink()) for fd in Path(f"/proc/{pid}/fd").iterdir()]
            assert "/etc/hostname" not in targets
            assert sorted(t.split(":")[0] for t in targets) == [
                "/dev/null",
                "/dev/null",
                "/dev/null",
                "socket",
            ]
        except PermissionError:
            pytest.skip("a worker cannot even be looked into here")
    finally:
        one.close()
        os.close(handle)
        del os.environ["TESTIGO_SECRET_OF_A_TEST"]


# -- workers that go wrong ---------------------------------------------------------------------------------------


class Fake(Worker):
    """A worker whose other side a test speaks."""

    def __init__(self, seconds: float = 1.0) -> None:
        self._connection, self.theirs = socket.socketpair()
        self._process = subprocess.Popen(["sleep", "60"], start_new_session=True)
        self._cap, self._seconds, self.done, self.in_force = 1 << 20, seconds, 0, {}

    def answer(self, *what: bytes | dict[str, object]) -> tuple[Finding, ...]:
        for one in what:
            if isinstance(one, bytes):
                self.theirs.sendall(one)
            else:
                frames.send(self.theirs, one)
        with in_memory(b"x") as handle:
            found = tuple(self.run(handle, PLAIN))
        self.theirs.close()
        if self.alive:
            self.close()
        return found


def as_frame(**changes: object) -> dict[str, object]:
    report = {
        "text": "abc",
        "blocks": [{"kind": "body", "span": [0, 3], "rule": ""}],
        "notes": [],
        "pages": [],
    }
    return {"k": "report", "report": {**report, **changes}}


DONE: dict[str, object] = {"k": "done"}


def test_a_sound_answer_is_taken() -> None:
    (report,) = Fake().answer(as_frame(), DONE)
    assert report == Report("abc", (Block("body", Span(0, 3)),))


@pytest.mark.parametrize(
    "frame",
    [
        as_frame(blocks=[{"kind": "body", "span": [0, 4], "rule": ""}]),
        as_frame(blocks=[{"kind": "body", "span": [2, 1], "rule": ""}]),
        as_frame(blocks=[{"kind": "body", "span": [-1, 2], "rule": ""}]),
        as_frame(blocks=[{"kind": "script", "span": [0, 2], "rule": ""}]),
        as_frame(blocks=[{"kind": "body", "span": [1, 3]}, {"kind": "body", "span": [0, 2]}]),
        as_frame(blocks="body"),
        as_frame(text=None),
        as_frame(text=12),
        as_frame(pages=[9]),
        as_frame(pages=[2, 1]),
        as_frame(published="yesterday"),
        as_frame(published="<script>"),
        {"k": "report"},
        {"k": "hello"},
        {"k": "part"},
        {"k": "bytes", "n": 1 << 30},
        {"nothing": 1},
    ],
)
def test_an_answer_that_does_not_hold_together_is_a_trouble(frame: dict[str, object]) -> None:
    found = Fake().answer(frame, DONE)
    assert [type(f) for f in found] == [Trouble]


@pytest.mark.parametrize(
    "raw", [b"\xff\xff\xff\xff", b"\0\0\0\4null", b"\0\0\0\3{a}", b"\0\0\0\2[]", b"\0\0\0\x08" + b"[" * 8]
)
def test_an_answer_that_is_no_frame_is_a_trouble(raw: bytes) -> None:
    (trouble,) = Fake().answer(raw)
    assert isinstance(trouble, Trouble)


def test_lone_surrogates_do_not_get_past_the_parent() -> None:
    (report,) = Fake().answer(as_frame(text="a\ud800c", title="\udfff"), DONE)
    assert isinstance(report, Report)
    assert (report.text, report.title) == ("a?c", "?")


def test_a_silent_worker_is_stopped_by_the_parents_clock() -> None:
    start = time.monotonic()
    one = Fake(0.3)
    (trouble,) = one.answer()
    assert isinstance(trouble, Trouble)
    assert "took longer" in trouble.message
    assert time.monotonic() - start < 5
    assert not one.alive


def test_a_worker_that_drips_is_stopped_too() -> None:
    one = Fake(0.5)
    stop = threading.Event()

    def drip() -> None:
        while not stop.wait(0.05):
            try:
                one.theirs.sendall(b"\0")
            except OSError:
                return

    thread = threading.Thread(target=drip)
    one.theirs.sendall(b"\0\1\0\0")
    thread.start()
    start = time.monotonic()
    with in_memory(b"x") as handle:
        found = tuple(one.run(handle, PLAIN))
    stop.set()
    thread.join()
    one.theirs.close()
    assert isinstance(found[0], Trouble)
    assert time.monotonic() - start < 5


def test_a_worker_that_was_killed_costs_only_its_original() -> None:
    with Pool() as pool:
        pool.run_bytes(TEXT, PLAIN)
        pool._ready[0]._process.kill()
        pool._ready[0]._process.wait()
        assert reports(pool.run_bytes(TEXT, PLAIN))


def test_a_parser_that_dies_in_the_middle_is_a_trouble_and_the_next_original_goes_through() -> None:
    with Pool() as pool:
        pool.run_bytes(TEXT, PLAIN)
        one = pool._ready[0]
        threading.Timer(0.3, one._process.kill).start()
        slow = b"<p>" * 3_000_000  # long enough to be met in the middle
        found = pool.run_bytes(slow, Task(sniff.HTML))
        assert troubles(found)
        assert reports(pool.run_bytes(TEXT, PLAIN))


def test_a_parser_that_wants_too_much_memory_is_a_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESTIGO_WORKER_MEMORY_MB", "150")
    with Pool() as pool:
        found = pool.run_bytes(b"word " * 20_000_000, PLAIN)
    assert [type(f) for f in found] == [Trouble]


def test_where_no_worker_can_start_the_message_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(Missing, match="no parser process"):
        Worker()


def test_a_setting_that_is_no_number_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESTIGO_WORKER_MEMORY_MB", "much")
    with pytest.raises(BadInput, match="TESTIGO_WORKER_MEMORY_MB"):
        Worker()


def test_parts_left_unread_do_not_disturb_what_follows() -> None:
    import io
    import zipfile

    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        for number in range(5):
            archive.writestr(f"{number}.txt", bytes([number + 65]) * 100_000)
    with Pool() as pool, in_memory(box.getvalue()) as handle:
        names = []
        for finding in pool.run(handle, Task(sniff.ZIP)):
            assert isinstance(finding, Part)
            names.append(finding.name)
            if finding.name == "2.txt":
                assert b"".join(finding.chunks) == b"C" * 100_000
        assert names == [f"{n}.txt" for n in range(5)]
        assert reports(pool.run_bytes(TEXT, PLAIN))


def test_leaving_a_container_early_ends_its_worker() -> None:
    import io
    import zipfile

    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        archive.writestr("a.txt", "a")
        archive.writestr("b.txt", "b")
    with Pool() as pool:
        with in_memory(box.getvalue()) as handle:
            found = pool.run(handle, Task(sniff.ZIP))
            next(found)
            found.close()
        assert pool._ready == []
        assert reports(pool.run_bytes(TEXT, PLAIN))

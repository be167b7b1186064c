"""What a worker gives up before it sees a byte of an original. Runs in the worker, once, and says what is in force.

In order:
1. limits of the operating system: memory, open files, no written file, no core dump
2. a network name space of its own, which is empty (where the kernel lets an ordinary user make one)
3. Landlock: no file but Python's own code can be opened, none written, no TCP, no signal to others
4. seccomp: no socket, no other program, no new process, no tracing, no mount, no kernel keys (x86-64 and ARM64)

Rules:
- Each step that the system does not have is left out and missing from the answer: nothing is said to be in force that is not.
- The parent keeps the clock. Should it be gone, the worker ends with its connection, or at `spend`'s CPU time at worst.
- 3 and 4 cannot be taken back by the worker, whatever code runs in it.
"""

from __future__ import annotations

import ctypes
import mimetypes
import os
import platform
import resource
import signal
import struct
import sys
from pathlib import Path

_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _PR_SET_DUMPABLE = 38, 22, 4
_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
_LANDLOCK_BITS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}

_DENIED = {  # name: (x86-64, ARM64); -1 where the machine has none
    "socket": (41, 198), "socketpair": (53, 199), "bind": (49, 200), "listen": (50, 201), "accept": (43, 202),
    "connect": (42, 203), "accept4": (288, 242), "execve": (59, 221), "execveat": (322, 281), "fork": (57, -1),
    "vfork": (58, -1), "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271),
    "kill": (62, 129), "tkill": (200, 130), "tgkill": (234, 131), "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240), "pidfd_send_signal": (424, 424), "pidfd_open": (434, 434),
    "pidfd_getfd": (438, 438), "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51),
    "unshare": (272, 97), "setns": (308, 268), "bpf": (321, 280), "perf_event_open": (298, 241),
    "userfaultfd": (323, 282), "io_uring_setup": (425, 425), "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427), "keyctl": (250, 219), "add_key": (248, 217), "request_key": (249, 218),
    "init_module": (175, 105), "finit_module": (313, 273), "kexec_load": (246, 104), "open_by_handle_at": (304, 265),
    "personality": (135, 92), "memfd_create": (319, 279), "shmget": (29, 194), "mq_open": (240, 180),
    "clone3": (435, 435), "prlimit64": (302, 261), "fsopen": (430, 430), "move_mount": (429, 429),
    "open_tree": (428, 428),
}  # fmt: skip
_MACHINES = {"x86_64": (0, 0xC000003E, 56), "aarch64": (1, 0xC00000B7, 220)}
_CLONE_THREAD = 0x00010000


def enter(memory_mb: int, open_files: int) -> dict[str, str]:
    """Give up what an extractor does not need. Returns what is in force: limits, network, files, calls."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    _set_limits(memory_mb, open_files)
    in_force = {"limits": f"{memory_mb} MiB, {open_files} files, nothing written"}
    if libc.unshare(_NEW_USER | _NEW_NET) == 0 or libc.unshare(_NEW_NET) == 0:
        in_force["network"] = "an empty network of its own"
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    landlock = _landlock(libc)
    if landlock:
        in_force["files"] = landlock
    if _seccomp(libc):
        in_force["calls"] = "seccomp"
    return in_force


def spend(seconds: float) -> None:
    """Let the task that starts now use at most so much CPU time; then the system ends the worker."""
    signal.setitimer(signal.ITIMER_PROF, seconds)


def _set_limits(memory_mb: int, open_files: int) -> None:
    for what, limit in (
        (resource.RLIMIT_AS, memory_mb << 20),
        (resource.RLIMIT_NOFILE, open_files),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        value = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(what, (value, value))


def _readable_paths() -> list[Path]:
    """Where Python's code and the libraries it loads lie; never a home folder or the root."""
    code = [Path(entry) for entry in sys.path if entry and not entry.endswith(".zip")]
    system = (
        "/lib",
        "/lib64",
        "/usr/lib",
        "/usr/lib64",
        "/usr/local/lib",
        "/etc/ld.so.cache",
        "/usr/share/zoneinfo",
    )
    devices = ("/dev/null", "/dev/urandom", "/etc/nsswitch.conf", "/etc/localtime")
    known = [Path(p) for p in (*system, *devices, *mimetypes.knownfiles)]
    libraries = [Path(sys.base_prefix) / "lib", Path(sys.prefix) / "lib"]
    barred = {Path("/"), Path("/home"), Path("/root"), Path.home() if "HOME" in os.environ else Path("/")}
    return [path for path in (*code, *libraries, *known) if path not in barred and path.exists()]


def _landlock(libc: ctypes.CDLL) -> str:
    abi = libc.syscall(444, 0, 0, 1)
    if abi < 1:
        return ""
    handled = (1 << _LANDLOCK_BITS.get(abi, 16)) - 1
    wide = struct.pack("QQQ", handled, 0b11 if abi >= 4 else 0, 0b11 if abi >= 6 else 0)
    attributes = wide[: 8 if abi < 4 else 16 if abi < 6 else 24]
    ruleset = libc.syscall(444, attributes, len(attributes), 0)
    if ruleset < 0:
        return ""
    try:
        for path in _readable_paths():
            _allow(libc, ruleset, path)
        if libc.syscall(446, ruleset, 0) != 0:
            return ""
    finally:
        os.close(ruleset)
    return f"Landlock {abi}: Python's own code only"


def _allow(libc: ctypes.CDLL, ruleset: int, path: Path) -> None:
    handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        access = _READ_FILE | (_READ_DIR if path.is_dir() else 0)
        libc.syscall(445, ruleset, 1, struct.pack("=Qi", access, handle), 0)
    finally:
        os.close(handle)


def _seccomp(libc: ctypes.CDLL) -> bool:
    machine = _MACHINES.get(platform.machine())
    if machine is None or sys.maxsize < 2**32:
        return False
    program = _filter(*machine)
    buffer = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(buffer))
    return bool(libc.prctl(_PR_SET_SECCOMP, 2, header, 0, 0) == 0)


def _filter(column: int, architecture: int, clone: int) -> bytes:
    """The BPF program: another architecture kills; a denied call fails with EPERM, clone3 with ENOSYS; the rest passes."""
    load, equal, at_least, has_bits, answer = 0x20, 0x15, 0x35, 0x45, 0x06
    kill, allow, not_permitted, not_there = 0x80000000, 0x7FFF0000, 0x00050001, 0x00050026
    steps = [
        (load, 0, 0, 4), (equal, 1, 0, architecture), (answer, 0, 0, kill),
        (load, 0, 0, 0), (at_least, 0, 1, 0x40000000), (answer, 0, 0, kill),  # the other calling form of x86-64
        (equal, 0, 4, clone), (load, 0, 0, 16), (has_bits, 0, 1, _CLONE_THREAD), (answer, 0, 0, allow),
        (answer, 0, 0, not_permitted),
    ]  # fmt: skip
    for name, numbers in _DENIED.items():
        if numbers[column] >= 0:
            steps.append((equal, 0, 1, numbers[column]))
            steps.append((answer, 0, 0, not_there if name == "clone3" else not_permitted))
    steps.append((answer, 0, 0, allow))
    return b"".join(struct.pack("HBBI", *step) for step in steps)

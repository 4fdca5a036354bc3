# SPDX-License-Identifier: MIT
"""What a program and all it starts do beyond their own memory, as strace sees it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

WRITING = (
    "creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,rmdir,link,linkat,symlink,"
    "symlinkat,truncate,chmod,fchmodat,chown,lchown,fchownat,mknod,mknodat,utime,utimes,utimensat"
)
# With --seccomp-bpf nothing else is stopped at, so that a program runs at nearly full speed.
STRACE = ("strace", "-f", "-qq", "-y", "-s", "4096", "--seccomp-bpf", "-e", "signal=none")
_CALL = re.compile(r"^(?:\[pid +\d+\] |\d+ +)?(\w+)\((.*)$")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_FOLDER = re.compile(r"^(?:AT_FDCWD|\d+)<([^>]*)>")
# Connecting two ends inside one program, or asking about an end that is there.
_HARMLESS = {"socketpair", "getsockname", "getpeername", "getsockopt", "setsockopt", "shutdown"}
_HARMLESS |= {"recvmsg", "recvfrom", "recvmmsg"}


@dataclass(frozen=True, slots=True)
class Call:
    """One system call as it was begun; what came of it does not matter here."""

    name: str
    arguments: str

    def path(self) -> str:
        """Return the path that is written to: the last one named, whole."""
        folder = _FOLDER.match(self.arguments)
        named = _QUOTED.findall(self.arguments)
        last = named[-1].encode().decode("unicode_escape") if named else ""
        return last if last.startswith("/") or not folder else f"{folder[1]}/{last}"


@dataclass(frozen=True, slots=True)
class Trace:
    """A finished program and its calls."""

    status: int
    output: str
    errors: str
    calls: tuple[Call, ...]

    def reaching_out(self, *, allowed: str = "(?!)") -> list[str]:
        """Return the calls that make or use a socket, but for those that fit ``allowed``."""
        network = [call for call in self.calls if call.name not in _OF_FILES]
        lines = [f"{call.name}({call.arguments}" for call in network if _reaches(call)]
        return [line for line in lines if not re.search(allowed, line)]

    def written_outside(self, *folders: Path) -> list[str]:
        """Return the paths outside the folders that were written to or tried to be."""
        inside = tuple(f"{folder}/" for folder in folders)
        paths = [call.path() for call in self.calls if _writes(call)]
        return sorted({path for path in paths if not f"{path}/".startswith(inside)})


_OF_FILES = {"open", "openat", "openat2", *WRITING.split(",")}


def works() -> bool:
    """Tell whether strace is here and allowed to follow a program."""
    if not shutil.which(STRACE[0]):
        return False
    probe = [*STRACE, "-e", "trace=openat", "-o", "/dev/null", "true"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


def traced(command: Sequence[str], surroundings: Mapping[str, str], record: Path) -> Trace:
    """Run a program to its end; ``record`` is where strace writes."""
    traced_calls = f"trace=%network,open,openat,openat2,{WRITING}"
    done = subprocess.run(
        [*STRACE, "-e", traced_calls, "-o", str(record), *command],
        env=dict(surroundings),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    lines = record.read_text(encoding="utf-8", errors="replace").splitlines()
    found = (_CALL.match(line) for line in lines)
    calls = tuple(Call(match[1], match[2]) for match in found if match)
    return Trace(done.returncode, done.stdout, done.stderr, calls)


def _reaches(call: Call) -> bool:
    """Tell whether a call is of the network or of another program's socket.

    An end of a pair of one's own has no address; a local socket reaches nobody
    before it is connected or bound.
    """
    if call.name in _HARMLESS:
        return False
    if call.name == "socket":
        return not call.arguments.startswith(("AF_UNIX", "AF_LOCAL"))
    if call.name in {"sendto", "sendmsg", "sendmmsg"}:
        return "sa_family" in call.arguments
    return True


def _writes(call: Call) -> bool:
    if call.name in {"open", "openat", "openat2"}:
        return bool(re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC", call.arguments))
    return call.name in _OF_FILES

# SPDX-License-Identifier: MIT
"""Reads files in a process of its own, so that no file can hurt the application."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from diptych.errors import ArticleError
from diptych.library import outcomes, sniffing
from diptych.library.stored_text import pack, unpack
from diptych.text.article import Article

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

    if sys.platform == "win32":  # what a pipe is there
        from multiprocessing.connection import PipeConnection as Connection
    else:
        from multiprocessing.connection import Connection

log = logging.getLogger(__name__)

# Whoever waits may show which file is read while it is.
Watch = Callable[[Path], contextlib.AbstractContextManager[object]]

# For one file. Waiting costs little: it can be broken off, and a busy computer is no fault
# of the file's. What counts is the processor's time.
_SECONDS = 120.0
_CPU_SECONDS = 20
_CPU_SECONDS_LARGE = 60
_LARGE = 20 << 20  # bytes
_LOOK_SECONDS = 0.1  # between two looks whether reading is to be broken off
# Files are recorded in their order: while one takes long, a process that is done with a later one
# waits. With one more than cores none of these stands idle.
_MOST_READERS = 3
_FILES = 200  # then a fresh process, as native code may leak
_MEMORY = 1536 << 20  # bytes of address space
_OPEN_FILES = 64
_PLAIN_SIZE = 1 << 20
_GRACE = 2.0  # seconds for a process to end
_LONGEST_ANSWER = 256 << 20  # bytes
_LONGEST_LIMIT = 100  # bytes
_ARTICLE, _NO_MEMORY = b"article", b"memory"


class IsolatedReader:
    """Reads one file at a time in a child process under limits of time and memory.

    A file that breaks the child or takes too long is reported as such, and the
    next one is read by a fresh child. One instance belongs to one thread.
    """

    def __init__(self, *, seconds: float = _SECONDS, watch: Watch = contextlib.nullcontext) -> None:
        self._seconds = seconds
        self._watch = watch
        self._child: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._read = 0
        self._under_way: tuple[bytes, str] | None = None  # asked of the child, not taken yet

    def __enter__(self) -> IsolatedReader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def read(
        self, path: Path, *, encoding: str = "", cancelled: Callable[[], bool] | None = None
    ) -> Article:
        """Return the article at ``path``. Raises ArticleError as ``read_article`` does.

        Small plain texts, which no native code touches, are read without the child.
        Raises Stopped once ``cancelled`` is true.
        """
        with self._watch(path):
            return self._read_one(path, encoding, cancelled)

    @property
    def is_busy(self) -> bool:
        """Tell whether the child is at work on a file that nobody has fetched yet."""
        return self._under_way is not None

    def has_begun(self, path: Path, encoding: str) -> bool:
        """Tell whether the child is at work on this file."""
        return self._under_way == (os.fsencode(path), encoding)

    def expect(self, path: Path, *, encoding: str = "") -> bool:
        """Have the child begin with a file to come, while its caller does other work.

        Tells whether it has: not where another is under way, or where this one needs no
        child. ``read`` takes the answer, or tells what went wrong.
        """
        if self.is_busy or _is_plain(path):
            return False
        try:
            self._ask(path, encoding)
        except OSError:
            return False
        return True

    def _read_one(self, path: Path, encoding: str, cancelled: Callable[[], bool] | None) -> Article:
        # Starting a process takes longer than reading such a text.
        if _is_plain(path):
            from diptych.library import reading

            return reading.read_article(path, encoding=encoding)
        try:
            pipe = self._ask(path, encoding)
            self._wait_for(path, pipe, cancelled)
            # Bytes, not pickles: a file may have taken the child over.
            code, _, answer = pipe.recv_bytes(_LONGEST_ANSWER).partition(b"\n")
            self._under_way = None
        except (EOFError, OSError) as error:
            log.info("the reader died on %s", outcomes.shown_name(path))
            raise outcomes.refusal(self._cause_of_death(), path) from error
        except KeyboardInterrupt:
            self._kill()  # else closing would wait for what nobody wants any more
            raise
        # What is left of its memory is too little for the next file.
        if code == _NO_MEMORY:
            self._kill()
            raise outcomes.refusal("bomb", path)
        return _article(code, answer, path)

    def _ask(self, path: Path, encoding: str) -> Connection:
        """Have the child read a file, unless it does already, and return where it answers."""
        # As bytes: a name on Linux need be no UTF-8.
        asked = os.fsencode(path), encoding
        if self._under_way is not None:
            if self._under_way == asked and self._pipe is not None:
                return self._pipe
            self._kill()  # what it answers next would be taken for this file's
        if self._read >= _FILES:
            self.close()
        pipe = self._started()
        self._read += 1
        pipe.send(asked)
        self._under_way = asked
        return pipe

    def close(self) -> None:
        """End the child; the next file starts another."""
        # Else it may be busy for long with a file that was expected and nobody asks for now.
        if self._pipe is not None and self._child is not None and self._under_way is None:
            with contextlib.suppress(OSError):
                self._pipe.send(None)
            self._child.join(_GRACE)
        self._kill()

    def _started(self) -> Connection:
        if self._pipe is not None and self._child is not None and self._child.is_alive():
            return self._pipe
        self._kill()
        import multiprocessing  # a command that reads no file does not wait for it

        from diptych.spawned import starting

        # Not forked: the window's threads and its files would come along.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        child = context.Process(target=_serve, args=(theirs,), daemon=True)
        with _few_threads(), starting(child):
            # Left open here, it would hide that the child has died.
            theirs.close()
            self._child, self._pipe, self._read = child, ours, 0
        return ours

    def _wait_for(self, path: Path, pipe: Connection, cancelled: Callable[[], bool] | None) -> None:
        """Wait until the child has answered; give the file up where that is to end."""
        end = time.monotonic() + self._seconds
        while not pipe.poll(max(0.0, min(_LOOK_SECONDS, end - time.monotonic()))):
            is_stopped = cancelled is not None and cancelled()
            if is_stopped or time.monotonic() >= end:
                self._kill()
                raise outcomes.Stopped if is_stopped else outcomes.refusal("timeout", path)

    def _cause_of_death(self) -> str:
        """End what is left of the child, and return the outcome that its end stands for."""
        child = self._child
        if child is not None:
            child.join(_GRACE)
        # The system ended it with SIGXCPU.
        out_of_time = child is not None and child.exitcode == _OUT_OF_TIME
        self._kill()
        return "timeout" if out_of_time else "damaged"

    def _kill(self) -> None:
        self._under_way = None
        child, self._child = self._child, None
        if child is not None:
            if child.is_alive():
                child.kill()
            child.join(_GRACE)
            if not child.is_alive():
                child.close()
        pipe, self._pipe = self._pipe, None
        if pipe is not None:
            pipe.close()


class ReadersAhead:
    """Reads files as ``IsolatedReader`` does, with as many processes as files are begun with.

    A process is started when it is first needed: who opens one file at a time has one. One
    instance belongs to one thread.
    """

    def __init__(self, *, watch: Watch = contextlib.nullcontext) -> None:
        self.count = min(_MOST_READERS, 1 + (os.cpu_count() or 1))
        self._readers = tuple(IsolatedReader(watch=watch) for _ in range(self.count))

    def read(
        self, path: Path, *, encoding: str = "", cancelled: Callable[[], bool] | None = None
    ) -> Article:
        """Return the article at ``path``; see ``IsolatedReader.read``."""
        begun = (each for each in self._readers if each.has_begun(path, encoding))
        free = (each for each in self._readers if not each.is_busy)
        reader = next(begun, None) or next(free, self._readers[0])
        return reader.read(path, encoding=encoding, cancelled=cancelled)

    def expect(self, path: Path, *, encoding: str = "") -> bool:
        """Begin with a file to come, if a process is free and the file needs one."""
        free = next((each for each in self._readers if not each.is_busy), None)
        return free is not None and free.expect(path, encoding=encoding)

    def close(self) -> None:
        """End the processes; the next file starts another."""
        for each in self._readers:
            each.close()


def _is_plain(path: Path) -> bool:
    """Tell whether a file is a small text that pure Python reads."""
    if sniffing.EXTENSIONS.get(path.suffix.lower()) not in ("txt", "md"):
        return False
    try:
        if not path.is_file() or path.stat().st_size > _PLAIN_SIZE:
            return False
        with path.open("rb") as stream:
            # By content: a PDF that is called .txt goes to the child.
            return sniffing.sniff(stream.read(4096), path) in ("txt", "md")
    except (OSError, ValueError):
        return False


def _article(code: bytes, answer: bytes, path: Path) -> Article:
    """Return the article the child answered with, or raise what it says of the file."""
    from diptych.library import reading

    if code == _ARTICLE:
        try:
            article = unpack(answer)
        except ValueError as error:
            raise outcomes.refusal("damaged", path) from error
        # The model that tells languages takes memory and is not loaded in each child.
        return article if article.language else reading.with_language(article)
    # Only codes of ours are believed: the child may say anything by now.
    name = code.decode("ascii", "replace")
    if name in outcomes.SENTENCES:
        limit = outcomes.limit_in(answer[:_LONGEST_LIMIT].decode("utf-8", "replace"))
        raise outcomes.refusal(name, path, limit=limit)
    raise outcomes.refusal("damaged", path)


@contextlib.contextmanager
def _few_threads() -> Iterator[None]:
    """Keep numpy in the child from reserving address space for a thread per core."""
    name = "OPENBLAS_NUM_THREADS"
    before = os.environ.get(name)
    os.environ[name] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


# In the child


def _serve(pipe: Connection) -> None:
    """Read the files asked for until there are no more."""
    # Ctrl+C goes to all that were started from a terminal; who started this one ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from diptych.library.reading import read_article  # before memory is limited

    _limit()
    while True:
        try:
            asked = pipe.recv()
        except (EOFError, OSError):
            return
        if asked is None:
            return
        name, encoding = asked
        _limit_time(Path(os.fsdecode(name)))
        code, answer = _answer(read_article, Path(os.fsdecode(name)), encoding)
        try:
            pipe.send_bytes(code + b"\n" + answer)
        except OSError:  # whoever asked has ended meanwhile
            return


def _answer(read: Callable[..., Article], path: Path, encoding: str) -> tuple[bytes, bytes]:
    try:
        return _ARTICLE, pack(read(path, encoding=encoding))
    except ArticleError as error:
        return error.code.encode(), str(error.sentence.parts.get("limit", "")).encode()
    # Told by a constant: to make a sentence takes memory.
    except MemoryError:
        return _NO_MEMORY, b""
    except Exception:
        log.exception("a reader failed on %s", outcomes.shown_name(path))
        return b"damaged", b""


if sys.platform == "win32":

    def _limit() -> None:
        """Windows sets no such limits; the parent's clock is the only one."""

    _OUT_OF_TIME = None

    def _limit_time(path: Path) -> None:
        """See ``_limit``."""

else:
    import resource

    _OUT_OF_TIME = -signal.SIGXCPU

    def _limit() -> None:
        """Forbid this process to grow, to write files and to leave a core."""
        # Reading many files is to leave the window its time.
        os.nice(5)
        for kind, most in (
            (resource.RLIMIT_AS, _MEMORY),
            # Nothing can be written, not even a file of one byte.
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_NOFILE, _OPEN_FILES),
            (resource.RLIMIT_CORE, 0),
        ):
            _set_limit(kind, most)

    def _limit_time(path: Path) -> None:
        """Give this process some more seconds of processor time; then the system ends it."""
        seconds = _CPU_SECONDS
        with contextlib.suppress(OSError, ValueError):
            seconds = _CPU_SECONDS_LARGE if path.stat().st_size > _LARGE else seconds
        used = resource.getrusage(resource.RUSAGE_SELF)
        # The limit counts from the start of the process, so each file is given more than was
        # used.
        _set_limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + seconds)

    def _set_limit(kind: int, most: int) -> None:
        hard = resource.getrlimit(kind)[1]
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        with contextlib.suppress(ValueError, OSError):  # macOS refuses some of them
            # The soft limit alone, so that it can be raised for the next file.
            resource.setrlimit(kind, (most, hard))

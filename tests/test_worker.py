# SPDX-License-Identifier: MIT
"""The worker process: answers, errors, a sudden end."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from multiprocessing.connection import Listener
from pathlib import Path

import pytest
from tests.endless import tell_and_wait, wait_for_ever

from diptych.errors import ArticleError
from diptych.library.isolation import IsolatedReader
from diptych.worker import Worker, WorkerEndedError


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker("tested")
    yield worker
    worker.kill()


def test_answer_comes_back(worker: Worker) -> None:
    assert worker.call(pow, 2, 10) == 1024


def test_work_is_done_elsewhere(worker: Worker) -> None:
    assert worker.call(os.getpid) != os.getpid()


def test_error_comes_back_as_itself(worker: Worker) -> None:
    with pytest.raises(ZeroDivisionError):
        worker.call(divmod, 1, 0)


def test_outcome_code_survives_the_way() -> None:
    import pickle

    error = pickle.loads(pickle.dumps(ArticleError("empty", "void.txt is empty.")))
    assert (error.code, str(error)) == ("empty", "void.txt is empty.")


def test_worker_goes_on_after_an_error(worker: Worker) -> None:
    with pytest.raises(ZeroDivisionError):
        worker.call(divmod, 1, 0)
    assert worker.call(abs, -3) == 3


def test_work_may_start_a_process_of_its_own(worker: Worker, tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<h1>Wall</h1><p>The council met on Tuesday.</p>")

    assert worker.call(title_of, page) == "Wall"


def title_of(page: Path) -> str:
    with IsolatedReader() as reader:
        return reader.read(page).title


def test_sudden_end_is_said(worker: Worker) -> None:
    with pytest.raises(WorkerEndedError):
        worker.call(os._exit, 3)


def test_ctrl_c_is_for_whoever_started_it(worker: Worker) -> None:
    worker.call(signal.raise_signal, signal.SIGINT)

    assert worker.call(abs, -3) == 3


def test_another_process_takes_over_after_a_sudden_end(worker: Worker) -> None:
    with pytest.raises(WorkerEndedError):
        worker.call(os._exit, 3)
    assert worker.call(abs, -3) == 3


def test_kill_ends_a_call_that_is_under_way(worker: Worker) -> None:
    outcome: list[BaseException] = []

    with Listener() as listener:

        def wait_long() -> None:
            try:
                worker.call(tell_and_wait, listener.address)
            except WorkerEndedError as error:
                outcome.append(error)

        waiting = threading.Thread(target=wait_long)
        waiting.start()
        listener.accept().close()
        worker.kill()
        waiting.join(30)
    assert len(outcome) == 1


def test_kill_does_not_wait_for_a_large_argument(worker: Worker) -> None:
    worker.call(abs, 1)
    outcome: list[BaseException] = []
    large = Large()

    def send() -> None:
        try:
            worker.call(wait_for_ever, large)
        except WorkerEndedError as error:
            outcome.append(error)

    sending = threading.Thread(target=send)
    sending.start()
    assert large.begun.wait(30)
    worker.kill()
    sending.join(30)
    assert len(outcome) == 1


class Large:
    """An argument of 50 million characters that says when it is being packed."""

    def __init__(self) -> None:
        self.begun = threading.Event()

    def __reduce__(self) -> tuple[object, ...]:
        self.begun.set()
        return str, ("x" * 50_000_000,)


def test_nothing_is_begun_after_closing(worker: Worker) -> None:
    worker.call(abs, 1)
    worker.close()
    with pytest.raises(WorkerEndedError):
        worker.call(abs, 1)

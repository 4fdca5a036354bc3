# SPDX-License-Identifier: MIT
"""The way in: ``python -m diptych`` and the ``diptych`` command."""

import os
import sys

from diptych import __version__

OLDEST = (3, 11)


def main() -> int:
    """Run the command line; without a command it opens the window."""
    try:
        return _main()
    except KeyboardInterrupt:  # pressed before anything was loaded that could answer it
        return 130


def _main() -> int:
    # Windows gives a program without a console no streams, and writing to None fails.
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    if sys.argv[1:] == ["--version"]:  # scripts ask often, and nothing has to be loaded for it
        print(f"Diptych {__version__}")
        return 0
    if sys.version_info[:2] < OLDEST:
        # pip installs it nowhere else; from a checkout any Python can be tried.
        running = ".".join(map(str, sys.version_info[:2]))
        sys.stderr.write(f"diptych: Python 3.11 or newer is needed; this is {running}.\n")
        return 2
    # Set before numpy is loaded, here and in the processes started from here. The
    # matrices are small: with more threads most time goes into waiting for one another.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("VECLIB_MAXIMUM_THREADS", "1")
    if getattr(sys, "frozen", False):
        import multiprocessing

        try:
            multiprocessing.freeze_support()
        except EOFError:  # whoever started this process was gone before it said what to do
            return 1
    from diptych.cli.main import run

    status = run(sys.argv[1:])
    if "PySide6.QtWidgets" in sys.modules:
        _leave(status)
    return status


def _leave(status: int) -> None:
    """End at once: a window has closed and kept all it holds, and every thread has ended.

    To take down what it was built of took Python and Qt 0.3 s of CPU.
    """
    try:  # contextlib would be loaded for --version too
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        pass  # whoever read has gone
    os._exit(status)


if __name__ == "__main__":
    sys.exit(main())

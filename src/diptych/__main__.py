# SPDX-License-Identifier: MIT
"""The way in: ``python -m diptych`` and the ``diptych`` command."""

from __future__ import annotations

import multiprocessing
import sys


def main() -> int:
    """Run the command line; without a command it opens the window."""
    multiprocessing.freeze_support()
    from diptych.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

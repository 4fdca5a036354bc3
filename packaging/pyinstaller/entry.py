# SPDX-License-Identifier: MIT
"""What the frozen program starts with."""

from __future__ import annotations

from diptych.__main__ import main

if __name__ == "__main__":
    raise SystemExit(main())

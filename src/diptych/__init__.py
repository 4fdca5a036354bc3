# SPDX-License-Identifier: MIT
"""Diptych: two articles side by side, and what they have in common."""

__version__ = "0.1.0"

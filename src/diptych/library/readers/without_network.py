# SPDX-License-Identifier: MIT
"""Loads trafilatura without the network client that it brings along."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

_CLIENT = ("trafilatura.downloads", "urllib3", "urllib3.response")


class _Nothing(type):
    """The type of what stands for each name of the client: it is called and holds more such."""

    def __getattr__(cls, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return cls


class _Name(Exception, metaclass=_Nothing):  # noqa: N818
    def __init__(self, *_: Any, **__: Any) -> None:
        """Take whatever a pool or a header of the client would be made from."""


class _Absent(ModuleType):
    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Name


def loaded_trafilatura() -> ModuleType:
    """Return trafilatura, loaded so that nothing in it can reach a network.

    Importing urllib3 alone opens a socket, to see if there is IPv6. Something that
    does nothing stands in its place, for good: to be used only in a process that
    does nothing but read files.
    """
    for name in _CLIENT:
        sys.modules.setdefault(name, _Absent(name))
    import trafilatura

    found: ModuleType = trafilatura
    return found

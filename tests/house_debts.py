# SPDX-License-Identifier: MIT
"""What still stands against the rules of the house; to be empty."""

DEBTS: dict[str, set[str]] = {
    "imports lead in a circle": set(),
    "reaches past the services into a store": set(),
    "a feature knows another": set(),
    "a function of over 60 lines": set(),
    "a class of over 30 methods": set(),
    "a widget or presenter of over 7 parts": set(),
    "a file of over 500 lines": set(),
}

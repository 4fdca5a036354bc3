# SPDX-License-Identifier: MIT
"""Short texts of our own for the pictures of two versions and of two papers."""

from __future__ import annotations

# Between the two a paragraph moves, figures change, sentences go and come, and a “not” is put in:
# one picture shows them all.
FIRST_DRAFT = """# Lease of the boathouse

## 1. Term

The lease begins on 1 March 2025 and runs for twenty-four months. It is renewed for one year
at a time unless either side gives notice ninety days before.

## 2. Rent

The Club pays 12,400 crowns a year, due on the fifth day of April. Late payments bear
interest at 4 per cent. The costs of heating are shared.

## 3. Care of the house

The Club keeps doors, windows and slipway in good order, and it reports damage to the Trust
within a week. Members may sleep in the house with the consent of the Trust.

## 4. Secrecy

Each side keeps what it learns of the other's business to itself. This duty goes on for five
years after the lease has ended.

## 5. Courts

The courts of Kelsand decide any quarrel about this lease.
"""
SECOND_DRAFT = """# Lease of the boathouse

## 1. Secrecy

Each side keeps what it learns of the other's business to itself. This duty goes on for
three years after the lease has ended.

## 2. Term

The lease begins on 1 March 2025 and runs for thirty-six months. It is renewed for one year
at a time unless either side gives notice ninety days before.

## 3. Rent

The Club pays 14,200 crowns a year, due on the fifth day of April. The costs of heating are
shared.

## 4. Care of the house

The Club keeps doors, windows and slipway in good order. Damage is reported to the Trust
within a week. Members may not sleep in the house.

## 5. Courts

The courts of Tarnholm decide any quarrel about this lease.

## 6. Insurance

The Club insures its boats itself.
"""

# Works are cited by number in the one and by name and year in the other: what both cite is told
# by the lists alone.
FIRST_PAPER = """# Shade cools small streams

By Ida Holm, 12 March 2022

## 1 Introduction

Trees along the bank are widely recommended against the warming of small streams [1, 2].

## 2 Results

Reaches with dense shade were 2.4 °C cooler in the afternoon. A single row of alders was
enough. This agrees with the long record of Lund [3].

## References

[1] Adams, R. and Lee, K. (2014). Shade and temperature in headwater streams. Freshwater 12,
33–48.

[2] Baker, T. (2017). Buffers along rivers: a review. doi:10.1000/er.2017.101

[3] Lund, A. (2009). Forty years of water temperatures. Coast 4, 1–19.
"""
SECOND_PAPER = """# The limits of shade

By Karl Moe, 3 June 2023

## 1 Introduction

Few measures are proposed as often as planting alders (Adams and Lee 2014).

## 2 Results

In the afternoon, shaded sections were 0.9 °C cooler. One row of trees is not enough. Others
have measured more (Lund 2009), in wetter years.

## References

Adams, R., & Lee, K. (2014). Shade and temperature in headwater streams. *Freshwater*, 12,
33-48.

Lund, A. (2009). Forty years of water temperatures. *Coast*, 4, 1-19.

Olsen, H. (2016). Measures for small rivers. *North Water*, 21, 77-92.
"""

# SPDX-License-Identifier: MIT
"""What a figure counts: percent, money, time and measures under one name in every language."""

from __future__ import annotations

from decimal import Decimal

_FORMS = {
    "%": "% percent pct процент процента процентов процентами prozent percentage",
    "$": "$ us$ usd dollar dollars доллар доллара долларов dólar dólares 美元",
    "£": "£ gbp pound pounds фунт фунта фунтов libra libras pfund livre livres 英镑",
    "€": "€ eur euro euros евро 欧元",
    "¥": "¥ rmb cny yuan юань юаня юаней yen 元 人民币",
    "₽": "₽ rub ruble rubles rouble roubles рубль рубля рублей руб rublo rublos rubel 卢布",
    "minute": "minute minutes min минута минуты минут минуту minuto minutos minuten 分钟",
    "hour": "hour hours час часа часов hora horas stunde stunden heure heures 小时 个小时",
    "day": "day days день дня дней día días dia dias tag tage tagen jour jours 天 日",
    "week": "week weeks неделя недели недель неделю semana semanas woche wochen semaine "
    "semaines 周 星期 个星期",
    "month": "month months месяц месяца месяцев mes meses monat monate monaten mois 个月",
    "year": "year years год года лет году año años jahr jahre jahren an ans année années 年",
    "km": "km kilometre kilometres kilometer kilometers километр километра километров "
    "kilómetro kilómetros kilomètre kilomètres 公里",
    "metre": "m metre metres meter meters метр метра метров metro metros mètre mètres 米",
    "tonne": "t tonne tonnes ton tons тонна тонны тонн tonelada toneladas tonnen 吨",
    "kg": "kg kilo kilos kilogram kilograms килограмм килограммов kilogramo kilogramm 公斤",
    "mile": "mile miles миля мили миль milla millas meile meilen mille",
    "foot": "foot feet ft",
    "hectare": "hectare hectares ha гектар гектара гектаров hectárea hectáreas hektar 公顷",
}
_BY_FORM = {form: unit for unit, forms in _FORMS.items() for form in forms.split()}
MEASURES = frozenset(_FORMS)
MONEY = frozenset("$£€¥₽")
LENGTHS_OF_TIME = frozenset(
    form for unit in ("day", "week", "month", "year") for form in _FORMS[unit].split()
) | {"году", "месяце", "неделе", "l’an"}
_SMALLER = {"hour": ("minute", 60), "week": ("day", 7)}


def measure(word: str) -> str:
    """Return the measure a word names, empty if it names none."""
    return _BY_FORM.get(word.lower().rstrip("."), "")


def in_one_unit(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """Return a length of time in the unit it is compared by."""
    smaller, times = _SMALLER.get(unit, (unit, 1))
    return value * times, smaller


def counted(word: str) -> str:
    """Return the measure a word names, else the word, in the singular as far as that is easy."""
    known = measure(word)
    if known:
        return known
    lower = word.lower()
    return lower[:-1] if lower.endswith("s") and len(lower) > 3 else lower

"""The names that others give to units, and our codes for them."""

from __future__ import annotations

from collections.abc import Mapping

UNITS: Mapping[str, str] = {
    "Centimetre": "cm", "Metre": "m", "Kilometre": "km", "Foot": "ft", "Inch": "in", "Mile": "mi",
    "Chinese yuan": "CNY", "United States dollar": "USD", "New Taiwan dollar": "TWD", "Japanese yen": "JPY",
    "Nigerian naira": "NGN", "Kilogram": "kg", "Gram": "g", "Microgram": "ug", "Ton": "t", "Jin": "斤", "Liang": "两",
    "Kilometer": "km", "Meter": "m", "Kilobit": "kbit", "Megabyte": "MB", "Kilobyte": "kB", "Kilocalorie": "kcal",
    "元": "CNY", "美元": "USD", "日元": "JPY", "新台币": "TWD", "卢布": "RUB", "港元": "HKD",
    "欧元": "EUR", "澳元": "AUD",
    "千帕": "kPa", "千瓦时": "kWh", "平方米": "m2", "平方千米": "km2", "千米": "km", "公里": "km",
    "米": "m", "英里": "mi",
    "海里": "nmi", "分米": "dm", "厘米": "cm", "毫米": "mm", "微米": "um", "丈": "丈", "码": "yd",
    "Decimeter": "dm", "Centimeter": "cm", "Micrometer": "mm", "Microns": "um", "Nanometer": "nm", "Zhang": "丈",
    "Li": "里", "Yard": "yd", "Knot": "nmi", "Square meter": "m2", "Square kilometer": "km2",
    "Hectare": "ha", "Mu": "亩",
    "Acre": "英亩", "Liter": "L", "Milliliter": "mL", "Cubic meter": "m3", "Milligram": "mg",
    "Barrel": "桶", "C": "Cel",
    "Meter per second": "m/s", "Kilometer per hour": "km/h", "Gigabyte": "GB", "Euro": "EUR", "British pound": "GBP",
    "Hong Kong dollar": "HKD", "Jiao": "CNY", "Year": "岁", "英镑": "GBP", "韩元": "KRW", "澳门元": "MOP",
    "千米每小时": "km/h", "米每秒": "m/s", "英里每小时": "mi/h", "英尺每秒": "ft/s",
}  # fmt: skip


def code_of(name: str | None) -> str | None:
    """Our code of a unit's name; a name that the table lacks stands for itself."""
    return None if name is None else UNITS.get(name, name)

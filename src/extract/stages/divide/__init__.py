"""Clean text to articles, and articles to sentences."""

from extract.stages.divide.divider import Divider

__all__ = ["Divider"]

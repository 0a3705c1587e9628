"""Clean text to articles, and articles to sentences."""

from extract.stages.divide.divider import Divider
from extract.stages.divide.placing import PlaceFinder

__all__ = ["Divider", "PlaceFinder"]

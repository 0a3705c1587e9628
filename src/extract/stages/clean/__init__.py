"""Raw text to clean text: without markup, folded, simplified, unwrapped, in blocks, with its way home."""

from extract.stages.clean.cleaner import Cleaner
from extract.stages.clean.script import Convert, opencc_convert

__all__ = ["Cleaner", "Convert", "opencc_convert"]

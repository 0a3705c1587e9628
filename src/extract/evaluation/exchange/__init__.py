"""Labels to annotation tools and back: text, mentions and relations, without loss."""

from extract.evaluation.exchange.transfer import FORMATS, export_labels, import_labels

__all__ = ["FORMATS", "export_labels", "import_labels"]

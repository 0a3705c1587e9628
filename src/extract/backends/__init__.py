"""Segmenters and recognisers behind small protocols."""

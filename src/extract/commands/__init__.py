"""The commands about scores and labels, one file a group; `cli.py` holds the others and puts them together."""

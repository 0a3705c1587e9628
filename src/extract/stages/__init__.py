"""The arrows of the flow, one file or package each."""

"""Language-free mechanism."""

"""How many figures and periods are read exactly: other projects' cases, gold figures, other readers beside us."""

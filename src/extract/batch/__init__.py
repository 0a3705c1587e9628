"""Many sources: one outcome for each, in order, whatever happens to its neighbours."""

"""The engine: what a policy comes to for the facts of one case, computed once."""

"""The page for targets and budgets."""

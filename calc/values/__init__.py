"""Plain values: what is known, numbers that may be open, exact money, dates and working days."""

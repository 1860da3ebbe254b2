"""Many persons at once: a table of answers, each distinct part of a question asked once (docs/decisions/0024)."""

"""What checks the declarations: cases, phrases, and what a text says that nobody reads."""

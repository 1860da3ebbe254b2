"""The page that compares the regions."""

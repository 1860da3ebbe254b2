"""The pages that assess many people at once: a table is opened, mended, assessed and handed back. Nothing is kept."""

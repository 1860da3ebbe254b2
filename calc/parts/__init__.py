"""HTML that several pages share."""

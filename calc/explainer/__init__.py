"""The build makes these parts of the site: cards, papers and overviews. None of them runs in the browser."""

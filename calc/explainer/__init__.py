"""What is made when the site is built: cards, papers, overviews. None of it runs in the browser."""

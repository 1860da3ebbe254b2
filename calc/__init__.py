"""Regional subsidies for employing poor rural workers, calculated from their documents."""

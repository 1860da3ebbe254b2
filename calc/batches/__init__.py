"""Tables larger than memory, read, assessed and written batch by batch: what only the command line needs."""

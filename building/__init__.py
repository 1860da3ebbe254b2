"""The jobs of build.py, one file each. Only the standard library: they run before anything is installed."""

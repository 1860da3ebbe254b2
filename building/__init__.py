"""The jobs of build.py, one file each.

They need the standard library alone, for they run before anything is installed. Three places need more: MkDocs loads
hooks.py and theme/, .venv's Python runs outside/, and Pyodide runs what inside/ holds.
"""

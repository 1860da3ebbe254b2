"""The jobs of build.py, one file each. Only the standard library, for they run before anything is
installed; hooks.py and theme/ are what MkDocs uses of them afterwards."""

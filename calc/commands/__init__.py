"""The command line's room: one module for what each command says."""

"""Mutation testing of the policies and of the vocabulary they are written in; a command, never collected by pytest."""

"""The answer as a contract: typed JSON, its schema, and the one way from an answer to it."""

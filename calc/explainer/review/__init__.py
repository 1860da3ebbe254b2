"""The review sheet (核对表): what an officer compares with the text of a document, line by line, and signs."""

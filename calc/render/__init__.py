"""HTML for the form, the answer and the explanation, all from the declarations."""

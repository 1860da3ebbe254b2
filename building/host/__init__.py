"""`build.py check`: ask a host that serves the site, and name what is wrong there and what to do."""

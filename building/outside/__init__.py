"""Programs that build.py starts in .venv, outside the browser: they need what is installed there."""

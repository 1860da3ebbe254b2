"""What is asked, and how answers are read, checked and carried in links."""

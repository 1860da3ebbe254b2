"""Tables as files: what a .csv or .xlsx holds, and how results and templates become one."""

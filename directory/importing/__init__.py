"""Profiles from a file of the editors, and back into one."""

"""Guides on paper: tagged PDF, where the machine has the libraries that lay text out."""

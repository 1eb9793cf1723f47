"""Who helps with what, and what nobody helps with yet."""

"""Prices that anybody may tell, without a name."""

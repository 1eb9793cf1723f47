"""Which procedure a tender or contest follows, and what a checklist tells of it."""

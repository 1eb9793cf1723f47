"""Seats and the people who take them: the form, the waiting line, letters, the editors' lists, the
door."""

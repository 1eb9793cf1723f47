"""Some weeks after a message was delivered: did it lead to something? Both sides are asked once."""

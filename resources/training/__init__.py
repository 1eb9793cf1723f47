"""Where one learns: the levels there are, and the list of programmes."""

"""Once a year a member says that their profile is still right; what becomes of it otherwise."""

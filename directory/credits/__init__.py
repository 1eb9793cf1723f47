"""A member says who took part in a work; who is named agrees, or is not shown."""

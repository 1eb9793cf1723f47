"""Members follow a filtered list: a letter tells them who is new in it."""

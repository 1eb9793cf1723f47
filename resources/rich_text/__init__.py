"""Figures of the register within a sentence, by name: the text keeps which one, not its value."""

"""Somebody takes over the profile that editors imported for them, or has it deleted."""

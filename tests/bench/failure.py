class CannotMeasureError(Exception):
    """Says in one line what is missing or went wrong; ends the run."""

"""How dates are written where Django does not write them as people do here."""

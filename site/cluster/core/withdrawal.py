"""How an app says that something has stopped being public, though no page was unpublished."""

from django.dispatch import Signal

withdrawn = Signal()

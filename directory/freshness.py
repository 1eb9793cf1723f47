"""A version of all listings together, moved by every change."""

from cluster.core.version import Version

LISTINGS = Version("directory.version")

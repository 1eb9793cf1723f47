"""What people say is missing: asked on every section, merged by editors, answered in public."""

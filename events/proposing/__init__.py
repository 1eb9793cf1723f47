"""Members propose an event on the site; editors review it in the admin."""

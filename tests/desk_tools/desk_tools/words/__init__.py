"""Who speaks in a harbour."""

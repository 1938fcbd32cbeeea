"""What can go wrong that is nobody's bug: input we cannot use, settings that make no sense.

    TrackerError          every expected trouble; the command prints it as one line and no traceback
    ├── UnreadableError   one input cannot be read; the rest goes on and the report lists it
    ├── StoreError        the store cannot be opened, read or written
    ├── EngineError       a worker process of the engine was lost
    ├── SettingsError     an option or setting has no meaning
    └── TableError        a DataFrame does not keep the table contract

Anything else that is raised is a bug and may stop the run.
"""


class TrackerError(Exception):
    """An expected trouble: ``reason`` says what is wrong, ``cure`` what the user can do about it."""

    def __init__(self, reason: str, cure: str = "") -> None:
        super().__init__(f"{reason}. {cure}" if cure else reason)
        self.reason = reason
        self.cure = cure


class UnreadableError(TrackerError):
    """One input holds no article that can be read."""


class StoreError(TrackerError):
    """The store cannot be opened, read or written."""


class EngineError(TrackerError):
    """A worker process was lost, and its record with it."""


class SettingsError(TrackerError):
    """An option or a setting has no meaning."""


class TableError(TrackerError):
    """A DataFrame lacks a column of the contract, or holds a value of the wrong kind."""

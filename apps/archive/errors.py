class ArchiveError(Exception):
    """The archive cannot be written or taken in.  The message is one sentence that names the file, and the line."""

    @classmethod
    def at(cls, name: str, line: int, what: str) -> "ArchiveError":
        return cls(f"{name}, line {line}: {what}")

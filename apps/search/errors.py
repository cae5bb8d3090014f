class SearchUnavailableError(RuntimeError):
    """There is no index to ask yet.  The message is one plain sentence; asking again later helps."""

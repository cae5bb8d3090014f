"""Where people see what happened, and take it back."""

from apps.history.admin.act import ActAdmin
from apps.history.admin.history import HistoryAdmin

__all__ = ["ActAdmin", "HistoryAdmin"]

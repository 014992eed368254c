"""Every way an article may change. Nothing else writes an article's row, its revisions or its log.

A verb is a row of the table in `articles.moves`, and a function here. Each locks the row, checks the person and the state,
changes, and adds a log row, in one transaction. (`hand_over` and `publish_import` ask no person: `accounts` has asked, and a
command on the machine has nobody to ask.) They raise PermissionDenied, or ValidationError with all reasons at once, in
words for the person who tried.
"""

from articles.workflow.gate import NOT_ALLOWED, Conflict
from articles.workflow.people import assign, hand_over
from articles.workflow.publishing import (
    approve,
    approve_change,
    discard_change,
    publish_import,
    reasons_against_approval,
    recall,
    recall_change,
    reinstate,
    reschedule,
    return_change,
    send_back,
    submit,
    submit_change,
    trash,
    unschedule,
    untrash,
    withdraw,
)
from articles.workflow.sharing import DAYS, may_share, revoke, share
from articles.workflow.writing import autosave, begin, discard_autosave, restore, save

__all__ = [
    "DAYS",
    "NOT_ALLOWED",
    "Conflict",
    "approve",
    "approve_change",
    "assign",
    "autosave",
    "begin",
    "discard_autosave",
    "discard_change",
    "hand_over",
    "may_share",
    "publish_import",
    "reasons_against_approval",
    "recall",
    "recall_change",
    "reinstate",
    "reschedule",
    "restore",
    "return_change",
    "revoke",
    "save",
    "send_back",
    "share",
    "submit",
    "submit_change",
    "trash",
    "unschedule",
    "untrash",
    "withdraw",
]

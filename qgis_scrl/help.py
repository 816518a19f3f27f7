"""Help: which page of the user guide tells of what; the pages travel with the plugin and need no network.

``tools/help_pages.py`` makes them, one for each section of ``docs/user-guide.md``; a page is named for its
section. They are English, whatever the language of QGIS.
"""

from __future__ import annotations

from enum import Enum

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices

from .environment import resource_path


class Topic(Enum):
    """What help can be asked about; the value is the name of its page."""

    CONTENTS = "index"
    INSTALLING = "install"
    BUILDING = "the-first-index"
    SHARED_INDEX = "one-index-for-a-team"
    CATALOGUE = "images-of-a-catalogue-without-downloading-them"
    SERVICE = "imagery-of-a-map-service"
    ASKING = "the-first-question"
    EXAMPLE = "show-an-example"
    SCORE_MAP = "the-whole-map-at-a-glance"
    EXPLORING = "looking-around-without-a-question"
    LABELS = "yes-and-no"
    CHANGES = "what-has-changed"
    SAVED_SEARCHES = "keep-asking"
    HISTORY = "all-questions-of-a-project"
    REPORTS = "reports"
    NOTES = "voice-notes"


#: For the Help button of each algorithm, under its name.
OF_ALGORITHMS = {
    "buildindex": Topic.BUILDING,
    "addtoindex": Topic.BUILDING,
    "indexfootprints": Topic.BUILDING,
    "searchbyrecording": Topic.ASKING,
    "searchbytext": Topic.ASKING,
    "searchbyexample": Topic.EXAMPLE,
    "searchbyprofile": Topic.LABELS,
    "scoremap": Topic.SCORE_MAP,
    "findchanges": Topic.CHANGES,
    "exploreindex": Topic.EXPLORING,
    "savesearch": Topic.SAVED_SEARCHES,
    "watchindex": Topic.SAVED_SEARCHES,
    "report": Topic.REPORTS,
    "fetchservice": Topic.SERVICE,
    "importnotes": Topic.NOTES,
    "searchnotes": Topic.NOTES,
    "searchcatalogue": Topic.CATALOGUE,
}


def help_url(topic: Topic) -> QUrl:
    """Return the address of the page about a topic, a file of the plugin."""
    return QUrl.fromLocalFile(str(resource_path("help", f"{topic.value}.html")))


def open_help(topic: Topic) -> None:
    """Show the page about a topic in the browser."""
    QDesktopServices.openUrl(help_url(topic))

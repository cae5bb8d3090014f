"""An index with a turn in it."""

import pytest

from apps.conferences.models import Turn
from apps.search import index as index_module
from apps.search.folder import Folder
from tests import make


@pytest.fixture
def folder() -> Folder:
    index_module._not_before.clear()
    return Folder.of_site()


@pytest.fixture
def ferry() -> Turn:
    return make.turn(make.conference("Harbour"), "The ferry sails.")

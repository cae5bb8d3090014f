"""The index follows the database, whether or not somebody searches."""

import pytest

from apps.search import index
from apps.search.folder import Folder
from apps.search.following import step
from apps.search.index import standing
from apps.search.opened import OpenIndex
from apps.search.sync import make_anew
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)


def test_many_new_conferences_are_in_the_index_before_anybody_searches(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than a search would read by itself: the process that brings them in has ended when the step has."""
    monkeypatch.setattr(index, "SMALL", 2)
    folder = Folder.of_site()
    make_anew(folder)
    for number in range(5):
        make.turn(make.conference(title=f"Following {number}"), "The ferry.")
    assert standing().waiting == 5
    step()
    assert standing().waiting == 0
    path = folder.current()
    assert path is not None
    assert OpenIndex.read(path).searcher.num_docs == 2 * 5 + 1

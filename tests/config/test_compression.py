"""Pages travel compressed."""

import gzip

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_page_is_sent_compressed_to_who_can_read_it_so(client: Client) -> None:
    plain = client.get("/search-help/")
    assert not plain.has_header("Content-Encoding")
    packed = client.get("/search-help/", headers={"accept-encoding": "gzip, br"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) < len(plain.content) / 2


def test_a_file_that_is_sent_row_by_row_is_compressed_on_the_way(client: Client) -> None:
    packed = client.get("/trends/counts.csv", headers={"accept-encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(b"".join(packed)).decode("utf-8-sig").startswith("period,")

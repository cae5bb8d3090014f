"""Tables to take away, as a spreadsheet reads them."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.browse.csv_files import BusyError, Cell, csv_file, safe

CELLS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)


def read(rows: list[list[Cell]]) -> list[list[str]]:
    sent = b"".join(csv_file("some.csv", ["a", "b"], rows)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(sent, newline="")))


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_a_formula_becomes_text(begin: str) -> None:
    assert safe(f"{begin}1+1") == f"'{begin}1+1"


def test_numbers_and_other_texts_are_as_they_are() -> None:
    assert read([[-5, "A-1"]]) == [["a", "b"], ["-5", "A-1"]]


@given(st.lists(st.tuples(CELLS, CELLS).map(list), max_size=5))
def test_any_text_comes_back_and_none_is_a_formula(rows: list[list[Cell]]) -> None:
    head, *found = read(rows)
    assert head == ["a", "b"]
    assert found == [[str(safe(cell)) for cell in row] for row in rows]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in found for cell in row)


def test_it_is_sent_while_it_is_made() -> None:
    response = csv_file("some.csv", ["a"], iter([["é"]]))
    assert response.streaming
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="some.csv"'


@pytest.mark.django_db  # an answer that is closed lets go of old connections
def test_a_long_one_is_made_alone_until_it_is_sent_given_up_or_lost() -> None:
    for done in (list, lambda response: next(iter(response)), lambda _: None):
        response = csv_file("some.csv", ["a"], [["b"]], is_long=True)
        assert list(csv_file("short.csv", ["a"], []))
        with pytest.raises(BusyError):
            csv_file("other.csv", ["a"], [], is_long=True)
        done(response)
        response.close()
        response.close()
    response = csv_file("some.csv", ["a"], [], is_long=True)
    del response
    csv_file("some.csv", ["a"], [], is_long=True).close()
    with pytest.raises(ZeroDivisionError):
        csv_file("some.csv", ["a"], ([1 // 0] for _ in "a"), is_long=True)
    csv_file("some.csv", ["a"], [], is_long=True).close()

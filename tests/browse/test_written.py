"""Numbers and days are written as Django's own filters write them."""

from datetime import date

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.formats import date_format
from hypothesis import given
from hypothesis import strategies as st

from apps.browse.templatetags.written import day, thousands


@given(st.integers())
def test_a_number_is_written_as_elsewhere(number: int) -> None:
    assert thousands(number) == intcomma(number)


@given(st.dates())
def test_a_day_is_written_as_elsewhere(of: date) -> None:
    assert day(of) == date_format(of, "j F Y")

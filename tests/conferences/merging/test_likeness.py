"""Which names may be one person's or one outlet's, and why."""

import pytest

from apps.conferences.merging.likeness import bodies_alike, body, people_alike, person


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Ana Ruiz", "Ana Ruiz", "both are called “Ana Ruiz”"),
        ("ANA RUIZ", "Ana Ruíz", "the same name but for capitals, accents, a title or “the”"),
        ("Dr. Ana Ruiz", "Ana Ruiz", "the same name but for capitals, accents, a title or “the”"),
        ("Søren Łoś", "Soren Los", "the same name but for capitals, accents, a title or “the”"),
        ("Conor O'Neill", "Conor O’Neill", "the same name but for capitals, accents, a title or “the”"),
        ("Ruiz, Ana", "Ana Ruiz", "the same name but for capitals, accents, a title or “the”"),
        ("Ruiz Ana", "Ana Ruiz", "the same words in another order"),
        ("J. Lind", "John Lind", "the same surname, and “J.” may stand for “John”"),
        ("J.R. Lind", "John Robert Lind", "the same surname, and “J.” may stand for “John”"),
        ("John A. Lind", "John Lind", "“John A. Lind” has a name more"),
        ("Ana Ruiz Vega", "Ana Ruiz", "“Ana Ruiz Vega” has a name more"),
        ("Sergey Kovalenko", "Sergei Kovalenko", "spelled almost alike"),
    ],
)
def test_names_that_may_be_one_persons(one: str, other: str, reason: str) -> None:
    for a, b in ((one, other), (other, one)):
        likeness = people_alike(person(a), person(b))
        assert likeness
        assert likeness.reason == reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Ruiz", "Eva Ruiz"),
        ("Ana Ruiz", "Ana Lind"),
        ("John A. Lind", "John B. Lind"),
        ("J. Lind", "Robert Lind"),
        ("Robert J. Lind", "John Lind"),
        ("Marsh", "Elena Marsh"),
        ("Jo Lind", "Bo Lind"),
        ("王 小明", "李 小明"),
        ("", "Ana Ruiz"),
    ],
)
def test_names_that_are_two_peoples(one: str, other: str) -> None:
    assert people_alike(person(one), person(other)) is None
    assert people_alike(person(other), person(one)) is None


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("The Harbour Gazette", "Harbour Gazette", "the same name but for capitals, accents, a title or “the”"),
        ("Al-Kestrel", "AlKestrel", "the same name but for spaces and hyphens"),
        ("HG", "Harbour Gazette", "“HG” may be short for “Harbour Gazette”"),
        ("MOD", "Ministry of Defence", "“MOD” may be short for “Ministry of Defence”"),
        ("Kestrel", "Kestrel Wire", "“Kestrel Wire” has one word more"),
        ("Ministry of Defence", "Ministry of Defense", "spelled almost alike"),
    ],
)
def test_names_that_may_be_one_outlets(one: str, other: str, reason: str) -> None:
    for a, b in ((one, other), (other, one)):
        likeness = bodies_alike(body(a), body(b))
        assert likeness
        assert likeness.reason == reason


@pytest.mark.parametrize(
    ("one", "other"), [("Harbour Gazette", "Harbour Post"), ("Ministry of Defence", "Ministry of Trade"), ("HG", "HP")]
)
def test_names_that_are_two_outlets(one: str, other: str) -> None:
    assert bodies_alike(body(one), body(other)) is None

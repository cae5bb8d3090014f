"""How far two people agree beyond what chance alone would make them."""

LEAST_ROWS = 20
"""With fewer rows that both judged, a kappa says next to nothing, so none is shown."""


def kappa(both_yes: int, first_only: int, second_only: int, both_no: int) -> float | None:
    """Cohen's kappa of two people who each said yes or no about the same rows, by how many rows they said so about.

    κ = (p_o − p_e) ÷ (1 − p_e), where p_o is the share of rows on which they agree, and p_e the share on which they
    would if each said yes as often as they did, but at random.  1 is full agreement, 0 chance, below 0 less than
    chance.  None where both said yes to every row, or no to every row, or there is none: chance alone explains that.

    Jacob Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960),
    pages 37 to 46.
    """
    rows = both_yes + first_only + second_only + both_no
    if rows == 0:
        return None
    agreed = (both_yes + both_no) / rows
    first, second = (both_yes + first_only) / rows, (both_yes + second_only) / rows
    by_chance = first * second + (1 - first) * (1 - second)
    return None if by_chance == 1 else (agreed - by_chance) / (1 - by_chance)

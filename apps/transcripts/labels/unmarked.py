"""Answers that nothing marks: where only the questions have a label, the next paragraph answers."""

from collections.abc import Mapping, Sequence

from ..lines import Line
from .grammar import Voice
from .label import Label

ENOUGH = 2
"""So many questions with a paragraph below show how the document is printed."""
UNMARKED = "unmarked"


def unmarked_answers(lines: Sequence[Line], labels: Mapping[int, Label]) -> dict[int, Label]:
    """A label without words for the paragraph behind each question, if no label of the document answers.

    Most questions end in a question mark in their first paragraph; one that does not goes on up to the one that does.
    """
    asking = [number for number, label in sorted(labels.items()) if label.voice is Voice.ASKS]
    if len(asking) < ENOUGH or any(number > asking[0] and labels[number].voice is not Voice.ASKS for number in labels):
        return {}
    questions = [paragraphs for paragraphs in _by_question(lines, frozenset(asking)) if len(paragraphs) > 1]
    ended = sum(_asks(one[0]) for one in questions)
    if len(questions) < ENOUGH or len(questions) * 3 < len(asking) * 2 or ended * 3 < len(questions) * 2:
        return {}
    return {_answer(one): Label("", 0, UNMARKED, Voice.ANSWERS, fresh=True) for one in questions}


def _by_question(lines: Sequence[Line], asking: frozenset[int]) -> list[list[list[Line]]]:
    """For each question the paragraphs from its label to the next one's."""
    found: list[list[list[Line]]] = []
    gap = True
    for line in lines:
        if line.blank:
            gap = True
            continue
        if line.number in asking:
            found.append([[line]])
        elif found and gap:
            found[-1].append([line])
        elif found:
            found[-1][-1].append(line)
        gap = False
    return found


def _asks(paragraph: Sequence[Line]) -> bool:
    return paragraph[-1].text.rstrip('*_ "”»)]').endswith("?")


def _answer(paragraphs: Sequence[Sequence[Line]]) -> int:
    """The number of the line in which the answer begins: behind the first paragraph that asks, or behind the first."""
    asks = next((at for at, one in enumerate(paragraphs[:-1]) if _asks(one)), 0)
    return paragraphs[asks + 1][0].number

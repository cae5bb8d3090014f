"""Invented press conferences of the usual size, the same on every machine: about 60 turns, 30 kB."""

import random
from pathlib import Path

WORDS = (
    "the of harbour ferry fares island council budget winter crossing landing stage fund jobs month pier energy storm"
    " roof market price new people work plan first boats will and we is to in for that on it with as are this be by"
    " from at our not have they has was which or all"
).split()
FIRST_NAMES = "Ana Jo Kim Lea Tom Mia Ben Ida Max Eva Leo Zoe".split()
ENDINGS = "lund marsh field wick stone ford haven holm croft dale".split()
EXCHANGES = 29


def transcript(number: int) -> str:
    """The conference with that number."""
    chance = random.Random(number)
    chair = f"Elena {_surname(number % 40)}"
    parts = [
        f"Press conference {number} by Secretary General {chair}",
        f"{1 + number % 28} {'January March May July October'.split()[number % 5]} {1990 + number % 35}",
        f"{chair}: Good morning. {_speech(chance, 8)}",
    ]
    for _ in range(EXCHANGES):
        asking = chance.randrange(3000)
        name = f"{FIRST_NAMES[asking % 12]} {_surname(asking)}"
        parts.append(f"{name} (Harbour Gazette {asking % 150}): {_speech(chance, 3)[:-1]}?")
        parts.append(f"{chair}: {_speech(chance, 8)}")
    return "\n\n".join(parts) + "\n"


def write_transcripts(folder: Path, count: int) -> None:
    """As ``conference 7.txt`` in folders of a thousand."""
    for number in range(count):
        path = folder / f"House {number // 1000}" / f"conference {number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(transcript(number))


def change(path: Path) -> None:
    """As a publisher would: a word here, an answer withdrawn, another one put in before it."""
    parts = path.read_text().rstrip("\n").split("\n\n")
    parts[4] = parts[4].replace("the ", "that ", 1) + " That is all."
    parts[20] = f"{parts[20].partition(':')[0]}: Let me correct what was printed here. It is the other way round."
    parts.insert(30, f"Moderator: One moment, please. The line to {path.stem} is bad.")
    path.write_text("\n\n".join(parts) + "\n")


def _speech(chance: random.Random, sentences: int) -> str:
    said = (" ".join(chance.choices(WORDS, k=chance.randint(8, 24))) for _ in range(sentences))
    return " ".join(f"{sentence.capitalize()}." for sentence in said)


def _surname(number: int) -> str:
    return "".join(ENDINGS[int(digit)] for digit in f"{number:02}").capitalize()

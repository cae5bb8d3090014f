"""What each turn of a briefing does, for tests that look at nothing else."""

from apps.transcripts import parse

LONG = "We have worked on this for many months with all the parties, and it was not easy. " * 20
GUEST = (
    "Thank you. We have worked with all our people to open a hundred new places for this, and we are glad to go on. "
    * 3
)


def kinds(*turns: str, title: str = "Press briefing by Mayor Ana Ruiz") -> list[str]:
    return [turn.kind.value for turn in parse("\n\n".join([title, *turns, ""]).encode()).turns]

"""How long an editor waits for the preview of changed phrases, over 100,000 invented turns: ``make bench``.

Each change is previewed as if it had been entered in the admin, the best of several, the first one apart: it begins
with nothing but what the form has loaded since it was opened.  Exits with status 1 where one takes a second, the very
first included.
"""

import random
import sys
import time

import django

TURNS, AT_ONCE = 100_000, 5_000
REPEATS = 3
FILLING_IN = 5.0  # seconds between the form and its preview: few type faster
MOST = 1.0  # seconds
RARE, USUAL, COMMON = 200, 20, 3  # every so many turns


def record() -> None:
    """Conferences of a hundred turns of some ninety words each."""
    from django.db import connection, transaction

    from apps.conferences.models import Turn
    from apps.history.act import act
    from tests import make
    from tests.benchmarks.annotation import speech

    said = {"zeppelin fleets": RARE, "harbour blockade": USUAL, "quiet diplomacy": COMMON}
    for begin in range(0, TURNS, AT_ONCE):
        with transaction.atomic(), act(act="Benchmark", machine=True):
            conferences = [make.conference(f"Briefing {begin}") for _ in range(AT_ONCE // 100)]
            Turn.objects.bulk_create(
                Turn(
                    conference=conferences[number // 100],
                    public_id=f"{begin + number:010x}",
                    position=number % 100,
                    exchange=0,
                    kind="answer",
                    text=" ".join(
                        [speech(5), *(f"Some {words}." for words, each in said.items() if number % each == 0)]
                    ),
                    first_line=1,
                    last_line=1,
                )
                for number in range(AT_ONCE)
            )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def preview_times() -> float:
    """Print how long each preview takes; returns the longest."""
    from django.core.management import call_command

    from apps.annotations.current_phrases import current_phrases
    from apps.annotations.language_models import load_tokenizers_soon
    from apps.annotations.models import Topic
    from apps.annotations.phrase_preview import languages_in_use, preview_phrases
    from apps.annotations.phrase_rules import Phrase

    call_command("load_topics", verbosity=0)
    topic = Topic.objects.get(slug="missiles")
    load_tokenizers_soon(languages_in_use())
    time.sleep(FILLING_IN)
    before = current_phrases()
    longest = 0.0
    for what, after in {
        "a phrase in every 200th turn": (*before, Phrase(topic.pk, "zeppelin fleet")),
        "a phrase in every 20th turn": (*before, Phrase(topic.pk, "harbour blockade")),
        "a phrase in every third turn": (*before, Phrase(topic.pk, "quiet diplomacy")),
        "two phrases taken away": tuple(phrase for phrase in before if phrase[1] not in {"missile test", "missile"}),
        "a must-not phrase": (*before, Phrase(topic.pk, "missile tests of last week", 1, must_not=True)),
    }.items():
        times = []
        for _ in range(1 + REPEATS):
            start = time.perf_counter()
            preview = preview_phrases(topic, before, after)
            times.append(time.perf_counter() - start)
        print(f"{what}: {preview.gained:,} gained, {preview.lost:,} lost,", end=" ")
        print(f"{min(times[1:]):.2f} s, {times[0]:.2f} s the first time (at most {MOST:.0f} s over {TURNS:,} turns)")
        longest = max(longest, min(times[1:]), times[0])
    return longest


def main() -> int:
    """Measure on an empty database of its own."""
    django.setup()
    from django.test.utils import setup_databases, teardown_databases

    random.seed(1)
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        record()
        fast = preview_times() < MOST
    finally:
        teardown_databases(databases, verbosity=0)
    return int(not fast)


if __name__ == "__main__":
    sys.exit(main())

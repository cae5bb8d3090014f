"""How fast the record is annotated, beside spaCy alone: ``make bench``.

Words a second of a bare ``nlp.pipe`` with the same components, and of annotating the same words from and into a
database, in one process, by turns, the best of several; then two processes, with the most memory that they hold
together.  A model of topics scores every turn as well.  The bare pipeline is tried with spaCy's own batches of 1000 and
with those that annotating takes, and the faster of the two counts.  What counts is processor time, the database's
included, so that other programs do not; the clock is told beside it.  A conference is as long as those of the
real record are on average, 10,500 words.  Exits with status 1 where annotating reaches less than 0.9 of the bare
speed, or two processes hold 1.5 GB.
"""

import random
import sys
import time
from collections.abc import Callable

import django
import psutil

CONFERENCES, TURNS = 10, 110
TOPICS = 80
REPEATS = 3
LEAST_RATIO = 0.9
MOST_MEMORY = 1536  # MB

NAMES = "Elena Marsh|Ana Ruiz|Jo Lind|Omar Haddad|Kim Aster|Dario Quennell|Ottoline Brace|Peter Novak".split("|")
PLACES = "Port Calder|Lund|Valdria|Istrovia|Poland|Türkiye|the United Kingdom|Iran|Kyiv|Brussels|Georgia".split("|")
BODIES = (
    "NATO|the European Union|the IAEA|the Harbour Council|the Central Bank of Valdria|the UN Security Council".split(
        "|"
    )
)
SENTENCES = (
    "{name} met the {body} in {place} yesterday, and they spoke about the missile tests of last week.",
    "We have seen the reports from {place}; I will not go into them before the ministers of {body} have met.",
    "As {name} said, there is no date yet, but I expect that it will be in the second half of next year.",
    "That costs three billion a year, which is what {place} and {place2} agreed to pay when {body} was founded.",
    "Thank you very much for the question, and for your patience with all of us on such a long day.",
    "Of course we talk about energy prices, about arms control, and about what it takes to make people safer.",
)


def speech(sentences: int) -> str:
    """So many sentences that nobody said."""
    said = (
        random.choice(SENTENCES).format(
            name=random.choice(NAMES),
            body=random.choice(BODIES),
            place=random.choice(PLACES),
            place2=random.choice(PLACES),
        )
        for _ in range(sentences)
    )
    return " ".join(said)


def record() -> list[str]:
    """Conferences in the database, with topics to find; returns the texts of their turns."""
    from apps.conferences.models import Turn
    from tests import make

    for topic, phrases in {"Missiles": "missile tests", "Energy": "energy prices", "Arms": "arms control"}.items():
        make.topic(topic).phrases.create(text=phrases)
    people = [make.speaker(name) for name in NAMES]
    texts = []
    for _ in range(CONFERENCES):
        conference = make.conference()
        texts += [speech(random.choice((2, 4, 8))) for _ in range(TURNS)]
        Turn.objects.bulk_create(
            Turn(
                conference=conference,
                public_id=f"{conference.pk:05x}{position:05x}",
                position=position,
                exchange=0,
                kind="answer",
                text=text,
                speaker=random.choice(people),
                first_line=1,
                last_line=1,
            )
            for position, text in enumerate(texts[-TURNS:])
        )
    return texts


def learn(texts: list[str]) -> None:
    """A model of as many topics as a site has, that knows every word and says little of any."""
    from django.utils import timezone

    from apps.annotations.learning.words import words
    from apps.annotations.models import LearnedTopic, TopicModel
    from tests import make

    known = sorted({word for text in texts for word in words(text)})
    model = TopicModel.objects.create(
        version="benchmark",
        trained_at=timezone.now(),
        decisions=0,
        turns=0,
        learned=TOPICS,
        words=known,
        rarity=[1.0] * len(known),
    )
    figures = dict.fromkeys(["precision", "recall", "f1", "brier", "rules_f1"], 0.5)
    counts = dict.fromkeys(["confirmed", "rejected", "read"], 0)
    LearnedTopic.objects.bulk_create(
        LearnedTopic(
            model=model,
            topic=make.topic(f"Learned {number}"),
            intercept=-3,
            weights=[random.uniform(-1, 1) for _ in known],
            **counts,
            **figures,
        )
        for number in range(TOPICS)
    )


def wait_again() -> None:
    """Let all wait as if it had never been annotated."""
    from apps.annotations.annotator import Annotator
    from apps.annotations.models import AnnotatedTurn, Mention, PendingAnnotation, Tag

    for model in (AnnotatedTurn, Mention, Tag):
        model._default_manager.all().delete()
    PendingAnnotation.objects.add_outdated(Annotator.current().version)


def ratio(texts: list[str]) -> float:
    """How near annotating comes to spaCy alone."""
    from apps.annotations.annotating import annotate_pending
    from apps.annotations.language_models import language_model
    from apps.annotations.reading import AT_ONCE

    nlp = language_model("en")
    words = sum(len(text.split()) for text in texts)

    def bare(batch_size: int) -> None:
        with nlp.memory_zone():
            for _doc in nlp.pipe(texts, batch_size=batch_size):
                pass

    ways: dict[str, Callable[[], object]] = {
        "by a bare nlp.pipe": lambda: bare(nlp.batch_size),
        f"in batches of {AT_ONCE}": lambda: bare(AT_ONCE),
        "annotated": annotate_pending,
    }
    busy, clock = (dict.fromkeys(ways, float("inf")) for _ in range(2))
    for _ in range(REPEATS):
        wait_again()
        for way, work in ways.items():
            begun, start = processor_seconds(), time.perf_counter()
            work()
            busy[way] = min(busy[way], processor_seconds() - begun)
            clock[way] = min(clock[way], time.perf_counter() - start)
    print(f"{words:,} words in one process, a second of the clock and of the processor:", end=" ")
    print("; ".join(f"{words / clock[way]:,.0f} and {words / busy[way]:,.0f} {way}" for way in ways))
    *bare_ways, full = busy.values()
    print(
        f"Annotated: {bare_ways[0] / full:.2f} and {bare_ways[1] / full:.2f} of the bare ones (at least {LEAST_RATIO})"
    )
    return min(bare_ways) / full


def processor_seconds() -> float:
    """What this process and its server process of the database have worked so far."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        times = psutil.Process(cursor.fetchone()[0]).cpu_times()
    return time.process_time() + float(times.user + times.system)


def memory(words: int) -> float:
    """The most that two processes and the one that started them hold at a time, in MB."""
    from tests.processes import start

    wait_again()
    begun, most = time.perf_counter(), 0.0
    command = start("annotate", "--processes", 2)
    starter = psutil.Process(command.pid)
    while command.poll() is None:
        try:
            held = [process.memory_info().rss for process in (starter, *starter.children(recursive=True))]
            most = max(most, sum(held) / 2**20)
        except psutil.NoSuchProcess:
            continue
        time.sleep(0.05)
    spent = time.perf_counter() - begun
    out, err = command.communicate()
    print(out.strip(), err.strip())
    print(f"two processes: {words / spent:,.0f} words a second, their start included,", end=" ")
    print(f"{most:,.0f} MB together (at most {MOST_MEMORY})")
    return most


def main() -> int:
    """Measure on an empty database of its own."""
    django.setup()
    from django.test.utils import setup_databases, teardown_databases

    random.seed(1)
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        texts = record()
        learn(texts)
        enough = ratio(texts) >= LEAST_RATIO
        small = memory(sum(len(text.split()) for text in texts)) < MOST_MEMORY
    finally:
        teardown_databases(databases, verbosity=0)
    return int(not (enough and small))


if __name__ == "__main__":
    sys.exit(main())

"""What people decided -> a new model, and with it other suggestions, in one transaction."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pghistory
from django.db import OperationalError, transaction
from django.utils import timezone

from apps.annotations import patience
from apps.annotations.annotator import Annotator
from apps.annotations.changes import Changes
from apps.annotations.current_phrases import current_phrases
from apps.annotations.learning.applying import difference_between, mark_annotated
from apps.annotations.learning.enough import is_enough
from apps.annotations.learning.events import events_of
from apps.annotations.learning.examples import Examples, gather
from apps.annotations.learning.fitting import FITTING, counts, data_of, fit, measure, tfidf
from apps.annotations.learning.scoring import as_learned
from apps.annotations.models import LearnedTopic, Tag, TopicModel
from apps.annotations.suggestions import Difference

Progress = Callable[[list[int]], Iterable[int]]


@dataclass(frozen=True, slots=True)
class Trained:
    """What a training came to; ``model`` is None where nobody has decided anything.

    ``is_new`` is false where what stands was made from the very same decisions.
    """

    model: TopicModel | None
    is_new: bool
    changes: Changes
    kept: int = 0  # tags that a person decided about


def train(progress: Progress = iter) -> Trained:
    """Learn from all decisions, and bring the machine's undecided tags in line, in one transaction.

    Whoever trains meanwhile waits, and finds it done; annotation waits only while suggestions are compared and written.
    ``progress`` is given the topics to learn, and passes them on one after the other.
    """
    with pghistory.context(act="Train topics", machine=True), transaction.atomic():
        TopicModel.objects.train_alone()
        examples = gather(current_phrases())
        events = events_of({turn.conference for turn in examples.turns})
        version = examples.version(FITTING, sorted(events.items())) if examples.turns else None
        standing = TopicModel.objects.defer("words", "rarity").first()
        if version == (standing.version if standing else None):
            return Trained(standing, is_new=False, changes=Changes())
        model, topics = _learn(examples, events, version or "", progress)

        TopicModel.objects.replace_alone()
        before = Annotator.current()
        after = Annotator(before.phrases, as_learned(model, [row for row in topics if row.intercept is not None]))
        difference = difference_between(before, after)
        TopicModel.objects.all().delete()
        if version:
            model.save()
            LearnedTopic.objects.bulk_create(topics)
        changes = _write(difference)
        mark_annotated(before, after)
        kept = Tag.objects.exclude(turn=None).exclude(decided_at=None).count()
        return Trained(model if version else None, is_new=True, changes=changes, kept=kept)


def _write(difference: Difference) -> Changes:
    """However often others are in the way: what they hold may wait for what this has locked, so it lets go of that."""
    patience.limit_patience()
    while True:
        try:
            with transaction.atomic():
                changes = difference.write()
        except OperationalError as error:
            if not patience.is_over(error):
                raise
        else:
            patience.limit_patience("0")
            return changes


def _learn(
    examples: Examples, events: dict[int, int], version: str, progress: Progress
) -> tuple[TopicModel, list[LearnedTopic]]:
    """A model and its topics, not saved yet; ``events``: by conference."""
    turns = examples.turns
    now = timezone.now()
    model = TopicModel(version=version, trained_at=now, decisions=examples.decisions, turns=len(turns), learned=0)
    rows = {topic: _counted(model, topic, examples) for topic in examples.topics}
    groups = [events[turn.conference] for turn in turns]
    enough = [
        topic
        for topic in rows
        if is_enough(*([groups[one.at] for one in examples.of(topic) if one.right == right] for right in (1, 0)))
    ]
    if not enough:
        return model, list(rows.values())
    try:
        texts = [turn.text for turn in turns]
        vectorizer, vectors = tfidf(texts)
        times = counts(texts)
    except ValueError:  # no words to learn from
        return model, list(rows.values())
    model.words, model.rarity = vectorizer.get_feature_names_out().tolist(), vectorizer.idf_.tolist()
    for topic in progress(enough):
        own = list(examples.of(topic))
        figures, fitted = measure(data_of(times, groups, own)), fit(data_of(vectors, groups, own))
        if figures and fitted:
            row = rows[topic]
            row.precision, row.recall, row.f1, row.brier, row.rules_f1 = figures
            if figures.f1 >= figures.rules_f1 and figures.f1 > row.yes_f1:
                row.weights, row.intercept = fitted.weights.tolist(), fitted.intercept
                model.learned += 1
    return model, list(rows.values())


def _counted(model: TopicModel, topic: int, examples: Examples) -> LearnedTopic:
    decided = [turn.decided[topic] for turn in examples.turns if topic in turn.decided]
    confirmed = sum(decided)
    read = sum(1 for _ in examples.of(topic)) - len(decided)
    return LearnedTopic(model=model, topic_id=topic, confirmed=confirmed, rejected=len(decided) - confirmed, read=read)

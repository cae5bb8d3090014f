import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error as DatabaseFailure
from tqdm import tqdm

from apps.annotations.learning.enough import LEAST_AGAINST, LEAST_CONFERENCES, LEAST_CONFIRMED
from apps.annotations.learning.training import Trained, train
from apps.annotations.models import LearnedTopic, TopicModel

NO_DECISIONS = "Nobody has confirmed or rejected a topic on a turn yet, so the phrases alone suggest topics."


class Command(BaseCommand):
    help = (
        "Learn topics from what people confirmed and rejected on turns, and renew the suggestions that nobody has "
        f"judged. A topic is learned from {LEAST_CONFIRMED} turns for it and {LEAST_AGAINST} against it, each from "
        f"{LEAST_CONFERENCES} conferences; with fewer it stays with its phrases."
    )

    def handle(self, **options: Any) -> None:  # noqa: ARG002
        quiet = not sys.stderr.isatty()
        try:
            trained = train(lambda topics: tqdm(topics, unit=" topics", leave=False, disable=quiet))
        except KeyboardInterrupt:
            raise CommandError("Stopped. The model is as it was.", returncode=130) from None
        except DatabaseFailure as error:
            raise CommandError(f"The database gave up: {str(error).strip()} The model is as it was.") from error
        self._tell(trained)

    def _tell(self, trained: Trained) -> None:
        model = trained.model
        if model is None:
            self.stdout.write(NO_DECISIONS)
        elif not trained.is_new:
            self.stdout.write(f"Nothing was decided since {model.trained_at:%-d %B %Y, %H:%M}: model {model} stays.")
        else:
            self._figures(model)
        if trained.is_new:
            changes = trained.changes
            self.stdout.write(
                f"Suggestions on {changes.turns:,} turns: {changes.added:,} added, {changes.removed:,} removed, "
                f"{changes.changed:,} with another score or evidence; {trained.kept:,} kept because people decided."
            )

    def _figures(self, model: TopicModel) -> None:
        self.stdout.write(
            f"Model {model}: {model.decisions:,} decisions on {model.turns:,} turns; {model.learned} of "
            f"{model.topics.count()} topics learned. By cross-validation on conferences not seen:"
        )
        self.stdout.write(
            f"{'':30} {'precision':>9} {'recall':>7} {'F1':>6} {'support':>7} {'Brier':>6} {'phrases’ F1':>11}"
            "  scored by"
        )
        for row in model.topics.select_related("topic").defer("weights"):
            self.stdout.write(f"{str(row)[:30]:30} {_row(row)}  {row.scored_by}")


def _row(row: LearnedTopic) -> str:
    if row.f1 is None:
        return f"{'':9} {'':7} {'':6} {row.confirmed:7,} {'':6} {'':11}"
    return (
        f"{row.precision:9.0%} {row.recall:7.0%} {row.f1:6.0%} {row.confirmed:7,} {row.brier:6.3f} {row.rules_f1:11.0%}"
    )

"""The page of what was learned."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from apps.annotations.models import LearnedTopic, Topic, TopicModel
from tests import make

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/annotations/topic/learned/"


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make.editor("editor"))
    return client


def learned(topic: Topic, model: TopicModel, *figures: float, intercept: float | None = None) -> None:
    names = ["precision", "recall", "f1", "brier", "rules_f1"]
    counts = {"confirmed": 41, "rejected": 17, "read": 300}
    LearnedTopic.objects.create(
        topic=topic, model=model, intercept=intercept, **counts, **dict(zip(names, figures, strict=False))
    )


def test_without_a_model_the_page_says_how_to_get_one(editor: Client) -> None:
    page = editor.get(ADDRESS).content.decode()
    assert "No model has been trained: the phrases alone suggest topics." in page
    assert "manage.py train_topics" in page


def test_each_topic_shows_its_figures_and_who_scores_it(editor: Client) -> None:
    model = TopicModel.objects.create(version="v1", trained_at=timezone.now(), decisions=58, turns=50, learned=1)
    learned(make.topic("Missiles"), model, 0.91, 0.83, 0.868, 0.041, 0.75, intercept=-1.5)
    learned(make.topic("Energy"), model, 0.5, 0.25, 0.333, 0.2, 0.97)
    learned(make.topic("Health"), model)
    page = editor.get(ADDRESS).content.decode()
    assert "It scores 1 of 3 topics." in page
    for words in ("<td>0.91</td><td>0.83</td><td>0.87</td><td>0.75</td><td>0.43</td><td>0.041</td>", "the model</td>"):
        assert words in page
    assert "its phrases: they do better" in page
    assert "its phrases: too few decisions" in page


def test_the_page_tells_of_decisions_that_came_since(editor: Client) -> None:
    TopicModel.objects.create(version="v1", trained_at=timezone.now(), decisions=58, turns=50, learned=0)
    user = User.objects.get()
    turn = make.turn(make.conference())
    make.tag(turn, make.topic(), origin="human", decided_by=user, decided_at=timezone.now())
    assert "1 decision came since" in editor.get(ADDRESS).content.decode()

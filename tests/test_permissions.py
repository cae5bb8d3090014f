"""Who may do what: every address and every bulk action of the site, for every role.  What the table lacks, fails."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser, Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django.http import HttpResponseBase
from django.test import Client, RequestFactory
from django.utils import timezone

from apps.annotations.models import Entity, Mention, Report, Tag
from apps.conferences.models import ImportRun, Upload
from apps.search.index import current
from tests import make
from tests.access import ACTIONS, ROLES, ROUTES
from tests.history.acting import act_called, acting
from tests.routes import routes

pytestmark = pytest.mark.django_db


def user_as(role: str) -> User | None:
    """A reader has an account, a clerk may sign in to the admin, the others are in the group of that name."""
    if role == "anonymous":
        return None
    user = User.objects.create_user(role, is_staff=role != "reader")
    if role in {"editor", "administrator"}:
        user.groups.add(Group.objects.get(name=role.capitalize()))
    return user


def rows() -> dict[str, Model]:
    """One row of every kind that an address names, by the folder it stands in."""
    conference = make.conference(slug="briefing")
    make.conference(day=None, slug="briefing")
    turn = make.turn(
        conference, public_id="abc", speaker=make.speaker(slug="marsh"), organisation=make.organisation(slug="gazette")
    )
    topic = make.topic("Missiles")
    judge = User.objects.create_user("judge")
    tag = make.tag(turn, topic, origin="human", decided_by=judge, decided_at=timezone.now())
    with acting("Reject"):
        Tag.objects.all().reject(judge)
    all_rows: list[Model] = [conference, turn, topic, tag, act_called("Reject"), ImportRun.objects.create(), judge]
    all_rows += [make.speaker("Jo Lind"), make.organisation("Daily Post"), make.source("Sarvandia Watch")]
    all_rows += [make.conflict(turn, "role"), Upload.objects.create(source="Sarvandia Watch")]
    entity = Entity.objects.create(kind="country", name="Poland")
    all_rows += [entity, Mention.objects.create(turn=turn, entity=entity, start=0, end=4, label="GPE", origin="rule")]
    all_rows += [Report.objects.receive(turn, topic, "It is wrong.", "192.0.2.1")]
    all_rows += [Group.objects.create(name="Guests")]
    return {f"/admin/{row._meta.app_label}/{row._meta.model_name}/": row for row in all_rows}


def address(route: str, known: dict[str, Model]) -> str:
    """A route with the values of a row that exists."""
    if route.startswith("/topics/"):
        route = route.replace("<slug:slug>", "missiles")
    if route.startswith("/speakers/"):
        route = route.replace("<slug:slug>", "marsh")
    if route.startswith("/organisations/"):
        route = route.replace("<slug:slug>", "gazette")
    if route.startswith("/conferences/"):
        route = route.replace("<int:pk>", str(known["/admin/conferences/conference/"].pk))
    turn = known["/admin/conferences/turn/"]
    folder = "/".join([*route.split("/")[:4], ""])
    values = {
        "<int:pk>": str(known["/admin/annotations/entity/"].pk),
        "<slug:slug>": "briefing",
        "<slug:public_id>": "abc",
        "<int:year>/<int:month>/<int:day>": "2019/05/04",
        "<path:content_type_id>/<path:object_id>": f"{ContentType.objects.get_for_model(turn).pk}/{turn.pk}",
        "<path:object_id>": str(known[folder].pk) if folder in known else "",
        "<id>": str(known[folder].pk) if folder in known else "",
        "(app_list)": "conferences/",
        "(anything-else)": "no-such-page/",
    }
    for name, value in values.items():
        route = route.replace(name, value)
    return route


def outcome(response: HttpResponseBase) -> str:
    if response.status_code == 302:
        return "login" if response.headers["Location"].startswith("/admin/login/") else "ok"
    return {200: "ok", 403: "no", 404: "none", 405: "-"}[response.status_code]


def outcomes(role: str) -> Iterator[tuple[str, str]]:
    """What reading and writing each address comes to; all that is written is rolled back."""
    known, user, signed_in = rows(), user_as(role), Client()
    current()  # without an index the site is not ready
    if user:
        signed_in.force_login(user)
    for route in routes():
        found = []
        for method in ("get", "post"):
            client = Client()
            client.cookies.update(signed_in.cookies)
            with transaction.atomic():
                response = getattr(client, method)(address(f"/{route}", known), {"something": "else"})
                found.append(outcome(response))
                transaction.set_rollback(True)
        yield f"/{route}", "/".join(dict.fromkeys(found))


def test_the_table_names_every_route() -> None:
    assert {f"/{route}" for route in routes()} == set(ROUTES)


@pytest.mark.parametrize("role", ROLES)
def test_every_route_answers_each_role_as_the_table_says(role: str) -> None:
    place = ROLES.index(role)
    assert dict(outcomes(role)) == {route: expected[place] for route, expected in ROUTES.items()}


@pytest.mark.parametrize("role", ROLES)
def test_every_bulk_action_is_offered_to_the_roles_in_the_table_alone(role: str) -> None:
    request = RequestFactory().get("/")
    request.user = user_as(role) or AnonymousUser()
    offered = {
        f"{model._meta.label_lower} {action}"
        for model, model_admin in admin.site._registry.items()
        for action in model_admin.get_actions(request)
    }
    assert offered == {action for action, roles in ACTIONS.items() if role in roles}


def test_the_table_names_every_bulk_action() -> None:
    request = RequestFactory().get("/")
    request.user = User.objects.create_superuser("root")
    registered = [(model, model_admin.get_actions(request)) for model, model_admin in admin.site._registry.items()]
    assert {f"{model._meta.label_lower} {action}" for model, actions in registered for action in actions} == set(
        ACTIONS
    )


def test_an_administrator_has_every_right_that_the_site_knows() -> None:
    rights = Permission.objects.filter(content_type__app_label__in=["conferences", "annotations", "history"])
    held = Group.objects.get(name="Administrator").permissions.all()
    assert set(rights) <= set(held)


def test_an_editor_manages_no_accounts() -> None:
    rooms: Any = Group.objects.get(name="Editor").permissions.values_list("content_type__app_label", flat=True)
    assert set(rooms) == {"conferences", "annotations", "history"}

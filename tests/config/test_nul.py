import pytest
from django.test import Client
from django.urls import reverse


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["status__exact=a%00b", "origin__exact=%00", "q=a%00", "%00=1", "x__id=%00"])
@pytest.mark.parametrize("model", ["annotations_tag", "annotations_mention", "annotations_entity", "conferences_turn"])
def test_a_nul_in_a_filter_of_the_admin_leads_to_the_whole_list(admin_client: Client, model: str, query: str) -> None:
    response = admin_client.get(f"{reverse(f'admin:{model}_changelist')}?{query}", follow=True)
    assert response.status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query", ["year=9999", "year=9999&month=12", "year=" + "9" * 30, "year=2019&day=" + "9" * 30, "year=x"]
)
def test_a_day_that_there_is_not_leads_to_the_whole_list(admin_client: Client, query: str) -> None:
    query = (
        query.replace("year", "event_date__year")
        .replace("month", "event_date__month")
        .replace("day=", "event_date__day=")
    )
    response = admin_client.get(f"{reverse('admin:conferences_conference_changelist')}?{query}", follow=True)
    assert response.status_code == 200


@pytest.mark.django_db
def test_nothing_is_called_by_a_nul_where_a_row_is_chosen_while_one_types(admin_client: Client) -> None:
    of = {"app_label": "conferences", "model_name": "turn", "field_name": "speaker"}
    response = admin_client.get(reverse("admin:autocomplete"), {**of, "term": "a\0b"})
    assert response.json()["results"] == []

"""The reading pages."""

from django.urls import URLPattern, path

from apps.browse import views

app_name = "browse"
urlpatterns: list[URLPattern] = [
    path("", views.home, name="home"),
    path("concordance/", views.concordance, name="concordance"),
    path("concordance/lines.csv", views.concordance_csv, name="concordance_csv"),
    path("conferences/", views.conferences, name="conferences"),
    path("conferences/undated/<slug:slug>/", views.undated_conference, name="undated_conference"),
    path("conferences/undated/<slug:slug>/source.txt", views.undated_source_text, name="undated_source_text"),
    path("conferences/<int:year>/<int:month>/<int:day>/<slug:slug>/", views.conference, name="conference"),
    path("conferences/<int:year>/<int:month>/<int:day>/<slug:slug>/source.txt", views.source_text, name="source_text"),
    path("conferences/<int:pk>/report/", views.report_conference, name="report_conference"),
    path("entities/", views.entities, name="entities"),
    path("entities/<int:pk>/", views.entity, name="entity"),
    path("passages/", views.passages, name="passages"),
    path("search-help/", views.search_help, name="search_help"),
    path("speakers/", views.speakers, name="speakers"),
    path("speakers/<slug:slug>/", views.speaker, name="speaker"),
    path("organisations/", views.organisations, name="organisations"),
    path("organisations/<slug:slug>/", views.organisation, name="organisation"),
    path("turns/<slug:public_id>/", views.turn, name="turn"),
    path("turns/<slug:public_id>/cite/", views.cite_turn, name="cite_turn"),
    path("turns/<slug:public_id>/topics/", views.judge_turn, name="judge_turn"),
    path("turns/<slug:public_id>/report/", views.report_turn, name="report_turn"),
    path("topics/", views.topics, name="topics"),
    path("topics/<slug:slug>/", views.topic, name="topic"),
    path("trends/", views.trends, name="trends"),
    path("trends/counts.csv", views.trends_csv, name="trends_csv"),
]

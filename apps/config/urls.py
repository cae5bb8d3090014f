"""Every address of the site."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("apps.browse.urls")),
    path("admin/", admin.site.urls),
]

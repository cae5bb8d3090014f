"""Every address of the site."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from apps.config.health import ready

urlpatterns = [
    path("", include("apps.browse.urls")),
    path("health/ready", ready, name="ready"),
    path("admin/", admin.site.urls),
    # Browsers ask for it on pages that name no icon, the admin's among them.
    path("favicon.ico", RedirectView.as_view(url=f"{settings.STATIC_URL}favicon.svg")),
]

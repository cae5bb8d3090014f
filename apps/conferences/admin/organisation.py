from django.contrib import admin

from apps.conferences.admin.named import NamedAdmin
from apps.conferences.models import Organisation


@admin.register(Organisation)
class OrganisationAdmin(NamedAdmin):
    pass

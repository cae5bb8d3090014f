from django.db import models

from apps.conferences.links import link
from apps.conferences.models.named import Named
from apps.history.track import tracked


@tracked("name", "slug", "aliases", "merged_into")
class Speaker(Named):
    """One person across conferences.  Two people of one name are two rows, told apart by slug."""

    name = models.CharField("full name", max_length=200, db_index=True)

    def get_absolute_url(self) -> str:
        return link("browse:speaker", self.slug)

from apps.conferences.links import link
from apps.conferences.models.named import Named
from apps.history.track import tracked


@tracked("name", "slug", "aliases", "merged_into")
class Organisation(Named):
    """An outlet or a body, as printed beside a name: Europa Press, Ministry of Defence."""

    def get_absolute_url(self) -> str:
        return link("browse:organisation", self.slug)

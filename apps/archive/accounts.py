"""Users by name: an id says nothing on another site."""

from collections.abc import Collection

from django.contrib.auth.models import User

from apps.archive.errors import ArchiveError

Name = str | int | None
"""A user in an archive: the name, or a negative number for an account that is gone."""


class Departing:
    """Gives the names, and remembers which were asked for."""

    def __init__(self) -> None:
        self._names = dict(User.objects.values_list("pk", "username"))
        self.named: set[str] = set()

    def name(self, pk: int | None) -> Name:
        if pk is None:
            return None
        if pk not in self._names:
            return -abs(pk)  # no account ever has such an id, so that the row never becomes somebody else's
        self.named.add(self._names[pk])
        return self._names[pk]


class Arriving:
    """Finds or makes the accounts that an archive names."""

    def __init__(self, names: Collection[str]) -> None:
        """An account of that name is taken for the same person; a new one cannot sign in until it is given rights.

        Directories and scripts give names that no form would take, so any is taken that a database can hold.
        """
        longest = User._meta.get_field("username").max_length or 0
        for name in names:
            if not name or "\0" in name or len(name) > longest:
                what = f"{name!r} is no name of a user: it has 1 to {longest} characters, none NUL."
                raise ArchiveError(f"manifest.json: {what}")
        self._pks = dict(User.objects.filter(username__in=names).values_list("username", "pk"))
        for name in names:
            if name not in self._pks:
                self._pks[name] = _make(name)

    def pk(self, name: object) -> int | None:
        """Raises ValueError with a sentence for what names nobody."""
        if name is None:
            return None
        if isinstance(name, int) and not isinstance(name, bool) and name < 0:
            return name
        if not isinstance(name, str) or name not in self._pks:
            raise ValueError(f"the manifest names no user {name!r}")
        return self._pks[name]


def _make(name: str) -> int:
    user = User(username=name, is_active=False)
    user.set_unusable_password()
    user.save()
    return user.pk

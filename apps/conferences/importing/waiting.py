from django.db import connection

IMPORT_LOCK = 0x726F737472756D  # "rostrum"


def wait_for_other_imports() -> None:
    """Until the transaction ends this process alone imports: sources share speakers, outlets and addresses."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [IMPORT_LOCK])

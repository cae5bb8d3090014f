from importlib import import_module

from django.db import migrations

SPACE = r"[\s\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"
PATTERN = r"""
CREATE OR REPLACE FUNCTION annotations_pattern(words text, of_name boolean) RETURNS text
LANGUAGE sql IMMUTABLE STRICT
RETURN (
    SELECT '(?<!\w)' || string_agg(
        CASE
            WHEN letter = ' ' THEN 'SPACE'
            WHEN letter ~ '[''‘’‚‛ʼ′`´＇]' THEN '[''‘’‚‛ʼ′`´＇]'
            WHEN letter ~ '["“”„‟″«»＂]' THEN '["“”„‟″«»＂]'
            WHEN letter ~ '[-‐‑‒–—―−－]' THEN '[-‐‑‒–—―−－]'
            WHEN letter <> apart THEN
                '(?:' || CASE WHEN as_it_is THEN letter ELSE '[' || lower(letter) || upper(letter) || ']' END
                || '|' || CASE WHEN as_it_is THEN base ELSE '[' || lower(base) || upper(base) || ']' END
                || substr(apart, 2) || ')'
            WHEN lower(letter) <> upper(letter) AND NOT as_it_is THEN '[' || lower(letter) || upper(letter) || ']'
            ELSE regexp_replace(letter, '(\W)', '\\\1')
        END, '' ORDER BY place
    ) || '(?![\w\u0300-\u036f])'
    FROM (
        SELECT letter, place, normalize(letter, NFD) AS apart, left(normalize(letter, NFD), 1) AS base,
            of_name AND (place = 1 AND letter = upper(letter) OR length(words) <= 4 AND words = upper(words))
            AS as_it_is
        FROM regexp_split_to_table(normalize(regexp_replace(words, 'SPACE', ' ', 'g'), NFC), '')
            WITH ORDINALITY AS each(letter, place)
    ) AS letters
);
""".replace("SPACE", SPACE)

EARLIER = import_module("apps.annotations.migrations.0018_decisions_hold_whatever_the_spelling").MOVE
BACK = EARLIER.partition("CREATE FUNCTION annotations_moved")[0].replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


class Migration(migrations.Migration):
    """What is marked is found again where accents come to stand apart from their letters or join them, and behind line
    separators, as phrases are (plain_text.py)."""

    dependencies = [("annotations", "0022_mention_scores")]

    operations = [migrations.RunSQL(PATTERN, BACK)]

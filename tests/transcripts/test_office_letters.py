"""Labels of a letter before a surname, which the stenographers of a chancellery print: ``P Ruiz``, ``BK'in Berg``."""

from apps.transcripts import Kind, parse


def test_a_p_before_a_surname_alone_is_an_office_and_asks_nothing() -> None:
    text = (
        "Pressekonferenz von Bundeskanzlerin Berg und Präsident Ruiz\n13. November 2016\n\n"
        "BK'in Berg: Ich freue mich, dass wir heute hier sind.\n\nP Ruiz: Wir haben lange gesprochen.\n\n"
        "Frage: Herr Präsident, wie geht es weiter?\n\nP Ruiz: Bald.\n\nBK'in Berg: Ich stimme zu.\n"
    )
    turns = parse(text.encode()).turns
    assert [(turn.label, turn.speaker, turn.kind) for turn in turns] == [
        ("BK'in Berg", "Berg", Kind.STATEMENT), ("P Ruiz", "Ruiz", Kind.STATEMENT), ("Frage", None, Kind.QUESTION),
        ("P Ruiz", "Ruiz", Kind.ANSWER), ("BK'in Berg", "Berg", Kind.ANSWER),
    ]  # fmt: skip


def test_a_p_before_a_full_name_still_asks() -> None:
    text = (
        "Rueda de prensa\n4 de mayo de 2019\n\nMINISTRA RUIZ: Buenos días.\n\nP Jo Lind (Diario Norte): ¿Cuándo?\n\n"
        "MINISTRA RUIZ: En mayo.\n\nP Kim Berg (Diario Sur): ¿Por qué?\n\nMINISTRA RUIZ: Así es.\n"
    )
    turns = parse(text.encode()).turns
    assert [(turn.speaker, turn.kind) for turn in turns][1] == ("Jo Lind", Kind.QUESTION)

"""The language of a transcript is told by its small words."""

import pytest

from apps.transcripts import parse
from apps.transcripts.language import UNKNOWN, detect


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The harbour opens in May and we are glad of it, as you know.", "en"),
        ("Le port ouvre en mai et nous sommes heureux de vous le dire dans cette ville.", "fr"),
        ("Der Hafen wird im Mai geöffnet, und das ist nicht alles, was wir zu sagen haben.", "de"),
        ("El puerto se abre en mayo y es lo que los vecinos de la ciudad nos piden más.", "es"),
        ("Порт откроется в мае, и это не всё, что мы хотим сказать по этому поводу.", "ru"),
        ("Buongiorno. Abbiamo parlato del piano, che è importante per il paese. Domanda: perché ora?", "it"),
        ("Goedemorgen. Wij hebben met de ministers gesproken. Vraag: waarom nu? Omdat het niet langer kan.", "nl"),
        ("Bom dia. Falamos com os ministros sobre o plano, que é importante para o país. Pergunta: por que?", "pt"),
        ("Dzień dobry. Rozmawialiśmy o planie, który jest ważny. Pytanie: dlaczego? Bo nie możemy czekać.", "pl"),
        ("God morgon. Vi har talat om planen, som är mycket viktig. Fråga: varför nu? Vi kan inte vänta.", "sv"),
        ("Goddag. Vi har talt om planen, og den er meget vigtig. Spørgsmål: hvorfor nu? Det blev sagt.", "da"),
        ("God dag. Vi har snakket om planen, og den er viktig. Spørsmål: hvorfor nå? Noe mer etter det?", "no"),
        ("Dobrý den. Mluvili jsme o plánu, který je důležitý. Otázka: proč teď? Protože není čas.", "cs"),
        ("Dobrý deň. Hovorili sme o pláne, ktorý je dôležitý. Otázka: prečo teraz? Pretože nie je čas.", "sk"),
        ("Günaydın. Bir plan konuştuk ve bu ülke için çok önemli. Soru: neden şimdi? Çünkü zamanı geldi.", "tr"),
        ("Доброго дня. Ми говорили про план, і це важливо. Питання: чому зараз? Тому що час.", "uk"),
        ("Добър ден. Говорихме за плана и това е важно. Въпрос: защо сега? Защото не можем да чакаме.", "bg"),
        ("Hyvää huomenta. Olemme puhuneet, ja se on tärkeä. Kysymys: miksi nyt? Me emme ole valmiita.", "fi"),
        ("Jó napot. A tervről beszéltünk, és ez fontos. Kérdés: miért most? Mert itt az idő.", "hu"),
        ("Bună ziua. Am vorbit despre planul pentru iarnă. Întrebare: de ce? Pentru că nu este timp.", "ro"),
        ("Bon dia. Hem parlat amb els ministres, i és molt important. Pregunta: per què ara?", "ca"),
        ("Καλημέρα σας. Μιλήσαμε σήμερα για το σχέδιο.", "el"),
        ("記者会見\n\n総理: 皆さん、こんにちは。今日は穀物の話です。", "ja"),
        ("记者会\n\n问：为什么？\n\n答：因为时间到了。", "zh"),
        ("صباح الخير. تحدثنا اليوم مع الوزراء عن خطة الشتاء. سؤال: لماذا الآن؟", "ar"),
        ("12 34", "en"),
    ],
)
def test_the_language_is_detected(text: str, code: str) -> None:
    assert detect(text) == code


@pytest.mark.parametrize(
    "text",
    ["Briefing\n\nMR. HALE: No.\n\nQ: No?\n", "MR. HALE: No, no. Do so.\n\nQ: As I do?\n", "Q: Para?\n\nA: Per.\n"],
)
def test_words_that_languages_share_and_a_word_or_two_decide_nothing(text: str) -> None:
    assert detect(text) == "en"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Pressekonferenz von Ministerin Berg und Präsident Ruiz\n\nMin Berg: Guten Tag.\n\nFrage: Warum?\n", "de"),
        ("Conférence de presse\n\nRUIZ : Bonjour.\n\nJOURNALISTE : Pourquoi ?\n\nRUIZ : Parce que. Merci.\n", "fr"),
        ("Rueda de prensa\n\nRUIZ.- Buenos días.\n\nP.- ¿Cuándo?\n\nRUIZ.- Mañana. Gracias.\n", "es"),
        ("Conferenza stampa\n\nRUIZ: Buongiorno.\n\nDOMANDA: Perché?\n\nRUIZ: Grazie.\n", "it"),
        ("Press conference of Ana von der Berg\n\nvon der Berg: Because.\n\nQ: Why?\n\nvon der Berg: So.\n", "en"),
        ("Press conference by Jo Le Roy\n\nLe Roy: Yes.\n\nQ: Why?\n\nLe Roy: No.\n\nMr. Le Roy: So.\n", "en"),
        ("Persconferentie / Press conference\n\nvan den Berg: Welcome.\n\nQ: Why?\n\nvan den Berg: So.\n", "en"),
    ],
)
def test_a_page_with_hardly_a_sentence_is_told_by_greetings_and_not_by_the_particles_of_names(
    text: str, code: str
) -> None:
    assert detect(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "Tere hommikust. Rääkisime täna ministritega talve plaanist, mis on riigile väga oluline. Küsimus: miks nüüd? "
        "Sest on aeg ja me ei saa oodata, nagu te teate, kõik on valmis.",
        "Selamat pagi. Hari ini kami berbicara dengan para menteri tentang rencana musim dingin yang sangat penting."
        " Pertanyaan: mengapa sekarang? Karena sudah waktunya dan kami tidak bisa menunggu lagi.",
        "Dobar dan. Danas smo s ministrima razgovarali o planu za zimu, koji je vrlo važan za zemlju. "
        "Pitanje: zašto sada? Zato što je vrijeme i ne možemo čekati da drugi odluče.",
        "Labas rytas. Kalbėjome apie žiemos planą.",
    ],
)
def test_a_language_whose_words_are_in_no_table_is_unknown_and_not_english(text: str) -> None:
    assert detect(text) == UNKNOWN
    [note] = [note for note in parse(f"{text}\n".encode()).notes if "language" in note.message]
    assert note.message == "The language of this text is not known; it is kept as “und”, undetermined."

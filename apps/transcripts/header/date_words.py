"""What stands beside a date and tells whose it is, as data: one more is one more word in a table."""

import re

from ..tables import any_of

UPDATED = any_of(
    """
    last updated | last update | last modification | last revision | updated | last modified | last reviewed
    distributed | modified
    mis à jour | dernière mise à jour | mise à jour
    actualizado | última actualización
    zuletzt aktualisiert | aktualisiert | stand | letzte änderung | geändert | dernière modification | modifié
    última modificación | modificado | ultimo aggiornamento | aggiornato | atualizado | última atualização
    última modificação
    revised | last changed | letzte aktualisierung | aktualisierung | dernière actualisation | actualisé | actualizada
    fecha de actualización | última revisión | ultima modifica | aggiornata | atualizada | laatst gewijzigd
    laatst bijgewerkt | bijgewerkt | senast ändrad | senast uppdaterad | uppdaterad | sist oppdatert | oppdatert
    sidst opdateret | opdateret
    """,
)
"""Before a date: it is the page's, not the event's."""
UPDATED_ABOVE = re.compile(rf"(?:{UPDATED.pattern})(?: (?:on|le|el|am|den|il|em))?\s*:?", re.I)
"""On the line above it."""

PUBLISHED = any_of(
    """
    date of issue | date issued | issue date | first published | date of publication | transcript issued | dated
    issued | issued on | release date | released | published | posted | posted on | publication date | date posted
    for immediate release | embargoed until | not for release before | uploaded | created | created on | date created
    sent | date sent | filed | erstellt | erstellt am | créé le | creado | creado el | creato il | criado em
    publié le | mis en ligne | date de publication | publicado | fecha de publicación | veröffentlicht | erschienen
    pubblicato | data di pubblicazione | data de publicação
    """,
)
"""Before a date: it is the day the page appeared, the event's only where no other is given."""

HELD = any_of(
    """
    held | held on | held at | recorded | recorded on | delivered on | event date | date of event | date of briefing
    took place on | given on | date of the conference | date of conference | date of press conference | conference date
    date of the event | datum der veranstaltung | tenue le | tenu le | donnée le | fecha del evento | celebrado el
    tenutasi il | gehalten am | prononcé le | pronunciado el | celebrada el
    """,
    after=r"\s*:?\W*(?:\w+(?:day|dì|di|tag|s),?\s*)?(?:the\s)?\s*$",
)
"""Before a date: it is certainly the event's."""

BYLINE = re.compile(r"(?:by|von|par|por|di) [^|•·–—]{2,60} [|•·–—] ?$", re.I)
"""``By Ana Ruiz | ``: behind whoever wrote the page stands its own date."""

ANOTHER_DAY = any_of(
    """
    period ending | period ended | quarter ending | quarter ended | year ending | year ended | months ended
    next briefing | next press conference | next conference | next update | nächste pressekonferenz
    prochain point de presse | próxima rueda de prensa | effective | expires | deadline
    retrieved | retrieved on | accessed | accessed on | printed | printed on | abgerufen am | gedruckt am | consulté le
    imprimé le | consultado el | impreso el
    """,
)
"""Before a date: it is neither the event's nor the page's."""

WEEKDAY = re.compile(
    r"\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica"
    r"|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?)(?!\w)\.?",
    re.I,
)

CLOCK = re.compile(
    r"(?:\b(?:at|um|às|alle|a las|à) )?"
    r"\b\d{1,2}(?:[:.]\d\d|h\d{0,2}| ?[ap]\.?m\b)\.?"
    r"(?: ?[ap]\.?m\b\.?| uhr\b| ?(?:hrs?|h|horas)\b\.?)?(?: (?:[A-Z]{1,4}T|UTC|MSK)\b)?",
    re.I,
)
"""A time of day, with the word before it."""

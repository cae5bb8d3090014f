"""Phrases of the trade, as data: how the floor is given, asked for and taken."""

import re

from .tables import either


class Phrases:
    """Phrases of one trade, in small letters: looking for them so takes a third of the time of ignoring the case."""

    def __init__(self, table: str) -> None:
        self._any = re.compile(rf"\b(?:{either(table)})\b")

    def stand_in(self, text: str) -> bool:
        """Whether one of them stands anywhere in the text, in whatever case."""
        return self._any.search(text.lower()) is not None


HANDOVER = Phrases(
    r"""
    (?:next|last|first|final|one more) question
    question (?:is |will |comes |goes )*(?:from|to)
    go (?:right )?ahead
    (?<!est )(?<!\ba )(?<!\bno )(?:lady|gentleman|woman|man) (?:in|at|on|over|with)
    in the (?:first|second|third|fourth|fifth|front|back|last|middle) row
    over to
    (?:take|taking|have|time for|for|ready for) (?:your |some |a few |any |more |one |two |a couple (?:of )?)*questions
    (?<!to )the floor
    (?:over|back|return|yield|give|open)\w* (?:to )?the floor
    microphone
    raise your hand
    (?:^|[.!?] )(?:yes,? )?over (?:there|here),? please
    open (?:to|for) (?:any |your |some |a few )*questions
    open it up
    (?<![\w,;:] )(?:any |des |noch )?(?:questions|preguntas|fragen)(?=\W{0,2}\?)
    (?:let['’]s|we['’]ll|we will|i['’]ll) (?:keep going|go (?:next |now |over )?to|start|turn|begin)
    (?:let['’]s|we['’]ll|we will|i['’]ll) take(?! (?:that|this|it)\b)
    on the phones?
    (?:anyone|anybody|any(?:thing)?) else on (?:this|that)
    any (?:more|other|further) questions
    take one more
    proceed to
    (?:ends?|concludes?|close) (?:the|this|our|today['’]s)? ?(?:press|news|briefing|conference|q&a|call)
    (?:end|conclusion) of (?:the|this|our|today['’]s)? ?(?:press|news|briefing|conference|q&a|call)
    welcome to (?:the|this|our|today)
    (?:opening|introductory) (?:statement|remarks)
    identify yourself
    (?:state|give|say|tell us) your name
    pleasure to (?:introduce|welcome)
    for the (?:first|second|third|fourth|fifth|next|last|final) question
    (?:here|there|up|down) in (?:the )?(?:front|back|middle|cent(?:er|re))
    (?:primera|siguiente|última) pregunta
    tiene la palabra
    adelante
    (?:première|dernière) question(?!\s?: (?:oui|non)\b)
    (?:^|[.!?] )(?:deuxième|troisième|quatrième|cinquième|prochaine) question(?!\s?: (?:oui|non)\b)
    (?:prenons|prendrons|prendre|prend|place à|passons à|puis|maintenant,?) (?:vos|les|quelques|deux|trois) questions
    (?:^|[.!?] )(?:les|vos) questions[.,]
    (?:plus de|d['’]autres|encore des) questions(?=\W{0,3}\?)
    (?:on commence|commençons) (?:par|avec)
    au (?:premier|deuxième|second|troisième|quatrième|dernier) rang
    (?:ce sera|c['’]était) le mot de la fin
    question suivante
    vous avez la parole
    (?:erste|nächste|letzte) frage
    beginnen (?:wir )?mit (?:einer|der) (?:\w+ )?frage
    (?:jetzt|noch) eine (?:\w+ )?frage (?:aus|von)
    any (?:\w+ )?questions for
    leave you with
    questions for (?:me|us)\b
    nehmen (?:wir )?(?:nun |jetzt )?(?:gerne? )?ihre fragen
    in der (?:ersten|zweiten|dritten|vierten|letzten|hinteren|vorderen) reihe
    (?:war|ist) das schlusswort
    (?:empezamos|comenzamos) con los medios
    en la (?:primera|segunda|tercera|última) fila
    (?:have|see|got) (?:your|a) hand (?:up|raised)
    let me (?:go|turn) to the (?:screen|room|phones?)
    (?:^|[.!?] )on (?:the )?(?:screen|zoom|webex)
    (?:empezamos|empezaremos|comenzamos|pasamos) (?:con|a) (?:las|sus) preguntas
    turno de preguntas
    in the (?:\w+ )?(?:jacket|shirt|tie|hat|coat|dress|sweater|scarf|glasses|cap)
    (?:herrn?|frau) (?:\S+ ){0,2}\S+,? bitte(?=[.!])
    (?:dort|da) (?:hinten|vorne|drüben)
    in der (?:ersten|zweiten|dritten|letzten|vorderen|hinteren) reihe
    sie haben sich (?:\w+ )?gemeldet
    steht ihnen (?:\w+ ){0,2}für (?:ihre )?fragen
    (?:danach|jetzt|dann) sind sie dran
    (?:eröffne|eröffnen|beginnen|starten|beenden|schließen) (?:\w+ ){0,3}fragerunde
    gibt es (?:noch |weitere |dazu |ihrerseits )*(?:fragen|wortmeldungen)
    haben sie (?:noch |weitere )+fragen
    (?:das wort hat|das wort geht an|hat (?:nun |jetzt )?das wort)
    (?:bitte )?(?:eure|ihre) fragen,? bitte|bitte (?:eure|ihre) fragen
    noch eine frage(?=\W{0,2}\?)
    willkommen zu(?:r|m| unserer| unserem)?
    (?:übergebe|gebe weiter) an
    (?:cedo|doy|damos|cedemos) (?:\w+ ){0,3}la palabra
    (?:abrimos|abro|iniciamos) (?:\w+ ){0,2}(?:turno|ronda)
    (?:compañer[oa]|colega|joven) (?:de )?(?:ahí|allá|allí|atrás|adelante|amarillo|azul|rojo|blanco|negro|verde)
    (?:compañer[oa]|colega|joven) (?:del fondo|de l[ao]s? (?:lentes|gafas|camisa|corbata|derecha|izquierda))
    (?:kommen (?:nun |jetzt )?zu (?:den|ihren) fragen|keine weiteren fragen|haben sie das wort|sie haben das wort)
    """
)

ASKING = Phrases(
    r"""
    (?:taking|take) (?:my|our|the|this) questions?
    my (?:first |second )?question
    (?:wanted|want|like) to (?:ask|follow|go back)
    (?:i|we)(?: would|['’]d) (?:just )?like to (?:know|hear (?:from you|what|why|how|when|who|about|more))
    (?:^|[.!?:] )please (?:explain|comment on|describe|elaborate on)
    (?:^|[.!?:] )please say (?:something|a (?:few )?words?|more) (?:about|on)
    (?:^|[.!?:] )please tell us (?:more|something|about|what|why|how|when|who|whether)
    (?:quisiera|me gustaría) (?:saber|conocer)
    (?:j['’]aimerais|je voudrais) (?:savoir|connaître)
    (?:ich (?:möchte|würde gerne?)|wir (?:möchten|würden gerne?)) (?:\w+ )?wissen
    mich würde interessieren
    wondering (?:if|whether|what|how)
    follow(?:ing)?[ -]up
    quisiera preguntar
    mi pregunta
    ma question
    meine frage
    """
)

GRANTS = Phrases(
    r"""
    (?:want|like) to (?:\w+ )?(?:say|answer|add|speak|talk|respond|comment|elaborate|step|come up|jump in)
    say (?:a few words|something)
    (?:i['’]ll|let me) let you (?:answer|speak|talk|explain)
    """
)
"""How one of those on the stage is given the floor; nobody asks a reporter so."""

_THANKS_WORDS = r"""
    thank you|thanks|many thanks|thank you all|muchas gracias|gracias|merci beaucoup|merci|danke schön|danke|vielen dank
    herzlichen dank|besten dank|grazie|obrigad[oa]|very much|so much|indeed|again|all|everyone|everybody|guys|folks
    a (?:los|las)? ?tod[oa]s|à (?:toutes et à )?tous|for (?:coming|being here|joining us|your time)|bien
    you|and|et|und|y|have a (?:good|great|nice) (?:day|evening|night|weekend|one)|good(?:bye| night| day)|bye|see you
    buenas tardes|auf wiedersehen|bonne (?:journée|soirée)
"""
_ADDRESSED = r",\s+[A-ZÀ-Þ][\w’'-]*\.?(?:\s+[A-ZÀ-Þ][\w’'-]*){0,3}"
ONLY_THANKS = re.compile(rf"(?>\W*(?i:{either(_THANKS_WORDS)})\b|{_ADDRESSED})++\W*")
"""A turn that does nothing but thank, greet and part: ``Thank you, Ana.``"""
_THANKS = re.compile(r"\b(?:thank(?:s| you)|gracias|merci|danke?|grazie|obrigad[oa])\b", re.I)
_DIRECTION = re.compile(r"[(\[][^()\[\]]*[)\]]")


def only_thanks(text: str) -> bool:
    """Whether a turn only thanks: ``Thank you, Ana.``, ``Thank you all.  (Applause.)``"""
    if len(text) > LONGEST_THANKS:
        return False
    said = _DIRECTION.sub("", text).strip()
    return _THANKS.search(said) is not None and ONLY_THANKS.fullmatch(said) is not None


LONGEST_THANKS = 200
"""Characters, what is put in brackets included."""

CLOSES = Phrases(
    r"""
    thank you,? (?:all|everyone|everybody|very much for coming)
    thanks,? (?:all|everyone|everybody|folks)
    (?:pressekonferenz|unterrichtung|befragung) (?:beendet|zu ende)
    we['’]re done
    we (?:have |['’]ve )?(?:now )?(?:run )?out of time
    wir haben keine zeit mehr
    nous n['’]avons plus (?:de|le) temps
    no tenemos más tiempo|se nos (?:ha )?acab(?:ó|ado) el tiempo
    (?:schließe|schliesse|beende) ich (?:die|diese|unsere)
    dann war['’]?s das
    (?:schließen|schliessen|beenden) wir (?:für heute|die|diese)
    danke fürs (?:dabeisein|kommen|zuhören)
    con esto (?:concluimos|concluye|terminamos|cerramos)
    damit (?:schließe|beende|schließen|beenden|sind) (?:ich|wir)
    (?:das war['’]?s|das war es) (?:für heute|von unserer seite|dann)
    auf wiedersehen
    (?:hasta aquí|damos por (?:finalizada|concluida|terminada)) (?:la|esta) (?:rueda|comparecencia|conferencia)
    (?:that['’]s|that is) all (?:we have|the time|for today)
    gracias a (?:los|las|todos|todas)
    merci à (?:tous|toutes)
    (?:ce sera|c['’]était) le mot de la fin
    bonne (?:nuit|journée|soirée) à (?:tous|toutes)
    """
)
"""What the host says last."""

_CALLING_WORDS = r"""
    yes|yeah|okay|ok|all right|alright|great|good|please|go (?:right )?ahead|next(?: question)?|sure|right here|you|sir
    ma['’]am|thank you|thanks|very much|so much|wait|hold on|in the back|over here|last (?:one|question)|one more
    let['’]s go|we['’]ll go|to|uh|and|first|stay safe|take care|adelante|gracias|sí|por favor|bitte|ja|merci|oui
    """
PURE_CALL = re.compile(rf"(?:\W*(?:(?i:{either(_CALLING_WORDS)})\b|[A-Z][\w’'-]*\b))+\W*$")
"""A turn that is nothing but a call: ``Okay. Please, go ahead.``, ``Steve, please.``"""

_FOLLOWING_WORDS = r"""
    and|but|or|so|sorry|right|okay|which|really|just to
    (?:can|may|could) i follow|if i (?:can|could|may) follow|to follow|follow[ -]?up|a follow
    y|pero|et|mais|und|aber
    """
FOLLOWS_UP = re.compile(rf"\W*(?:{either(_FOLLOWING_WORDS)})\b|\W*(?:—|--|…|\.\.\.)", re.I)
"""What a follow-up question begins with."""

GREETS = re.compile(
    r"\W*(?:good (?:morning|afternoon|evening)|hi|hello|bonjour|bonsoir|guten (?:tag|morgen|abend)|grüß gott"
    r"|buenos días|buenas(?: tardes| noches)?|hola|buongiorno|buonasera|bom dia|boa tarde)\b",
    re.I,
)
"""What somebody who has not spoken before begins with."""
THANKS_FIRST = re.compile(
    r"\W*(?:thank you|thanks|merci|gracias|danke|vielen dank|grazie|obrigad[oa])\b(?:[^.?!…]|(?<=\bm[rs]|\bdr)\.){0,60}"
    r"(?:[.!…]|\s[–—-]|$)\s*",
    re.I,
)
"""``Thank you, Minister.``: so begins whoever was given the floor."""

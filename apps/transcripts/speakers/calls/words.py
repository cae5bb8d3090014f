"""How the floor is given around a name, as patterns: what leads to it, what follows it, and what takes it back."""

import re

LEAD = (
    r"(?i:(?>(?:go ahead|on passe à|okay|ok|yes"
    r"|all right|alright|thank you|thanks|so|and|now|how about|let['’]s|we['’]ll|i['’]ll|go|turn|come"
    r"|take|start|begin|move|over|on|to|with|the|next|last|first|final|question|will|comes?|goes|is|was"
    r"|from|sorry|hear|call|floor|then|us|next up|again|finally|please|up|line|of|our|i|we|there|want|have|has|a|back"
    r"|in|room|here|see|my|left|right|phones?|one|side"
    r"|let|me|maybe|screen|zoom|webex|online|sir|ma['’]am|great|right|questions|you|can|could|wir|gehen|weiter|zu|zur|zum"
    r"|als|nächste[rs]?|erste[rs]?|zweite[rs]?|letzte[rs]?|danach|noch|beginnen|mit|vom|an|frage|von|dann|jetzt|und|bitte"
    r"|hat|ist|zugeschaltet|folgt|nun|das|wort|kollegin|kollegen?|herrn?|frau|die|der|nous|passons|à|au|pour|ensuite|et|maintenant|puis|première|deuxième|seconde"
    r"|dernière|prochaine|une|est|parole|mme|mlle|monsieur|madame|la|le|l['’]|el|de|y|ahora|luego|primera|segunda"
    r"|última|próxima|siguiente|pregunta|turno|con|vamos|pasamos|para|por|vía|palabra|señora?|sra?|mrs?|ms)\b[\s,.:]*))*"
)
TAIL = (
    r"(?:,? (?i:please|go ahead|you have the floor|the floor is yours|you\W+re next|last question|last one|over there"
    r"|over here|right here|here|there|with (?:his|her|their|a|your) hand (?:up|raised)"
    r"|bitte|por favor|adelante|s['’]il vous plaît|allez-y|(?:in |on )?(?:the |your )?"
    r"(?:(?:first|second|third|fourth|fifth|front|back|last|middle|left|right)(?: row| side)?)"
    r"|(?:the |that |this )?(?:lady|gentleman|man|woman|colleague)\b.*)){0,3}"
    r"[.?!…]*"
)
THANKED = re.compile(r"\b(?:thank you|thanks)(?: very much| so much)?\W*(?:(?:to|the)\W+)*$", re.I)
"""What stands right before somebody whose turn is over: ``Thank you, Reuters.``"""
POINTS_ELSEWHERE = re.compile(
    r"(?:^|[.?!\n]\s*)(?:(?:and|now|then|yes|okay|ok|so|next|let['’]s go to|we['’]ll go to)\b\W*)*"
    r"(?:you\W+(?:sir|ma['’]am|madam|please|there|here|in the)\b|(?:the|this|that) (?:gentleman|lady|woman|man)\b)",
    re.I,
)
COURTESY = re.compile(
    r"(?:\W*(?:how are you|how(?:['’]s| is) it going|there (?:he|she|you) (?:is|are)|good to see you|welcome|hello"
    r"|hi|hey|yes|please|go ahead|thank you|i thought i saw [a-z]+|where (?:is|are) (?:he|she|you)"
    r"|je vous en prie|allez-y|vous avez la parole|s['’]il vous plaît|à vous"
    r"|[a-z]+,? you should be able to unmute(?: yourself)?)\b)+\W*",
    re.I,
)
LED = re.compile(
    r"(?:\b(?:go(?:ing)?(?: (?:now|next|back|over|first))* to|over to|(?:start|begin)(?:ning|ing)?(?: off| out)? with"
    r"|turn(?:ing)?(?: it)?(?: over| now)? to|call(?:ing)? on(?: is)?|hear from|invite|recogni[sz]e(?: is)?|line of"
    r"|questions?(?: (?:is|comes?|goes|will|be|go|here|now|today|on our side))* (?:from|to|is)|how about"
    r"|next(?: up)? is|next,|(?:will|to) (?:come|be) from"
    r"|(?:floor|word|microphone) (?:is |goes )?to|parole (?:est |revient )?à|question (?:est )?(?:de|pour)|passons à"
    r"|wort (?:hat|geht an|an|bekommt)|frage (?:geht an|kommt von|von|hat|an)|weiter (?:mit|zu|geht es mit)"
    r"|beginnen (?:wir )?mit|palabra (?:a|para)|tiene la palabra|pregunta (?:es )?(?:de|para)|turno (?:de|para)"
    r"|(?:vamos|comenzamos|empezamos) con|pasamos a|adelante,?|commence[rz]?(?:ons)? (?:avec|par)"
    r"|(?:^|l[ae] |die |el )(?:première|deuxième|troisième|dernière|prochaine|primera|segunda|última|erste|letzte)"
    r"(?: question| frage| pregunta)?(?: est| es| ist)?)"
    r"(?:\s+(?:our|the|el|la|le|der|die|den)(?:\s+[a-z]+){0,3}:?)?|^)"
    r"(?:(?:\s+[\w’'-]+){1,3}\s(?:journalist|reporter|correspondent|colleague|friend"
    r"|kolleg(?:e|in|en)|journaliste|periodista),?)?"
    r"\s*(?i:(?:m[rs]s?|dr|mme|sr|sra|m|herrn?|frau|señora?|monsieur|madame|miss)\b\.?)?[\s:,]*$",
    re.I,
)
"""Words right before a name that give it the floor."""
GIVES_TO = re.compile(
    LEAD + r"(?i:(?:(?:i(?:['’](?:ll|d|m))?|we(?:['’](?:ll|d|re))?|let me|let us|let['’]s)(?: [a-z]+){0,4}?"
    r" (?:give|giving|hand|handing|pass|passing|yield|offer)(?: (?:over|you))? )?(?:the |our )?"
    r"(?:floor|word|microphone|mic)(?: (?:now|is|goes|over|next|first|then))* to"
    r"|(?:(?:(?:i think )?we(?:['’]ve| have|['’]ll have)?(?: got)?(?: only| just| still)? )?time for )?"
    r"(?:the |our |your |one |an? )*"
    r"(?:last|next|final|first|second|third|fourth|fifth|another|more|following)(?: one)?"
    r"(?: [a-z]+)? question(?: (?:for|of|on|in|from|the|today|now|room|phone|line))*"
    r",?(?: (?:is|goes|comes|will|go|come|be))* (?:from|to|is)"
    r"|(?:je |nous )?(?:donn\w+|pass\w+|cèd\w+) la parole à|la parole (?:est|revient|va) à"
    r"|(?:la )?(?:première|dernière|prochaine) question(?: (?:est|vient|revient|va|sera))* (?:à|de|pour)"
    r"|(?:ich |wir )?(?:gebe|geben|erteile)(?: (?:nun|jetzt))? das wort (?:an )?|das wort (?:hat|geht an)"
    r"|(?:die )?(?:erste|letzte|nächste) frage (?:geht an|kommt von|stellt|hat|von)"
    r"|(?:le )?(?:doy|damos|cedo|cedemos) la palabra a|tiene la palabra"
    r"|(?:la )?(?:primera|última|siguiente|próxima) pregunta(?: (?:es|será|va|viene))* (?:de|para|a))"
    r"\s*(?:the |our )?(?i:(?:m[rs]s?|dr|mme|herrn?|frau|señora?|monsieur|madame)\b\.?\s*)?"
)
"""All that stands before a name in a sentence that gives the floor in so many words."""
UNTRUE = re.compile(
    r"\b(?:not|never|already|had|was|were|got|took|went|yesterday|after|if|when|before|unless|used|said|saw|earlier|but"
    r"|last (?:week|month|year|night|time)|this morning|nicht|schon|gestern|pas|déjà|hier|était|no|ya"
    r"|ayer|fue|era|should)\b|n['’]t\b",
    re.I,
)
"""What tells that the floor is not given now."""
GIVEN = re.compile(
    rf"(?:\s*(?:TV\s+)?channel)?(?:\s(?:—|–|--)\s[A-Z][\w’'-]*)?(?:{TAIL}"
    r"|(?i:,?\s+(?:(?:you |who )?(?:has|have|is|are|['’]re|gets?) (?:the |our |your |a )*(?:\w+ )?"
    r"(?:questions?|floor|next|up|first|last)|where are you\b.*"
    r"|has (?:his|her|their|a) hand (?:up|raised)|i (?:believe|think|guess)|hat das wort|a la parole|tiene la palabra"
    r"|are you (?:there|with us|still with us|on the (?:line|phone|call))"
    r"|for (?:the|our|a|one) (?:\w+ )*questions?|on (?:the )?(?:line|phone|zoom)"
    r"|you (?:may|can) (?:ask|proceed|go)|your (?:\w+ )?question"
    r"|à vous|c['’]est à vous|vous avez la parole|je vous en prie"
    r"|sie haben das wort|sie sind dran|tiene[sn]? la palabra|le toca|adelante)){0,3}[.?!…]*)"
)
"""What may follow a name with an outlet in the sentence that calls it."""
TAKEN_BACK = re.compile(
    r"\b(?:no|not|nobody|but|can['’]?t|cannot|couldn['’]t|don['’]t (?:see|hear|have|think|know)|isn['’]t|come back"
    r"|get back|return to|later|after (?:that|you)|another|else|someone|somebody|no response|no answer|long pause"
    r"|first you|nein|nicht|aber|non|pas|mais|pero)\b",
    re.I,
)
"""What takes a call back: ``Is Jo here?  No.``"""

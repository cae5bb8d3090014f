"""The words that tell what stands beside the speech, as data: one more is one more word in a table."""

from .tables import any_of, phrases_of

SITE_LINES: frozenset[str] = phrases_of(
    """
    accept all | accept all cookies | accept cookies | reject all | reject all cookies | decline all | manage cookies
    cookie settings | cookie preferences | cookie policy | cookies | manage preferences | allow all | privacy settings
    tout accepter | accepter tout | accepter les cookies | tout refuser | refuser tout | gérer les cookies
    paramétrer les cookies | alle akzeptieren | alle cookies akzeptieren | alle ablehnen | cookie-einstellungen
    aceptar todo | aceptar todas | aceptar cookies | aceptar todas las cookies | rechazar todo | rechazar todas
    configurar cookies | política de cookies | accetta tutti | rifiuta tutti
    skip to content | skip to main content | skip to navigation | skip navigation | jump to content
    aller au contenu | aller au contenu principal | zum inhalt springen | zum inhalt | zum hauptinhalt springen
    zum hauptinhalt | saltar al contenido | ir al contenido | ir al contenido principal | vai al contenuto
    share this page | share this article | share this story | share this | share on facebook | share on twitter
    share on x | share on linkedin | share via email | share by email | print this page | print this article
    print page | email this page | copy link | tweet this | save article | listen to this article
    partager cette page | partager cet article | partager sur facebook | partager sur twitter | imprimer cette page
    seite teilen | seite drucken | artikel teilen | artikel drucken | beitrag teilen | diese seite drucken
    auf facebook teilen | auf twitter teilen | link kopieren | compartir esta página | compartir en facebook
    compartir en twitter | imprimir esta página | imprimir página | copiar enlace
    subscribe to our newsletter | sign up for our newsletter | subscribe to newsletter | subscribe now | newsletter
    newsletter sign-up | newsletter signup | get our newsletter | sign up for updates | subscribe to updates
    abonnez-vous à notre newsletter | abonnez-vous à la newsletter | inscrivez-vous à notre newsletter
    s'abonner à la newsletter | newsletter abonnieren | abonnieren sie unseren newsletter | jetzt abonnieren
    suscríbete a nuestro boletín | suscríbase a nuestro boletín | suscríbete a la newsletter
    back to top | return to top | retour en haut | haut de page | nach oben | zum seitenanfang | volver arriba
    read more | learn more | show more | lire la suite | en savoir plus | weiterlesen | mehr lesen | mehr erfahren
    leer más | saber más | advertisement | article continues below advertisement | story continues below | anzeige
    publicité | publicidad | related articles | related content | related stories | most read | most popular
    articles liés | à lire aussi | verwandte artikel | das könnte sie auch interessieren | contenido relacionado
    noticias relacionadas | follow us | follow us on twitter | follow us on facebook | suivez-nous | folgen sie uns
    síguenos | please enable javascript | your browser does not support the video tag
    your browser does not support the audio element | log in or register | sign in or register
    """
)
"""Lines of which a page of the web consists besides its text."""

COOKIES = any_of(
    """
    we use | we also use | this site uses | this website uses | this web site uses | our site uses | our website uses
    this page uses | the site uses | by continuing | by using | by browsing | by clicking | by accepting
    nous utilisons | ce site utilise | ce site web utilise | notre site utilise | en poursuivant | en continuant
    wir verwenden | wir nutzen | wir setzen | diese website verwendet | diese website nutzt | diese webseite verwendet
    diese seite verwendet | unsere website verwendet | durch die nutzung | durch die weitere nutzung
    utilizamos | usamos | este sitio utiliza | este sitio web utiliza | este sitio usa | este sitio web usa
    esta web utiliza | esta página utiliza | nuestro sitio utiliza | al continuar | al navegar
    utilizziamo | questo sito utilizza | questo sito usa
    """,
    after=r"\b[^.]{0,120}\bcookies?\b",
)
"""How a site tells that it keeps cookies."""

CAPTION_KEYS = any_of(
    """
    photo | photos | image | images | picture | pictures | photograph | photographs | caption | crédit photo
    crédit photos | légende | foto | fotografía | bildunterschrift | bildnachweis | bildrechte | pie de foto | imagen
    didascalia | photo caption | photo credit | photo courtesy | photo by | image caption | image credit
    image courtesy | image by | picture caption | picture credit | picture by | photos by | photos courtesy
    pictured | pictured above | pictured here | pictured left | pictured right | in the photo | in the picture
    sur la photo | auf dem bild | en la foto | en la imagen | left | from left | left to right | from left to right
    from the left | from the left to the right | l-r | l to r | l. to r. | (l-r) | (l to r) | de gauche à droite
    à partir de la gauche | von links | von links nach rechts | v.l.n.r. | v. l. n. r. | v.l. | vlnr
    de izquierda a derecha | da sinistra | da sinistra a destra
    """,
    before=r"[(\[]?",
    after=r"(?:\s?[:©]\s*\S.*)",
)
"""A line that begins with one of these and a colon is the caption of a picture."""

IN_ORDER = any_of(
    """
    from left | left to right | from left to right | from the left | l-r | de gauche à droite | von links nach rechts
    de izquierda a derecha | da sinistra a destra
    """,
    before=r"[(\[]?",
    after=r", [^?!]*",
)
"""``From left, Ana Ruiz, Jo Lind and Tom Hale.``"""

CREDIT = any_of(
    """
    photo by | photos by | photograph by | photographs by | image by | picture by | photo courtesy of
    image courtesy of | photos courtesy of | photo credit | foto von | photo de | foto de
    """,
    before=r"[(\[]?",
    after=r" [^.?!]{3,60}[)\]]?",
)
"""``Photo by Jo Lind``: a line that only tells who made a picture."""

STANDING = any_of(
    """
    left | right | centre | center | middle | far left | far right | second left | second right
    front left | front right | second from left | second from right | third from left | third from right
    2nd from left | 2nd from right | from left | from right | at left | at right | on the left | on the right
    à gauche | à droite | au centre | links | rechts | mitte | li. | re. | l. im bild | r. im bild
    2. v. l. | 2. v. r. | 2.v.l. | 2.v.r. | 3. v. l. | 3.v.l. | 3.v.r.
    izquierda | derecha | a la izquierda | a la derecha | izq. | dcha. | izda. | centro | en el centro
    a sinistra | a destra
    """,
    before=r"[^\W\d_]{2} \((?:",
    after=r")\)(?!\s*:)",
)
"""``Ana Ruiz (left)``: where somebody stands in a picture."""

_SENTENCE = r"\s?(?:[:–—]|\.-|-)[*_]{0,3}\s*(?P<said>\S.*)"
NOTE_KEYS = any_of(
    """
    editor's note | editor’s note | editors' note | editors’ note | editors note | editor note | the editor's note
    editorial note | ed. note | ed note | note to editors | note to the editor | note to readers | note to media
    note to the media | note to press | note to correspondents | transcriber's note | transcriber’s note
    note from the editor | note from the transcriber | publisher's note | publisher’s note | transcription note
    note de la rédaction | ndlr | n.d.l.r. | note aux rédactions | note de l'éditeur | note de l’éditeur
    anmerkung der redaktion | anm. d. red. | redaktioneller hinweis | hinweis der redaktion
    hinweis an die redaktionen | nota del editor | nota de la redacción | nota de redacción | nota a los editores
    """,
    before=r"[(\[*_]{0,3}",
    after=_SENTENCE,
)
"""A sentence behind one of these and a colon is an editor's, wherever it stands."""

CORRECTION_KEYS = any_of(
    """
    corrected | correction | corrections | corrigendum | corrigenda | erratum | errata | clarification | rectificatif
    rectification | berichtigung | korrektur | korrigiert | richtigstellung | corrección | corregido | fe de erratas
    rectificación | aclaración | corrigé | rettifica
    """,
    before=r"[(\[*_]{0,3}",
    after=_SENTENCE,
)
"""One behind these is, above the speech, in brackets or where the key is in capitals; elsewhere it may be said."""

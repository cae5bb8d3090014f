"""Towns where the world's press conferences are held, as data: one more is one more word."""

TOWNS = frozenset(
    line.strip().casefold()
    for row in """
    abu dhabi | abuja | accra | addis ababa | algiers | amman | amsterdam | ankara | astana | athens | athen | athènes
    atenas | baghdad | baku | bangkok | barcelona | beijing | beirut | belgrade | belgrad | berlin | berlín | berne
    bern | bogotá | bonn
    brasília | bratislava | bruselas | brussels | bruxelles | brüssel | bruxelas | bucharest | budapest
    buenos aires | cairo | canberra | caracas | chisinau | copenhagen | dakar | davos | delhi | new delhi | doha | dubai
    dublin | frankfurt | frankfurt am main | geneva | genève | genf | ginebra | hanoi | havana | helsinki | istanbul
    jakarta | jerusalem | johannesburg | kabul | kampala | kiev | kigali | kyiv | la paz | lausanne | lima | lisbon
    lisboa | ljubljana | london | londres | luanda | luxembourg | luxemburg | madrid | manila | mexico city | minsk
    ciudad de méxico | montevideo | montreal | moscow | moscou | moskau | moscú | munich | münchen | nairobi | nato hq
    new york | nueva york | nicosia | oslo | ottawa | paris | parís | pretoria | prague | prag | praga | quito | rabat
    reykjavik | riga | riyadh | rio de janeiro | roma | rome | rom | san josé | santiago | sarajevo | seoul | singapore
    skopje | sofia | stockholm | strasbourg | straßburg | estrasburgo | sydney | taipei | tallinn | tbilisi | tehran
    the hague | den haag | la haye | la haya | tirana | tokyo | tripoli | tunis | vatican city | vienna | wien | vienne
    viena | vilnius | warsaw | warschau | varsovie | varsovia | washington | wellington | yerevan | zagreb | zurich
    zürich
    """.strip().splitlines()
    for line in row.split("|")
)
"""Towns that a line may name alone: an unknown one could as well be a person."""

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
    adelaide | auckland | brisbane | christchurch | darwin | hobart | melbourne | perth | townsville | cairns
    wagga wagga | geelong | newcastle | dunedin | suva | port moresby | honiara | apia | nuku'alofa | port vila | dili
    atlanta | boston | chicago | dallas | denver | detroit | los angeles | miami | minneapolis | philadelphia
    pittsburgh | sacramento | san diego | san francisco | seattle | st. louis | baltimore | cincinnati | cleveland
    indianapolis | kansas city | las vegas | milwaukee | nashville | new orleans | oklahoma city | salt lake city
    san antonio | anchorage | honolulu | juneau | tallahassee | baton rouge | calgary | edmonton | halifax | québec
    quebec city | regina | saskatoon | toronto | vancouver | winnipeg | whitehorse | yellowknife | iqaluit
    birmingham | bristol | cardiff | edinburgh | glasgow | leeds | liverpool | manchester | sheffield | belfast | cork
    galway | limerick | antwerp | anvers | ghent | gand | liège | rotterdam | utrecht | eindhoven | maastricht
    aachen | bremen | dortmund | dresden | duisburg | düsseldorf | erfurt | essen | freiburg | hamburg | hannover
    kassel | kiel | köln | cologne | leipzig | magdeburg | mainz | mannheim | nürnberg | potsdam | saarbrücken
    schwerin | stuttgart | wiesbaden | graz | innsbruck | klagenfurt | linz | salzburg | bregenz | basel | lugano
    luzern | sankt gallen | bordeaux | grenoble | lille | lyon | marseille | montpellier | nantes | rennes | toulouse
    ajaccio | nouméa | papeete | bilbao | sevilla | seville | valencia | zaragoza | málaga | murcia | las palmas
    santa cruz de tenerife | palma | pamplona | valladolid | la coruña | san sebastián | porto | braga | coimbra
    bari | bologna | firenze | genova | milano | milan | napoli | naples | palermo | torino | turin | trieste | venezia
    venice | cagliari | bergen | trondheim | stavanger | tromsø | göteborg | gothenburg | malmö | uppsala | aarhus
    odense | tampere | turku | oulu | nuuk | tórshavn | tartu | kaunas | gdańsk | kraków | cracow | łódź | poznań
    wrocław | brno | ostrava | košice | debrecen | cluj-napoca | timișoara | plovdiv | varna | thessaloniki | patras
    izmir | antalya | bursa | kharkiv | lviv | odesa | odessa | dnipro | zaporizhzhia | mykolaiv | minsk | gomel
    saint petersburg | st. petersburg | kazan | novosibirsk | vladivostok | sochi | almaty | bishkek | dushanbe
    tashkent | ashgabat | ulaanbaatar | islamabad | karachi | lahore | peshawar | dhaka | chittagong | kathmandu
    colombo | malé | thimphu | mumbai | kolkata | chennai | bengaluru | bangalore | hyderabad | ahmedabad | lucknow
    yangon | naypyidaw | vientiane | phnom penh | ho chi minh city | kuala lumpur | putrajaya | cebu | davao | bandung
    surabaya | denpasar | bandar seri begawan | shanghai | guangzhou | shenzhen | chongqing | wuhan | harbin | macau
    hong kong | kaohsiung | busan | pyongyang | osaka | kyoto | nagoya | sapporo | fukuoka | hiroshima | nagasaki
    damascus | aleppo | beirut | erbil | basra | kuwait city | manama | muscat | abu dhabi | sharjah | jeddah | mecca
    sana'a | aden | ramallah | gaza | tel aviv | haifa | alexandria | khartoum | juba | asmara | djibouti | mogadishu
    hargeisa | dar es salaam | dodoma | bujumbura | lilongwe | lusaka | harare | bulawayo | gaborone | windhoek
    maputo | maseru | mbabane | cape town | durban | port elizabeth | bloemfontein | antananarivo | port louis
    moroni | kinshasa | brazzaville | libreville | malabo | yaoundé | douala | bangui | n'djamena | niamey | ouagadougou
    bamako | abidjan | yamoussoukro | conakry | freetown | monrovia | bissau | banjul | praia | nouakchott | lagos
    kano | porto-novo | cotonou | lomé | kumasi | casablanca | marrakech | marrakesh | benghazi
    guadalajara | monterrey | puebla | tijuana | mérida | cancún | guatemala city | san salvador | tegucigalpa | managua
    panama city | kingston | port-au-prince | santo domingo | bridgetown | port of spain | nassau | belmopan
    medellín | cartagena | barranquilla | maracaibo | guayaquil | cuenca | arequipa | cusco | cochabamba | sucre
    asunción | córdoba | rosario | mendoza | valparaíso | concepción | são paulo | salvador | recife | fortaleza
    belo horizonte | porto alegre | curitiba | manaus | belém | georgetown | paramaribo | cayenne
    """.strip().splitlines()
    for line in row.split("|")
)
"""Towns that a line may name alone: an unknown one could as well be a person."""

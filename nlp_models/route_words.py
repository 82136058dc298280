"""The words that make places an itinerary, by language."""

import re

from nlp_models.masked import Rule, rule
from nlp_models.vocabulary import Language

ARROW = re.compile(r" ?(?:→|->|-->|=>|>|⇒|➔|—|–|-) ?")
_ADMIN_VI = r"(?: (?:bản|xã|huyện|tỉnh|thành phố|tp\.?|thị xã|thị trấn|quận|cửa khẩu|biên giới|bến xe|ga|sân bay|khu vực|đất|nước|vùng|bờ biển|phường|tới|đến))*"
_ADMIN_FR = r"(?: ?(?:la|le|l'|les|ville|de|d'|du|commune|district|province|village|région|poste|frontière|gare|aéroport))*"
_ADMIN_EN = r"(?: (?:the|town|city|village|district|of|province|border|state|nearby|port|airport|station|commune))*"

# right before the first stop
FROM: dict[Language, Rule] = {
    "vi": rule(
        rf"(?:\btừ|rời|xuất phát từ|khởi hành từ|đi từ|đón (?:\w+ )?(?:ở|tại)){_ADMIN_VI} ?$"
    ),
    "fr": rule(
        rf"(?:\bde|\bd'|\bdepuis|quitté|quittant|quittait|parti(?:e?s?)? de|venant de|venait de|départ de|au départ de|partant de){_ADMIN_FR} ?$"
    ),
    "en": rule(rf"(?:\bfrom|\bleft|leaving|departed|departing|out of){_ADMIN_EN} ?$"),
}
# the origin said after the destination: “à Paris depuis Abidjan”
FROM_AFTER: dict[Language, Rule] = {
    "vi": rule(rf"^[^L;.]{{0,25}}\btừ{_ADMIN_VI} $"),
    "fr": rule(rf"^[^L;.]{{0,30}}(?:depuis|en provenance de|venant de|venue? de){_ADMIN_FR} ?$"),
    "en": rule(rf"^[^L;.]{{0,25}}\bfrom{_ADMIN_EN} $"),
}
ONWARD: dict[Language, Rule] = {
    "vi": rule(
        rf"(?:\bra|\bvào|\blên|\bxuống|\bsang|\bqua|\bđến|\btới|\bđi|\bvề|\bvượt biên sang|\brồi(?: đi)?|\btiếp tục|\bsau đó|\bcuối cùng|\bvà|\bbay|\bđón|\bvượt sông|thẳng|hướng|\bto){_ADMIN_VI} ?$|^, ?$"
    ),
    "fr": rule(
        rf"(?:\bà|\bau|\baux|\ben|\bvers|\bpour|jusqu'à|jusqu'au|jusqu'en|\bvia|\bpar|\bpuis|\bensuite|\bet|\benfin|\bgagner|\bgagné|\brejoindre|\brejoint|\batteindre|\ballant à|transitant par|passant par|destination de|direction|atteint|arriver|arrivée){_ADMIN_FR} ?$|^, ?$"
    ),
    "en": rule(
        rf"(?:\bto|\binto|\bthrough|\bvia|\bthen|\band|\bonto|\bon to|\bacross|\bfor|\bbound for|\breaching|\breached|\btowards?|\bby way of|\bcrossed|\bat|\bfinally){_ADMIN_EN} ?$|^, ?$"
    ),
}
VIA: dict[Language, Rule] = {
    "vi": rule(rf"(?:\bqua|\bquá cảnh|\btheo đường|đường mòn){_ADMIN_VI} $"),
    "fr": rule(rf"(?:\bvia|\bpar|passant par|transitant par){_ADMIN_FR} ?$"),
    "en": rule(rf"(?:\bvia|\bthrough|by way of|transiting){_ADMIN_EN} $"),
}
TO: dict[Language, Rule] = {
    "vi": rule(rf"(?:\bsang|\bđến|\btới|\bđi|\bvào|\bra|\blên){_ADMIN_VI} $"),
    "fr": rule(rf"(?:\bà|\bau|\baux|\ben|\bvers|\bpour|jusqu'à|jusqu'en|jusqu'au){_ADMIN_FR} ?$"),
    "en": rule(rf"(?:\bto|\binto|\btowards?|\bfor){_ADMIN_EN} $"),
}
JOURNEY: dict[Language, Rule] = {
    "vi": rule(
        r"\bđưa|\bchở|\bđi|\bsang|vượt biên|\bbay|\blộ trình|\btuyến|\bhành trình|đường dây|\bđón|xuất cảnh|vận chuyển|\bxe\b|\bdẫn|\brủ|\blừa|\bqua cửa khẩu|\bcho (?:nạn nhân|\w+) từ|\bra\b"
    ),
    "fr": rule(
        r"voyag|itinéraire|trajet|\bvia\b|condui|emmen|amen|transport|achemin|convoy|passer|passée?s?|quitt|parti|départ|arrivée?s?|gagn|rejoin|travers|\bvol\b|route|allant|rend|train|camion|\bbus\b|autocar|bateau|embarqu"
    ),
    "en": rule(
        r"travel|route|itinerary|\bvia\b|\btook|taken|drove|driv|transport|smuggl|moved?s?\b|\bflew|flown|flight|left|cross|through|brought|bound for|coming from|by (?:bus|car|boat|train|van|truck)|journey|lured|sent|went|passed|then"
    ),
}
NOT_A_ROUTE: dict[Language, Rule] = {
    "vi": rule(
        r"giải cứu|bỏ trốn về|trốn về|hồi hương|trao trả|được đưa về|về nước|trốn thoát|áp giải|bàn giao"
    ),
    "fr": rule(
        r"rapatri|s'est enfuie?|enfuie? de|retour (?:de|à|au)|libérée?|extrad|s'est échappée?|mission de"
    ),
    "en": rule(
        r"escaped|repatriat|returned (?:to|from|home)|rescued|deported|fled|extradit|ran away"
    ),
}
# said of a journey that is still to come, or that was stopped on its way
PLANNED: dict[Language, Rule] = {
    "vi": rule(
        r"dự (?:định|kiến|tính)|định (?:đưa|đi|sang|qua|bán|chở|xuất|cho|vượt)|\bsẽ\b|\bmai\b|chuẩn bị|kế hoạch"
        r"|\bsắp\b|âm mưu|tối nay|\btính đưa|nghi (?:đưa|là đưa)|\bđể (?:đưa|bán) (?:sang|qua)|có thể (?:sang|qua|đi|giả)"
        r"|(?:đưa|sang|đi|qua|đang) [^;.]{0,60}thì bị|bị (?:chặn|ngăn chặn|phát hiện)|bắt quả tang"
        r"|\b(?:hẹn|hứa) (?:sẽ )?(?:[^;.]{1,20} )?(?:để )?(?:đưa|đón|chở)|đêm nay|(?:nói|khai) (?:là )?đi (?:chơi|bán|làm|du lịch)|xin xuất cảnh"
    ),
    "fr": rule(
        r"prév(?:oit|oyait|u)|préparai|envisage|projet(?:te|ait)|comptai|demain|ce soir|devai(?:t|ent) (?:<P> )?(?:être|\w{2,}(?:er|ir|re)\b)"
        r"|avant (?:le|son) départ|voulai|\bdoi(?:t|vent) |\bva (?:à|à|me|nous|les|la|le)\b|l'attend|t'attend|destination|\bdirection|en partance"
        r"|intercept|refoul|\w{3,}(?:er|ir|dr)(?:ont|ai|ez)\b|\w{3,}era\b|disent aller|déclar\w+ aller|départ (?:le|de|en|prévu)|\bdest\.|refus d'entrée|(?:billet|contrat) [^;.]{0,40}prêt|\bvient te |\btu (?:pars|descends)\b"
    ),
    "en": rule(
        r"plans? to|plann(?:ed|ing)|intend|\bwill\b|'ll\b|going to|tomorrow|about to|\b(?:was|were|is|are) to (?!the\b|<L>)|supposed to|tonight"
        r"|head(?:ed|ing) (?:for|to)|destination|bound for|\bmeant for|intercepted|turned back|\bstopped (?:an?|the|two|three|four|with|at)\b|before (?:they|she|he) could|\bdue to (?:leave|travel|fly)|wanted to (?:reach|go|get)|\bonward\b|tickets? (?:is|are) booked|\bmay be (?:headed|taken|moved)"
    ),
}
# said of the journey itself, not of anything else in the sentence
NEGATED: dict[Language, Rule] = {
    "vi": rule(
        r"không (?:hề )?có chuyến|(?:không|chưa)(?: hề| bao giờ| từng)? (?:đưa|chở|dẫn|đi qua|sang) ?(?:ai|người|<P>|<L>)|phủ nhận (?:việc )?(?:đã )?(?:đưa|chở|dẫn)"
    ),
    "fr": rule(
        r"n'(?:a|ai|ont|est|avait|avoir) (?:jamais|pas)(?: été)? (?:condui|emmen|amen|transport|achemin|convoy|all[ée]|parti|voyag|quitt|franchi|pris la route)"
        r"|\b(?:nie|nient|niait|conteste|contestent) (?:les )?(?:l'|la )?(?:avoir|être) (?:\w+ )?(?:condui|emmen|amen|transport|achemin|convoy|parti|all[ée]|voyag)"
    ),
    "en": rule(
        r"(?:did not|didn't|never)(?: \w+ed)? (?:take|took|taken|drive|drove|driven|carry|carried|bring|brought|transport|travel|go|went|cross|leave|left|move)"
        r"|\bden(?:y|ies|ied) (?:having |ever )?(?:tak|driv|carry|carri|bring|brought|transport|travel|moving|moved|sending)"
    ),
}
_WORDS: dict[Language, dict[str, str]] = {
    "vi": {
        "bus": r"xe (?:khách|buýt|bus|đò|giường|chất lượng cao|(?:29|35|45|47) (?:chỗ|ghế))|nhà xe|\bbuýt\b",
        "car": r"\bô ?tô\b(?! tải| khách)|xe (?:con\b|hơi|riêng|du lịch|hợp đồng|bảy chỗ|bốn chỗ|[4579] ?(?:chỗ|c\b|cho\b))|\b(?:fortuner|innova|vios|camry)\b",
        "taxi": r"taxi|tắc xi|xe grab|grab car",
        "motorbike": r"xe (?:máy|ôm|wave|dream|exciter|gắn máy)|mô ?tô|honda ôm",
        "truck": r"(?:xe|ô tô) (?:bán )?tải|xe (?:công|ben|đầu kéo|đông lạnh|thùng)|container|công ?ten ?nơ|thùng xe",
        "van": r"xe (?:16|12|mười sáu) ?(?:chỗ|cho\b)|xe van\b|xe limousine",
        "train": r"tàu (?:hỏa|hoả|lửa|cao tốc|liên vận|đêm|nhanh|chợ|thống nhất)|xe lửa|\bga tàu|nhà ga|toa tàu",
        "plane": r"máy bay|\bbay (?:từ|sang|vào|ra|đến|qua|tới|đi|thẳng|về|<L>)|(?:chuyến|đường|vé|sẽ|lịch) bay\b",
        "boat": r"thuyền|tàu (?:biển|cá|vỏ|gỗ|đánh cá)|(?:bằng|chiếc|lái|chèo|chuyến) xuồng|xuồng máy|ca ?nô\b|(?:bằng|qua|chuyến|con|lái|chiếc|chèo) (?:đò|ghe|phà)\b|(?:đi|lên|xuống) (?:ghe|phà)\b|bằng (?:bè|mảng)\b|ghe máy|bè tre|vỏ lãi",
        "foot": r"đi bộ|(?:lội|cuốc|băng) bộ|\blội (?:suối|qua|sông|nước|ruộng)|băng rừng|luồn rừng|cắt rừng|vượt rừng|xuyên rừng",
    },
    "fr": {
        "bus": r"\bbus\b|autocar|autobus|minibus|minicar|flixbus|(?:\ble|\bun|\ben|\bdu|\bce|\bpar|\bles|\bdes|\bau) cars?\b|\bcar (?:couchettes?|de nuit|de ligne|<V>)|\(car\)",
        "car": r"voiture|\bauto\b|berline|4x4|pick-?up|covoiturage|tout-terrain|\b(?:le|un|son) break\b|\b(?:peugeot|clio|golf|passat|hilux|toyota|bmw|audi|dacia|logan|corolla|land cruiser|citroen|citroën|opel|skoda)\b",
        "taxi": r"(?<!moto)(?<!moto-)(?<!moto )\btaxis?\b|\bvtc\b|\buber\b",
        "motorbike": r"\bmotos?\b|scooter|mobylette|motocyclette|zémidjan|motards?\b",
        "truck": r"\bcamions?\b|poids lourds?|semi-remorque|\bremorque|conteneur|frigorifique|camionneur|\btir\b",
        "van": r"fourgon|camionnette|utilitaire|\bvans?\b|\bsprinter\b|\bvito\b|renault (?:master|trafic)|kangoo|ducato|monospace",
        "train": r"(?<!en )\btrains?\b|\ben train(?! d[e'])|\btgv\b|\bter\b|\bwagon|eurostar|\brer\b",
        "plane": r"\bavions?\b|(?<!pour )(?<!de )\bvols?\b(?! de\b(?! ?<L>)| d'(?! ?<L>)| (?:du|des) (?!<D>|[0-9])| à | avec| aggravé)|\bvol(?:é|er|ait|aient|ons|ent) (?:de|d'|vers|jusqu'à|pour|depuis) ?<L>|s'envol|carte d'embarquement|atterri",
        "boat": r"bateau|pirogue|zodiac|\bcanots?\b|\bferr(?:y|ies)\b|embarcation|\bbarques?\b|kwassa|chalutier|navire|radeau|voilier|\bcargo\b|\bboutre|pneumatique|hors-bord|jet-ski|(?:par|en) (?:la )?mer\b|traversier|\bvedette",
        "foot": r"à pied|à la marche|en marchant|heures? de marche|\b(?:a|ai|ont|avons|avait|avaient) (?:beaucoup )?marché|\bmarch(?:é|ait|aient|er|ons) (?:jusqu|toute|dans|la nuit|de nuit|vers|des? |deux|trois|plusieurs)",
    },
    "en": {
        "bus": r"\bbus(?:es)?\b|\bcoach(?:es)?\b|\bflixbus\b",
        "car": r"\bcars?\b(?! park| wash)|\bsedan\b|\bsuv\b|\bpick-?up\b(?! (?:at|by|from|point|her|them|him|u|you)\b| <P>)|\bjeep\b|4x4|\b(?:hilux|peugeot|toyota|corolla|land ?cruiser|passat|corsa|bmw|audi|mercedes(?! sprinter| vito)|golf|skoda|opel|vauxhall|hyundai|nissan|estate car|hatchback|saloon)\b",
        "taxi": r"\btaxis?\b|\b(?:mini)?cabs?\b|\buber\b",
        "motorbike": r"motor ?bike|motorcycle|scooter|\bmoped|\bokada\b|boda[ -]boda|\bmotos?\b(?! de)",
        "truck": r"(?<!pickup )(?<!pick-up )\btrucks?\b|\blorr(?:y|ies)\b|\btrailer|\bartic\b|\bcontainer|\btanker\b",
        "van": r"\b(?:mini)?vans?\b|\bminibus(?:es)?\b|\bsprinter\b|\bvito\b|ford transit|\bhiace\b|people carrier",
        "train": r"\btrains?\b|\bby rail\b|\brailway\b|\bcarriage\b|\beurostar\b",
        "plane": r"\b(?:aero)?planes?\b|\bfl(?:ew|own|y|ies|ying|ights?)\b|\bby air\b|\bair ticket|boarding pass|\bairline",
        "boat": r"\bboats?\b|\bferr(?:y|ies)\b|\bdingh(?:y|ies)\b|\bships?\b|\bvessels?\b|\bby sea\b|\brafts?\b|\bcanoes?\b|\bskiffs?\b|\bdhows?\b|\bpirogues?\b|\bzodiacs?\b|\btrawlers?\b|speedboat|\bpanga\b|\browed\b|\bsail(?:ed|ing)\b|jet ?ski|catamaran|\byacht",
        "foot": r"\b(?:on|by) foot\b|\bwalk(?:s|ed|ing)?\b|\btrek|\bhik(?:ed|ing)\b|\bmarched\b|over the (?:hills?|mountains?)",
    },
}
# what only suggests a means of transport: for journeys that name none
_HINTS: dict[Language, dict[str, str]] = {
    "vi": {
        "bus": r"(?:lên|xuống|đón|bắt|vé|nhảy|lỡ|phụ|bến) xe\b|chạy tuyến",
        "car": r"lái xe|xe ?<V>|xe biển|\btài xế",
        "train": r"(?:lên|xuống|bằng|vé|chuyến|đi) tàu\b",
        "plane": r"sân bay",
        "boat": r"(?:vượt|qua) sông|vượt biển|ra đảo|xuất bến",
    },
    "fr": {
        "car": r"véhicule|<V>|chauffeur|conducteur|\bconduit par|au volant|banquette|en coffre|le coffre|\brouler?\b|\broulé\b",
        "plane": r"aéroport|billet|\bvisas?\b|\bvolé\b",
        "boat": r"\bpassagers\b|\bpasseur pilot",
        "foot": r"à travers (?:la |les |le )?(?:forêt|montagne|champs|brousse|désert)",
    },
    "en": {
        "car": r"\bdrove\b|\bdriven\b|\bdrives?\b|\bdriver\b|vehicle|<V>",
        "plane": r"airport|\btickets?\b|\bvisas?\b",
        "boat": r"\bboatm[ae]n\b|\baboard\b|crossed the (?:river|sea|strait|lake)|\bfisherm[ae]n\b",
        "foot": r"through the (?:forest|jungle|woods|bush)|crossed [^.;]{0,30}(?:hills|mountains|forest)",
    },
}


def _rules(words: dict[Language, dict[str, str]]) -> dict[Language, tuple[tuple[str, Rule], ...]]:
    return {
        language: tuple((name, rule(source)) for name, source in modes.items())
        for language, modes in words.items()
    }


MODES = _rules(_WORDS)
HINTS = _rules(_HINTS)

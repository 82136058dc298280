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
PLANNED: dict[Language, Rule] = {
    "vi": rule(
        r"dự định|định đưa|\bsẽ\b|\bmai\b|chuẩn bị|kế hoạch|\bsắp\b|âm mưu|ngày mai|tối nay|định (?:đi|sang|qua)"
    ),
    "fr": rule(
        r"prév(?:oit|oyait|u)|préparai|envisage|projet(?:te|ait)|comptai|demain|devai(?:t|ent) (?:partir|être)|avant (?:le|son) départ|voulai"
    ),
    "en": rule(
        r"plans? to|planned|planning to|intend|\bwill\b|going to|tomorrow|about to|was to be|were to be|supposed to|tonight"
    ),
}
NEGATED: dict[Language, Rule] = {
    "vi": rule(r"không (?:đưa|chở|đi|qua|hề)|chưa (?:đưa|đi|sang|từng)|phủ nhận"),
    "fr": rule(r"n'(?:a|est|ont|avait) (?:jamais|pas)|nie (?:avoir|être)|conteste"),
    "en": rule(r"did not|didn't|never|denie[sd]"),
}
_WORDS: dict[Language, dict[str, str]] = {
    "vi": {
        "bus": r"xe khách|xe buýt|xe đò|xe giường nằm|nhà xe",
        "car": r"ô tô|xe con|xe ô tô|xe \d+ chỗ|xe bán tải|lái xe|xe riêng|xe 7|xe 4|xe biển|ôtô",
        "taxi": r"taxi|tắc xi|xe grab",
        "motorbike": r"xe máy|xe ôm|mô tô",
        "truck": r"xe tải|xe công|container",
        "van": r"xe 16|xe 12 chỗ|xe van",
        "train": r"tàu hỏa|tàu hoả|xe lửa|tàu lửa",
        "plane": r"máy bay|\bbay (?:từ|sang|vào|ra|đến)|chuyến bay",
        "boat": r"thuyền|\btàu (?:biển|cá)|\bđò\b|xuồng|ghe|vượt sông|qua sông",
        "foot": r"đi bộ|đường mòn|lội",
    },
    "fr": {
        "bus": r"\bbus\b|autocar|\bcar\b(?! il| elle| on| ils)|minicar",
        "car": r"voiture|\bauto\b|berline|véhicule|4x4|pick-up",
        "taxi": r"taxi",
        "motorbike": r"\bmoto\b|scooter|mobylette|motocyclette",
        "truck": r"camion\b|poids lourd|camions",
        "van": r"fourgon|camionnette|minibus|utilitaire",
        "train": r"\btrain\b|tgv",
        "plane": r"avion|\bvol\b|aéroport",
        "boat": r"bateau|pirogue|zodiac|canot|ferry|embarcation|barque",
        "foot": r"à pied|à la marche|en marchant",
    },
    "en": {
        "bus": r"\bbus\b|\bcoach\b|minibus",
        "car": r"\bcar\b|drove|driven|\bdriver\b|vehicle|sedan|\bsuv\b|pick-?up",
        "taxi": r"\btaxi\b|\bcab\b",
        "motorbike": r"motorbike|motorcycle|scooter|moped",
        "truck": r"\btruck|lorry|trailer",
        "van": r"\bvan\b|transit van",
        "train": r"\btrain\b|\brail\b",
        "plane": r"\bplane\b|\bflew\b|\bflight|\bflown\b|by air|airport",
        "boat": r"\bboat\b|ferry|dinghy|\bship\b|vessel|by sea",
        "foot": r"on foot|walked|walking|trek",
    },
}
MODES: dict[Language, tuple[tuple[str, Rule], ...]] = {
    language: tuple((name, rule(words)) for name, words in modes.items())
    for language, modes in _WORDS.items()
}

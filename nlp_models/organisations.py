"""Organisations by the word that says what they are: firms, bars, hotels, units, authorities."""

import re
from collections.abc import Iterator

from nlp_models.folding import fold_characters
from nlp_models.names.runs import UPPER, WORD
from nlp_models.vocabulary import Language

_CAP = rf"(?:{WORD}|[{UPPER}\d]{{2,}}|\d{{1,3}}(?![\d/.,]))"
_QUOTED = r"[\"“«] ?[^\"“”«»\n]{2,40} ?[\"”»]"
_ADMIN_VI = r"(?:tỉnh|huyện|xã|thành phố|thị xã|thị trấn|quận|phường|TP\.?|TX\.?|tp\.?|bản|khu vực)"
_HEADS_VI = (
    r"công ty(?: cổ phần| tnhh| trách nhiệm hữu hạn| mtv| một thành viên| cp)*(?: (?:xuất khẩu lao động|xkld|xklđ|thương mại"
    r"|dịch vụ|du lịch|đầu tư|tư vấn|vận tải|xây dựng|xuất nhập khẩu|cung ứng nhân lực|nhân lực|và|&|môi giới|may))*"
    r"|doanh nghiệp(?: tư nhân)?|trung tâm(?: (?:môi giới|tư vấn|dạy nghề|ngoại ngữ|xuất khẩu lao động|giới thiệu việc làm|bảo trợ xã hội|công tác xã hội|hỗ trợ|du học))*"
    r"|văn phòng môi giới|cơ sở (?:massage|mát xa|karaoke)|quán (?:karaoke|cà phê|cafe|bar|bia|nhậu|massage|mát xa|gội đầu|internet|ăn)|quán"
    r"|nhà hàng|nhà nghỉ|khách sạn|nhà xe|nhà trọ|karaoke|massage|vũ trường|sòng bạc|casino|xưởng may|xưởng|nhà máy|bệnh viện|phòng khám|tiệm (?:tóc|nail|vàng|cầm đồ)|tiệm"
    r"|ngân hàng|tổ chức|hội liên hiệp phụ nữ|hội phụ nữ|hội|nhóm|khu (?:phức hợp|tổ hợp)|khu phức hợp|trường (?:thpt|thcs|tiểu học|nội trú)"
)
_AGENCIES_VI = (
    r"cơ quan cảnh sát điều tra|cơ quan csđt|phòng cảnh sát hình sự|phòng pc\d{2}|công an|phòng csHS|đồn biên phòng|đồn công an|"
    r"bộ đội biên phòng|bđbp|bộ chỉ huy bộ đội biên phòng|trạm biên phòng|tòa án nhân dân|toà án nhân dân|tand|viện kiểm sát nhân dân|vksnd|"
    r"viện kiểm sát|ủy ban nhân dân|uỷ ban nhân dân|ubnd|sở lao động[ ,\-–]*thương binh và xã hội|sở lđ-?tb&?xh|hội lhpn|đại sứ quán|tổng lãnh sự quán|"
    r"trại giam|trại tạm giam|hải quan|chi cục hải quan|cục hải quan|phòng lao động"
)
_VI = (
    rf"(?i:{_HEADS_VI})(?: (?:mang tên|tên|có tên|lấy tên))? (?:{_QUOTED}|{_CAP}(?: {_CAP}){{0,5}})",
    rf"(?i:{_AGENCIES_VI})(?: (?:cửa khẩu(?: cảng| quốc tế)*|quốc tế|Việt Nam|Trung Quốc|tại))?(?:,? (?:{_ADMIN_VI} ?)?{_CAP}(?: {_CAP}){{0,3}})",
)
_DE = r"(?:de la |de l['’]|des |du |de |d['’]|aux |à la |au )"
_HEADS_FR = (
    r"hôtel|auberge|bar(?:-restaurant| restaurant)?|boîte de nuit|night-?club|cabaret|discothèque|maquis|restaurant|salon(?: de massage| de coiffure| de beauté)?|maison close"
    r"|société|entreprise|compagnie|agence(?: de (?:voyages?|recrutement|placement|mannequins|transport|travail))?|cabinet|établissements?|ets\.?|sarl|association|fondation|ong|foyer|centre|refuge|orphelinat"
    r"|clinique|hôpital|banque|casino|réseau|groupe|gang|pension|résidence|domaine|exploitation|usine|atelier|cybercafé"
)
_AGENCIES_FR = (
    r"commissariat(?: central)?|(?:brigade|section) (?:de recherches|de gendarmerie|des mineurs|de protection(?: des mineurs)?|territoriale|mondaine|criminelle)"
    r"|brigade|gendarmerie|police(?: judiciaire| nationale| municipale| aux frontières| provinciale| des frontières)?|parquet|tribunal(?: judiciaire| correctionnel| de grande instance| populaire)?|cour d['’](?:appel|assises)"
    r"|ministère|préfecture|mairie|ambassade|consulat(?: général)?|direction(?: (?:générale|départementale|régionale|provinciale|centrale))?|office (?:central|français)|comité populaire|poste(?: de garde-frontières?| frontière| de police)|sûreté|union des femmes|procuratie"
    r"|ofpra|ocriest|garde[- ]frontières?"
)
_FR = (
    rf"(?i:\b(?:{_HEADS_FR}))(?: (?:dénommée?|appelée?|nommée?))? (?:{_QUOTED}|{_DE}?{_CAP}(?:[ \-](?:{_DE}|et |& )?{_CAP}){{0,4}})",
    rf"(?i:\b(?:{_AGENCIES_FR})) (?:(?:populaire |de district |de province |de la province |du district |de la commune |de la ville |provinciale? )?{_DE}?(?:district {_DE}|province {_DE}|commune {_DE})?)?{_CAP}(?:[ \-](?:{_DE}|et )?{_CAP}){{0,4}}",
    rf"{WORD}(?:[ \-]{WORD}){{0,4}} (?:SARL|Sarl|SA|SAS|SASU|GmbH|S\.A\.)(?!\w)",
)
_TAILS_EN = (
    r"Company|Co\.?,? Ltd\.?|Co\.|Ltd\.?|Limited|LLC|Inc\.?|Corp\.?|Corporation|Group|Agency|Agencies|Hotel|Guest ?house|Guest House|Inn|Lodge|Motel|Hostel|Bar|Pub|Club|Nightclub|Lounge|Karaoke|KTV"
    r"|Casino|Spa|Massage|Parlou?r|Salon|Nails|Restaurant|Cafe|Café|Foundation|Association|Trust|Shelter|Centre|Center|Bank|Recruitment|Manpower|Consultancy|Consultants|Services|Overseas|Employment|Travels?|Tours|Transport|Logistics|Express|Enterprises?"
    r"|Trading|Holdings?|International|Farms?|Factory|Compound|Park|Police|Police Station|Police Department|Constabulary|Court|High Court|Crown Court|District Court|Border Guard|Border Force|Embassy|Consulate|Ministry|Office|Bureau|Unit|Task Force|Directorate|Commission|Hospital|Clinic|School|College|University|Church|Mission|Network|Cartel|Gang|Brothel|Villa|Resort|Garage|Car Wash|Cleaning"
)
_HEADS_EN = r"Ministry|Embassy|Consulate(?: General)?|Bank|Bureau|Department|Office|Court|People's Court|Procuracy|People's Procuracy|People's Committee|Police|Provincial Police|District Police|Women's Union|Border Guard(?: Station| Post)?|Directorate|University|Association|Union|Port|Immigration"
_EN = (
    rf"(?:the )?(?P<name>(?!The |A |An |In |At |On |From |To )(?:{_CAP}[ \-&']+(?:& |and |of )?){{1,4}}(?:{_TAILS_EN})(?: (?:{_TAILS_EN})){{0,2}}(?![\w]))",
    rf"(?:{_HEADS_EN}) (?:of|for|in) (?:the )?{_CAP}(?: (?:of |and |the )*{_CAP}){{0,4}}",
    rf"(?i:\b(?:hotel|bar|nightclub|club|brothel|guesthouse|massage parlou?r|company|agency|firm|factory|compound|shelter|casino|restaurant|karaoke(?: bar)?|ngo)),? (?:called|named|known as|trading as) (?P<tail>{_QUOTED}|{_CAP}(?: {_CAP}){{0,4}})",
    rf"(?:Hotel|Bar|Club|Casino|Restaurant|Villa|Karaoke|Villa|Café|Cafe|Pension) {_CAP}(?: {_CAP}){{0,3}}",
)
_EVERYWHERE = (
    r"(?:Vietcombank|Vietinbank|VietinBank|Agribank|BIDV|Techcombank|Sacombank|MB ?[Bb]ank|VPBank|TPBank|ACB|Western Union|MoneyGram|Moneygram|Ria Money Transfer|Orange Money|Wing Money|ABA Bank|Bangkok Bank|Kasikorn ?[Bb]ank|Wave Money|MoMo|Interpol|INTERPOL|Europol|Frontex|UNHCR|UNICEF|Caritas|M-?P[Ee][Ss][Aa])(?!\w)",
)


def _compile(*sources: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Compile each pattern as it is and, where that differs, without marks."""
    patterns: dict[str, None] = {}
    for source in (s for group in sources for s in group):
        patterns[source] = None
    return tuple(re.compile(rf"(?<![\w@]){source}") for source in patterns)


def _unmarked(group: tuple[str, ...], *heads: str) -> tuple[str, ...]:
    """Return the patterns with their small-letter cue words folded, for texts without marks."""
    folded = []
    for source in group:
        for head in heads:
            source = source.replace(head, fold_characters(head))
        folded.append(source)
    return tuple(folded)


_PATTERNS: dict[Language, tuple[re.Pattern[str], ...]] = {
    "vi": _compile(_VI, _unmarked(_VI, _HEADS_VI, _AGENCIES_VI, _ADMIN_VI), _EVERYWHERE),
    "fr": _compile(_FR, _unmarked(_FR, _HEADS_FR, _AGENCIES_FR), _EN[:1], _EVERYWHERE),
    "en": _compile(_EN, _EVERYWHERE),
}
_TRIM = '"“”«» '


def organisations_in(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """Give the characters that name an organisation with the word that says what it is.

    “Công ty TNHH Sao Mai”, “Công an huyện Kỳ Sơn”, “l'hôtel Bellevue”, “Blue Lotus Bar”.
    """
    for pattern in _PATTERNS[language]:
        for match in pattern.finditer(text):
            group = next((name for name in ("name", "tail") if match.groupdict().get(name)), 0)
            start, end = match.span(group)
            while end > start and text[end - 1] in _TRIM + '"”»':
                if text[end - 1] in '"”»' and group == 0:
                    break
                end -= 1
            yield start, end

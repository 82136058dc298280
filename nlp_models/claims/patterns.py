"""Whole patterns for what verbs don't say: kin, homes, work, numbers.

Groups: ``s`` the subject, ``o`` the object; a rule without ``s`` speaks of the last person before.
Each rule is a function whose docstring has examples in the notation of the tests.
"""

from collections.abc import Callable
from dataclasses import dataclass

from nlp_models.masked import Rule, rule
from nlp_models.vocabulary import ClaimKind, Language


@dataclass(frozen=True, slots=True)
class Pattern:
    """A way of saying a kind of claim; ``subjects`` are the signs of what may be its subject."""

    name: str
    kind: ClaimKind
    rules: tuple[Rule, ...]
    confidence: float
    subjects: str = "P"


PATTERNS: dict[Language, list[Pattern]] = {"vi": [], "fr": [], "en": []}


def _pattern(
    kind: ClaimKind, *languages: Language, confidence: float = 0.85, subjects: str = "P"
) -> Callable[[Callable[[], tuple[str, ...]]], Callable[[], tuple[str, ...]]]:
    """Enter a rule in the tables of its languages under its own name."""

    def enter(make: Callable[[], tuple[str, ...]]) -> Callable[[], tuple[str, ...]]:
        rules = tuple(rule(source) for source in make())
        for language in languages:
            PATTERNS[language].append(Pattern(make.__name__, kind, rules, confidence, subjects))
        return make

    return enter


_KIN_VI = "vợ|chồng|con trai|con gái|con dâu|con rể|con|mẹ|bố|cha|anh trai|chị gái|em trai|em gái|anh họ|chị họ|em họ|anh rể|chị dâu|em rể|em dâu|anh ruột|em ruột|chị ruột|cháu|cậu|dì|cô|chú|bác|ông nội|bà nội|ông ngoại|bà ngoại|mẹ đẻ|bố đẻ|mẹ chồng|bố chồng|mẹ kế|bố dượng|cháu gái|cháu trai|mẹ vợ|bố vợ|cậu ruột|chú ruột|em họ hàng"
_KIN_FR = "épouse|époux|mari|femme|frère|sœur|soeur|père|mère|fils|fille|cousine?|oncle|tante|neveu|nièce|beau-frère|belle-sœur|belle-soeur|grand-mère|grand-père|demi-frère|demi-sœur|beau-père|belle-mère|petite-fille|petit-fils"
_KIN_EN = "wife|husband|brother|sister|father|mother|son|daughter|cousin|uncle|aunt|nephew|niece|brother-in-law|sister-in-law|grandmother|grandfather|stepfather|stepmother|half-brother|half-sister|granddaughter|grandson|mother-in-law|father-in-law|twin sister|elder brother|younger brother|elder sister|younger sister"


@_pattern("FAMILY", "vi")
def kin_in_vietnamese() -> tuple[str, ...]:
    """«Hùng» là chồng của «Lan». => FAMILY Hùng Lan

    «Hùng» và vợ là «Lan» => FAMILY Hùng Lan
    vợ chồng «Hùng» và «Lan» => FAMILY Hùng Lan
    """
    return (
        rf"(?P<s><P1>)[^P;]{{0,30}}? (?:là|vốn là|, là) (?:\w+ ){{0,2}}?(?:{_KIN_VI}) (?:ruột |của |gái |trai )*(?P<o><P1>)",
        rf"(?P<s><P>)[^P;]{{0,40}}?(?: và| cùng|,| có| thấy)? ?(?:{_KIN_VI})(?: gái| trai| ruột| của mình| mình| của y| của hắn| của thị)*(?: là| tên là| tên|:)? (?P<o><P>)",
        rf"(?:{_KIN_VI}) (?:của )?(?P<s><P1>)(?: là| tên là| tên|,|:)? (?P<o><P1>)",
        r"(?:vợ chồng|hai anh em|hai chị em|hai mẹ con|hai bố con|anh em ruột|chị em)(?: nhà)? (?P<s><P1>)(?: và| cùng|,| -| –) (?P<o><P1>)",
        r"(?P<s><P1>)[^P;]{0,20}(?: và| cùng|,) (?P<o><P1>)[^P;]{0,20} là (?:hai |\w+ )?(?:vợ chồng|anh em|chị em|mẹ con|bố con|cha con|hai anh em|hai chị em|anh em họ|chị em họ)",
    )


@_pattern("FAMILY", "fr")
def kin_in_french() -> tuple[str, ...]:
    """«Koné» et son épouse «Awa» => FAMILY Koné Awa

    «Awa» est la sœur de «Koné». => FAMILY Awa Koné
    """
    return (
        rf"(?P<s><P>)[^P;.]{{0,60}}?(?:,|et|avec|par|chez|que|à|contre|de|où|:)? ?(?:sa|son|ses|leur|leurs|ma|mon|mes) (?:\w+ ){{0,1}}?(?:{_KIN_FR})s?(?: aînée?| cadette?)?,? ?(?:nommée? |prénommée? )?(?P<o><P>)",
        rf"(?P<s><P1>),? (?:est |était |serait |, )?(?:l'|la |le |une? )?(?:{_KIN_FR}) (?:aînée? )?d(?:e |u |')(?:la victime |m\. |mme )?(?P<o><P1>)",
        rf"(?:l'|la |le |ma |mon )(?:{_KIN_FR}) (?:de |d')(?P<s><P1>)(?:,| est| était| se nomme| s'appelle)? ?(?P<o><P1>)",
        r"(?:les frères|les sœurs|les soeurs|le couple|les époux|les cousins|les cousines) (?P<s><P1>) et (?P<o><P1>)",
        r"(?P<s><P1>) et (?P<o><P1>),? (?:sont |, )?(?:deux |des )?(?:frères|sœurs|soeurs|époux|cousins|cousines|mariés|père et fils|mère et fille)",
        rf"(?P<s><P1>), (?:son|sa) (?:{_KIN_FR}), (?:\w+ ){{0,3}}(?P<o><P1>)",
    )


@_pattern("FAMILY", "en")
def kin_in_english() -> tuple[str, ...]:
    """«Okoro» and his wife «Ada» => FAMILY Okoro Ada

    «Ada» is the sister of «Okoro». => FAMILY Ada Okoro
    «Okoro»'s brother «Sam» => FAMILY Okoro Sam
    """
    return (
        rf"(?P<s><P>)[^P;.]{{0,60}}?(?:his|her|their|my) (?:\w+ ){{0,1}}?(?:{_KIN_EN})s?,? (?:named |called )?(?P<o><P>)",
        rf"(?P<s><P1>)(?: is| was|,)? (?:the |a |an )?(?:\w+ )?(?:{_KIN_EN}) (?:of|to) (?P<o><P1>)",
        rf"(?P<s><P1>)(?:'s|'|’s) (?:\w+ )?(?:{_KIN_EN}),? (?:is |was |named |called )?(?P<o><P1>)",
        rf"(?P<s><P1>) is (?P<o><P1>)(?:'s|') (?:\w+ )?(?:{_KIN_EN})",
        r"(?:brothers|sisters|the couple|husband and wife|siblings|cousins) (?P<s><P1>) and (?P<o><P1>)",
        r"(?P<s><P1>)(?: and|,) (?P<o><P1>),? (?:are |were |, )?(?:both |two )?(?:brothers|sisters|siblings|cousins|husband and wife|married|spouses|twins|father and son|mother and daughter)",
        rf"(?P<s><P1>),? (?:and )?(?P<o><P1>), (?:his|her) (?:{_KIN_EN})",
    )


@_pattern("LIVES_IN", "vi")
def home_in_vietnamese() -> tuple[str, ...]:
    """«Hùng», trú tại bản «L:Huồi Lê» => LIVES_IN Hùng Huồi Lê"""
    return (
        r"(?P<s><P>)[^P;]{0,70}?(?:trú tại|thường trú tại|cư trú tại|tạm trú tại|trú|hộ khẩu thường trú|hộ khẩu|hktt|nơi ở|chỗ ở|quê quán|quê ở|quê tại|quê|nguyên quán|sinh sống tại|sống tại|sinh sống ở|sống ở|ngụ tại|ngụ|ở tại|người|nhà ở|nhà tại)(?: hiện nay| tại| ở| số)?:? ?(?:khối |tổ \d+,? ?)?(?:\w+ ){0,2}?(?P<o><LS1>)",
        r"(?P<s><P>)(?: \(?sn \d+\)?,?|, ?\d+ tuổi,?|,)? ?\(? ?(?:ở|quê) (?:bản |xã |huyện |thôn |xóm |tỉnh |làng |phường )?(?P<o><LS1>)",
    )


@_pattern("LIVES_IN", "fr")
def home_in_french() -> tuple[str, ...]:
    """«Koné», demeurant à «L:Lyon» => LIVES_IN Koné Lyon"""
    return (
        r"(?P<s><P>)[^P;]{0,80}?(?:domiciliée?|demeurant|demeure|résidant|résidente?|réside|habitant|habite|habitait|originaires?|vit|vivant|vivait|logeant|installée?)(?: au| à| en| dans| de| du| des| d'| la| le| commune| village| quartier| ville| district| province|,)*'? ?(?:\d+ )?(?P<o><LS1>)",
        r"(?P<s><P1>)[^P;]{0,15}, (?:de|d')(?: la commune de| district de)? ?(?P<o><L1>),",
    )


@_pattern("LIVES_IN", "en")
def home_in_english() -> tuple[str, ...]:
    """«Okoro» lives in «L:Benin City». => LIVES_IN Okoro Benin City"""
    return (
        r"(?P<s><P>)[^P;]{0,70}?(?:lives|living|resides|residing|resident|lived|is from|was from|comes from|came from|originally from|native|home address|home is|of no fixed abode)(?: at| in| of| near| from| the| village| district| town|,|:)* ?(?P<o><LS1>)",
        r"(?P<s><P1>)(?: \(\d+\))?,? (?:\(?\d{1,2}\)?, |aged \d{1,2}, |a \d{1,2}-year-old )?(?:woman |man |girl |boy |national )?(?:of|from) (?:\w+ (?:village|district|commune) )?(?P<o><LS1>),",
    )


@_pattern("MEMBER_OF", "vi")
def works_in_vietnamese() -> tuple[str, ...]:
    """«Hùng» là chủ «O:quán karaoke Sao». => MEMBER_OF Hùng quán karaoke Sao"""
    return (
        r"(?P<s><P1>)[^PO;]{0,60}?(?:là chủ|chủ|giám đốc|phó giám đốc|quản lý|nhân viên|làm việc tại|làm việc cho|làm việc ở|làm tại|làm ở|công tác tại|cán bộ|trưởng|phó trưởng|đồn trưởng|phó đồn trưởng|đội trưởng|chiến sĩ|chủ tịch|thành viên|điều hành|bác sĩ|kế toán|bảo vệ|thuộc|đồn phó|trinh sát)(?: của| tại| ở)? ?(?P<o><O1>)",
        r"(?P<o><O1>)[^PO;]{0,40}?(?:do|của)(?: \w+){0,3}? (?P<s><P1>)[^PO;]{0,30}?(?:làm chủ|làm giám đốc|quản lý|đứng tên|điều hành|điều hành|cầm đầu|thành lập)",
        r"(?:chủ|giám đốc|quản lý|cán bộ|nhân viên) (?:của )?(?P<o><O1>)(?: là|,)? ?(?:\w+ )?(?P<s><P1>)",
        r"(?P<s><P1>), (?P<o><O1>)(?=,| cho| đã| trình)",
        r"làm [^PO;]{0,40}ở (?P<o><O1>)[^PO]{0,30}sếp (?P<s><P1>)",
    )


@_pattern("MEMBER_OF", "fr")
def works_in_french() -> tuple[str, ...]:
    """«Koné», gérant de l'«O:hôtel Bellevue» => MEMBER_OF Koné hôtel Bellevue"""
    return (
        r"(?P<s><P1>)[^PO;]{0,50}?(?:gérante?|propriétaire|patronne?|directeur|directrice|employée?|travaille|travaillait|dirige|dirigeait|tient|tenancière?|membre|responsable|chef|assistante sociale|agent|officier|responsable|éducatrice|éducateur|de la|de l'|du|au)(?: chez| pour| à| au| du| de| la| l'| le| aux)*'? ?(?P<o><O1>)",
        r"(?P<o><O1>)[^PO;]{0,40}?(?:dirigée?|tenue?|gérée?|appartenant|appartient)(?: par| à)? (?P<s><P1>)",
        r"(?:gérante?|patronne?|propriétaire|directeur|directrice|chef) (?:du |de la |de l'|de |d')(?P<o><O1>),? ?(?P<s><P1>)",
    )


@_pattern("MEMBER_OF", "en")
def works_in_english() -> tuple[str, ...]:
    """«Okoro» runs the «O:Blue Lotus Bar». => MEMBER_OF Okoro Blue Lotus Bar"""
    return (
        r"(?P<s><P>)[^PO;]{0,50}?(?:owns|owned|owner|runs|ran|manages|managed|manager|director|works|worked|working|employed|employee|member|staff|head|chief|guard|social worker|caseworker|officer|nurse|doctor)(?: of| at| for| with| by| in| the| a)* ?(?P<o><O1>)",
        r"(?P<s><P1>) of (?:the )?(?P<o><O1>)",
        r"(?P<o><O1>)[^PO;]{0,40}?(?:run|owned|managed|headed|operated|led) by (?P<s><P>)",
        r"(?:owner|manager|director|head) of (?:the )?(?P<o><O1>),? ?(?:is |was )?(?P<s><P1>)",
    )


@_pattern("USES_PHONE", "vi", "fr", "en", subjects="PO")
def phone_near_its_user() -> tuple[str, ...]:
    """«Hùng» dùng số điện thoại «N:0912 345 678». => USES_PHONE Hùng +84912345678"""
    phone = r"(?:số điện thoại|điện thoại|sđt|đt|số|sim|zalo|tel|tél|téléphone|numéro|portable|phone|number|mobile|cell|whatsapp|call|called|joindre|contact|contacted|le|liên hệ|qua số|gọi|dùng|utilise|uses|using)"
    return (
        rf"{phone}[^PON;]{{0,25}}(?:của|de|d'|of|belonging to|registered to|thuộc về) ?(?:\w+ ){{0,2}}?(?P<s><PO1>)[^PON;]{{0,20}}? ?(?P<o><N>)",
        r"(?P<o><N>),? (?:registered to|belonging to|used by|owned by|attribuée? à|utilisée? par|au nom de|appartenant à|của|do|đứng tên|chủ thuê bao)(?: \w+){0,2}? ?(?P<s><PO1>)",
        rf"(?P<s><PO1>)(?:'s|')? ?[^PON;]{{0,60}}?{phone}[^PON;]{{0,30}}?(?P<o><N>)",
        r"(?P<s><PO1>) ?[(,:\-–]{1,3} ?(?P<o><N>)",
        r"(?P<s><PO1>)[^PO;]{0,70}?(?P<o><N>)",
    )


@_pattern("USES_VEHICLE", "vi", "fr", "en", confidence=0.75, subjects="P")
def vehicle_near_its_driver() -> tuple[str, ...]:
    """«Okoro» drove a van, «V:KX19 OVB». => USES_VEHICLE Okoro KX19 OVB"""
    return (
        r"(?P<o><V>)[^PV;]{0,20}(?:của|do|driven by|owned by|registered to|driver|conduite? par|appartenant à|au nom de|lái xe|tài xế)[^PV;]{0,15}(?P<s><P1>)",
        r"(?P<s><P>)[^PV;]{0,90}?(?P<o><V>)",
    )


@_pattern("USES_ACCOUNT", "vi", "fr", "en", confidence=0.75, subjects="PO")
def account_near_its_holder() -> tuple[str, ...]:
    """«Koné» (Telegram «H:@kone») => USES_ACCOUNT Koné kone"""
    return (
        r"(?P<o><AHE>)[^PAHE;]{0,60}(?:đứng tên|chủ tài khoản|mang tên|của|au nom de|in the name of|belonging to|held by|titulaire|tên) ?:?(?: \w+){0,2}? ?(?P<s><PO1>)",
        r"(?P<s><PO1>)[^PAHE;]{0,80}?(?P<o><AHE>)",
    )


@_pattern("HAS_IDENTITY", "vi", "fr", "en", confidence=0.8, subjects="P")
def paper_near_its_holder() -> tuple[str, ...]:
    """«Lan», hộ chiếu số «I:C4419027» => HAS_IDENTITY Lan C4419027"""
    return (
        r"(?P<o><I>)[^PI;]{0,12}(?:của|de|d'|of|belonging to|in the name of|au nom de|was found on|mang tên|cấp cho)(?: \w+){0,2}? ?(?P<s><P1>)",
        r"(?P<s><P1>)[^PI;]{0,80}?(?P<o><I>)",
    )


@_pattern("LOCATED_AT", "vi", "fr", "en", confidence=0.7, subjects="O")
def seat_of_an_organisation() -> tuple[str, ...]:
    """«O:quán karaoke Sao» ở «L:Vinh» => LOCATED_AT quán karaoke Sao Vinh"""
    return (
        r"(?P<s><O1>),? (?:ở|tại|có trụ sở tại|địa chỉ|trụ sở|địa chỉ ở|nằm ở|thuộc|à|au|en|sise?|situé[e]?|sis à|basée? à|in|at|near|based in|located in|on|dans le)(?: tại| ở| à| the| le| la| thị trấn| xã| huyện| phường| bản| tp| số| khu vực| town| quartier|:)* ?(?P<o><LS1>)",
        r"(?P<s><O1>), (?P<o><LS1>)(?=[,.;)]|$| ép| bán)",
    )


@_pattern("LOCATED_AT", "vi", "fr", "en", confidence=0.6, subjects="P")
def where_someone_is_held() -> tuple[str, ...]:
    """«Okoro» was arrested in «L:Turin». => LOCATED_AT Okoro Turin"""
    return (
        r"(?P<s><P>)[^PL;]{0,40}?(?:bị bắt|bị bắt giữ|bị nhốt|bị giữ|bị giam|đang ở|hiện ở|hiện đang ở|lẩn trốn|bị phát hiện|bị tạm giữ|được giải cứu|được tìm thấy|làm việc)[^PL;]{0,25}?(?:tại|ở) (?:\w+ ){0,4}?(?P<o><LS1>)",
        r"(?P<s><P>)[^PL;]{0,40}?(?:interpellée?|arrêtée?|retenue?|séquestrée?|retrouvée?|détenue?|hébergée?|enfermée?|localisée?|exploitée?|placée?|aperçue?|vue?)s?[^PL;]{0,25}?(?: à| au| en| dans| près de|d')(?: \w+){0,3}? ?(?P<o><LS1>)",
        r"(?P<s><P>)[^PL;]{0,40}?(?:arrested|held|kept|detained|stopped|found|seen|rescued|hiding|staying|locked|intercepted|located|working|imprisoned)[^PL;]{0,30}?(?: in| at| near| outside)(?: the| \w+){0,2}? ?(?P<o><LS1>)",
        r"(?:bắt|bắt giữ|arrested|interpellé|arrêté|rescued|giải cứu|stopped)(?: \w+){0,3}? (?P<s><P>)[^PL;]{0,30}?(?: tại| ở| à| au| in| at| near) (?:\w+ ){0,3}?(?P<o><LS1>)",
    )


@_pattern("ASSOCIATE", "vi", "fr", "en", confidence=0.75)
def partners() -> tuple[str, ...]:
    """«Lan» đi cùng bạn trai tên «Tuấn» => ASSOCIATE Lan Tuấn"""
    return (
        r"(?P<s><P1>)[^P;.]{0,50}?(?:bạn trai|bạn gái|người yêu|đồng bọn|đồng phạm|hàng xóm|bạn thân|bạn|son compagnon|sa compagne|son complice|sa complice|son associée?|son ami|son amie|son petit ami|sa petite amie|her boyfriend|his girlfriend|his partner|her partner|his associate|her associate|her accomplice|his accomplice|her friend|his friend|her neighbour|his neighbour|son voisin|sa voisine)(?:,| là| tên là| tên| quen| nommée?| named| called)*[^P;]{0,25}? (?P<o><P1>)",
        r"(?P<s><P1>)(?:'s) (?:boyfriend|girlfriend|partner|associate|accomplice|friend|neighbour|boss) (?P<o><P1>)",
        r"(?P<s><P1>) (?:và|et|and) (?P<o><P1>)[^P;]{0,20}(?:là (?:bạn|hàng xóm|đồng bọn)|sont (?:amis|voisins|complices|associés|en couple)|are (?:friends|neighbours|accomplices|partners|a couple))",
    )


@_pattern("CONTACTED", "vi", "fr", "en", confidence=0.8, subjects="N")
def number_to_number() -> tuple[str, ...]:
    """«N:0912 345 678» called «N:0912 345 679» => CONTACTED +84912345678 +84912345679"""
    return (
        r"(?P<s><N1>)[^N;.]{0,80}?(?:called|calls|texted|→|->|=>|>|a appelé|appelle|gọi đến|gọi cho|gọi|liên lạc với|nhắn tin)[^NP;.]{0,30}?(?P<o><N1>)",
    )

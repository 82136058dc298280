"""Words that bear on a claim: titles to look through, negation, plans, hearsay, pronouns."""

from nlp_models.masked import Rule, rule
from nlp_models.vocabulary import Language

# words before a name that say nothing of who does what
TITLES: dict[Language, str] = {
    "vi": "đối tượng|bị can|bị cáo|nghi phạm|nạn nhân|bị hại|ông|bà|anh|chị|cô|chú|bác|cậu|dì|em gái|em trai|chị gái|anh trai|em|cháu gái|cháu|con gái|con trai|con|thằng|bé|tên là|tên|thị|sếp|lái xe|tài xế"
    "|người cùng bản là|người cùng xã là|một người đàn ông|một người phụ nữ|một phụ nữ|một đối tượng|người đàn ông|người phụ nữ|người phụ nữ trung quốc|người trung quốc|người lào|chủ quán|chủ chứa|vợ chồng|hai chị em|hai anh em|hai cháu|hai em|hai đối tượng|các đối tượng|các cháu"
    "|đồng chí|trung tá|thượng tá|đại tá|thiếu tá|trung úy|thượng úy|đại úy|thiếu úy|cán bộ|bạn trai|bạn gái|bạn|vợ là|chồng là|gia đình|một người|người",
    "fr": "le nommé|la nommée|le dénommé|la dénommée|les nommés|un certain|une certaine|un nommé|une nommée|une dame surnommée|une dame nommée|une femme nommée|un homme nommé|le suspect|la suspecte|la victime|le prévenu|la prévenue|le mis en cause|la mise en cause|le passeur|le recruteur|le chauffeur|le témoin|le gérant|monsieur|madame|mademoiselle|mme|mlle|mm\\.|m\\.|mr|la jeune fille|la jeune|le jeune|la mineure|le mineur"
    "|sa cousine|son cousin|sa sœur|sa soeur|son frère|sa mère|son père|sa tante|son oncle|sa fille|son fils|son mari|sa femme|son épouse|son époux|sa compagne|son compagnon|son ami|son amie|un homme|une femme|une dame|l'inspecteur|le lieutenant|le capitaine|l'adjudant|dit|alias",
    "en": "the suspect|the victim|the accused|the defendant|the driver|the broker|the recruiter|the trafficker|subject|suspect|victim|witness|caller|mr\\.?|mrs\\.?|ms\\.?|miss|madam|dr\\.?|a man called|a man named|a woman named|a woman called|a girl named|a broker named|a chinese broker named|a trafficker known as|two men|two women|three women|a minor|her cousin|his cousin|her sister|his sister|her brother|his brother|her husband|his wife|her boyfriend|her uncle|his uncle|her neighbour|her employer|her friend|her daughter|his daughter|my sister|my brother|my nephew|my niece"
    "|inspector|officer|sgt\\.?|sergeant|captain|lieutenant|detective|aka|a man|a woman|brothers|one",
}
# a comma, words of these kinds without names of people, a comma: who someone is, not what they do
ASIDES: dict[Language, Rule] = {
    "vi": rule(
        r"(<P1>),? ?-? ?(?:sinh năm|sinh ngày|sn|\d{1,2} tuổi|cùng \d+ tuổi|trú|ở tại|hộ khẩu|hktt|quê|dân tộc|quốc tịch|người|nguyên quán|nơi ở|tên gọi khác|tức|biệt danh)[^P;.\n]{0,110}?,(?= ?(?!<L>|xã|huyện|tỉnh|bản|tp|thôn|trú|quê|sn|sinh|dân tộc|quốc tịch|\d))"
    ),
    "fr": rule(
        r"(<P1>), ?(?:née?|âgée?|\d{1,2} ans|demeurant|domiciliée?|originaire|de nationalité|ressortissante?|chauffeur|gérante?|habitant|surnommée?|dite?|alias|voisine?|la patronne|le patron|son|sa|leur|époux|épouse|mari|mère|père|frère|sœur|soeur|chef|assistante|de l')[^P;.\n]{0,110}?,(?= ?(?!<L>|née?|\d))"
    ),
    "en": rule(
        r"(<P1>), ?(?:born|aged?|both aged|\d{1,2}|dob|from|of|residing|living|an? |the |also known|known as|nicknamed|aka|a\.k\.a|who is|his|her|their|driver|owner|from|then|with)[^P;.\n]{0,110}?,(?= ?(?!<L>|born|\d))"
    ),
}
NEGATED: dict[Language, Rule] = {
    "vi": rule(r"(?:không|chưa|chẳng|phủ nhận|chối|không thừa nhận|không phải)(?: \w+){0,5} ?$"),
    "fr": rule(
        r"(?:\bne |\bn'|\bnie |\bnient |\bniait |\bnié |\bjamais |conteste |dément |\bsans |n'est pas |ne pas )(?:[^\W_]+[ ']){0,4}$"
    ),
    "en": rule(
        r"(?:\bnot|n't|\bnever|\bdenies|\bdenied|\bdeny|\bdenying|\bwithout|\bdont|\bno longer)(?: \w+){0,4} $"
    ),
}
PLANNED: dict[Language, Rule] = {
    "vi": rule(
        r"(?:định|dự định|toan|âm mưu|chuẩn bị|muốn|dọa|đòi|doạ|sẽ|kế hoạch|chuan bi|mai|sắp|để)(?: \w+){0,1} ?$"
    ),
    "fr": rule(
        r"(?:voulait|veut|projetait de|projette de|prévoyait de|prévoit de|préparait|préparaient|tenté de|tentait de|tente de|menaçait de|menacé de|menace de|allait|va|compte|envisage de|pour|devait|doit|afin de)(?: \w+)?[ ']$"
    ),
    "en": rule(
        r"(?:plans? to|planned to|planning to|intends? to|intended to|wants? to|wanted to|tried to|attempted to|threatened to|threatens to|about to|will|would|going to|was to|were to|to|supposed to)(?: be)? $"
    ),
}
HEARSAY: dict[Language, Rule] = {
    "vi": rule(
        r"nghe nói|nghe đồn|nghe người|nghe kể|tin đồn|đồn rằng|có người nói|có người kể|người ta nói|theo lời đồn|dân bản kể|nghe bảo"
    ),
    "fr": rule(
        r"on raconte|racontent|racontait|il paraît|rumeur|ouï-dire|on dit que|aurait entendu|entendu dire|dit-on|selon des villageois|d'après des voisins|paraît-il"
    ),
    "en": rule(
        r"rumou?red|rumou?rs?|hearsay|heard that|heard from|people say|villagers say|it is said|they say|neighbours say|is said to|apparently|word is"
    ),
}
PASSIVE: dict[Language, Rule] = {
    "vi": rule(r"(?:bị|được)(?: (?:<P1>))?(?: (?:và|cùng) <P1>)?(?: [^\WPLOMD]{1,12}){0,3} ?$"),
    "fr": rule(
        r"(?:\bété|\best|\bfut|\bétait|\bsont|\bserait|\bétaient|\bêtre|\bétant|\bfait)(?: [^\W\d_]{1,14}){0,2} $"
    ),
    "en": rule(
        r"(?:\bwas|\bwere|\bbeen|\bbeing|\bis|\bare|\bbe|\bgot|\bgets)(?: [^\W\d_]{1,14}){0,2} $"
    ),
}
AGENT: dict[Language, Rule] = {
    "vi": rule(r"(?:bởi|do) (?P<agent><P>)"),
    "fr": rule(r"^[^P;]{0,60}?\bpar (?P<agent><PO>)"),
    "en": rule(r"^[^P;]{0,60}?\bby (?P<agent><PO>)"),
}
# a name after one of these is not who acts
NOT_SUBJECT: dict[Language, Rule] = {
    "vi": rule(
        r"(?:\bcho|\bvới|\bcủa|\btừ|\bvà với|\bđến|\btới|\btheo|\bđứng tên|\bgặp|\bquen|\bbiết) $"
    ),
    "fr": rule(
        r"(?:\bà|\bde|\bpour|\bselon|\bd'après|\bavec|\bchez|\bpar|\bcontre|d'|\bdevant|\bau nom de) ?$"
    ),
    "en": rule(
        r"(?:\bto|\bfor|\bof|\bwith|\bfrom|\bby|\baccording to|\bagainst|\bat|\bin front of) $"
    ),
}
# the one for whom or to whom, standing before the name
RECIPIENT: dict[Language, Rule] = {
    "vi": rule(r"(?:cho|của|từ|với)[^P]{0,20}$"),
    "fr": rule(r"(?:\bà|\bau|\baux|\bde la part de|\bde) [^P]{0,20}$"),
    "en": rule(r"(?:\bto|\bfrom) [^P]{0,20}$"),
}
OBJECT_PRONOUN: dict[Language, Rule] = {
    "vi": rule(
        r"^ (?:tôi|em|cháu|nó|chị ấy|cô ấy|anh ấy|họ|vợ tôi|con tôi|nạn nhân|cô gái|cháu bé|các cháu)\b"
    ),
    "fr": rule(r"(?:\bl'|\bla |\ble |\bles |\bm')(?:a|avait|ont|aurait|avaient|as)? ?(?:\w+ )?$"),
    "en": rule(r"^ (?:her|him|them|me|the girl|the victim|the woman|the child|the boy)\b"),
}
SUBJECT_PRONOUN: dict[Language, Rule] = {
    "vi": rule(
        r"\b(?:hắn|y|thị|anh ta|cô ta|bà ta|ông ta|đối tượng này|người này|chị ta|bọn chúng|nó)\b"
    ),
    "fr": rule(r"\b(?:il|elle|ils|elles|ce dernier|cette dernière|celui-ci|celle-ci)\b"),
    "en": rule(r"\b(?:he|she|they)\b"),
}
NARRATOR: dict[Language, Rule] = {
    "vi": rule(
        r"(?:lời khai của|tôi là|tên tôi là|bản tường trình của|tường trình của|đơn của|biên bản ghi lời khai)[^P]{0,25}<P1>|<P1>[^P]{0,60}(?:trình bày|khai|kể)(?: rằng)?:"
    ),
    "fr": rule(
        r"(?:je m'appelle|je suis|mon nom est|audition de|déclaration de|déposition de|témoignage de)[^P]{0,25}<P1>|<P1>[^P]{0,60}(?:déclare|a déclaré|raconte) ?:"
    ),
    "en": rule(
        r"(?:my name is|i am|i'm|statement of|interview with|statement by|testimony of)[^P]{0,25}<P1>|<P1>[^P]{0,40}(?:states|says|stated|said):"
    ),
}
FIRST_PERSON: dict[Language, Rule] = {
    "vi": rule(r"\b(?:tôi|em|cháu|mình|tớ)\b"),
    "fr": rule(r"\b(?:je|j'|moi|m'|me)"),
    "en": rule(r"\b(?:i|me|my)\b"),
}

"""The words at a name that tell the part its bearer plays, by language."""

from nlp_models.masked import Rule, rule
from nlp_models.vocabulary import Language

_GAP = r"(?:[^P;.:]{0,6})$"
_AND = r"(?: ?<P>(?:,| và| et| and)? ?)?(?:\w+ ){0,2}?$"

Cues = dict[Language, tuple[tuple[str, int, Rule], ...]]

# (role, weight, words right before the name)
BEFORE: Cues = {
    "vi": (
        (
            "official",
            9,
            rule(
                r"(?:đại úy|thượng úy|trung úy|thiếu úy|đại uý|thượng uý|trung uý|thiếu uý|đại tá|thượng tá|trung tá|thiếu tá|thiếu tướng|thượng sĩ|trung sĩ|đồng chí|đ/c|cán bộ|điều tra viên|kiểm sát viên|thẩm phán|trinh sát|công an viên|trưởng công an|chủ tịch|đồn trưởng|đội trưởng|bác sĩ|luật sư|trưởng bản|trưởng thôn|phiên dịch|cán bộ tiếp nhận|người lập biên bản|người ghi|chiến sĩ|lãnh sự|trưởng phòng|ông trưởng bản)(?: \w+){0,2}?:? ?(?:<P>(?: và|,) )?$"
            ),
        ),
        (
            "suspect",
            4,
            rule(
                r"(?:đối tượng|bị can|bị cáo|nghi phạm|nghi can|tên cầm đầu|cầm đầu là|kẻ|trùm|chủ chứa|tú bà|má mì|bắt giữ|bắt quả tang|khởi tố|tạm giữ|đường dây (?:của|do)|bán cho|thủ đoạn của|hành vi của|đầu mối là|thằng|bị)(?: (?:tên|là|chính|bị can|chủ mưu|khác|người|hai|\d+))*:? ?(?:<P>(?: và|,| cùng) ?)?$"
            ),
        ),
        (
            "suspect",
            3,
            rule(
                r"(?:lừa|bán|nhốt|ép|giữ giấy tờ|chủ quán|do|thuê|bán (?:em|chị|cháu|tôi|mình) cho|cho (?:một )?(?:người|ông|bà)[^P]{0,20}|khai được|người tên|vợ chồng|sếp) ?$"
            ),
        ),
        (
            "victim",
            5,
            rule(
                r"(?:nạn nhân|bị hại|người bị hại|giải cứu(?: được)?|tiếp nhận nạn nhân|lừa bán|dụ dỗ|người bị bán|thai phụ)(?: (?:là|em|chị|cháu|gồm|tên|hai|anh))*:? ?(?:<P>(?: và|,) (?:em |chị |cháu )?)?$"
            ),
        ),
        (
            "victim",
            2,
            rule(
                r"(?:\bem|cháu|cháu gái|cháu bé|hai cháu|hai em|con gái|con trai)(?: (?:là|tên|tên là))* (?:<P>(?: và|,) )?$"
            ),
        ),
        (
            "witness",
            6,
            rule(
                r"(?:nhân chứng|người làm chứng|người chứng kiến|người báo tin|người tố giác|nguồn tin)(?: là)?:? ?$"
            ),
        ),
        (
            "other",
            3,
            rule(
                r"(?:người trình báo|người làm đơn|người tố cáo|mẹ của nạn nhân|bố của nạn nhân)(?: là)?:? ?$"
            ),
        ),
    ),
    "fr": (
        (
            "official",
            9,
            rule(
                r"(?:lieutenant-colonel|lieutenant|colonel|capitaine|commandant|brigadier(?:-chef)?|adjudant(?:-chef)?|gendarme|commissaire|inspecteur|inspectrice|procureure?|substitut|juge|officier(?: de police)?|gardien de la paix|agente?|major|sergent(?:-chef)?|caporal|greffière?|assistante sociale|assistant social|éducatrice|éducateur|consule?|interprète|docteur|dr|avocate?|maître|rédacteur|enquêteur|enquêtrice|médecin|policier|policière|douanier|psychologue|préfet|maire)\.? ?:? ?(?:<P>(?: et|,) )?$"
            ),
        ),
        (
            "suspect",
            4,
            rule(
                r"(?:suspecte?|nommée?|dénommée?|mise? en cause|prévenue?|accusée?|passeur|passeuse|recruteur|recruteuse|proxénète|trafiquante?|sieur|interpellé|arrêté|un certain|une certaine|dame surnommée|réseau de|exploitée? par|recrutées? par|vendue?s? (?:par|à)|vendue par s\w+ \w+|chef|logeur|chauffeur|employeur|patron|cerveau|complice|gérante?|frappée? par)(?: présumée?| principale?| est| était|,| le| la)*:? ?(?:<P>(?: et|,) (?:de )?)?$"
            ),
        ),
        (
            "victim",
            5,
            rule(
                r"(?:victimes?|mineure?|plaignante?|disparition de|recruté|vendu|exploite|prostitue|héberge|séquestré|recherche|retrouver|fillette|jeune fille|jeune femme)(?: présumées?| potentielles?| est| était|,| la| le| :)*:? ?(?:<P>(?: et|,) )?$"
            ),
        ),
        (
            "victim",
            2,
            rule(r"(?:ma sœur|sa fille|ma fille|mon fils|ma soeur|ma nièce|la jeune|le jeune) ?$"),
        ),
        ("witness", 6, rule(r"(?:témoin|voisin|voisine|source)(?:,| est)*:? ?$")),
        ("other", 3, rule(r"(?:je m'appelle|mère de [^P]{0,8}|requérante?) ?$")),
    ),
    "en": (
        (
            "official",
            9,
            rule(
                r"(?:inspector|officers?|sgt|sergeant|detective(?: sergeant| constable| inspector)?|constable|captain|capt|lieutenant|lt|colonel|col|major|commander|superintendent|chief|prosecutor|judge|magistrate|agent|commissioner|corporal|dc|ds|di|dci|pc|insp|supt|asp|caseworker|social worker|consul|interpreter|immigration officer|dr|doctor|nurse|counsellor|lawyer|attorney|ranger|recorded by|interviewed by|officer in charge)\.? ?:? ?(?:<P>(?: and|,) )?$"
            ),
        ),
        (
            "suspect",
            4,
            rule(
                r"(?:suspects?|accused|defendants?|traffickers?|recruiters?|brokers?|smugglers?|subjects?|pimp|ringleader|madam|arrested|charged|convicted|sold (?:to|by)|recruited by|lured by|trafficked by|exploited by|employer|boss|boyfriend|held by|a man called|a man named|paid[^P]{0,20} by a man called|driver|beaten by|controlled by|guard[^P]{0,25}|married to|the network of|forced by)(?: is| was| named| called|,)*:? ?(?:<P>(?: and|,) )?$"
            ),
        ),
        (
            "victim",
            5,
            rule(
                r"(?:victims?|minor|missing|rescued|recruited|lured|sold|trafficked|exploited|transporting|girl named|girl called|new girl|survivor|forced|smuggled|missing person)(?: is| was| are| since [^P]{0,8}|,| and a minor)*:? ?(?:<P>(?: and|,) (?:and )?)?$"
            ),
        ),
        (
            "victim",
            2,
            rule(
                r"(?:my sister|my daughter|her sister|his daughter|my nephew|my niece|my son|her daughter|a girl|the woman[^P]{0,20}|passengers:?) ?(?:<P>(?: and|,) )?$"
            ),
        ),
        (
            "witness",
            6,
            rule(
                r"(?:witness|neighbour|informant|witness statement of|statement of witness)(?:,| is)*:? ?$"
            ),
        ),
        ("other", 2, rule(r"(?:caller|complainant|my name is)(?:,| is)*:? ?$")),
    ),
}

# (role, weight, words soon after the name)
AFTER: Cues = {
    "vi": (
        (
            "official",
            8,
            rule(
                r"^(?:,| -| \(|:)? ?(?:phó |quyền )?(?:trưởng đồn|đồn trưởng|đội trưởng|trưởng công an|trưởng phòng|giám đốc công an|chủ tịch ubnd|cán bộ (?:<O>|công an|tư pháp|lao động|xã|huyện)|cán bộ|điều tra viên|kiểm sát viên|thẩm phán|chính trị viên|phó đồn|bí thư|nhân viên công tác xã hội)"
            ),
        ),
        (
            "suspect",
            3,
            rule(
                r"^[^P;.]{0,90}(?:khai nhận|khai đã|khai được|bị bắt|bị khởi tố|bị tạm giữ|bị truy nã|về tội|về hành vi|bị kết án|lĩnh án|lẩn trốn|bỏ trốn sang|chủ mưu|cầm đầu|thừa nhận|lừa(?! (?:bán )?sang)|nhốt|ép|dụ dỗ|đánh đập|đòi thêm|chuyên|chuẩn bị xuất cảnh|làm giấy tờ giả|hứa|lấy hết tiền|giữ giấy tờ|giữ hộ chiếu|giữ căn cước|đón sang|từng có tiền án)"
            ),
        ),
        ("suspect", 2, rule(r"^[^P;.]{0,12}(?:bán|rủ|khai|là chủ|đưa|chở|lái xe|trả)\b")),
        (
            "victim",
            4,
            rule(
                r"^[^P;.]{0,70}(?:bị (?:\w+ ){0,3}?(?:lừa|bán|ép|nhốt|đánh|cưỡng|dụ|giữ|bắt cóc|bóc lột|hiếp|cắt liên lạc)|bị <P>|mất tích|mất liên lạc|được giải cứu|trốn thoát|bỏ trốn về|được <P>|làm vợ|trình báo bị|bị giữ lương|khai bị|kêu cứu|là nạn nhân)"
            ),
        ),
        (
            "witness",
            5,
            rule(
                r"^[^P;.]{0,50}(?:chứng kiến|nhìn thấy|xác nhận lời khai|phát hiện và báo|làm chứng|thấy)\b"
            ),
        ),
        (
            "other",
            5,
            rule(
                r"^[^P;.]{0,60}(?:trình báo|làm đơn|tố cáo|đã tố|trình bày con|trình báo (?:con|chồng|vợ|em))"
            ),
        ),
    ),
    "fr": (
        (
            "official",
            8,
            rule(
                r"^,? ?\(?(?:assistante? sociale?|de la <O>|de l'<O>|officier|procureure?|juge|inspecteur|inspectrice|commandant|capitaine|chef de la brigade|éducatrice|éducateur|médecin|interprète|consule?|gendarme|enquêteur|greffier|policier|maire|agent de)"
            ),
        ),
        (
            "suspect",
            3,
            rule(
                r"^[^P;.]{0,80}(?:interpellée?|arrêtée?|mise? en examen|écrouée?|condamnée?|placée? en garde à vue|reconnaît|a reconnu|avoue|nie|en fuite|a vendu|a recruté|recrute|exploite|prostitue|héberge|loue des|confisqué|réclame|faisait payer|force|oblige|menace|l'employait|a promis|pris son passeport|conduit|transportait|saisi chez|dirige|utilise|serait au courant|a été condamné|frappe|les fait|la fait|faire mendier)"
            ),
        ),
        (
            "victim",
            4,
            rule(
                r"^[^P;.]{0,70}(?:(?:a|avoir|avait|aurait) été (?:\w+ ){0,2}?(?:vendue?|recrutée?|forcée?|séquestrée?|exploitée?|mariée?|emmenée?|conduite?|enlevée?|violée?|battue?|contrainte?|hébergée?|trompée?|retrouvée?)|s'est enfuie?|a disparu|a porté plainte|sans salaire|doi(?:t|vent) rembourser|vendue?|était retenue?|\d\d ans, (?:signalée?|disparue?)|est partie? au|l'a battue|travaille jour|ont quitté|a voyagé|aurait été|avait 1\d ans|1\d ans)"
            ),
        ),
        (
            "witness",
            5,
            rule(
                r"^[^P;.]{0,40}(?:a vu|a aperçu|a entendu des|a assisté|, voisine?,|, témoin|a remarqué|a constaté)"
            ),
        ),
        (
            "other",
            5,
            rule(
                r"^[^P;.]{0,40}(?:et je cherche|cherche (?:sa|son|ma|mon)|a alerté|a signalé la disparition|sans nouvelles|recherche sa)"
            ),
        ),
    ),
    "en": (
        (
            "official",
            8,
            rule(
                r"^,? ?\(?(?:an? |the )?(?:social worker|case ?worker|police officer|inspector|prosecutor|judge|officer|detective|interpreter|nurse|doctor|consul|immigration officer|investigator|agent|of <O>,? (?:said|reported|arrested|interviewed)|with <O>,? reported)"
            ),
        ),
        (
            "suspect",
            3,
            rule(
                r"^[^P;.]{0,80}(?:arrested|charged|convicted|admitted|admits|confessed|denies|denied|detained for|was stopped|pleaded|sold|recruits|recruited|lured|promised|exploits|runs|ran|owns|keeps her|keeps his|forced|threatened|collected the money|handed|is hiding|wanted|moves migrants|transported|drove|smuggled|locked|beat|push|arranged fake|plans to send|is not involved|was paid|told (?:her|him) to|bought the tickets|charged migrants|confiscated|withheld)"
            ),
        ),
        (
            "victim",
            4,
            rule(
                r"^[^P;.]{0,60}(?:(?:was|were|is|are|been|being) (?:\w+ ){0,2}?(?:sold|recruited|lured|forced|trafficked|offered|promised|held|exploited|rescued|taken|brought|sent|told to pay|missing|beaten|raped|locked|married|bonded|transported|smuggled|seen crying|tricked|found|crying|last seen|to be married|told that)|have been bonded|has been missing|escaped|without pay|worked for <O> without|owes|filed a complaint|ran away|last seen|told us that|promised him|promised her|left <L> (?:for|on)|is 1[0-7]|1[0-7] years|, 1[0-7],|\(1[0-7]\)|was crying|travelled <L>)"
            ),
        ),
        (
            "witness",
            5,
            rule(
                r"^[^P;.]{0,40}(?:saw|witnessed|noticed|heard screams|observed|, shop assistant|, neighbour|overheard|alerted the police|reported seeing|: i saw)"
            ),
        ),
        (
            "other",
            5,
            rule(
                r"^[^P;.]{0,30}(?:says (?:her|his) |is looking for|reported (?:her|his) |said (?:her|his) (?:daughter|son|sister|brother))"
            ),
        ),
    ),
}

_NEVER = rule(r"(?!)")
# (sub-role, words before, words after)
SUB_ROLES: dict[Language, tuple[tuple[str, Rule, Rule], ...]] = {
    "vi": (
        (
            "leader",
            rule(r"(?:cầm đầu(?: là)?|trùm|chủ mưu|đứng đầu)(?: là)? ?$"),
            rule(r"^[^P;.]{0,25}(?:cầm đầu|chủ mưu|đứng đầu)"),
        ),
        (
            "broker",
            rule(r"(?:môi giới|đầu mối|cò mồi|trung gian)(?: là)? ?$"),
            rule(r"^[^P;.]{0,20}(?:môi giới|làm trung gian|là đầu mối)"),
        ),
        (
            "transporter",
            rule(r"(?:lái xe|tài xế|xe ôm|xe (?:của )?anh|nhà xe)(?: là)? ?$"),
            rule(r"^[^P;.]{0,25}(?:lái xe|điều khiển|chở)"),
        ),
        (
            "buyer",
            rule(r"(?:bán[^P;.]{0,40}cho[^P;.]{0,40}|người mua(?: là)?) ?$"),
            rule(r"^ (?:đã )?mua (?:<P>|chị|em|cô)"),
        ),
        (
            "exploiter",
            rule(r"(?:chủ chứa|tú bà|má mì|bị) ?$"),
            rule(r"^[^P;.]{0,40}(?:ép|bắt (?:\w+ )?(?:bán dâm|ăn xin|làm việc)|bóc lột|giữ lương)"),
        ),
        (
            "harbourer",
            rule(r"(?:chứa chấp(?: là)?) ?$"),
            rule(r"^[^P;.]{0,25}(?:chứa chấp|cho (?:\w+ ){0,2}ở nhờ|nuôi nhốt)"),
        ),
        ("forger", _NEVER, rule(r"^[^P;.]{0,25}(?:làm giả|làm giấy tờ giả|làm hộ chiếu giả)")),
        (
            "guard",
            rule(r"(?:bảo vệ|canh gác) ?$"),
            rule(r"^[^P;.]{0,20}(?:canh gác|canh giữ|trông giữ)"),
        ),
    ),
    "fr": (
        (
            "leader",
            rule(r"(?:chef(?: du réseau)?|cerveau|à la tête du réseau,?) ?$"),
            rule(r"^[^P;.]{0,15}(?:, chef|à la tête|dirige le réseau|, cerveau|chef du)"),
        ),
        (
            "smuggler",
            rule(r"(?:passeur|passeuse) ?$"),
            rule(r"^[^P;.]{0,15}(?:, passeur|faisait payer|fait passer)"),
        ),
        (
            "transporter",
            rule(r"(?:chauffeur|conducteur)(?:,| est)? ?$"),
            rule(r"^[^P;.]{0,20}(?:, chauffeur|conduisait|transportait|convoyait|accompagnait)"),
        ),
        (
            "recruiter",
            rule(r"(?:recruteur|recruteuse|recrutées? par|promis par)[^P]{0,25}$"),
            rule(r"^[^P;.]{0,20}(?:recrut|a promis)"),
        ),
        (
            "buyer",
            rule(r"(?:vendue?s?[^P;.]{0,40} à|acheteur)(?: un certain| m\.)? ?$"),
            rule(r"^[^P;.]{0,10}l'a achetée"),
        ),
        (
            "exploiter",
            rule(r"(?:proxénète|exploitée?s? par|mariée de force à|patron|employeur) ?$"),
            rule(
                r"^[^P;.]{0,50}(?:exploit|prostitue|force|oblige|sans salaire|fait travailler|fait mendier|faire mendier|la faire|les faire)"
            ),
        ),
        (
            "harbourer",
            rule(r"(?:logeur|hébergées? (?:par|chez)) ?$"),
            rule(r"^[^P;.]{0,25}(?:héberg|loge|cache)"),
        ),
        (
            "broker",
            rule(r"(?:intermédiaire|courtier|entremetteur|entremetteuse) ?$"),
            rule(r"^[^P;.]{0,15}(?:, intermédiaire|servait d'intermédiaire)"),
        ),
        ("guard", rule(r"(?:gardien|garde) ?$"), rule(r"^[^P;.]{0,15}(?:surveillait|gardait)")),
        ("forger", _NEVER, rule(r"^[^P;.]{0,30}(?:faux papiers|faux passeports|falsifi)")),
    ),
    "en": (
        (
            "leader",
            rule(
                r"(?:ringleader|leader|boss|head of the (?:ring|network))(?:,| is| was| of[^P]{0,20})? ?$"
            ),
            rule(r"^[^P;.]{0,15}(?:, (?:the )?(?:ringleader|leader|boss)|leads the)"),
        ),
        (
            "broker",
            rule(r"(?:broker|agent|middleman|intermediary)(?: named| called|,| is)? ?$"),
            rule(r"^[^P;.]{0,15}, (?:a |the )?(?:broker|middleman)"),
        ),
        (
            "smuggler",
            rule(r"smuggler(?:,| named| called| is)? ?$"),
            rule(r"^[^P;.]{0,40}(?:smuggl|moves migrants)"),
        ),
        (
            "transporter",
            rule(r"(?:driver)(?:,| named| called| is| was)? ?$"),
            rule(r"^[^P;.]{0,30}(?:, (?:the )?driver|driving|drove|transported)"),
        ),
        (
            "recruiter",
            rule(
                r"(?:recruiter|recruited by|lured by|offered[^P]{0,30}by|promised by)(?: her \w+| his \w+)? ?$"
            ),
            rule(r"^[^P;.]{0,20}(?:recruit|lured|promised|offered)"),
        ),
        (
            "buyer",
            rule(r"(?:sold[^P;.]{0,40} to|buyer)(?: a \w+ named| a man named)? ?$"),
            rule(r"^[^P;.]{0,10}bought (?:her|him|<P>)"),
        ),
        (
            "exploiter",
            rule(r"(?:pimp|exploited by|employer|madam)(?:,| is)? ?$"),
            rule(
                r"^[^P;.]{0,60}(?:forced|exploits|exploited|in servitude|keeps her|keeps his|locked her|without pay|beat)"
            ),
        ),
        (
            "harbourer",
            rule(r"(?:landlord|harboured by|housed by) ?$"),
            rule(r"^[^P;.]{0,25}(?:safe house|harbour|hid |housed|kept (?:her|him|them) in)"),
        ),
        (
            "forger",
            rule(r"forger ?$"),
            rule(r"^[^P;.]{0,30}(?:fake (?:papers|passports|documents|visa)|forged)"),
        ),
        ("guard", rule(r"guard[^P]{0,30}$"), rule(r"^[^P;.]{0,20}(?:guarded|stood guard)")),
        ("financier", rule(r"financier ?$"), rule(r"^[^P;.]{0,20}(?:financed|bankrolled)")),
    ),
}

"""The words that stand at names: families, titles, kin, and words that are never a name.

All in lower case. Titles and kin are written with marks; without them they are looked up folded.
"""

from nlp_models.folding import fold

# Families of the peoples of Vietnam (Kinh, Thái, Hmong, Khơ Mú, Thổ, Mường, Tày, Dao …), folded.
VIETNAMESE_FAMILIES = frozenset(
    """nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dao doan dinh mai
    trinh truong lam dam ha cao ta chu chau la luong luu phung quach thai than thach tong to trieu
    tang ton van vuong vi vy lo lu luc loc ngan kha quang cam cut cu moong mong hung hua vang vu va vua
    lau xong xeo gia ho hạ ha tho thao cha giang sung song ly ma lia mua thung phu pit chang
    luong hoa ven oc lương pay nong be tay nung ban phan phin dieu danh kim son thach chau neang
    sam lang kieu nghiem khuc khong kieu bach au an doi gian ha lai mac nham ninh on pho tu
    uong vien xa y ksor rmah siu ro nay h'""".split()
)

TITLES = """ông bà anh chị cô chú bác cậu mợ dì thím em cháu con bé thầy mẹ bố cha
    mr mrs ms miss mister sir madam madame monsieur mademoiselle m mme mlle mm dr doctor docteur
    maître me""".split()

OFFICIAL_TITLES = """đại úy|thượng úy|trung úy|thiếu úy|đại tá|thượng tá|trung tá|thiếu tá|thiếu tướng|
    trung tướng|thượng sĩ|trung sĩ|đồng chí|đ/c|cán bộ|điều tra viên|kiểm sát viên|kiểm sát viên|thẩm phán|
    trinh sát|công an viên|trưởng công an|phó trưởng công an|chủ tịch ubnd|chủ tịch|phó chủ tịch|
    trưởng đồn|đồn trưởng|đội trưởng|phó đội trưởng|trưởng phòng|phó trưởng phòng|giám đốc công an|
    chính trị viên|bộ đội biên phòng|hội trưởng|bác sĩ|luật sư|trưởng bản|trưởng thôn|phiên dịch|
    lieutenant-colonel|lieutenant|colonel|capitaine|commandant|brigadier-chef|brigadier|adjudant-chef|
    adjudant|gendarme|commissaire|inspecteur|inspectrice|procureur|procureure|substitut|juge|
    officier|gardien de la paix|agent|major|sergent-chef|sergent|caporal|maréchal des logis|
    greffier|greffière|assistante sociale|éducatrice|consul|interprète|docteur|avocat|avocate|
    police officer|officer|inspector|detective sergeant|detective constable|detective inspector|
    detective|sergeant|constable|captain|commander|superintendent|chief inspector|chief|
    prosecutor|judge|magistrate|agent|special agent|commissioner|corporal|lance corporal|
    dc|ds|di|dci|pc|sgt|lt|capt|col|maj|insp|supt|asp|dsp|sp|caseworker|social worker|consular officer|
    immigration officer|interpreter""".replace("\n", "").split("|")

SUSPECT_TITLES = """đối tượng|bị can|bị cáo|nghi phạm|nghi can|tên|thị|y|kẻ|trùm|má mì|tú bà|
    le suspect|la suspecte|le nommé|la nommée|le dénommé|la dénommée|le sieur|la dame|le mis en cause|
    la mise en cause|le prévenu|la prévenue|l'accusé|le passeur|la passeuse|le recruteur|
    la recruteuse|suspect|the suspect|the accused|the defendant|accused|defendant|
    recruiter|the recruiter|trafficker|smuggler""".replace("\n", "").split("|")

NEVER_NAMES = frozenset(
    fold(word)
    for word in """zalo facebook telegram wechat whatsapp viber tiktok instagram messenger line imo
    signal snapchat gmail yahoo google youtube sim cmnd cccd sđt sdt đt stk qr iphone samsung nokia oppo
    honda yamaha toyota ford hyundai kia mazda mercedes peugeot renault fiat nissan isuzu suzuki
    wave sirius dream innova fortuner transit sprinter hilux ranger vios kamaz scania volvo
    công an bộ đội biên phòng tòa viện kiểm sát ubnd ủy ban đồn tổ đội phòng ban chi nhánh
    ngân hàng khách sạn nhà nghỉ karaoke quán massage công ty trung tâm
    nạn nhân đối tượng bị can bị hại nhân chứng người tên ông bà anh chị em cháu
    ngày tháng năm giờ sáng chiều tối hôm thứ chủ nhật tết
    the a an and but she he they it his her police station officer report note case ref subject
    victim suspect witness caller hotline phone date time source information statement
    le la les un une des il elle ils elles selon police gendarmerie commissariat rapport note objet
    victime suspect témoin appel date heure source renseignement procès-verbal
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december lundi mardi mercredi jeudi vendredi samedi
    dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    qua theo tại trong khi sau trước từ đến ở và với của cho là bị được có không đã đang sẽ
    tin báo biên bản lời khai ghi chú vụ việc kính gửi""".split()
)

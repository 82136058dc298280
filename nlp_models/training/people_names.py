"""Invented names of people, put together from family and given names of many peoples."""

from collections.abc import Callable
from random import Random

_KINH_FAMILY = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Đinh Mai Trịnh Trương Lâm Đàm Hà Cao Tạ Chu Châu La Lương Lưu Phùng Tô Tống Quách Thái Trần Nguyễn Lê Phạm Kiều Khúc Nghiêm Ninh Bạch Đậu Thân Cù Giáp Doãn Biện Hoa Tăng Viên Văn".split()
_KINH_MIDDLE = "Văn Văn Văn Đức Hữu Minh Quang Quốc Công Đình Xuân Ngọc Thanh Anh Bá Trọng Duy Tiến Mạnh Hồng Sỹ Viết Thế".split()
_KINH_WOMAN = "Thị Thị Thị Thị Ngọc Thu Thanh Kim Hồng Thùy Mỹ Bích Diệu Phương Tuyết".split()
_KINH_MEN = "Hùng Dũng Nam Sơn Long Hải Bình Thắng Chiến Lâm Đức Toàn Thành Kiên Lộc Đạt Hưng Khánh Tùng Vinh Quý Thọ Hiếu Nghĩa Bảo Tân Lợi Hậu Tâm Thịnh Duy Hoàn Đông Quyết Chính Khôi Việt Tiến An Ân Tú Tư Bách Dương Hoan Ước Điệp Luyện Sỹ".split()
_KINH_WOMEN = "Lan Hương Thủy Thúy Thùy Hằng Loan Yến Dung Hiền Trang Linh Thảo Ngân Vân Hà Tuyết Liên Huệ Cúc Đào Liễu Quyên Châu My Nhi Trinh Diễm Hồng Xuân Mận Bưởi Sen Tươi Vui Lành Hòa Tình Thương Duyên Kiều Sương Ngà Ánh Luyến Hoài Quỳnh Nguyệt Bé".split()
_THAI_FAMILY = "Vi Lô Lò Lữ Lương Ngân Kha Quang Hà Cầm Lộc Vang Cà Quàng Tòng Lường Lèo Hoàng Sầm Mạc Lang Kim Lo".split()
_THAI_GIVEN = "Kham Pành Phớn Xao Ún Chắn Khăm Ón Piềng Hặc Nọi Lả Chương Tuyến Ót Duyên Mằn Thẳm Phủ Náng May Xuân Hoài Nhâm Quyền Bún Thuận Ngoan Pản Tiên Tếnh Khuyên Dung Nhất Én Inh Panh Chốm Ơn Hín Hợi Thân".split()
_HMONG_FAMILY = "Vừ Và Lầu Xồng Hờ Giàng Sùng Thào Mùa Ly Già Vàng Cứ Lỳ Hạ Tho Thò Cháng Sồng Vàng Lý Xeo Dềnh Hầu Chá Mã Lù".split()
_HMONG_GIVEN = "Tểnh Pó Giống Lồng Nênh Xò Sùa Tồng Nỏ Chống Dìa Rê Súa Lỳ Giông Dở Xía Chư Chớ Páo Tủa Ká Xà Nhè Mỷ Dơ Lềnh Tông".split()
_KHMU_FAMILY = "Cụt Moong Lữ Xeo Ốc Ven Hoa Pịt Chích Lương Vi Kha Cút Mong Tảo Rvan Pay".split()
_KHMU_GIVEN = "Chắn Hiền Phò Khuôn Bún Đoan Tèo Hoẻ Mẹt May Sơn Chằm Duyên Phay Nghĩa Bình Xáng Bích Cớn".split()
_LAO = ("Phonesavanh Souksavanh Vilay Khamphone Thongchanh Bounthavy Kongkeo Manivanh Phetsamone Sengdeuane Latsamy Viengkham Chanthala Somsak Douangta Outhai Sisouk Bouasone Khamtai Malayvanh".split(), "Vongsa Phommachanh Sisavath Keovilay Chanthavong Inthavong Souvannaphong Xayavong Phimmasone Sengsavang Khammany Bounyavong Luangrath Thammavong Sayasane Douangchak".split())
_KHMER = ("Heng Meas Nhem Ouk Pich Prak Sam Seng Tep Yim Chan Hang Mao Nuon Long Kong Chum Khiev Ros".split(), "Samnang Chanthou Ratanak Sokha Veasna Kosal Rithy Sreymom Channary Kunthea Makara Phirun Sovann Theary Vichea Nary Davy Borey".split())
_CHINESE = ("Li Zhang Yang Huang Zhou Wu Xu Sun Ma Zhu Guo Lin He Gao Luo Zheng Liang Xie Tang Deng Feng Cao Peng Pan Yuan".split(), "Wei Ming Jian Xiaoli Haitao Jianguo Yan Fang Na Xiuying Dawei Zhiyuan Bo Peng Hui Ting Meiling Xiaodong Guohua Yong Bin Hong Ling Dehua Shaolong Weimin".split())
_CHINESE_VI = ("Vương Lý Trương Lưu Trần Dương Triệu Hoàng Chu Ngô Từ Tôn Mã Hồ Quách Lâm Hà Cao La Trịnh Lương Tạ Đường Phùng Tào Bành".split(), "Vĩ Quân Cường Lỗi Minh Kiến Quốc Hải Đào Diễm Na Bân Hào Khải Dũng Thuận Phát Tài Bình Kiện Hoa Đức Hán Siêu Long Phú".split())
_THAIS = ("Prasert Wichai Anong Malee Nattapong Kittisak Siriporn Kanya Suda Pornthip Chaiwat Thanakorn Arthit Ratana Boonmee Sunisa Nok Lek Apinya Preecha Sombat Wanida".split(), "Srisuk Chaiyasit Boonmee Wongsakul Saetang Thongdee Suwannarat Phromma Kaewkla Intharat Charoensuk Panyawong Sukjai Maneerat".split())
_BURMESE = "Aung Htet Min Kyaw Zaw Thant Win Hla Moe Naing Tun Khin Su Nwe Ei Phyu Thida Myint Oo Lwin Soe Nandar Wai Yan Zin Mar Htun Ye Thiri Sandar Maung Latt Hein Pyae San Thein Kyi".split()
_WEST_AFRICA = ("Mamadou Awa Ousmane Ibrahima Aïssatou Boubacar Kadiatou Amadou Adama Rokia Lamine Khady Abena Akosua Ama Chinedu Emeka Ngozi Precious Efosa Itohan Tunde Bola Sunday Happiness Chioma Uche Koffi Affoué Rasmané Issouf Hawa Binta Souleymane Yacouba Abdoulaye".split(), "Diallo Koné Diop Ndiaye Sow Camara Keïta Coulibaly Doumbia Sissoko Cissé Ouédraogo Kaboré Konan N'Guessan Mensah Owusu Osei Appiah Okafor Igbinovia Okoro Eze Adeyemi Balogun Obi Ehigie Aigbe Uwaifo Mbarga Fotso Sangaré Dembélé Bah Barry Jallow Kamara Koroma Gaye Faye N'Diaye".split())
_EAST_AFRICA = ("Asha Wanjiru Amina Hassan Fadumo Selam Mulu Bereket Tsegaye Yonas Hirut Almaz Joseph Grace Juma Neema Baraka Zawadi Farai Tatenda Mohamed Yusuf Khalid".split(), "Kamau Ochieng Otieno Tesfaye Bekele Haile Girma Alemu Kebede Juma Mushi Nyambura Banda Phiri Warsame Omar Ali Farah Dlamini Sibanda Chikwanha Tembo Mutasa".split())
_SOUTH_ASIA = ("Sunita Bishnu Krishna Rina Fatema Rahim Karim Shahida Rubel Sohel Rekha Deepak Suresh Ramesh Lakshmi Priya Anil Mohan Sanjay Nirmala Kumari Pema Dorji Asif Bilal Zubair Parveen Shanta Mina".split(), "Magar Shrestha Karki Sharma Khan Hossain Islam Miah Begum Akter Das Singh Kumar Devi Yadav Patel Perera Fernando Silva Chaudhary Mondal Sheikh Malik Ahmed Chowdhury Nepali Pariyar".split())
_EAST_EUROPE = ("Ion Maria Oksana Natalia Svetlana Dmitri Sergei Vasile Andrei Florin Gheorghe Luan Arben Piotr Katarzyna Agnieszka Marek Ivan Petar Georgi Stoyan Desislava Viktoria Anastasia Cristina Mihai Alina Loredana Timur Gulnara Zarina Aleksandr Yulia Jelena Milos".split(), "Popescu Munteanu Ciobanu Lungu Kovalenko Shevchuk Bondarenko Melnyk Petrov Ivanov Sokolov Volkov Gjoka Hoxha Nagy Horvath Svoboda Kowalski Nowak Wozniak Georgescu Dimitrov Todorov Nikolov Yusupov Rakhimov Cazacu Moraru Botezatu Jovanovic Petrovic Marin Stoica Lazar".split())
_LATIN = ("José María Juan Carlos Luis Ana Guadalupe Miguel Yolanda Wilmer Yuleidy Darwin Marisol Ramón Ximena Jorge Lucía Rigoberto Dayana Ariel Joaquín João Thiago Rafaela Edilson Maricel Rodrigo Analyn".split(), "Salcedo Ibarra Quispe Mamani Choque García Martínez Hernández López Ramírez Flores Rojas Castillo Morales Ortega Vargas Mendoza Guzmán Pineda Cárdenas Zelaya Umaña Souza Oliveira Ferreira Nascimento Pangilinan Abad Cruz Ramos Santos Reyes Bautista Dela Cruz Manalo Villanueva Aguilar".replace("Dela Cruz", "Dela-Cruz").split())
_FRENCH = ("Nathalie Sandrine Michel Alain Bernard Sophie Laurent Thierry Christophe Camille Élodie Manon Thomas Nicolas Didier Chantal Jean Marie Pierre Luc Aurélie Jérôme Jean-Marc Anne-Lise Jean-Paul Yves Gilles Brigitte Océane Dylan".split(), "Moreau Garnier Chevalier Bonnet Leroy Fontaine Rousseau Lambert Perrin Marchand Dufour Blanchard Barbier Renaud Colin Picard Caron Gauthier Delmas Pelletier Besson Tessier Benali Cherif Mansouri Lemoine Vidal".split())
_ENGLISH = ("Daniel Sarah Peter Joanne Brian Lucy Oliver Rachel Kyle Gareth Angela Tyrone Destiny Amber Jade Scott Louise Megan Ryan Darren Tracy Stuart Helen Martin Emma Jason Paul Katie Wayne Stacey".split(), "Holloway Barker Fletcher Norris Pearce Dawson Hughes Walsh Griffin Mercer Lowe Pritchard Hartley Sutton Bradshaw Kemp Rowe Tully Garrett Bishop Weaver Coles Harding Maddox Quinn Reeves Shaw Thornton Underwood".split())
_ARABIC = ("Mahmoud Youssef Samir Rania Layla Ahmed Omar Nour Hani Walid Bassam Faisal Salma Zeinab Tarek Nabil Ibrahim Said Rachid Karim Hicham".split(), "Mansour Khoury Al-Rashid Al-Harbi Hamdan Saleh Aziz Fakhoury Barakat El-Sayed Bouzid Benali Belkacem Mokhtar Al-Otaibi Darwish".split())
_NICKNAMES = "Sam Big Joe Nok Lek Bella Hà Ngọc Aicha Mimi Jojo Titi Coco Zaza Momo Nana".split()

Maker = Callable[[Random], tuple[str, ...]]


def _kinh(random: Random) -> tuple[str, ...]:
    family = random.choice(_KINH_FAMILY)
    if random.random() < 0.5:
        middle, given = random.choice(_KINH_MIDDLE), random.choice(_KINH_MEN)
    else:
        middle, given = random.choice(_KINH_WOMAN), random.choice(_KINH_WOMEN)
    extra = (random.choice(_KINH_WOMEN + _KINH_MEN),) if random.random() < 0.12 else ()
    if random.random() < 0.06:
        return family, given
    return (family, middle, *extra, given)


def _uplands(families: list[str], givens: list[str], middles: tuple[str, ...]) -> Maker:
    def make(random: Random) -> tuple[str, ...]:
        return random.choice(families), random.choice(middles), random.choice(givens)

    return make


def _pair(parts: tuple[list[str], list[str]], family_first: bool = False) -> Maker:
    def make(random: Random) -> tuple[str, ...]:
        given, family = random.choice(parts[0]), random.choice(parts[1])
        if family_first:
            return given, family  # the first list is of families
        if random.random() < 0.06:
            return given, random.choice(parts[0]), family
        return given, family

    return make


def _burmese(random: Random) -> tuple[str, ...]:
    words = tuple(random.sample(_BURMESE, random.choice((2, 2, 3))))
    return (random.choice(("Ko", "Ma", "U", "Daw")), *words) if random.random() < 0.25 else words


VIETNAMESE: tuple[Maker, ...] = (
    _kinh,
    _kinh,
    _kinh,
    _uplands(_THAI_FAMILY, _THAI_GIVEN, ("Văn", "Thị", "Văn", "Thị", "Bá", "Thanh", "Hồng")),
    _uplands(_HMONG_FAMILY, _HMONG_GIVEN, ("Bá", "Y", "Thị", "A", "Văn", "Giống", "Nhìa")),
    _uplands(_KHMU_FAMILY, _KHMU_GIVEN, ("Văn", "Thị", "Bá", "Phò", "Thị")),
)
FOREIGN: tuple[Maker, ...] = (
    _pair(_LAO), _pair(_KHMER, True), _pair(_CHINESE, True), _pair(_THAIS), _burmese,
    _pair(_WEST_AFRICA), _pair(_WEST_AFRICA), _pair(_EAST_AFRICA), _pair(_SOUTH_ASIA),
    _pair(_EAST_EUROPE), _pair(_LATIN), _pair(_FRENCH), _pair(_ENGLISH), _pair(_ARABIC),
)
_NEIGHBOURS: tuple[Maker, ...] = (
    _pair(_CHINESE_VI, True), _pair(_CHINESE_VI, True), _pair(_LAO), _pair(_KHMER, True), _pair(_CHINESE, True), _pair(_THAIS),
)
_ONSETS = "b c d đ g h k kh l m n ng nh ph q s t th tr v x br cl dr f gr j r sh st z w y".split()
_ENDS = "a e i o u an en in on un ar el is os ek ov ia io ang ing ong at et um ai au ó é í y ic as".split()


def _new_word(random: Random) -> str:
    """Make a word that stands in no list, so that shape and place count, not memory."""
    word = "".join(random.choice(_ONSETS) + random.choice(_ENDS) for _ in range(random.choice((1, 2, 2, 3))))
    return word.capitalize()


def new_name(random: Random, language: str) -> tuple[str, ...]:
    """Make a person's name, its words in the order in which the people it belongs to say them."""
    chance = random.random()
    if chance < 0.1:
        return tuple(_new_word(random) for _ in range(random.choice((1, 2, 2))))
    if language == "vi":
        makers = VIETNAMESE if chance < 0.86 else _NEIGHBOURS
    else:
        makers = VIETNAMESE if chance < 0.4 else FOREIGN
    return random.choice(makers)(random)


def nickname(random: Random) -> str:
    """Make a single name by which somebody is known."""
    return random.choice(_NICKNAMES + _KINH_MEN + _KINH_WOMEN)


def initials(random: Random, name: tuple[str, ...]) -> str:
    """Cut a name to initials as reports do to protect a victim."""
    style = random.randrange(4)
    letters = [word[:2] if word[:2] in {"Th", "Ng", "Ph", "Tr", "Nh"} and random.random() < 0.4 else word[0] for word in name]
    if style == 0:
        return ".".join(letters)
    if style == 1:
        return " ".join((*name[:-1], name[-1][0]))
    if style == 2:
        return letters[-1]
    return ". ".join(letters) if random.random() < 0.2 else ".".join(letters)

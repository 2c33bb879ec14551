# Konsolda əməkdaş qruplarının parametrləri.

settings-forum = Əməkdaş qrupları
settings-forum-lead = Telegram-da cavab verənlər üçün: hər müraciət qrupda bir mövzudur və orada yazılan müştəriyə gedir.
settings-forum-groups = Qruplar
settings-forum-groups-hint = Yeni müraciətlər yeri olan və sıx olmayan ilk qrupa gedir.
settings-forum-add = Qrup qoş
settings-forum-none = Hələ qrup yoxdur. Birini qoşun, hər yeni müraciət orada mövzu olacaq.
settings-forum-step-group = Telegram-da əməkdaşlar üçün qrup yaradın və mövzuları açın.
settings-forum-step-bot = Botu mövzuları idarə edən və mesajları bərkidən administrator kimi əlavə edin.
settings-forum-step-code = Qrupda bunu göndərin:
settings-forum-copy = Köçür
settings-forum-once = Bir dəfə, 15 dəqiqə ərzində işləyir.
# keys: settings-forum-state-*
settings-forum-state-checking = Telegram-dan soruşulur
settings-forum-state-works = İşləyir
settings-forum-state-lacking = Nə isə çatmır
settings-forum-state-lost = Bot qrupda deyil
settings-forum-paused = Fasilədə
settings-forum-lost = Bot artıq bu qrupda deyil. Onu yenidən əlavə edin və ya qrupu ayırın.
settings-forum-topics =
    { $count ->
        [one] bir mövzu
       *[other] { $count } mövzu
    }
settings-forum-waiting =
    { $count ->
        [one] bir mesaj Telegram-da növbə gözləyir
       *[other] { $count } mesaj Telegram-da növbə gözləyir
    }
settings-forum-more = { $title } üçün digər əməllər
settings-forum-check = Yenidən yoxla
settings-forum-pause = Hələlik yeni mövzu olmasın
settings-forum-resume = Yeni mövzuları yenidən qəbul et
settings-forum-unlink = Ayır
settings-forum-rules = Bütün qruplar üçün
settings-forum-mark = Daxili sətirlərin işarəsi
settings-forum-mark-hint = Bununla başlayan sətirlər daxildə qalır. Bununla başlayan mesaj bütövlükdə daxildə qalır.
settings-forum-most = Qrupda ən çox mövzu
settings-forum-most-hint = Sonra yeni müraciətlər növbəti qrupa gedir. Çox böyük qruplar Telegram-da yavaş işləyir.
# keys: forum-need-*
forum-need-forum = mövzular: qrup parametrləri → Mövzular
forum-need-admin = botun administrator olması: qrup parametrləri → Administratorlar
forum-need-topics = botun “Mövzuları idarə etmək” hüququ
forum-need-pins = botun “Mesajları bərkitmək” hüququ

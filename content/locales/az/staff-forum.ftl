# Əməkdaşların forumu: Telegram-da hər müraciətin öz mövzusu olan qruplar.

forum-card-vip = VIP
forum-card-nobody = heç kimdə deyil
forum-card-late = vəd edilən vaxt keçib
# keys: forum-button-*
forum-button-take = Götür
forum-button-release = Burax
forum-button-ask = Dəqiqləşdir
forum-button-resolve = Həll et
forum-button-reopen = Yenidən aç
forum-button-escalate = Ötür
forum-button-macro = Şablonlar
forum-button-console = Konsol
forum-button-back = Geri
forum-button-send = Göndər
forum-button-dismiss = Bağla

forum-said-customer = 👤 { $name }:
forum-said-agent = ↩️ { $name }:
forum-said-note = 🔒 { $name }:
forum-said-bot = 🤖
forum-edited = (dəyişdirilib)
forum-summary =
    { $messages ->
        [one] Bir yeni mesaj
       *[other] { $messages } yeni mesaj
    }{ $files ->
        [0] { "" }
        [one] , bir fayl
       *[other] , { $files } fayl
    }. Qrup indi doludur, ona görə bir-bir göstərilmir.
forum-summary-where = Hamısı konsoldadır.
# keys: forum-delivery-*
forum-delivery-failed = Bu, müştəriyə çatmadı. Səbəbi konsoldadır, oradan yenidən göndərmək olar.
forum-delivery-ambiguous = Bunun çatıb-çatmadığı bilinmir: əlaqə kəsildi. Yenidən yazmazdan əvvəl konsola baxın.
forum-delivery-held = Müştəri yatır. Mesaj səhər gedəcək; konsoldan indi də göndərmək olar.

# keys: forum-prompt-*
forum-prompt-ask = müştəridən nə lazım olduğunu bu mesaja cavab olaraq yazın.
forum-prompt-resolve = nə edildiyini bu mesaja cavab olaraq yazın. Tire ilə başlayan son sətirlər növbəti addımlardır.
forum-prompt-note = qeydinizi bu mesaja cavab olaraq yazın. Müştəri onu görmür.
forum-macros = Hansı şablon?
forum-macros-none = Uyğun şablon yoxdur. /macro ilə başqa söz yoxlayın.
forum-macro-missing = Bunun qiyməti yoxdur: { $names }. Bu şablonu konsoldan göndərin.
forum-macro-sent = ✓ Müştəriyə göndərildi.
forum-escalate = Hansı növbəyə?
forum-escalated = ✓ Ötürüldü: { $queue }.
forum-dismissed = Bağlandı.
forum-not-sent = Edilmədi. { $why }
forum-stranger = Göndərilmədi: Siz əməkdaşlar siyahısında deyilsiniz. Administratordan Sizi Telegram id ilə əlavə etməsini xahiş edin.
forum-anonymous = Göndərilmədi: qrup adından deyil, öz adınızdan yazın.
forum-help =
    Burada yazdığınız müştəriyə gedir; işarə ilə başlayan sətirlər daxildə qalır.
    /take, /release, /assign ad
    /ask söz, /resolve söz, /note söz
    /macro söz, /escalate növbə, /reopen
    @{ $bot } { $ticket } söz: bu müraciətin şablonları, müştəri oxuyacağı kimi

forum-code-wrong = Bu kod etibarsızdır. Konsolda yenisini yaradın: Parametrlər, Əməkdaşlar qrupu.
# keys: forum-group-*
forum-group-works = ✓ Bu artıq əməkdaşlar qrupudur. Hər yeni müraciət burada mövzu alacaq.
forum-group-lacking = Az qaldı. Qrupun işləməsi üçün bunlar çatmır:

error-forum-mark = Belə işarə olmaz. Hərf, rəqəm və boşluq olmadan bir-dörd işarə seçin, məsələn // və ya ##.
error-staff-group-unknown = Bu qrup artıq qoşulu deyil. Siyahını yeniləyin.
error-forum-who = Kim olduğu aydın deyil. Burada işləyənlər: { $names }.
error-forum-command = Burada /{ $name } əmri yoxdur. Bütün əmrlər: /help.
error-escalate-ended = Bu müraciət bitib. Əvvəlcə onu yenidən açın.
error-forum-kind = Buradan müştəriyə yalnız söz və fayl gedir.
error-forum-sent-already = Müştəri bunu artıq alıb. Geri götürmək konsoldan mümkündür.

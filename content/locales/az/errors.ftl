# What the API answers to a request that it refuses: what is wrong, and what to do.

# keys: error-*
error-request-invalid = { $field }: { $problem }. Düzəldib yenidən göndərin.
error-request-unreadable = Sorğunu oxumaq olmadı. API təsvirində göstərildiyi kimi JSON göndərin.
error-request-too-large = Sorğu çox böyükdür. Bir dəfəyə daha az göndərin.
error-request-repeated = Bu artıq göndərilib.
error-too-many-requests = Sorğular çoxdur. Bir dəqiqə gözləyib yenidən cəhd edin.
error-not-found = Bu ünvanda heç nə yoxdur.
error-internal = Bizdə nasazlıq oldu. Heç nə dəyişmədi; yenidən cəhd edin.
error-ticket-unknown = № { $ticket } müraciəti yoxdur.
error-message-unknown = Bu müraciətdə belə mesaj yoxdur.
error-attachment-unknown = Belə fayl yoxdur.
error-file-gone = Bu fayl artıq Telegram-da yoxdur. Müştəridən yenidən göndərməsini xahiş edin.
error-file-too-large = Fayl 20 MB-dan böyükdür, botlar belə faylı ala bilmir. Daha kiçiyini istəyin.
error-file-not-reachable = Fayl üçün Telegram-a qoşulmaq olmadı. Yenidən cəhd edin.
error-permission-missing = Rolunuz buna icazə vermir. Administratora müraciət edin.
error-status-not-possible =
    Müraciətin indiki vəziyyətində ({ $status ->
        [resolved] həll olunub
        [closed] bağlanıb
        [clarification] müştərinin cavabı gözlənilir
        [in_progress] icradadır
        [reopened] yenidən açılıb
       *[other] qəbul olunub
    }) bunu etmək olmaz. Onu yenidən açın.
error-assignee-unknown = Bu şəxs artıq burada işləmir. Başqasını seçin.
error-staff-unknown = Bu şəxs burada işləmir.
error-staff-exists = Bu Telegram hesabı olan əməkdaş artıq var.
error-role-unknown = { $role } rolu yoxdur. Bunlardan birini seçin: { $roles }.
error-permission-not-yours = { $permission } icazəsi özünüzdə yoxdur, ona görə onu nə verə, nə də ala bilərsiniz. Administratora müraciət edin.
error-admin-needs-permissions = Bu icazələr admin rolunda qalır, yoxsa masanı heç kim idarə edə bilməz: { $permissions }.
error-role-gone = { $role } rolu yoxdur. Siyahını yenidən oxuyun.
error-admin-stays = admin rolunu silmək olmaz. O, masaya həmişə lazımdır.
error-role-in-use = { $role } rolu istifadə olunur. Əvvəlcə bu rolda olanlara başqa rol verin; onların sayı: { $people }.
error-last-admin = Bu, son administratordur. Əvvəlcə başqa birini administrator edin.
error-cursor-broken = Siyahı dəyişib. Onu əvvəldən oxuyun.
error-link-spent = Bu keçid artıq istifadə olunub və ya 10 dəqiqədən köhnədir. Yenisi üçün bota /console yazın.
error-session-ended = Daxil olmamısınız. Daxil olub yenidən cəhd edin.
error-csrf-header-missing = x-nightdesk başlığı yoxdur. Onu hər dəyişikliklə göndərin.
error-demo-only = Bu giriş yalnız demoda var. Bota /console yazın.
error-resend-not-needed = Bu mesaj yoldadır və ya çatıb.
error-ticket-without-chat = Bu müraciətin cavab yazmaq üçün çatı yoxdur.
error-capacity-full = Açıq müraciətləriniz ən çox { $capacity } ola bilər. Növbətisini götürməzdən əvvəl birini bitirin.
error-queue-unknown = { $queue } növbəsi yoxdur. Olanlardan birini seçin.
error-macro-unknown = İstifadədə belə makro yoxdur. Başqasını seçin.
error-macro-changed = Bu makronu bu arada başqası saxlayıb. Yenidən oxuyun, sonra dəyişikliyi təkrarlayın.
error-macro-missing = Bunun hələ dəyəri yoxdur: { $names }. Doldurun və ya başqa makro seçin.
error-topic-unknown = { $topic } mövzusu yoxdur. Mövcud olanı seçin.
error-variable-unknown = { $language }: { $name } adlı heç nə yoxdur. Mətnlərdə bunlar ola bilər: { $names }.
error-template-broken = { $language }: mətn oxunmur ({ $problem }). Yerini düzəldin və yenidən saxlayın.
error-template-braces = { $language }: müştəri mötərizə görərdi. Adları ikiqat fiqurlu mötərizədə yazın, başqa heç nəyi yox.
error-template-hole = { $language }: bir dəyər boş qalardı. Söz verin və ya şərtin içinə qoyun.
error-template-empty = { $language }: mətndən heç nə qalmazdı. Həmişə qalan sözlər əlavə edin.
error-template-too-long = { $language }: mətn { $most } simvoldan uzundur. Qısaldın.
error-incident-unknown = { $incident } nömrəli insident yoxdur. Siyahını yenidən oxuyun.
error-incident-over = Bu insident bitib. Qayıdıbsa, yenisini elan edin.
error-incident-without-words = Ən azı bir dildə yazın.

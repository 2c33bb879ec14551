# Kanal və qrup səhifəsi.

# keys: place-kind-*
place-kind-bot = Bot
place-kind-channel = Kanal
place-kind-community = Qrup
place-kind-comments = Şərhlər

# keys: place-topic-*
place-topic-questions = Suallar
place-topic-statuses = Statuslar
place-topic-faq = Tez-tez verilən suallar

# keys: place-post-*
place-post-help = Köməyi necə almalı
place-post-accounts = Rəsmi hesablar

# keys: place-lack-*
place-lack-place = { $kind }: hələ seçilməyib
place-lack-away = Bot orada deyil. Onu yenidən administrator kimi əlavə edin.
place-lack-admin = Bot administrator deyil. { $kind } → Administratorlar → Administrator əlavə et.
place-lack-forum = Mövzular söndürülüb. Qrup → Dəyiş → Mövzular.
place-lack-right =
    Botun icazəsi yoxdur: { $of ->
        [can_post_messages] yazı paylaşmaq. Kanal → Administratorlar → bot → «Mesaj paylaşmaq».
        [can_edit_messages] dəyişmək və bərkitmək. Kanal → Administratorlar → bot → «Başqalarının mesajlarını dəyişmək».
        [can_pin_messages] bərkitmək. Qrup → Administratorlar → bot → «Mesajları bərkitmək».
        [can_manage_topics] mövzuları idarə etmək. Qrup → Administratorlar → bot → «Mövzuları idarə etmək».
       *[other] lazım olanların hamısı ({ $of }). Administratorlar → bot.
    }
place-lack-topic = Mövzu çatmır
place-lack-post = Hələ paylaşılmayıb: { $post }
place-lack-pin = Bərkidilməyib: { $post }
place-lack-stale = 30 gündür heç kim təsdiqləməyib: { $post }

settings-places = Kanal və qrup
settings-places-lead = Müştərilər dəstəyi Telegramda harada tapır: bot özü yazır, bərkidir və düzəldir.

## Bu yerlər nədir
# keys: settings-place-*
settings-place-where = Yerlər
settings-place-where-hint = Botu administrator kimi əlavə edin; hər yarım saatdan bir yoxlanılır.
settings-place-all = Hər şey yerindədir.
settings-place-check = İndi yoxla
settings-place-none = Seçilməyib
settings-place-checking = Yoxlanılır…
settings-place-ready = Hazırdır
settings-place-lacks = { $count ->
    [one] { $count } şey çatmır
   *[other] { $count } şey çatmır
}
settings-place-channel-hint = Xəbərlər üçün, iki bərkidilmiş yazı ilə.
settings-place-community-hint = Müştərilərin bir-biri ilə danışdığı mövzulu qrup.
settings-place-use = «{ $title }» seç
settings-place-add-channel = Botu kanala əlavə et
settings-place-add-community = Botu qrupa əlavə et
settings-place-more = { $title } haqqında
settings-place-leave = İmtina et və yazıları sil

settings-place-posts = Bərkidilmiş yazılar
settings-place-posts-hint = Kanalda və qrupda dayanır. 30 gündən bir hələ də düz olduğunu təsdiqləyin.
settings-place-fresh = Aktualdır
settings-place-stale = Təsdiq gözləyir
settings-place-unconfirmed = Hələ heç kim təsdiqləməyib
settings-place-confirmed = Təsdiqləyən: { $name }
settings-place-confirm = Hələ də düzdür
settings-place-edit = Dəyiş
settings-place-own = Öz sözləriniz
settings-place-own-hint = Söndürülüb: dəstəyin dilində adi sözlər.
settings-place-words = Sözlər
settings-place-words-help = Altında botu açan düymə durur.
settings-place-words-accounts = Altında hesabların siyahısı durur.

settings-place-accounts = Rəsmi hesablar
settings-place-accounts-hint = Bot, həmçinin açıq adı olan kanal və qrup siyahıya özü düşür. Əməkdaşlarınızın hesablarını əlavə edin.
settings-place-account-label = Kimin hesabıdır
settings-place-account-name = Telegramdakı adı
settings-place-account-wrong = 4–32 latın hərfi, rəqəm və ya _
settings-place-account-add = Hesab əlavə et

settings-place-topics = Qrupun mövzuları
settings-place-topics-hint = Artıq olan mövzunu götürmək üçün onun içində /setup göndərin.
settings-place-topic-questions = Üzvlər bir-birindən soruşur və cavab verir
settings-place-topic-statuses = Nasazlıqlar haqqında yazılar
settings-place-topic-faq = Seçilmiş məqalələr
settings-place-topic-state-absent = Hələ yoxdur
settings-place-topic-state-asked = Yaradılır
settings-place-topic-state-there = Var
settings-place-topic-state-failed = Alınmadı
settings-place-topic-name-hint = Boşdursa: dəstəyin dilində adi ad.
settings-place-topic-thread = Telegramdakı nömrəsi
settings-place-topic-thread-hint = Mövzunun linkinin sonundakı rəqəm.
settings-place-topic-thread-wrong = Yalnız rəqəm

settings-place-faq = Tez-tez verilən suallar
settings-place-faq-hint = Mövzu bu məqalələri göstərir və hər dəyişikliyi izləyir.
settings-place-faq-articles = Məqalələr, sırası ilə
settings-place-faq-none = Ən çox verilən sualları seçin
settings-place-faq-empty = Hələ dərc olunmuş məqalə yoxdur

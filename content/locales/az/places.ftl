# Kanal və qrup: bərkidilmiş yazılar, sakit cavablar və qurulma.

place-help =
    7/24 kömək lazımdır? «Dəstək» düyməsinə basın: bot 30 saniyəyə müraciət açır.
    Status və vaxt onun cavabındadır. Bizim adımızdan kim yazır: o biri bərkidilmiş yazıya baxın.
place-help-button = Dəstək
place-accounts =
    { $desk } adından yalnız bu hesablar yazır.
    Pulla bağlı heç vaxt ilk biz yazmırıq, parol və kod da istəmirik.

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

# keys: quiet-answer-*
quiet-answer = Deyəsən, bu sizin şəxsi məsələnizdir, buranı isə hamı oxuyur. Düyməyə basın: bot sözlərinizi özü ilə aparar, onları yalnız biz oxuyarıq.
quiet-answer-asked = Mən şəxsi çatda kömək edirəm: orada yalnız biz oxuyuruq.
quiet-answer-carry = Bota apar
quiet-answer-open = Botu aç

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

setup-title = { $desk }: Telegramdakı yerlər
setup-place-none = ▫️ { $kind }: hələ seçilməyib
setup-place-checking = ⏳ { $kind } «{ $title }»: orada nəyə icazəm olduğuna baxıram
setup-place-ready = ✅ { $kind } «{ $title }»
setup-place-lacks = ⚠️ { $kind } «{ $title }»
setup-topics = Mövzular: { $topics }
setup-next = İcazə olan kimi qalanını özüm edəcəyəm. Dəyişiklikdən sonra «Yoxla» düyməsinə basın.
setup-done = Hər şey yerindədir. Hər yarım saatdan bir yoxlayıram.
setup-use-channel = «{ $title }» kanalı
setup-use-group = «{ $title }» qrupu
setup-add-channel = Məni kanala əlavə et
setup-add-group = Məni qrupa əlavə et
setup-check = Yoxla
setup-begun = İşə başladım. Mövzular və bərkidilmiş yazılar bir azdan hazırdır; nə çatmırsa, çatımızda yazılıb.
setup-open = Çatı aç
setup-which-topic = Bu hansı mövzudur?
setup-adopted = Hazırdır. İndi bu mövzudur.
setup-not-yours = Bu düymə qrupa baxanlar üçündür.

# keys: error-place-*
error-place-unknown = Bot orada administrator deyil. Onu administrator edin, sonra yenidən seçin.

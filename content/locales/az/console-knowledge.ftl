# Parametrlər: bilik bazası.

settings-knowledge = Bilik bazası
settings-knowledge-lead = Müştərilərin özlərinin oxuduqları və botun müraciətdən əvvəl cavab verdikləri.
# keys: settings-knowledge-view-*
settings-knowledge-view-articles = Məqalələr
settings-knowledge-view-sections = Bölmələr
settings-knowledge-view-searches = Axtarışlar
settings-knowledge-view-synonyms = Sinonimlər
settings-knowledge-view-bot = Bot
settings-article = Məqalə
settings-article-new = Yeni məqalə
settings-articles-none = Hələ məqalə yoxdur. Birincisini yazın: hər gün sizdən nə soruşurlar?
# keys: settings-article-state-*
settings-article-state-draft = Qaralama
settings-article-state-review = Yoxlanılır
settings-article-state-returned = Geri qaytarılıb
settings-article-state-archived = Arxivdə
settings-article-due = Yenidən baxın
settings-article-show = Hansı məqalələr
# keys: settings-article-show-*
settings-article-show-all = Hamısı
settings-article-show-draft = Qaralamalar
settings-article-show-review = Yoxlamada
settings-article-show-due = Baxış vaxtı
settings-article-show-archived = Arxiv
settings-article-coverage = Dillər
settings-article-coverage-any = Bütün dillər
settings-article-coverage-lacks = { $language } yoxdur
settings-article-reads = 30 gündə { $count } dəfə oxunub
settings-article-helped = { $judged } nəfərdən { $helpful } nəfərə kömək edib
settings-article-title = Başlıq
settings-article-summary = Bir cümlə ilə
settings-article-summary-hint = Siyahıda başlığın altında durur.
settings-article-body = Mətn
settings-article-body-hint = Markdown: **qalın**, 1. və ya - ilə siyahı, [sözlər](https://…) keçidi, başqa məqaləyə [sözlər](article:adı). Bot birinci abzası və üç addımı deyir.
settings-article-keywords = Başqa cür necə deyirlər
settings-article-keywords-hint = Yalnız axtarış oxuyur: müştərilərin sözləri, səhv yazılışlar da.
settings-article-place = Yeri
settings-article-place-hint = Dərhal dəyişir, yeni versiya yaranmır.
settings-article-section = Bölmə
settings-article-slug = Ünvandakı adı
settings-article-slug-hint = Latın hərfləri, rəqəmlər və -. Köhnə ad da ona aparır.
settings-article-topics = Mövzular
settings-article-topics-none = Heç biri: bot onu seçilmiş mövzu üçün təklif etmir
settings-article-macros = Əlaqəli makrolar
settings-article-macros-none = Yoxdur
settings-article-owner = Cavabdeh
settings-article-owner-hint = Düzgün qalmasına baxır.
settings-article-owner-nobody = Heç kim
settings-article-owner-me = { $name } (mən)
settings-article-review-on = Yenidən baxılacaq gün
settings-article-review-on-hint = O gündən baxılacaqlar siyahısında olur.
settings-article-popular = Populyarlar arasında
settings-article-popular-hint = Müştərinin bilik bazasında əvvəldə görünür.
settings-article-preview = Oxucu necə görür
# keys: settings-article-preview-*
settings-article-preview-page = Səhifə
settings-article-preview-answer = Botun cavabı
settings-article-preview-chat = Bütöv, söhbətdə
settings-article-links = Bu keçidlər heç yerə aparmır: { $links }
settings-article-saved = Yadda saxlanıldı. Dərc ediləndə oxucular görəcək.
settings-article-standing =
    { $state ->
        [published] Oxucular { $version } versiyasını görür.
        [archived] Arxivdədir: oxucular görmür.
        [review] { $version } versiyası dərc edəni gözləyir.
       *[other] { $published ->
            [0] Hələ heç kim görmür.
           *[other] { $version } versiyası qaralamadır; oxucular { $published } versiyasını görür.
        }
    }
# keys: settings-article-do-*
settings-article-do-submit = Yoxlamaya göndərmək
settings-article-do-publish = Dərc etmək
settings-article-do-archive = Arxivləmək
settings-article-do-restore = Oxuculara qaytarmaq
settings-article-version-shown = Oxucular görür
settings-searches-unanswered = Soruşulub, cavabsız qalıb
settings-searches-unanswered-hint = 30 gün ərzində. Birincisi növbəti məqaləniz və ya sinonimdir.
settings-searches-popular = Ən çox soruşulan
settings-searches-none = Hələ heç nə yoxdur. Axtarılanlar burada görünəcək.
settings-searches-words = Sözlər
settings-searches-times = Dəfə
settings-searches-answered = Cavablanıb
settings-synonyms = Eyni məna verən sözlər
settings-synonyms-hint = Birini axtaran digərini də tapır. Məsələn: kart, plastik.
settings-synonyms-group = { $number }-ci qrup
settings-synonyms-placeholder = İki və ya daha çox söz
settings-synonyms-add = Qrup əlavə etmək
settings-synonyms-saved = Yadda saxlanıldı. Axtarış bunları artıq bilir.
settings-bot-answers = Bot məqalələrdən cavab verir
settings-bot-answers-hint = Müraciətdən əvvəl, əmin olduqda. İnsan istəyən, ödəniş və ya təhlükəsizlik problemi olan dərhal əməkdaşla danışır.
settings-bot-confidence = Nə qədər əmin olmalıdır
settings-bot-confidence-hint = 75 %-də on cavabdan ən azı doqquzu düzdür. Daha yüksək: cavab da az, səhv də az.
settings-bot-topics = Bot ehtimal olunan mövzunu soruşur
settings-bot-topics-hint = Sözlərdən bəlli olduqda: «Söhbət bundan gedir: Ödəniş?» Başqa mövzu həmişə bir toxunuşdadır.
settings-article-approval = Yalnız təsdiq edənlər dərc edir
settings-article-approval-hint = Redaktorlar yoxlamaya göndərir; o vaxta qədər oxucular son dərc olunmuş versiyanı görür.

console-event-article =
    { $outcome ->
        [solved] «{ $title }» məqaləsi kömək etdi
        [not_solved] «{ $title }» məqaləsi kömək etmədi
        [person] «{ $title }» oxundu, sonra əməkdaş istənildi
       *[other] Bot «{ $title }» məqaləsini təklif etdi
    }
console-articles = Cavab ola biləcək məqalələr

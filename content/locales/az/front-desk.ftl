# Botun müraciətdən əvvəl və müraciət ətrafında dedikləri. Bir mesajda bir fikir, ən çoxu üç sətir.

greeting =
    { $named ->
        [yes] Salam, { $name }! Mən «{ $desk }» dəstək botuyam.
       *[no] Salam! Mən «{ $desk }» dəstək botuyam.
    }
    Yazdıqlarınız yalnız sizə kömək etmək üçün saxlanılır: /privacy
    Sualınız nə ilə bağlıdır?
greeting-again =
    { $named ->
        [yes] Salam, { $name }! Sualınız nə ilə bağlıdır?
       *[no] Salam! Sualınız nə ilə bağlıdır?
    }
topic-ask = Sualınız nə ilə bağlıdır?
topic-ask-kept =
    Yazdıqlarınızı saxladım.
    Sualınız nə ilə bağlıdır?
topic-ask-kept-first =
    Yazdıqlarınızı saxladım. Mən «{ $desk }» dəstək botuyam.
    Yazdıqlarınız yalnız sizə kömək etmək üçün saxlanılır: /privacy
    Sualınız nə ilə bağlıdır?
topic-prompt =
    { $emoji } { $title }
    { $prompt }
topic-prompt-first =
    { $emoji } { $title } · mən «{ $desk }» dəstək botuyam.
    Yazdıqlarınız yalnız sizə kömək etmək üçün saxlanılır: /privacy
    { $prompt }
topic-gone = Bu mövzu artıq yoxdur. Başqasını seçin.
words-please = Burada söz görmürəm. Nə baş verdiyini bir cümlə ilə yazın.
choose-ask = Yazdıqlarınızı saxladım. Hansı müraciətə aiddir?
reopen-ask = № { $id } həll olunub. Problem təkrarlanıb, yoxsa yeni sualdır?
reopen-ask-kept =
    Yazdıqlarınızı saxladım. № { $id } həll olunub.
    Problem təkrarlanıb, yoxsa yeni sualdır?
added = № { $id }: əlavə olundu. Əməkdaşımız oxuyacaq.
added-eta = № { $id }: əlavə olundu. Əməkdaşımız { by } cavab verəcək.
added-unasked =
    Yazdıqlarınızı sonuncu müraciətə əlavə etdim: № { $id }.
    Başqa mövzudur? /new
urgent-added = № { $id } birbaşa əməkdaşa verildi.
add-prompt = Söz, şəkil və ya faylı bura göndərin: № { $id } müraciətinə düşəcək.
solved-by-itself = Düzəldiyinə sevindik. Təkrarlansa, bura yazın.
thanks = Kömək edə bildiyimizə şadıq. Nə olsa, buradayıq.
help =
    Mən «{ $desk }» dəstək botuyam. Nə baş verdiyini yazın, sizə əməkdaş cavab verəcək.
    /new yeni sual · /status hazırkı vəziyyət · /human operator
    /language · /quiet · /privacy · /cancel
command-unknown =
    Bu əmri tanımıram. Sadəcə nə baş verdiyini yazın və ya
    /new, /status, /human, /help
status-none = Açıq müraciətiniz yoxdur. Nə baş verdiyini yazın: nömrə və cavab vaxtı deyim.
status-list = Müraciətləriniz: { $count }. Hansını göstərim?
ticket-unknown = Hazırkı müraciətləriniz arasında № { $id } yoxdur.
language-ask = Dili seçin.
language-set = Bundan sonra azərbaycanca yazacağam.
person-which = Hansı müraciətlə bağlıdır?
person-called =
    Əməkdaşı çağırıram.
    Bu vaxt nə baş verdiyini yazın.
person-asked = № { $id } üçün əməkdaş çağırıldı. Cavab bura gələcək.
privacy-text =
    «{ $desk }» bura göndərdiklərinizi və Telegram adınızı yalnız sizə cavab vermək və cavabların keyfiyyətini yoxlamaq üçün saxlayır.
    Razılığı istənilən vaxt geri götürə bilərsiniz: /privacy
cancelled-words = Ləğv olundu. Yazdıqlarınız heç yerə getməyəcək.
cancelled = Ləğv olundu. Lazım olanda yazın.
cancelled-nothing = Ləğv etməyə heç nə yoxdur.
way-on = Nə baş verdiyini yazın və ya seçin:
pressed-unknown = Bu düymə artıq işləmir.
pressed-stale = Bu köhnə düymədir. İndi harada olduğumuzu göstərirəm.
ticket-closed = № { $id } artıq həll olunub.
consent-given = Təşəkkür edirik. İndi sizə kömək edə bilərik.
consent-withdrawn = Razılığınız geri götürüldü.
consent-none = Geri götürüləcək razılıq yoxdur.
consent-after =
    Razılığınız geri götürüldü.
    Yenidən yazsanız və ya mövzu seçsəniz, razılıq verilmiş sayılır.
reopened = № { $id } yenidən açıldı.
reopened-tell =
    № { $id } yenidən açıldı.
    Nəyin düzəlmədiyini yazın.
already-open = № { $id } açıqdır.
notify-on = Hər dəyişikliyi xəbər verəcəyəm.
notify-off = Dəyişiklikləri yazmayacağam. Cavablar gələcək.
closed = № { $id } bağlandı. Həll olunduğuna şadıq.
subject-unknown = Sual

# Hansı vaxta söz verilib; başqa mətnlərin içində işlənir.
by =
    { $day ->
        [today] saat { $time }-dək
        [tomorrow] sabah saat { $time }-dək
       *[later] { $date } saat { $time }-dək
    }

# Düymələr: müştərinin hərəkətləri, ən çoxu üç söz.
button-my-tickets = 📋 Müraciətlərim
button-language = 🌐 Dil
button-more = Daha çox…
button-new-question = Yeni sual
button-person = Operatorla danışmaq
button-reopen = Açmaq: № { $id }
button-status = Vəziyyətə baxmaq
button-other-topic = Başqa mövzu
button-withdraw = Razılığı geri götürmək
button-agree = Razıyam
button-notify-on = 🔔 Xəbər verin
button-notify-off = 🔕 Xəbər verməyin
button-solved = Həll olundu
button-add-details = 📎 Əlavə etmək

# Əmrlər menyusu.
command-new = Yeni sual vermək
command-status = Hazırkı vəziyyətə baxmaq
command-human = Operatorla danışmaq
command-language = Dili dəyişmək
command-privacy = Məlumatınız və razılığınız
command-cancel = Başlanmış işi ləğv etmək
command-help = Nə edə bilirəm

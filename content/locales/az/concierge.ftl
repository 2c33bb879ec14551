# Konsyerjin öz hesabının qoşulması barədə botla söhbətdə eşitdikləri.

concierge-on-told =
    Hesabınız qoşuldu. { $whose ->
        [all] Həmkarlardan başqa sizə yazan hər kəsin mesajını indi dəstək komandası da görür.
       *[vip] VIP müştərilərin sizə yazdıqlarını indi dəstək komandası da görür. Qalan söhbətlər yalnız sizindir.
    } Öz cavablarınız onların müraciətlərinə cavab sayılır.
    { $missing ->
        [reply] Hələ adınızdan cavab yaza bilmirəm. Parametrlər → Telegram Business → Çatbotlar bölməsində mənə “Mesajlara cavab vermək” icazəsini verin.
        [read] Mesajları oxunmuş kimi qeyd edə bilmirəm. Sizin əvəzinizə həmkarlar cavab verirsə, bunu Parametrlər → Telegram Business → Çatbotlar bölməsində açın.
       *[none] Müştərinin son mesajından sonra 24 saat ərzində həmkarlar konsoldan adınızdan cavab yaza bilər.
    }
concierge-off-told = Hesabınız ayrıldı. Deyilənlər müraciətlərdə qalır; bundan sonra söhbətlərinizi görmürəm.
concierge-lost-told = Hesabınızla əlaqə itdi: Telegram onu daha tanımır. Davam etmək üçün Parametrlər → Telegram Business → Çatbotlar bölməsində məni yenidən seçin.
concierge-not-one = Mən yalnız bu komandanın konsyerjlərinə xidmət edirəm, ona görə söhbətlərinizdən heç nə saxlamıram. Məni Parametrlər → Telegram Business → Çatbotlar bölməsində çıxara bilərsiniz.
concierge-chat-ticket = Bu söhbət № { $id } müraciətidir. Həmkarlar onu görür və cavabda kömək edə bilər.
concierge-chat-let-in = Bu müştərinin sizə yazdıqları müraciət olacaq.
concierge-chat-private = Bu söhbət yalnız sizindir: komanda ondan heç nə görmür və saxlamır. Müştəri VIP olsaydı, görərdi.
